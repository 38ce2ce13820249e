import { type FindingGroup, type FindingItem, tasksOf } from '../findings.ts'
import { type Fact, factsOf, factsOfJson } from '../readable.ts'
import type { ReportItem } from '../schema.ts'
import { badge, codeOf, type PageContext, section, shortened, taskLink } from './context.ts'
import { type Html, html, joined, link, type Part } from './markup.ts'
import type { Words } from './words.ts'

/** Beyond this a list of objects scrolls by itself, so that the next finding stays in sight. */
const OBJECTS_IN_LINE = 20
/** The list of all items names the others. */
const TASKS_SHOWN = 100
/** Longer than what any service is kept to, less than what makes a browser slow. */
const TEXT_MAX_CHARACTERS = 100_000

/** Returns the findings in the order in which they are to be fixed. */
export function findingsPart(context: PageContext): Html | null {
  const { groups, words, report } = context
  if (report.targets.length === 0) return null
  if (groups.length === 0) return section('findings', words.findings, html`<p>${words.noFindings}</p>`)
  const numbers = new Map(context.tasks.map(placed => [placed.task, placed]))
  const several = context.tasks.length > 1
  const cards = groups.map((group, index) => {
    const tasks = [...tasksOf(group)].slice(0, TASKS_SHOWN).flatMap(task => numbers.get(task) ?? [])
    const more = tasksOf(group).size - tasks.length
    const named = [...tasks.map(taskLink), ...(more > 0 ? [words.more(more)] : [])]
    const where = several ? html`<p>${words.inTasks}${words.colon}${joined(named, ', ')}</p>` : null
    return card(group, index + 1, where, context)
  })
  return section('findings', words.findings, html`${cards}`)
}

function card(group: FindingGroup, number: number, where: Part, { words }: PageContext): Html {
  const [first] = group.items
  if (first === undefined) return html``
  const { item } = first
  const since = [
    ...new Set(group.items.flatMap(({ findings }) => findings.flatMap(found => found.item.since ?? []))),
  ]
  const marks = [
    badge(group.severity, words.status[item.status]),
    ...since.map(one => badge(`since-${one}`, words.since[one])),
  ]
  const sameAdvice = new Set(group.items.map(entry => JSON.stringify(entry.item.steps))).size === 1
  const titles =
    group.items.length === 1
      ? null
      : html`<ul>${group.items.map(entry => html`<li>${named(entry.item)}</li>`)}</ul>`
  return html`
<article class="card ${group.severity}" id="finding-${number}" tabindex="-1">
<h3>${number}. ${group.items.length === 1 ? named(item) : words.oneReason(group.findingCount)}</h3>
<p>${joined(marks, ' ')}</p>
${where}${titles}
${group.reason === null ? null : html`<p class="lines"><strong>${words.reasonLabel}${words.colon}</strong>${group.reason}</p>`}
${group.items.map(entry => evidence(entry, group.items.length > 1, words))}
${sameAdvice ? advice(item, words) : group.items.map(entry => html`<h4>${named(entry.item)}</h4>${advice(entry.item, words)}`)}
${fingerprints(group, words)}
</article>`
}

const named = (item: ReportItem): Html =>
  item.title === item.id ? codeOf(item.id) : html`${item.title} ${codeOf(item.id)}`

/** What a waiver names to accept these findings as they are. */
function fingerprints({ items }: FindingGroup, words: Words): Html | null {
  const prints = new Set(
    items.flatMap(({ findings }) => findings.flatMap(found => found.item.fingerprint ?? [])),
  )
  if (prints.size === 0) return null
  const shown: Part[] = [...prints].slice(0, TASKS_SHOWN).map(codeOf)
  if (prints.size > shown.length) shown.push(words.more(prints.size - shown.length))
  return html`<p class="minor">${words.fingerprint}${words.colon}${joined(shown, ', ')}</p>`
}

/** Equal details stand once, with the tasks that they are of. */
function evidence({ item, findings }: FindingItem, isOneOfSeveral: boolean, words: Words): Html {
  const details = [...Map.groupBy(findings, found => found.item.detail)]
  const parts = details.map(([detail, same]) => {
    const facts = factsOf(detail).map(fact => html`<li>${factPart(fact, words)}</li>`)
    const labels =
      details.length === 1 ? null : html`<p class="minor">${words.inTasks}${words.colon}${labelsOf(same)}</p>`
    return facts.length === 0 ? null : html`${labels}<ul>${facts}</ul>`
  })
  const said = parts.some(part => part !== null) ? html`<h4>${words.found}</h4>${parts}` : null
  return html`
${isOneOfSeveral && said !== null ? html`<h4>${named(item)}</h4>` : null}${said}
${findings.map(found => ownParts(found.item, words))}`
}

function labelsOf(findings: FindingItem['findings']): string {
  return findings
    .slice(0, TASKS_SHOWN)
    .map(({ task }) => task.label ?? task.id)
    .join(', ')
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
    step.changes ? badge('changes', words.stepChanges) : null,
    step.tried ? badge('tried', words.stepTried) : null,
  ].filter(mark => mark !== null)
  const code =
    step.code === null
      ? null
      : html`<div class="command"><pre tabindex="0"><code>${step.code}</code></pre><button type="button" class="copy">${words.copy}</button></div>`
  return html`<span class="lines">${step.text}</span> ${joined(marks, ' ')}${code}`
}
