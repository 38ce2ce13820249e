import type { Report } from './schema.ts'
import { capped, code, type Limits, title } from './summary-parts.ts'
import { grouped, plural } from './text.ts'

const FIXED_SHOWN = 10

/** Yields what has changed since the earlier report; nothing where there is none. */
export function* baselineLines({ baseline }: Report, limits: Limits): Generator<string> {
  if (baseline === null) return
  const { decision, finishedAt, fixedItems } = baseline
  yield `**Since the report of ${dayAndTime(finishedAt)} (${decision}): ${changes(baseline)}.**`
  yield ''
  if (fixedItems.length === 0) return
  yield* capped(
    fixedItems,
    Math.min(FIXED_SHOWN, limits.rows),
    ({ title: name, item, task }) => [`- Fixed: ${title(name)} ${code(item)} in task ${code(task)}`],
    more => `- and ${plural(more, 'more fixed finding')}`,
  )
  yield ''
}

function changes(baseline: NonNullable<Report['baseline']>): string {
  const parts = [
    `${grouped(baseline.new)} new`,
    `${grouped(baseline.still)} still there`,
    `${grouped(baseline.fixed)} fixed`,
  ]
  if (baseline.notSeen > 0) parts.push(`${grouped(baseline.notSeen)} not seen in this run`)
  return parts.join(', ')
}

const dayAndTime = (iso: string): string => iso.replace('T', ' ').replace(/(:\d\d)(\.\d+)?Z$/, '$1 UTC')
