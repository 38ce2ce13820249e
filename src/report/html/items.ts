import type { Dossier, PlacedTask } from '../dossier.ts'
import { passedOnce } from '../passed-once.ts'
import { type Fact, factLine, factsOf } from '../readable.ts'
import type { ReportItem } from '../schema.ts'
import { byStatus, STATUS_ORDER, shownStatus, taskFacts } from '../tasks.ts'
import { clip } from '../text.ts'
import type { Words } from '../words.ts'
import { badge, codeOf, taskLabel } from './elements.ts'
import { type Html, html } from './markup.ts'

/** The whole text stands with the finding, where the search of the page looks too, and in report.json. */
const FOUND_MAX_CHARACTERS = 400
const OBJECTS_SHOWN = 10

/** Yields every check item of every task below what searches and filters them. */
export function* itemsPart(dossier: Dossier): Generator<Html> {
  const { words, tasks, groups } = dossier
  if (tasks.length === 0) return
  yield html`
<section id="items" data-shown="${words.shown}">
<h2 id="items-heading" tabindex="-1">${words.allItems}</h2>
${filters(dossier)}
`
  const numbers = new Map(
    groups.flatMap(({ number, findings }) => findings.map(({ item }) => [item, number] as const)),
  )
  const rowOf = passedOnce((item: ReportItem) => itemRow(item, words, numbers.get(item)))
  for (const placed of tasks) yield taskItems(placed, words, rowOf)
  yield html`</section>\n`
}

function filters({ words, tasks }: Dossier): Html {
  const statuses = new Set(tasks.flatMap(({ task }) => task.items.map(shownStatus)))
  const services = [...new Set(tasks.map(({ target }) => target.service))]
  const select = (name: string, label: string, all: string, options: readonly Html[]) => html`
<label>${label} <select name="${name}"><option value="">${all}</option>${options}</select></label>`
  const option = (value: string | number, text: string) => html`<option value="${value}">${text}</option>`
  const shown = STATUS_ORDER.filter(status => statuses.has(status)).map(status =>
    option(status, words.status[status]),
  )
  return html`
<form class="filters scripted" role="search" aria-label="${words.filter}">
<label>${words.search} <input type="search" name="q" autocomplete="off" spellcheck="false"></label>
${select('status', words.result, words.anyStatus, shown)}
${select(
  'service',
  words.service,
  words.anyService,
  services.map(name => option(name, name)),
)}
${select(
  'task',
  words.task,
  words.anyTask,
  tasks.map(({ number, target, task }) => option(number, `${target.name}, ${task.label ?? task.id}`)),
)}
<button type="reset">${words.reset}</button>
<output role="status"></output>
</form>`
}

function taskItems(placed: PlacedTask, words: Words, rowOf: (item: ReportItem) => Html): Html {
  const { number, target, task } = placed
  const items = byStatus(task)
  const id = task.label === null ? null : html` <code class="minor">${task.id}</code>`
  const rows = items.map(rowOf)
  const table = html`<div class="wide"><table class="items">
<thead><tr><th scope="col">${words.result}<th scope="col">${words.checkItem}<th scope="col">${words.found}</thead>
<tbody>${rows}</tbody>
</table></div>`
  return html`
<section class="task" id="task=${number}" data-task="${number}" data-service="${target.service}">
<h3>${target.name}, ${taskLabel(task)}${id}</h3>
<p class="minor">${taskFacts(placed, words, text => text)}</p>
${items.length === 0 ? null : table}
</section>`
}

const hasMoreObjects = (fact: Fact) => fact.kind === 'objects' && fact.objects.length > OBJECTS_SHOWN

/** End tags that HTML does not need are left out: there can be a hundred thousand rows. */
function itemRow(item: ReportItem, words: Words, finding: number | undefined): Html {
  const status = shownStatus(item)
  const title = item.title === item.id ? null : html`${item.title} `
  const since = item.since === null ? null : html` ${badge(`since-${item.since}`, words.since[item.since])}`
  const own = item.waiver === null ? null : html` (${words.status[item.status]})`
  const facts = factsOf(item.detail)
  const lines = facts.map(fact => factLine(fact, OBJECTS_SHOWN, words))
  const found = [item.reason, ...lines].filter(text => text !== null).join(words.semicolon)
  const isCut = found.length > FOUND_MAX_CHARACTERS || facts.some(hasMoreObjects)
  const whole = isCut && finding !== undefined ? html` data-finding="${finding}"` : null
  return html`
<tr data-item="${item.id}" data-status="${status}"${whole}><td>${badge(status, words.status[status])}${own}${since}<td>${title}${codeOf(item.id)}<td>${clip(found, FOUND_MAX_CHARACTERS)}`
}
