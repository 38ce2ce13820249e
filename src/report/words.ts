import type { Language } from '../precheck/sentence.ts'
import type { StepResult } from '../precheck/verdict.ts'
import type { ShownStatus } from './codes-en.ts'
import { logText } from './escape.ts'
import type { Report, ReportItem, ReportTask } from './schema.ts'
import { english, type Words } from './words-en.ts'
import { chinese } from './words-zh.ts'

export type { ShownStatus, Words }

const WORDS: Readonly<Record<Language, Words>> = { 'en-us': english, 'zh-cn': chinese }

/** Returns the sentences of the reports in a language. */
export const wordsIn = (language: Language): Words => WORDS[language]

const COUNT_ORDER = ['failed', 'warning', 'waived', 'unknown', 'passed'] as const

/** Returns the counts that are not zero, the ones to look at first. */
export function shownCounts(
  counts: Report['counts'],
): readonly (readonly [(typeof COUNT_ORDER)[number], number])[] {
  return COUNT_ORDER.map(name => [name, counts[name]] as const).filter(([, count]) => count > 0)
}

/** Whether a task has no result, or not a whole one. */
export function lacksResult(task: ReportTask): boolean {
  return task.outcome === 'inconclusive' || task.error !== null
}

/**
 * Returns how many items count as what, and how many tasks have no complete result. Without the last part, "39 passed of
 * 39" would sound as if all three were well.
 */
export function countWords(report: Report): string {
  const words = wordsIn(report.gate.language)
  const all = report.targets.flatMap(target => target.tasks)
  if (all.length === 0) return words.nothingChecked
  const validated = all.filter(task => task.outcome === 'validated').length
  if (validated > 0) return words.validatedLine(validated, all.length, report.requests === 0)
  const counts = shownCounts(report.counts).map(([name, count]) => words.counted(name, count))
  return words.countsLine(
    counts.join(words.list),
    report.counts.total,
    all.length,
    all.filter(lacksResult).length,
  )
}

/**
 * What a service said of an error is shown up to here: gateways repeat whole requests, and what to do stands behind it. Enough
 * for all that stands before the service's own words (`couldNot`, the facts, the claims of an id token) and 200 characters of them.
 */
export const ERROR_MAX_CHARACTERS = 1_050

/** Returns what the item counts as, for instance "failed, waived". */
export function statusWords(item: ReportItem, words: Words): string {
  const status = words.status[item.status]
  return item.waiver === null ? status : `${status}${words.list}${words.status.waived}`
}

/** Returns the name of the target for each task that does not go by its label, or else its id, alone: another target has one of that name. */
export function targetsNamed({ targets }: Report): ReadonlyMap<ReportTask, string> {
  const placed = targets.flatMap(({ name, tasks }) => tasks.map(task => ({ name, task })))
  const twins = Map.groupBy(placed, ({ task }) => task.label ?? task.id)
  const shared = [...twins.values()].filter(same => new Set(same.map(({ name }) => name)).size > 1)
  return new Map(shared.flatMap(same => same.map(({ name, task }) => [task, name] as const)))
}

/** Returns the label with the id, or the id alone, as plain text, behind the target where it takes one (`targetsNamed`). */
export function taskName(task: Pick<ReportTask, 'id' | 'label'>, target?: string): string {
  const name = task.label === null ? task.id : `${task.label} (${task.id})`
  return target === undefined ? name : `${target} / ${name}`
}

/** Returns the last line of the log: gate, decision, reason code and counts. Safe to print. */
export function verdictLine(report: Report, result: StepResult): string {
  const { name, decision, reasonCode, language } = report.gate
  const words = wordsIn(language)
  const isReportOnly = (decision === 'failed' || decision === 'inconclusive') && result === 'ok'
  const note = isReportOnly ? words.reportOnlyNote : ''
  const outcome = `${words.outcome[decision]} (${reasonCode})`
  return logText(`${name}: ${outcome}: ${countWords(report)}${note}`)
}
