import type { Asked, AskedWaiver, ServiceName } from './exchange.ts'
import type { Ending } from './findings.ts'
import type { Item } from './words.ts'

/** Section 2 of the contract for a finished result, and section 6 for what is waived in it. */

export type Overall =
  | 'good'
  | 'bad'
  | 'silent'
  /** A field of it is there and cannot be read. */
  | 'unreadable'
  | 'no such thing'
  | 'run failed'
  | 'run skipped'

export interface Policy {
  readonly failOn: Asked['failOn']
  readonly waivers: readonly AskedWaiver[]
  readonly today: string
  readonly service: ServiceName
  readonly taskId: string
}

/** One of several equal names is waived by its fingerprint only, and none of these waivers has one. */
export function isWaived(item: Item, { waivers, today, service, taskId }: Policy): boolean {
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
export function hasOpenFailure(items: readonly Item[], policy: Policy): boolean {
  return items.some(item => item.status === 'failed' && !isWaived(item, policy))
}

/** The reason code of a task that is finished, line by line as the contract has it. */
export function reasonWhenFinished(
  items: readonly Item[],
  { overall, lost }: Ending,
  policy: Policy,
): string {
  const has = (...statuses: readonly string[]) => items.some(({ status }) => statuses.includes(status))
  const open = items.filter(item => !isWaived(item, policy))
  if (hasOpenFailure(items, policy)) return 'checks-failed'
  if (lost || overall === 'unreadable') return 'not-verified'
  if (overall === 'run failed' && !has('failed')) return 'checks-failed'
  if (overall === 'run skipped') return 'not-verified'
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
