import { createHash } from 'node:crypto'
import type { CheckItem, ItemStatus } from './model.ts'

/** Replaces secrets in a text. */
export type Redact = (text: string) => string

const DIGITS = 12

/** Whether an item of this status is a finding: something that somebody has to fix or to accept. */
export function isFinding(status: ItemStatus): boolean {
  return status === 'failed' || status === 'warning' || status === 'skipped'
}

/**
 * Returns what tells a finding from every other one, also from the same item with another detail: 12 hexadecimal digits
 * that are equal from run to run. null for an item that is no finding. Made of redacted texts, so that it tells nothing
 * of a secret and stays the same when a token in a text is another one in the next run.
 */
export function fingerprintOf(
  service: string,
  item: Pick<CheckItem, 'baseId' | 'status' | 'reason' | 'detail'>,
  redact: Redact,
): string | null {
  if (!isFinding(item.status)) return null
  const texts = [item.baseId, item.reason, item.detail].map(text =>
    text === null || text.trim() === '' ? null : redact(text),
  )
  return createHash('sha256')
    .update(JSON.stringify([service, ...texts]))
    .digest('hex')
    .slice(0, DIGITS)
}
