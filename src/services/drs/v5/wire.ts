import * as z from 'zod/mini'
import { ID_IN_URL } from '../../../cloud/url.ts'
import { anything } from '../../wire.ts'

/**
 * The wire of DRS, v5 (open beta). Sources: API page drs_03_0178 (the action) and the models ExecuteJobActionResponse,
 * ShowJobDetailResponse and QueryPreCheckResult of the vendor's SDKs (Python 3.1.219, Go 0.1.207), in which every field
 * is optional. The page with a sample of the details could not be read.
 */

/** Becomes a part of the query by which the result is asked for. */
const queryId = z.string().check(z.regex(ID_IN_URL))

/** Without the id of the run its result can never be read. */
export const startAnswer = z.looseObject({ query_id: queryId })

/** An action that is over at once is answered with a status instead, and so is one that is refused inside a 200. */
export const actionOutcome = z.looseObject({ query_id: z.optional(z.undefined()), status: z.string() })

/** An entry of a list, ids included, is read where it is used, so that what is wrong with it can be named. */
const result = z.looseObject({
  query_id: anything,
  precheck_id: anything,
  precheck_results: anything,
  /** The name of the list in v3. */
  precheck_result: anything,
})
const holder = z.looseObject({ id: anything, query_id: anything, precheck_result: z.nullish(result) })

/**
 * The task with its result: in `job`, as all SDKs have it, or in the answer itself. One of the two must be there, so
 * that some other JSON is not taken for a task that has no result yet; of both nobody could say which one counts.
 */
export const detailAnswer = z.pipe(
  z.pipe(
    z.looseObject({}).check(z.refine(body => 'job' in body !== 'precheck_result' in body)),
    z.transform(body => ('job' in body ? body['job'] : body)),
  ),
  holder,
)

export type Detail = z.infer<typeof detailAnswer>

export type Result = z.infer<typeof result>

/** The task in an answer that is none as a whole: an error, or one with results in two places. */
export const looseDetail = z.union([
  z.pipe(
    z.looseObject({ job: holder }),
    z.transform(({ job }) => job),
  ),
  holder,
])

/** What an answer has around its task. */
export const around = z.looseObject({ job: z.record(z.string(), z.unknown()) })
