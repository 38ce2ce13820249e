import type { Dossier, PlacedTask } from '../dossier.ts'
import type { ReportTask } from '../schema.ts'
import {
  byUrgency,
  countsOf,
  endedAlike,
  errorMarks,
  errorsOf,
  firstOf,
  isSilent,
  openItemsOf,
} from '../tasks.ts'
import { clip, firstFew } from '../text.ts'
import type { Words } from '../words.ts'
import { badge, codeOf, section, sectionOf, taskLabel, taskLink } from './elements.ts'
import { type Html, html, joined, type Part } from './markup.ts'

const FIRST_MAX_CHARACTERS = 120
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
  const title = clip(first.title, FIRST_MAX_CHARACTERS)
  return html`<a href="#finding-${first.number}">${title}</a>`
}

/** Returns the tasks whose result is not there or not whole, and those that failed without a failed item. */
export function noResultPart(dossier: Dossier): Html | null {
  const { words, tasks, targetOf } = dossier
  const groups = endedAlike(tasks.map(({ task }) => task))
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
  const marks = error === null ? [] : errorMarks(error, words, (name, code) => html`${name} ${codeOf(code)}`)
  const names = firstFew<ReportTask, Part>(same, TASKS_NAMED, one => taskLabel(one, targetOf), words.more)
  const open = openItemsOf(task, words)
  return html`
<article class="card inconclusive">
<h3>${joined(names, words.list)}</h3>
<p>${words.reason[task.reasonCode]} ${codeOf(task.reasonCode)}${task.partial ? html` ${words.findingsSoFar}` : null}</p>
${firstFew(messages, MESSAGES_SHOWN, text => text, words.more).map(text => html`<p class="lines">${text}</p>`)}
${error?.advice ? html`<p><strong>${words.whatToDo}${words.colon}</strong>${error.advice}</p>` : null}
${marks.length === 0 ? null : html`<p class="minor">${joined(marks, ', ')}</p>`}
${open.length === 0 ? null : html`<ul>${open.map(text => html`<li>${text}</li>`)}</ul>`}
</article>`
}
