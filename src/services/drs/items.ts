import type { CheckItem, ItemStatus, Overall } from '../../precheck/model.ts'
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

const NO_CODE = '-'

/** Returns one line of a DRS result as a check item. */
export function checkItemOf(item: DrsItem): CheckItem {
  const id = textOf(item.item) ?? NO_CODE
  return {
    id,
    topic: id,
    name: null,
    group: textOf(item.group),
    status: STATUS.get(wordOf(item.result)) ?? 'unknown',
    rawStatus: textOf(item.result),
    reason: textOf(item.failed_reason),
    detail: linesOf(item.data, item.raw_error_msg),
    suggestion: null,
    subJobs: item.failed_sub_jobs.map(job => ({
      id: textOf(job.id),
      name: textOf(job.name),
      status: textOf(job.check_result),
    })),
    skippable: null,
    skipConsequence: null,
    blackObjects: null,
  }
}

/** Returns what DRS says of the run as a whole: negative when one of the two fields that is readable says so. */
export function overallOf(entry: ResultEntry): Overall {
  const result = booleanOf(entry.result)
  const rate = percentOf(entry.total_passed_rate) ?? null
  if (result === null && rate === null) return 'missing'
  return result === false || (rate !== null && rate < 100) ? 'negative' : 'positive'
}
