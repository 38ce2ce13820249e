import type { Dossier } from '../dossier.ts'
import { byAdvice, type Finding, type FindingGroup, foundIn, titlesOf } from '../findings.ts'
import { type Fact, factsOfJson } from '../readable.ts'
import type { ReportItem } from '../schema.ts'
import type { Words } from '../words.ts'
import { badge, codeOf, section, sectionOf, shortened, taskLink } from './elements.ts'
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
  const { groups, words } = dossier
  const numbers = new Map(dossier.tasks.map(placed => [placed.task, placed]))
  const several = dossier.tasks.length > 1
  for (const group of groups) {
    const tasks = group.tasks.slice(0, TASKS_SHOWN).flatMap(task => numbers.get(task) ?? [])
    const more = group.tasks.length - tasks.length
    const named = [
      ...tasks.map(placed => taskLink(placed, dossier.targetOf)),
      ...(more > 0 ? [words.more(more)] : []),
    ]
    const where = several ? html`<p>${words.inTasks}${words.colon}${joined(named, ', ')}</p>` : null
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
<h3>${number}. ${group.items.length === 1 ? named(first.item) : headingOf(group, words)}</h3>
<p>${joined(marks, ' ')}</p>
${where}${titles}
${reason === null ? null : html`<p class="lines"><strong>${words.reasonLabel}${words.colon}</strong>${reason}${known && html`${words.colon}${known.meaning}`}</p>`}
`
  yield* evidence(group, dossier)
  for (const found of findings) yield ownParts(found.item, words)
  yield html`
${adviceParts(group, words)}
${fingerprints(group, words)}
</article>`
}

function headingOf(group: FindingGroup, words: Words): string {
  const { shown, more } = titlesOf(group)
  return shown.join(words.list) + (more > 0 ? ` ${words.andMore.items(more)}` : '')
}

function adviceParts(group: FindingGroup, words: Words): Part {
  const advices = byAdvice(group)
  return advices.map(same => [
    advices.length === 1
      ? null
      : html`<h4>${joined(
          same.map(({ item }) => named(item)),
          words.list,
        )}</h4>`,
    advice(same[0].item, words),
  ])
}

const named = (item: ReportItem): Html =>
  item.title === item.id ? codeOf(item.id) : html`${item.title} ${codeOf(item.id)}`

/** What a waiver names to accept these findings as they are. */
function fingerprints({ findings }: FindingGroup, words: Words): Html | null {
  const prints = new Set(findings.flatMap(({ item }) => item.fingerprint ?? []))
  if (prints.size === 0) return null
  const shown: Part[] = [...prints].slice(0, TASKS_SHOWN).map(codeOf)
  if (prints.size > shown.length) shown.push(words.more(prints.size - shown.length))
  return html`<p class="minor">${words.fingerprint}${words.colon}${joined(shown, ', ')}</p>`
}

/** Equal texts stand once, with the tasks that they are of where others say something else. */
function* evidence(group: FindingGroup, dossier: Dossier): Generator<Part> {
  const { words } = dossier
  const found = foundIn(group)
  if (found.length === 0) return
  yield html`<h4>${words.found}</h4><ul>`
  for (const { part, findings } of found) {
    const where =
      findings.length === group.findings.length
        ? null
        : html` <span class="minor">${placesOf(findings, group, dossier)}</span>`
    yield html`<li>${factPart(part, words)}${where}</li>`
  }
  yield html`</ul>`
}

function placesOf(findings: readonly Finding[], group: FindingGroup, { words, targetOf }: Dossier): string {
  const places = findings.slice(0, TASKS_SHOWN).map(({ task, item }) => {
    const target = targetOf.get(task)
    const label = `${target === undefined ? '' : `${target} / `}${task.label ?? task.id}`
    return group.items.length === 1 ? label : `${label}${words.colon}${item.title}`
  })
  const more = findings.length - places.length
  return words.foundIn([...places, ...(more > 0 ? [words.more(more)] : [])].join(words.list))
}

/** What only some services tell of an item. */
function ownParts(item: ReportItem, words: Words): Part {
  const jobs = item.subJobs.map(({ id, name, status }) => {
    const parts = [name, id].filter(text => text !== null).map(codeOf)
    return html`<li>${joined(parts, ' ')}${status === null ? null : html`${words.colon}${status}`}</li>`
  })
  const black = factsOfJson(item.blackObjects).map(fact => html`<li>${factPart(fact, words)}</li>`)
  return [
    jobs.length === 0 ? null : html`<h4>${words.parts}</h4><ul>${jobs}</ul>`,
    black.length === 0 ? null : html`<h4>${words.blackObjects}</h4><ul>${black}</ul>`,
    item.skippable === true
      ? html`<p>${words.skippable}${item.skipConsequence === null ? null : html`${words.colon}${item.skipConsequence}`}</p>`
      : null,
  ]
}

function factPart(fact: Fact, words: Words): Html {
  const key = fact.key === null ? null : html`${codeOf(fact.key)}${words.colon}`
  if (fact.kind === 'text')
    return html`<span class="lines">${key}${shortened(fact.text, TEXT_MAX_CHARACTERS, words)}</span>`
  const objects = joined(fact.objects.map(codeOf), ', ')
  if (fact.objects.length <= OBJECTS_IN_LINE) return html`${key}${objects}`
  const count = words.objects(fact.objects.length)
  return html`${key}${count}<div class="objects" tabindex="0" role="group" aria-label="${count}">${objects}</div>`
}

function advice(item: ReportItem, words: Words): Html {
  const doc = item.doc === null ? null : html`<p>${link(words.doc, item.doc)}</p>`
  if (item.steps.length === 0) return html`<h4>${words.whatToDo}</h4><p>${words.adviceNone}</p>${doc}`
  const steps = item.steps.map(step => html`<li>${stepPart(step, words)}</li>`)
  const [only] = item.steps
  const list =
    item.steps.length === 1 && only !== undefined
      ? html`<div class="step">${stepPart(only, words)}</div>`
      : html`<ol>${steps}</ol>`
  const source =
    item.adviceFrom === null ? null : html`<p class="minor">${words.adviceFrom[item.adviceFrom]}</p>`
  return html`<h4>${words.whatToDo}</h4>${list}${source}${doc}`
}

function stepPart(step: ReportItem['steps'][number], words: Words): Html {
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
