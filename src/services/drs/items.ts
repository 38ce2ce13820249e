import type { CheckItem, ItemStatus, Overall } from '../../precheck/model.ts'
import { numbered } from '../item-ids.ts'
import { booleanOf, linesOf, textOf, wordOf } from '../text.ts'
import { percentOf } from '../wire.ts'
import type { DrsItem, ResultEntry } from './wire.ts'

const STATUS: ReadonlyMap<string, ItemStatus> = new Map([
  ['PASSED', 'passed'],
  ['ALARM', 'warning'],
  ['FAILED', 'failed'],
  // Real runs have met items with an empty result at some moments.
  ['', 'pending'],
])

/** Words of a sub-job that say nothing against its item; FAILED does, and nobody knows what any other word means. */
const HARMLESS_SUB_JOB: readonly string[] = ['PASSED', 'ALARM', '']

const NO_CODE = '-'

/** Returns the lines of a DRS result as check items. */
export function checkItemsOf(items: readonly DrsItem[]): readonly CheckItem[] {
  const ids = numbered(items.map(item => ({ id: textOf(item.item) ?? NO_CODE, content: item })))
  return items.map((item, index) => checkItemOf(item, ids[index] ?? NO_CODE))
}

function checkItemOf(item: DrsItem, id: string): CheckItem {
  const baseId = textOf(item.item) ?? NO_CODE
  return {
    id,
    baseId,
    topic: baseId,
    name: null,
    group: textOf(item.group),
    status: statusOf(item),
    rawStatus: textOf(item.result),
    reason: textOf(item.failed_reason),
    detail: linesOf(item.data, item.raw_error_msg),
    suggestion: null,
    subJobs: item.failed_sub_jobs.map(job => ({
      id: textOf(job.id),
      name: textOf(job.name),
      status: textOf(job.check_result) ?? textOf(job.status),
    })),
    skippable: booleanOf(item.is_support_skip),
    skipConsequence: null,
    blackObjects: null,
  }
}

function statusOf(item: DrsItem): ItemStatus {
  const own = STATUS.get(wordOf(item.result)) ?? 'unknown'
  const isOpen = own === 'passed' || own === 'pending'
  const skipped = isOpen && booleanOf(item.is_skipped) === true ? 'skipped' : own
  const parts = item.failed_sub_jobs.map(job => [wordOf(job.check_result), wordOf(job.status)])
  // Either field may say so: the worse one holds.
  if (parts.some(words => words.includes('FAILED'))) return 'failed'
  const words = parts.map(([result, status]) => result || (status ?? ''))
  return skipped === 'passed' && words.some(word => !HARMLESS_SUB_JOB.includes(word)) ? 'unknown' : skipped
}

/** What DRS says of the run as a whole, in two fields of which the worse one holds. */
export function overallOf(entry: ResultEntry): {
  readonly overall: Overall
  readonly unreadable: string | null
} {
  const result = booleanOf(entry.result)
  const rate = percentOf(entry.total_passed_rate)
  const unreadable = [
    result === null && textOf(entry.result) !== null ? `result ${textOf(entry.result)}` : null,
    rate === undefined ? `total_passed_rate ${textOf(entry.total_passed_rate)}` : null,
  ].filter(part => part !== null)
  const passedRate = rate ?? null
  const isNegative = result === false || (passedRate !== null && passedRate < 100)
  const overall = isNegative ? 'negative' : result === null && passedRate === null ? 'missing' : 'positive'
  return { overall, unreadable: unreadable.length === 0 ? null : unreadable.join(', ') }
}

/** True when an entry is of a run that has ended. */
export function isFinished({ process, precheck_result: items }: ResultEntry): boolean {
  return percentOf(process) === 100 && !items.some(item => statusOf(item) === 'pending')
}
