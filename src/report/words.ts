import type { Decision, ReasonCode } from '../precheck/model.ts'
import { logText } from './escape.ts'
import type { Report, ReportItem, ReportTask } from './schema.ts'
import { grouped, plural } from './text.ts'

/** Codes in words, each in one place. */

/** No wording of a pass may promise more than that the pre-check's items passed. */
export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  passed: 'Pre-check passed',
  failed: 'Pre-check failed',
  inconclusive: 'Pre-check inconclusive',
  validated: 'Nothing was checked, only validated',
}

export const REASON_WORDS: Readonly<Record<ReasonCode, string>> = {
  'passed-with-waivers': 'No finding stops the gate; some are accepted by waivers.',
  'passed-with-warnings': 'No check item failed; some gave a warning.',
  'all-passed': 'Every pre-check item passed.',
  'checks-failed': 'The pre-check found something that has to be fixed.',
  'warnings-not-allowed': 'The pre-check gave warnings, and "fail-on: warning" allows none.',
  validated: 'Inputs and files are valid, and nothing that was looked at speaks against a run.',
  'invalid-input': 'The inputs, the config file or the waiver file are not valid; no pre-check was started.',
  'leg-missing': 'A leg that should be there has left no report, so nobody knows how it ended.',
  'leg-not-accepted': 'The report of a leg is none that counts here, so nobody knows how the leg ended.',
  cancelled: 'The run was cancelled before every result was there.',
  'timed-out': 'The deadline came before every result was there.',
  'policy-unavailable': 'The config or waiver file could not be fetched; no pre-check was started.',
  'authentication-failed': 'There are no credentials, or the service did not accept them.',
  'permission-denied': 'What was asked for is not allowed: a right is missing, or the sign-in was refused.',
  'not-found': 'The service does not know a task, an instance or an address that was asked for.',
  'start-refused': 'The service refused to start a pre-check.',
  'service-unavailable': 'The service could not be reached or could not answer.',
  'service-error': 'The service answered with an error.',
  'invalid-response': 'The service gave an answer that could not be understood.',
  'no-check-items': 'The service reported no check item, so nothing was checked.',
  'unknown-status': 'The service used a status that this version does not know; it never counts as passed.',
  'not-verified': 'No check really ran, or the result may be that of an earlier run.',
}

export const decisionWords = (decision: Decision): string => DECISION_WORDS[decision]
export const reasonWords = (code: ReasonCode): string => REASON_WORDS[code]

const COUNT_ORDER = ['failed', 'warning', 'waived', 'unknown', 'passed'] as const
export type CountName = (typeof COUNT_ORDER)[number]

/** Returns the counts that are not zero, the ones to look at first. */
export function shownCounts(counts: Report['counts']): readonly (readonly [CountName, number])[] {
  return COUNT_ORDER.map(name => [name, counts[name]] as const).filter(([, count]) => count > 0)
}

/** Whether a task has no result, or not a whole one. */
export function lacksResult(task: ReportTask): boolean {
  return task.outcome === 'inconclusive' || task.error !== null
}

/**
 * Returns for instance "2 failed, 3 warnings, 34 passed of 39 check items in 3 tasks, 1 of them without a complete
 * result". Without the last part, "39 passed of 39" would sound as if all three were well.
 */
export function countWords(report: Report): string {
  const all = report.targets.flatMap(target => target.tasks)
  const lacking = all.filter(lacksResult).length
  if (all.length === 0) return 'nothing was checked'
  const validated = all.filter(task => task.outcome === 'validated').length
  if (validated > 0)
    return `nothing was checked, ${grouped(validated)} of ${plural(all.length, 'task')} validated`
  const without = lacking === 0 ? '' : `, ${grouped(lacking)} of them without a complete result`
  const tasks = `${plural(all.length, 'task')}${without}`
  if (report.counts.total === 0) return `no check items in ${tasks}`
  const parts = shownCounts(report.counts).map(([name, count]) =>
    name === 'warning' ? plural(count, name) : plural(count, name, name),
  )
  return `${parts.join(', ')} of ${plural(report.counts.total, 'check item')} in ${tasks}`
}

/**
 * What a service said of an error is shown up to here: gateways repeat whole requests, and what to do stands behind it. Enough
 * for all that stands before the service's own words (`couldNot`, the facts, the claims of an id token) and 200 characters of them.
 */
export const ERROR_MAX_CHARACTERS = 1_050

/** Returns what the item counts as, for instance "failed, waived". */
export function statusWords(item: ReportItem): string {
  return item.waiver === null ? item.status : `${item.status}, waived`
}

/** Returns the label with the id, or the id alone, as plain text. */
export function taskName(task: Pick<ReportTask, 'id' | 'label'>): string {
  return task.label === null ? task.id : `${task.label} (${task.id})`
}

/** Returns the last line of the log: gate, decision, reason code and counts. Safe to print. */
export function verdictLine(report: Report, exitCode: number): string {
  const { name, decision, reasonCode } = report.gate
  const isReportOnly = (decision === 'failed' || decision === 'inconclusive') && exitCode === 0
  const note = isReportOnly ? '; report only, the step does not fail' : ''
  return logText(`${name}: ${decision} (${reasonCode}): ${countWords(report)}${note}`)
}
