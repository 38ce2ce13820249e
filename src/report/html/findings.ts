import type { Step } from '../../catalogue/steps.ts'
import { advicesOf, standInsIn } from '../advice.ts'
import type { Dossier } from '../dossier.ts'
import { documentedIn, evidenceOf, type FindingGroup, type Found, titlesOf } from '../findings.ts'
import type { Fact } from '../readable.ts'
import type { ReportItem, ReportTask } from '../schema.ts'
import { clip, firstFew } from '../text.ts'
import type { Words } from '../words.ts'
import { badge, codeOf, section, sectionOf, taskLink } from './elements.ts'
import { type Html, html, joined, link, type Part } from './markup.ts'

/** Beyond this a list of objects scrolls by itself, so that the next finding stays in sight. */
const OBJECTS_IN_LINE = 20
/** The list of all items names the others. */
const TASKS_SHOWN = 100
/** Longer than what any service is kept to, less than what makes a browser slow. */
const TEXT_MAX_CHARACTERS = 100_000

/** Yields the findings in the order in which they are to be fixed, piece by piece: there can be hundreds of thousands. */
export function* findingsPart(dossier: Dossier): Generator<Part> {
  const { groups, words, report } = dossier
  if (report.targets.length === 0) return
  if (groups.length === 0) yield section('findings', words.findings, html`<p>${words.noFindings}</p>`)
  else yield* sectionOf('findings', words.findings, cards(dossier))
}

function* cards(dossier: Dossier): Generator<Part> {
  const { groups, words, tasks } = dossier
  const standIns = standInsIn(groups)
  if (standIns.length > 0) yield html`<p>${words.standIns(standIns.join(words.list))}</p>`
  const numbers = new Map(tasks.map(placed => [placed.task, placed]))
  const linked = (task: ReportTask): Part => {
    const placed = numbers.get(task)
    return placed === undefined ? null : taskLink(placed, dossier.targetOf)
  }
  for (const group of groups) {
    const named = firstFew(group.tasks, TASKS_SHOWN, linked, words.more)
    const where = tasks.length > 1 ? html`<p>${words.inTasks}${words.colon}${joined(named, ', ')}</p>` : null
    yield* card(group, where, dossier)
  }
}

function* card(group: FindingGroup, where: Part, dossier: Dossier): Generator<Part> {
  const { words } = dossier
  const { number, reason, known, findings } = group
  const [first] = group.items
  if (first === undefined) return
  const since = [...new Set(findings.flatMap(found => found.item.since ?? []))]
  const marks = [
    badge(group.severity, words.status[first.item.status]),
    ...since.map(one => badge(`since-${one}`, words.since[one])),
  ]
  const titles =
    group.items.length === 1
      ? null
      : html`<ul>${group.items.map(entry => html`<li>${named(entry.item)}</li>`)}</ul>`
  yield html`
<article class="card ${group.severity}" id="finding-${number}" tabindex="-1">
<h3>${number}. ${group.items.length === 1 ? named(first.item) : titlesOf(group, words, text => text)}</h3>
<p>${joined(marks, ' ')}</p>
${where}${titles}
${reason === null ? null : html`<p class="lines"><strong>${words.reasonLabel}${words.colon}</strong>${reason}${known && html`${words.colon}${known.meaning}`}</p>`}
`
  yield* evidence(group, dossier)
  yield html`
${adviceParts(group, words)}
${documentedIn(group).map(({ doc, hasListOnly }) => html`<p>${link(hasListOnly ? words.listOfChecks : words.doc, doc)}</p>`)}
${fingerprints(group, words)}
</article>`
}

function adviceParts(group: FindingGroup, words: Words): Part {
  const advices = advicesOf(group)
  if (advices.every(({ steps }) => steps.length === 0))
    return html`<h4>${words.whatToDo}</h4><p>${words.adviceNone}</p>`
  return advices.map(({ about, steps, from, causes }) => {
    const of = typeof about === 'string' ? null : html` (${joined(about.map(named), words.list)})`
    const source = from === 'general' ? words.general : from && words.adviceFrom[from]
    return [
      causes.length === 0 ? null : html`<p>${words.causes}${words.colon}${causes.join(' ')}</p>`,
      steps.length === 0
        ? null
        : html`<h4>${about === 'reason' ? words.reasonAdvice : words.whatToDo}${of}</h4>${stepList(steps, words)}<p class="minor">${source}</p>`,
    ]
  })
}

function stepList(steps: readonly Step[], words: Words): Html {
  const [only] = steps
  return steps.length === 1 && only !== undefined
    ? html`<div class="step">${stepPart(only, words)}</div>`
    : html`<ol>${steps.map(step => html`<li>${stepPart(step, words)}</li>`)}</ol>`
}

const named = (item: ReportItem): Html =>
  item.title === item.id ? codeOf(item.id) : html`${item.title} ${codeOf(item.id)}`

/** What a waiver names to accept these findings as they are. */
function fingerprints({ findings }: FindingGroup, words: Words): Html | null {
  const prints = new Set(findings.flatMap(({ item }) => item.fingerprint ?? []))
  if (prints.size === 0) return null
  const shown = firstFew<string, Part>([...prints], TASKS_SHOWN, codeOf, words.more)
  return html`<p class="minor">${words.fingerprint}${words.colon}${joined(shown, ', ')}</p>`
}

/** Equal texts stand once, with the tasks that they are of where others say something else. */
function* evidence(group: FindingGroup, dossier: Dossier): Generator<Part> {
  const { words } = dossier
  const { found, subJobs, blackObjects, skips } = evidenceOf(group)
  const fact = (part: Fact) => factPart(part, words)
  yield* listed(words.found, found, fact, dossier)
  yield* listed(
    words.parts,
    subJobs,
    jobs =>
      joined(
        jobs.map(job => subJobPart(job, words)),
        words.semicolon,
      ),
    dossier,
  )
  yield* listed(words.blackObjects, blackObjects, fact, dossier)
  for (const { part } of skips)
    yield html`<p>${words.skippable}${part.consequence && html`${words.colon}${part.consequence}`}</p>`
}

function* listed<T>(
  heading: string,
  all: readonly Found<T>[],
  written: (part: T) => Part,
  dossier: Dossier,
): Generator<Part> {
  if (all.length === 0) return
  yield html`<h4>${heading}</h4><ul>`
  for (const found of all) yield html`<li>${written(found.part)}${placeOf(found, dossier)}</li>`
  yield html`</ul>`
}

function placeOf({ titles, tasks }: Omit<Found<unknown>, 'part'>, { words, targetOf }: Dossier): Part {
  const label = (task: ReportTask) => {
    const target = targetOf.get(task)
    return `${target === undefined ? '' : `${target} / `}${task.label ?? task.id}`
  }
  const few = <V>(values: readonly V[], shown: (value: V) => string) =>
    firstFew(values, TASKS_SHOWN, shown, words.more).join(words.list)
  const places = [few(titles, one => one), few(tasks, label)].filter(text => text !== '')
  return places.length === 0
    ? null
    : html` <span class="minor">${words.foundIn(places.join(words.semicolon))}</span>`
}

function subJobPart({ id, name, status }: ReportItem['subJobs'][number], words: Words): Html {
  const named = joined([name, id].filter(text => text !== null).map(codeOf), ' ')
  return html`${named}${status && html`${words.colon}${status}`}`
}

function factPart(fact: Fact, words: Words): Html {
  const key = fact.key === null ? null : html`${codeOf(fact.key)}${words.colon}`
  if (fact.kind === 'text')
    return html`<span class="lines">${key}${clip(fact.text, TEXT_MAX_CHARACTERS)}</span>`
  const objects = joined(fact.objects.map(codeOf), ', ')
  if (fact.objects.length <= OBJECTS_IN_LINE) return html`${key}${objects}`
  const count = words.objects(fact.objects.length)
  return html`${key}${count}<div class="objects" tabindex="0" role="group" aria-label="${count}">${objects}</div>`
}

function stepPart(step: Step, words: Words): Html {
  const marks = [
    step.code === null || step.lang === null ? null : badge('client', step.lang),
    step.changes ? badge('changes', words.stepChanges) : null,
    step.code === null || step.tried ? null : badge('untried', words.stepNotTried),
  ].filter(mark => mark !== null)
  const code =
    step.code === null
      ? null
      : html`<div class="command"><pre tabindex="0"><code>${step.code}</code></pre><button type="button" class="copy">${words.copy}</button></div>`
  return html`<span class="lines">${step.text}</span> ${joined(marks, ' ')}${code}`
}
