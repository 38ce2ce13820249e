import * as z from 'zod/mini'
import { absentIsEmpty, anything, readable } from '../wire.ts'

/**
 * The wire of DDM, v3. Sources: API pages CheckMigrateLogicDb (start) and "Querying the Asynchronous Pre-check Result
 * of Shard Configuration" (result). Every field is optional in the vendor's SDKs.
 */

const entry = z.looseObject({
  name: anything,
  status: anything,
  note: anything,
  handling_suggestion: anything,
  error_message: anything,
  error_detail_message: anything,
})
export type DdmEntry = z.infer<typeof entry>

const list = { pre_check_results: absentIsEmpty(entry) }

/** Becomes a part of a path, where dots alone would lead elsewhere. */
const jobId = z.string().check(z.trim(), z.regex(/^(?!\.+$)./s))

/** Already holds the synchronous items; without `job_id` the others can never be read. */
export const startAnswer = z.looseObject({ job_id: jobId, ...list })

/** One of its two fields must be there, so that some other JSON is not taken for a list that is still empty. */
export const resultAnswer = z.pipe(
  z.looseObject({}).check(z.refine(body => 'job_id' in body || 'pre_check_results' in body)),
  z.looseObject({ job_id: anything, ...list }),
)

export type DdmResult = z.infer<typeof resultAnswer>

/** What of an answer that is none as a whole can be read as entries. */
export const anyEntries = z.looseObject({ job_id: anything, pre_check_results: readable(entry) })
