import type { Dossier, PlacedTask } from './dossier.ts'
import type { ReportTask } from './schema.ts'
import {
  capped,
  code,
  folded,
  type Limits,
  labelList,
  labelMarkdown,
  listUnder,
  prose,
  row,
  strong,
  tableHead,
  taskMarkdown,
  title,
} from './summary-markdown.ts'
import {
  byUrgency,
  countsOf,
  endedAlike,
  errorMarks,
  errorsOf,
  firstOf,
  isSilent,
  OUTCOME_ORDER,
  openItemsOf,
} from './tasks.ts'
import { clip, firstFew } from './text.ts'
import { ERROR_MAX_CHARACTERS, type Words } from './words.ts'

/** With more tasks than this those that passed, and all beyond it, are folded: the findings are to be in sight. */
const ROWS_OPEN = 12
const FIRST_MAX_CHARACTERS = 60
const MESSAGES_SHOWN = 3
const NO_BREAK_SPACE = '\u00A0'

/** Yields one row per task, those to look at first; nothing for a single one. */
export function* taskTableLines(dossier: Dossier, limits: Limits): Generator<string> {
  const { tasks, words } = dossier
  if (tasks.length < 2) return
  const sorted = byUrgency(tasks)
  const isLong = sorted.length > ROWS_OPEN
  const urgent = isLong ? sorted.filter(({ task }) => task.outcome !== 'passed') : sorted
  const open = urgent.slice(0, ROWS_OPEN)
  yield* tableOf(open, { rows: limits.rows }, dossier)
  const rest = sorted.slice(open.length)
  if (open.length < limits.rows && rest.length > 0)
    yield* folded(restLine(rest, words), tableOf(rest, limits, dossier))
}

/** Yields the same for the comment: the first rows, and how many more there are. */
export function* firstTaskLines(dossier: Dossier): Generator<string> {
  if (dossier.tasks.length > 1) yield* tableOf(byUrgency(dossier.tasks), { rows: ROWS_OPEN }, dossier)
}

/** For instance "14 more tasks: 2 failed, 12 passed". */
function restLine(rest: readonly PlacedTask[], words: Words): string {
  const outcomes = Map.groupBy(rest, ({ task }) => task.outcome)
  const parts = OUTCOME_ORDER.flatMap(outcome => {
    const count = outcomes.get(outcome)?.length ?? 0
    return count === 0 ? [] : words.tasksWith(count, words.outcome[outcome])
  })
  return `${words.tasksMore(rest.length)}${words.colon}${parts.join(words.list)}`
}

function* tableOf(
  tasks: readonly PlacedTask[],
  { rows }: Pick<Limits, 'rows'>,
  dossier: Dossier,
): Generator<string> {
  const { words } = dossier
  if (tasks.length === 0) return
  yield* tableHead([words.task, words.outcomeLabel, words.checkItems, words.firstToFix])
  yield* capped(
    tasks,
    rows,
    placed => [taskRow(placed, dossier)],
    more => row([words.andMore.tasks(more), '', '', '']),
  )
  yield ''
}

function taskRow({ target, task }: PlacedTask, dossier: Dossier): string {
  const { words, report } = dossier
  const label = labelMarkdown(task)
  const name = report.targets.length > 1 ? `${title(target.name)} / ${label}` : label
  const isPassed = task.outcome === 'passed' || task.outcome === 'validated'
  const outcome = words.outcome[task.outcome]
  return row([name, isPassed ? outcome : strong(outcome), countsCell(task, words), firstCell(task, dossier)])
}

/** Those that passed are not counted beside others, and blanks hold together: a row is to be one line. */
function countsCell(task: ReportTask, words: Words): string {
  const counts = countsOf(task)
  const shown = counts.length > 1 ? counts.filter(([status]) => status !== 'passed') : counts
  const parts = shown.map(([status, count]) => words.counted(status, count))
  return parts.join(words.list).replaceAll(' ', NO_BREAK_SPACE)
}

function firstCell(task: ReportTask, dossier: Dossier): string {
  const first = firstOf(task, dossier)
  if (first === null) return ''
  if (first === 'reason') return dossier.words.reason[task.reasonCode]
  return `${first.number}. ${title(clip(first.title, FIRST_MAX_CHARACTERS))}`
}

/** Yields the tasks whose result is not there or not whole, and those that failed without a failed item. */
export function* noResultLines(dossier: Dossier, limits: Limits): Generator<string> {
  const { tasks, words } = dossier
  const groups = endedAlike(tasks.map(({ task }) => task))
  if (groups.length > 0) {
    yield `### ${words.noResultOf(groups.flat().length, tasks.length)}`
    yield ''
    yield* capped(
      groups,
      limits.rows,
      same => noResultOf(same, dossier),
      more => `- ${words.andMore.groups(more)}`,
    )
    yield ''
  }
  const silent = tasks.filter(isSilent)
  if (silent.length === 0) return
  yield `### ${words.silentHeading(silent.length)}`
  yield ''
  yield words.silent
  yield ''
  yield* capped(
    silent,
    limits.rows,
    ({ task }) => [`- ${taskMarkdown(task)}`],
    more => `- ${words.andMore.tasks(more)}`,
  )
  yield ''
}

function* noResultOf(same: readonly [ReportTask, ...ReportTask[]], dossier: Dossier): Generator<string> {
  const [first] = same
  const { words, tasks } = dossier
  const cut = first.partial ? ` ${words.findingsSoFar}` : ''
  const name = tasks.length > 1 ? `${labelList(same, dossier)}${words.colon}` : ''
  yield `- ${name}${words.reason[first.reasonCode]} (${code(first.reasonCode)})${cut}`
  const open = listUnder(words.itemsWithout, openItemsOf(first, words).map(prose), words)
  for (const line of [...errorLines(same, words), ...open]) yield `  ${line}`
}

function* errorLines(same: readonly ReportTask[], words: Words): Generator<string> {
  const { messages, first: error } = errorsOf(same)
  const shown = (text: string) => prose(clip(text, ERROR_MAX_CHARACTERS))
  yield* listUnder(words.happened, firstFew(messages, MESSAGES_SHOWN, shown, words.more), words)
  if (error === null) return
  if (error.advice !== null) yield `- ${strong(words.whatToDo + words.colon.trim())} ${prose(error.advice)}`
  const marks = errorMarks(error, words, (name, text) => `${name} ${code(text)}`)
  if (marks.length > 0) yield `- ${words.forSupport}${words.colon}${marks.join(words.list)}`
}
