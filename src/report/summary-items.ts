import { htmlCode, markdownText } from './escape.ts'
import { severityOf } from './findings.ts'
import type { Report, ReportItem, ReportTarget, ReportTask } from './schema.ts'
import {
  capped,
  code,
  detailCell,
  type Limits,
  reasonMarkdown,
  row,
  TITLE_MAX_CHARACTERS,
  title,
} from './summary-parts.ts'
import { clip, plural } from './text.ts'
import { statusWords } from './words.ts'

/** Yields every check item of every task, folded. */
export function* itemLines(report: Report, limits: Limits): Generator<string> {
  const tasks = report.targets.flatMap(target => target.tasks.map(task => ({ target, task })))
  if (tasks.length === 0) return
  yield '### All check items'
  yield ''
  yield* capped(
    tasks,
    limits.rows,
    ({ target, task }) => taskTable(target, task, limits),
    more => `and ${plural(more, 'more task')}`,
  )
  yield ''
}

function* taskTable(target: ReportTarget, task: ReportTask, limits: Limits): Generator<string> {
  const rows = [...task.items].sort((a, b) => weight(a) - weight(b))
  const shown = limits.passedItems ? rows : rows.filter(item => weight(item) < PASSED_WEIGHT)
  const hidden = rows.length - shown.length
  yield `<details><summary>${taskHtml(target, task)}</summary>`
  yield ''
  yield runLine(target, task)
  yield ''
  if (shown.length > 0) {
    yield row(['Result', 'Check item', 'The service says'])
    yield row(['---', '---', '---'])
    yield* capped(
      shown,
      limits.rows,
      item => [row([statusWords(item), itemCell(item), foundCell(item)])],
      more => row(['', `and ${plural(more, 'more item')}`, '']),
    )
    yield ''
  }
  if (hidden > 0) yield* [`${plural(hidden, 'passed item')} not shown here.`, '']
  yield '</details>'
  yield ''
}

/** Inside `<summary>` Markdown is not read, so the id is an HTML element here. */
function taskHtml(target: ReportTarget, task: ReportTask): string {
  const short = (text: string) => clip(text, TITLE_MAX_CHARACTERS)
  const id = htmlCode(short(task.id))
  const name = task.label === null ? id : `${markdownText(short(task.label))} (${id})`
  return `${markdownText(short(target.name))}, ${name}: ${task.outcome}, ${plural(task.items.length, 'item')}`
}

const FRESHNESS_WORDS = {
  new: 'result of the run that this gate started',
  assumed: 'result assumed to be that of the run that this gate started: it stood unchanged long enough',
  'as-found': 'result as found, of whatever age',
} as const

function runLine(target: ReportTarget, task: ReportTask): string {
  const facts = [
    `service ${code(target.service)} at ${code(target.endpoint)}`,
    task.precheckId === null ? null : `pre-check ${code(task.precheckId)}`,
    task.progress === null ? null : `progress ${task.progress} %`,
    task.freshness === null ? null : FRESHNESS_WORDS[task.freshness],
    task.partial ? 'cut off before its end' : null,
  ]
  const text = facts.filter(fact => fact !== null).join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

const PASSED_WEIGHT = 4

/** What needs attention stands first. */
function weight(item: ReportItem): number {
  const severity = severityOf(item)
  if (severity !== null) return severity === 'failed' ? 0 : 1
  if (item.waiver !== null) return 3
  return item.status === 'passed' ? PASSED_WEIGHT : 2
}

function itemCell(item: ReportItem): string {
  return item.title === item.id ? code(item.id) : `${title(item.title)} ${code(item.id)}`
}

function foundCell(item: ReportItem): string {
  const reason = item.reason === null ? '' : reasonMarkdown(item.reason)
  return [reason, detailCell(item.detail)].filter(text => text !== '').join('; ')
}
