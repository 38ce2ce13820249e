import { fingerprintOf } from '../precheck/fingerprint.ts'
import { withoutNumber } from '../precheck/item-name.ts'
import { type Finding, type Severity, severityOf } from './findings.ts'

/** One entry of a waiver file that accepts one finding. */
export interface WaiverEntry {
  readonly item: string
  readonly status: Severity
  readonly service: string
  readonly task: string
  readonly fingerprint: string | null
  readonly reason: string
  readonly owner: string
  /** YYYY-MM-DD */
  readonly expires: string
}

/**
 * Returns the entries that accept findings, each only while it stays word for word the same. Findings that are alike in
 * everything come to one entry: the gate refuses the same one twice.
 */
export function waiverEntries(
  findings: readonly Finding[],
  author: Pick<WaiverEntry, 'reason' | 'owner' | 'expires'>,
): readonly WaiverEntry[] {
  const entries = findings.map(
    ({ target, task, item }): WaiverEntry => ({
      item: nameOf({ target, task, item }),
      status: severityOf(item) ?? 'warning',
      service: target.service,
      task: task.id,
      fingerprint: item.fingerprint,
      ...author,
    }),
  )
  return [...new Map(entries.map(entry => [JSON.stringify(entry), entry])).values()]
}

/** A waiver names items without the number that tells them apart. A name may end like a number of ours: the fingerprint is made of the name, and so tells which of both it is. */
function nameOf({ target, task, item }: Finding): string {
  const name = withoutNumber(item.id)
  if (name === item.id) return name
  const isOf = (baseId: string) =>
    item.fingerprint === fingerprintOf(target.service, { ...item, baseId }, text => text)
  if (isOf(item.id)) return item.id
  // A report that was written again, with other secrets taken out, has other texts.
  return isOf(name) || task.items.some(({ id }) => id === name) ? name : item.id
}
