import type { Asked, AskedWaiver } from './exchange.ts'
import type { Item } from './words.ts'

/**
 * Section 2 of the contract, and section 6 for what is waived: what a task, the gate and the counts come to. The tests of the judge
 * and of the merge hold theirs to it as the random runs do.
 */

export type Overall =
  | 'good'
  | 'bad'
  | 'silent'
  /** A field of it is there and cannot be read. */
  | 'unreadable'
  | 'no such thing'
  | 'run failed'
  | 'run skipped'

/** Decision by reason code, in the order in which one of several is chosen. */
export const REASON_TABLE: readonly (readonly [code: string, decision: string])[] = [
  ['passed-with-waivers', 'passed'],
  ['passed-with-warnings', 'passed'],
  ['all-passed', 'passed'],
  ['checks-failed', 'failed'],
  ['warnings-not-allowed', 'failed'],
  ...[
    'invalid-input leg-missing leg-not-accepted cancelled timed-out policy-unavailable',
    'authentication-failed permission-denied not-found start-refused service-unavailable service-error invalid-response no-check-items unknown-status not-verified',
  ]
    .join(' ')
    .split(' ')
    .map(code => [code, 'inconclusive'] as const),
]

/** The gate's reason out of its tasks'. */
export function gateReasonOf(reasons: readonly string[]): string {
  for (const decision of ['failed', 'inconclusive', 'passed']) {
    const first = REASON_TABLE.find(([code, its]) => its === decision && reasons.includes(code))
    if (first !== undefined) return first[0]
  }
  return 'not-verified'
}

export function decisionOf(reason: string): string {
  return REASON_TABLE.find(([code]) => code === reason)?.[1] ?? 'inconclusive'
}

/** What is known of an item but for the number that its id may have. */
export type Weighed = Omit<Item, 'id'>

export interface Policy {
  readonly failOn: Asked['failOn']
  readonly waivers: readonly AskedWaiver[]
  readonly today: string
  readonly service: string
  readonly taskId: string
}

/** One of several equal names is waived by its fingerprint only, and none of these waivers has one. */
export function isWaived(item: Weighed, { waivers, today, service, taskId }: Policy): boolean {
  return waivers.some(
    waiver =>
      item.isAlone &&
      today <= waiver.expires &&
      coveredStatuses(waiver).includes(item.status) &&
      fits(waiver.item, item.name) &&
      (waiver.task === null || fits(waiver.task, taskId)) &&
      (waiver.service === null || waiver.service === service) &&
      (waiver.failedReason === null || waiver.failedReason === item.reason),
  )
}

function coveredStatuses({ status }: AskedWaiver): readonly string[] {
  return { warning: ['warning', 'skipped'], failed: ['failed'], any: ['warning', 'skipped', 'failed'] }[
    status
  ]
}

function fits(pattern: string, value: string): boolean {
  const source = [...pattern].map(sign =>
    sign === '*' ? '.*' : sign === '?' ? '.' : sign.replace(/[\\^$.|+()[\]{}]/, '\\$&'),
  )
  return new RegExp(`^${source.join('')}$`, 'su').test(value)
}

/** True when a failed item is there that is not waived: then the task is failed, whatever else is. */
export function hasOpenFailure(items: readonly Weighed[], policy: Policy): boolean {
  return items.some(item => item.status === 'failed' && !isWaived(item, policy))
}

/** The reason code of a task, line by line as the contract has it. `problem`: what went wrong, if anything did. */
export function reasonOf(
  items: readonly Weighed[],
  { overall, problem }: { readonly overall: Overall; readonly problem: string | null },
  policy: Policy,
): string {
  const has = (...statuses: readonly string[]) => items.some(({ status }) => statuses.includes(status))
  const open = items.filter(item => !isWaived(item, policy))
  if (hasOpenFailure(items, policy)) return 'checks-failed'
  if (problem !== null) return problem
  if (overall === 'unreadable') return 'not-verified'
  if (overall === 'run failed' && !has('failed')) return 'checks-failed'
  if (overall === 'run skipped') return 'not-verified'
  if (overall !== 'run failed' && has('pending')) return 'timed-out'
  if (items.length === 0) return 'no-check-items'
  if (has('unknown')) return 'unknown-status'
  if (!has('passed', 'warning', 'failed')) return 'not-verified'
  if (overall === 'silent') return 'not-verified'
  if (overall === 'bad' && !has('failed')) return 'checks-failed'
  const warned = open.some(({ status }) => status === 'warning' || status === 'skipped')
  if (policy.failOn === 'warning' && warned) return 'warnings-not-allowed'
  // Only an OMS run that FAILED is finished with items that never ran; "else passed" would be a green for them.
  if (has('pending')) return 'not-verified'
  if (open.length < items.length) return 'passed-with-waivers'
  return has('warning', 'skipped') ? 'passed-with-warnings' : 'all-passed'
}

/** What an item counts as. */
export function countedAs(
  item: Weighed,
  policy: Policy,
): 'passed' | 'warning' | 'failed' | 'waived' | 'unknown' {
  if (isWaived(item, policy)) return 'waived'
  const { status } = item
  return status === 'skipped' ? 'warning' : status === 'pending' ? 'unknown' : status
}
