import type { Dossier, PlacedTask } from '../dossier.ts'
import type { ReportItem, ReportTask } from '../schema.ts'
import { byUrgency, countsOf, errorsOf, firstOf, isOpen, isSilent, withoutResult } from '../tasks.ts'
import type { Words } from '../words.ts'
import { badge, codeOf, section, sectionOf, shortened, taskLabel, taskLink } from './elements.ts'
import { type Html, html, joined, type Part } from './markup.ts'

const FIRST_MAX_CHARACTERS = 120
const OPEN_ITEMS_SHOWN = 10
const TASKS_NAMED = 20
const MESSAGES_SHOWN = 3

/** Yields one row per task: what became of it, and where to begin. */
export function* tasksPart(dossier: Dossier): Generator<Part> {
  const { words, tasks } = dossier
  if (tasks.length > 0) yield* sectionOf('tasks', words.tasksHeading, tableOf(dossier))
}

function* tableOf(dossier: Dossier): Generator<Part> {
  const { words, tasks } = dossier
  const head = [words.task, words.outcomeLabel, words.counts, words.firstToFix]
  yield html`<div class="wide"><table>
<thead><tr>${head.map(name => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>`
  for (const placed of byUrgency(tasks)) yield taskRow(placed, dossier)
  yield html`</tbody>
</table></div>`
}

function taskRow(placed: PlacedTask, dossier: Dossier): Html {
  const { task, target } = placed
  const { words } = dossier
  const id = task.label === null ? null : html`<div class="minor"><code>${task.id}</code></div>`
  const name = dossier.report.targets.length > 1 ? html`<div class="minor">${target.name}</div>` : null
  const where = task.place && html`<div class="minor">${task.place.file}:${task.place.line}</div>`
  return html`
<tr><th scope="row">${name}${taskLink(placed)}${id}${where}</th>
<td>${badge(task.outcome, words.outcome[task.outcome])}</td>
<td>${countsPart(task, words)}</td>
<td>${firstPart(task, dossier)}</td></tr>`
}

function countsPart(task: ReportTask, words: Words): Part {
  return joined(
    countsOf(task).map(
      ([status, count]) => html`<span class="nowrap">${words.counted(status, count)}</span>`,
    ),
    ', ',
  )
}

function firstPart(task: ReportTask, dossier: Dossier): Part {
  const first = firstOf(task, dossier)
  if (first === null) return null
  if (first === 'reason') return dossier.words.reason[task.reasonCode]
  const title = shortened(first.title, FIRST_MAX_CHARACTERS, dossier.words)
  return html`<a href="#finding-${first.number}">${title}</a>`
}

/** Returns the tasks whose result is not there or not whole, and those that failed without a failed item. */
export function noResultPart(dossier: Dossier): Html | null {
  const { words, tasks, targetOf } = dossier
  const groups = withoutResult(tasks.map(({ task }) => task))
  const silent = tasks.filter(isSilent)
  if (groups.length + silent.length === 0) return null
  const parts = [
    ...groups.map(same => noResult(same, dossier)),
    ...silent.map(
      ({ task }) =>
        html`<article class="card failed"><h3>${taskLabel(task, targetOf)}</h3><p>${words.silent}</p></article>`,
    ),
  ]
  return section('no-result', words.noResult, html`${parts}`)
}

function noResult(same: readonly [ReportTask, ...ReportTask[]], { words, targetOf }: Dossier): Html {
  const [task] = same
  const { messages, first: error } = errorsOf(same)
  const marks: readonly (Part | null)[] =
    error === null
      ? []
      : [
          error.httpStatus === null ? null : `HTTP ${error.httpStatus}`,
          error.code === null ? null : html`${words.code} ${codeOf(error.code)}`,
          error.requestId === null ? null : html`${words.requestId} ${codeOf(error.requestId)}`,
        ]
  const said = marks.filter(mark => mark !== null)
  const names = firstFew(
    same.map(one => taskLabel(one, targetOf)),
    TASKS_NAMED,
    words,
  )
  return html`
<article class="card inconclusive">
<h3>${joined(names, words.list)}</h3>
<p>${words.reason[task.reasonCode]} ${codeOf(task.reasonCode)}${task.partial ? html` ${words.partial}` : null}</p>
${firstFew(messages, MESSAGES_SHOWN, words).map(message => html`<p class="lines">${message}</p>`)}
${error?.advice ? html`<p><strong>${words.whatToDo}${words.colon}</strong>${error.advice}</p>` : null}
${said.length === 0 ? null : html`<p class="minor">${joined(said, ', ')}</p>`}
${openItems(task.items, words)}
</article>`
}

function firstFew(parts: readonly Part[], most: number, words: Words): readonly Part[] {
  return parts.length > most ? [...parts.slice(0, most), words.more(parts.length - most)] : parts
}

function openItems(items: readonly ReportItem[], words: Words): Html | null {
  const open = items.filter(isOpen)
  if (open.length === 0) return null
  const shown = open
    .slice(0, OPEN_ITEMS_SHOWN)
    .map(item => html`<li>${item.title} (${words.status[item.status]})</li>`)
  const more = open.length - shown.length
  return html`<ul>${shown}${more > 0 ? html`<li>${words.more(more)}</li>` : null}</ul>`
}
