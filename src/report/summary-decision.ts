import { failsStep } from '../precheck/verdict.ts'
import { bar } from './progress.ts'
import type { Report, ReportTarget, ReportTask } from './schema.ts'
import {
  capped,
  code,
  factList,
  type Limits,
  prose,
  taskMarkdown,
  title,
  WHAT_TO_DO,
} from './summary-parts.ts'
import { clip, grouped, plural } from './text.ts'
import {
  countWords,
  decisionWords,
  ERROR_MAX_CHARACTERS,
  lacksResult,
  reasonWords,
  shownCounts,
} from './words.ts'

const BAR_CELLS = 30
const ITEMS_WITHOUT_RESULT_SHOWN = 10

/** Yields the decision and its reason: what somebody must know who reads nothing else. */
export function* decisionLines(report: Report): Generator<string> {
  const { gate } = report
  yield `## ${decisionWords(gate.decision)}: ${title(gate.name)}`
  yield ''
  yield `**${reasonWords(gate.reasonCode)}** (${code(gate.reasonCode)}) ${sentence(countWords(report))}`
  yield ''
  if (gate.decision === 'passed') {
    yield 'This is the result of the check items and nothing more; it says nothing about what they do not look at.'
    yield ''
    yield* assumedLines(report)
  } else if (gate.decision === 'validated') {
    yield 'No pre-check was started or read for a verdict: this says nothing about a database.'
    yield ''
  } else if (!failsStep(gate)) {
    yield `Report only (\`fail-on: ${gate.failOn}\`): this decision does not fail the step.`
    yield ''
  }
}

/** A pass that rests on an assumption says so where it says that it is one. */
function* assumedLines(report: Report): Generator<string> {
  const all = report.targets.flatMap(target => target.tasks)
  const assumed = all.filter(task => task.freshness === 'assumed').length
  if (assumed === 0) return
  yield `**The result of ${grouped(assumed)} of ${plural(all.length, 'task')} is assumed to be that of this run:** the service does not say which run a result is from.`
  yield ''
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

/** Yields what is wrong with the inputs or could not be fetched. */
export function* problemLines(report: Report, limits: Limits): Generator<string> {
  if (report.problems.length === 0) return
  yield `### To correct: ${plural(report.problems.length, 'problem')}`
  yield ''
  yield* capped(
    report.problems,
    limits.rows,
    problem => [`- ${prose(problem)}`],
    more => `- and ${more} more`,
  )
  yield ''
}

interface PlacedTask {
  readonly target: ReportTarget
  readonly task: ReportTask
}

/** Yields the tasks whose result is not there or not whole, with the error and what to do about it. */
export function* noResultLines(report: Report, limits: Limits): Generator<string> {
  const all = report.targets.flatMap(target => target.tasks.map(task => ({ target, task })))
  const affected = all.filter(({ task }) => lacksResult(task))
  if (affected.length === 0) return
  yield `### No complete result: ${affected.length} of ${plural(all.length, 'task')}`
  yield ''
  yield* capped(affected, limits.rows, noResultOfTask, more => `- and ${plural(more, 'more task')}`)
  yield ''
}

function* noResultOfTask({ target, task }: PlacedTask): Generator<string> {
  const { error } = task
  const cut = task.partial ? ' Its findings below are those seen so far.' : ''
  yield `- **${title(target.name)}**, ${taskMarkdown(task)}: ${reasonWords(task.reasonCode)} (${code(task.reasonCode)})${cut}`
  if (error !== null) {
    yield `  - What happened: ${prose(clip(error.message, ERROR_MAX_CHARACTERS))}`
    if (error.advice !== null) yield `  - ${WHAT_TO_DO} ${prose(error.advice)}`
    const marks = [
      error.httpStatus === null ? null : `HTTP ${error.httpStatus}`,
      error.code === null ? null : `code ${code(error.code)}`,
      error.requestId === null ? null : `request id ${code(error.requestId)}`,
    ].filter(mark => mark !== null)
    if (marks.length > 0) yield `  - For support: ${marks.join(', ')}`
  }
  const open = task.items.filter(item => item.status === 'pending' || item.status === 'unknown')
  const shown = open.slice(0, ITEMS_WITHOUT_RESULT_SHOWN).map(item => {
    const word = item.rawStatus === null ? item.status : `${item.status}, ${item.rawStatus}`
    return `${item.title} (${word})`
  })
  if (open.length > shown.length) shown.push(`and ${open.length - shown.length} more`)
  const facts = shown.map(text => ({ kind: 'text' as const, key: null, text }))
  yield* factList('Items without a result', facts, '  ')
}

/** Yields the counts as text bars; nothing when there is nothing to count. */
export function* countLines(report: Report): Generator<string> {
  const counts = shownCounts(report.counts)
  if (counts.length === 0) return
  const width = grouped(report.counts.total).length
  yield '```text'
  for (const [name, count] of counts) {
    const number = grouped(count).padStart(width)
    yield `${name.padEnd(7)}  ${bar(count / report.counts.total, BAR_CELLS)}  ${number}`
  }
  yield '```'
  yield ''
}
