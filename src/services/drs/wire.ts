import * as z from 'zod/mini'
import { absentIsEmpty, anything, readable } from '../wire.ts'

/**
 * The wire of DRS, v3. Sources: API pages drs_03_0110 (start) and drs_03_0111 (result); every field is optional in
 * the vendor's SDK. Values that only get shown are read leniently; what decides is checked where it is used.
 */

const id = z.nullish(z.string())
/** An unreadable id is no id: a broken entry is not blamed on the other tasks of its call. */
const idOrNone = z.catch(id, null)

/** Where an item has no code, it cannot be waived or looked up, but it must not get lost either. */
const item = z.looseObject({
  item: id,
  result: anything,
  failed_reason: anything,
  data: anything,
  raw_error_msg: anything,
  group: anything,
  /** API v5. */
  is_support_skip: anything,
  is_skipped: anything,
  failed_sub_jobs: absentIsEmpty(
    z.looseObject({ id: anything, name: anything, check_result: anything, status: anything }),
  ),
})
export type DrsItem = z.infer<typeof item>

export const resultEntry = z.looseObject({
  precheck_id: id,
  result: anything,
  process: anything,
  total_passed_rate: anything,
  error_code: anything,
  error_msg: anything,
  precheck_result: absentIsEmpty(item),
})
export type ResultEntry = z.infer<typeof resultEntry>

/** An answer that is none as a whole: what of it can be read as entries, and what of an entry as items. */
export const anyEntries = z.looseObject({ results: z.array(z.catch(z.record(z.string(), z.unknown()), {})) })
export const entryOfItems = z.looseObject({ precheck_result: readable(item) })

/** Entries are parsed one by one, so that a broken one is not blamed on the other tasks of its batch. */
export const resultAnswer = z.looseObject({
  results: absentIsEmpty(z.looseObject({ precheck_id: anything })),
})
export type RawEntry = z.infer<typeof resultAnswer>['results'][number]

export const startAnswer = z.looseObject({
  results: absentIsEmpty(
    z.looseObject({
      id: idOrNone,
      precheck_id: idOrNone,
      status: anything,
      error_code: anything,
      error_msg: anything,
    }),
  ),
})
/** Either answer, as long as its list is there. */
export const withResults = z.looseObject({ results: z.array(anything) })
/** The errors of either answer; an entry that makes no sense hides none of the others. */
export const entryErrors = z.looseObject({
  results: absentIsEmpty(z.catch(z.looseObject({ error_code: anything, error_msg: anything }), {})),
})

export type StartEntry = z.infer<typeof startAnswer>['results'][number]
