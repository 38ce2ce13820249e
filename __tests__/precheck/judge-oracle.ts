import type { CheckItem, ReasonCode, TargetResult, TaskResult } from '../../src/precheck/model.ts'
import type { FailOn } from '../../src/precheck/verdict.ts'
import type { Waiver } from '../../src/precheck/waivers.ts'

/**
 * A second judge, written from the rules and not from the first one: it collects every rule that fits and
 * takes the one with the lowest number. Slow and plain on purpose; shares no code with src/.
 */
export function oracle(
  targets: readonly TargetResult[],
  failOn: FailOn,
  waivers: readonly Waiver[],
  today: string,
): { reason: ReasonCode; counts: string } {
  const reasons: ReasonCode[] = targets.length === 0 ? ['not-verified'] : []
  const tally = { passed: 0, warning: 0, failed: 0, waived: 0, unknown: 0 }
  for (const { service, tasks } of targets) {
    if (tasks.length === 0) reasons.push('not-verified')
    for (const result of tasks) {
      const words = result.items.map(item => word(item, service, result, waivers, today))
      reasons.push(taskReason(result, words, failOn))
      for (const it of words) {
        if (it.startsWith('waived')) tally.waived += 1
        else if (it === 'passed') tally.passed += 1
        else if (it === 'failed') tally.failed += 1
        else if (it === 'warning' || it === 'skipped') tally.warning += 1
        else tally.unknown += 1
      }
    }
  }
  const order =
    'checks-failed warnings-not-allowed invalid-input leg-missing leg-not-accepted cancelled timed-out ' +
    'policy-unavailable authentication-failed permission-denied not-found start-refused service-unavailable service-error ' +
    'invalid-response no-check-items unknown-status not-verified passed-with-waivers passed-with-warnings all-passed'
  const [reason] = reasons.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  return { reason: reason ?? 'not-verified', counts: JSON.stringify(tally) }
}

/** The item's status, with `waived-` before it where a waiver holds. */
function word(
  item: CheckItem,
  service: string,
  { task: { id }, items }: TaskResult,
  waivers: readonly Waiver[],
  today: string,
): string {
  const fits = (pattern: string, text: string) =>
    new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text)
  for (const w of waivers) {
    const wanted = {
      warning: ['warning', 'skipped'],
      failed: ['failed'],
      any: ['warning', 'skipped', 'failed'],
    }
    if (!wanted[w.status].includes(item.status)) continue
    if (Date.parse(w.expires) < Date.parse(today)) continue
    if (w.service !== null && w.service !== service) continue
    if (w.task !== null && !fits(w.task, id)) continue
    if (w.failedReason !== null && w.failedReason !== item.reason) continue
    // No waiver here has a fingerprint, and without one it covers no name that is there twice.
    if (items.filter(({ baseId }) => baseId === item.baseId).length > 1) continue
    if (fits(w.item, item.baseId)) return `waived-${item.status}`
  }
  return item.status
}

function taskReason({ problem, overall }: TaskResult, words: readonly string[], failOn: FailOn): ReasonCode {
  const has = (...any: readonly string[]) => any.some(one => words.includes(one))
  const fitting: [number, ReasonCode][] = []
  const noFailed = !has('failed', 'waived-failed')
  if (has('failed')) fitting.push([1, 'checks-failed'])
  if (problem) fitting.push([2, problem.reason])
  if (overall === 'run-failed' && noFailed) fitting.push([3, 'checks-failed'])
  if (overall === 'run-skipped') fitting.push([4, 'not-verified'])
  if (has('pending')) fitting.push(overall === 'run-failed' ? [11, 'not-verified'] : [5, 'timed-out'])
  if (words.length === 0) fitting.push([6, 'no-check-items'])
  if (has('unknown')) fitting.push([7, 'unknown-status'])
  if (!has('passed', 'warning', 'failed', 'waived-warning', 'waived-failed'))
    fitting.push([8, 'not-verified'])
  if (overall === 'missing') fitting.push([8, 'not-verified'])
  if (overall === 'negative' && noFailed) fitting.push([9, 'checks-failed'])
  if (failOn === 'warning' && has('warning', 'skipped')) fitting.push([10, 'warnings-not-allowed'])
  if (words.some(it => it.startsWith('waived'))) fitting.push([12, 'passed-with-waivers'])
  if (has('warning', 'skipped')) fitting.push([13, 'passed-with-warnings'])
  fitting.push([14, 'all-passed'])
  return fitting.reduce((best, next) => (next[0] < best[0] ? next : best))[1]
}
