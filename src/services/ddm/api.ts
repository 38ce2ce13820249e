import type { Connection } from '../../cloud/connection.ts'
import { errorInJson } from '../../cloud/error-body.ts'
import type { ApiFault } from '../../cloud/fault.ts'
import { urlBelow } from '../../cloud/url.ts'
import { inEach, type Sentence, told } from '../../precheck/sentence.ts'
import { huaweiHeaders } from '../endpoint.ts'
import { DDM_ERRORS } from './errors.ts'
import { anyEntries, type DdmEntry, type DdmResult, resultAnswer, startAnswer } from './wire.ts'

/** The two calls of DDM: start a pre-check, read what its asynchronous part has found so far. */

export interface DdmAccess {
  readonly connection: Connection
  readonly endpoint: URL
  readonly projectId: string
  readonly language: string
  readonly instanceId: string
  readonly database: string
}

/** A pre-check that has been started. */
export interface DdmStart {
  readonly jobId: string
  /** The synchronous items, which the start answer holds; null when somebody else got that answer. */
  readonly entries: readonly DdmEntry[] | null
}

/** Starts the pre-check of a schema: one try, answered with 202. Throws `ApiFault`. */
export async function startPrecheck(
  access: DdmAccess,
  request: Readonly<Record<string, unknown>>,
): Promise<DdmStart> {
  const { value } = await access.connection.call({
    operation: 'start',
    doing: inEach(in_ => told(`start ${in_(precheckOf(access))}`, `启动${in_(precheckOf(access))}`)),
    method: 'POST',
    url: urlOf(access, ''),
    headers: huaweiHeaders(access),
    errors: DDM_ERRORS,
    body: bodyOf(request),
    schema: startAnswer,
    errorIn: errorInJson,
  })
  return { jobId: value.job_id, entries: value.pre_check_results }
}

/** Reads what a pre-check job has found so far. Throws `ApiFault`. */
export async function readPrecheck(access: DdmAccess, jobId: string): Promise<DdmResult> {
  const { value } = await access.connection.call({
    operation: 'read',
    doing: inEach(in_ =>
      told(
        `read the result of ${in_(precheckOf(access))} (job ${jobId})`,
        `读取${in_(precheckOf(access))}的结果（作业 ${jobId}）`,
      ),
    ),
    isPoll: true,
    method: 'GET',
    url: urlOf(access, `/${encodeURIComponent(jobId)}`),
    headers: huaweiHeaders(access),
    errors: DDM_ERRORS,
    schema: resultAnswer,
    errorIn: errorInJson,
  })
  return value
}

/** Returns what stands in an answer that is none as a whole: it was reported all the same. null where there is nothing. */
export function resultAmid({ body }: ApiFault): DdmResult | null {
  return anyEntries.safeParse(body).data ?? null
}

/** Names the pre-check in messages. */
export function precheckOf({ instanceId, database }: Pick<DdmAccess, 'instanceId' | 'database'>): Sentence {
  return told(`the DDM pre-check of ${instanceId}/${database}`, ` ${instanceId}/${database} 的 DDM 预检查`)
}

/** The tables of the API and all SDKs want text where the vendor's own example has a number. */
function bodyOf(request: Readonly<Record<string, unknown>>): unknown {
  const shards = request['new_shard_number']
  return typeof shards === 'number' ? { ...request, new_shard_number: String(shards) } : request
}

function urlOf({ endpoint, projectId, instanceId, database }: DdmAccess, below: string): URL {
  const [project, instance, schema] = [projectId, instanceId, database].map(encodeURIComponent)
  const path = `/v3/${project}/instances/${instance}/databases/${schema}/migration/precheck${below}`
  return urlBelow(endpoint, path)
}
