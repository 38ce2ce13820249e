import { type ErrorBody, errorInJson } from '../../../cloud/error-body.ts'
import { ApiFault } from '../../../cloud/fault.ts'
import { urlBelow } from '../../../cloud/url.ts'
import type { Task } from '../../../precheck/model.ts'
import type { RunIds } from '../../../precheck/run-ids.ts'
import { inEach, told } from '../../../precheck/sentence.ts'
import type { Identity } from '../../../precheck/service.ts'
import { huaweiHeaders } from '../../endpoint.ts'
import { wordOf } from '../../text.ts'
import { type DrsAccess, precheckOf } from '../access.ts'
import { DRS_ERRORS } from '../errors.ts'
import { amid, type Sighting, sightingOf } from '../sightings.ts'
import {
  actionOutcome,
  around,
  type Detail,
  detailAnswer,
  looseDetail,
  type Result,
  startAnswer,
} from './wire.ts'

/** The two calls of DRS API v5 that make a pre-check, one task each: an action that starts a run, and the result of a run. */

/** Starts the pre-check of a task and returns the id of the run. Throws `ApiFault`. */
export async function startRun(access: DrsAccess, task: Task): Promise<string> {
  const { value } = await access.connection.call({
    operation: 'start',
    doing: inEach(in_ => told(`start ${in_(precheckOf(task))}`, `启动${in_(precheckOf(task))}`)),
    method: 'POST',
    url: urlOf(access, task, '/action'),
    headers: huaweiHeaders(access),
    errors: DRS_ERRORS,
    body: { job: { action_name: 'precheck', action_params: { precheck_mode: access.precheckMode } } },
    schema: startAnswer,
    errorIn: json => errorInJson(json) ?? refusalIn(json),
  })
  return value.query_id
}

/** Reads the result of a run. Never rejects for a service's fault. */
export async function readRun(access: DrsAccess, task: Task, runId: string): Promise<Sighting> {
  const identityOf = (detail?: Detail) =>
    detail === undefined ? OWN : worstOf(idsIn(detail), task, runId, access.runIds)
  const doing = inEach(in_ =>
    told(
      `read the result of ${in_(precheckOf(task))} (run ${runId})`,
      `读取${in_(precheckOf(task))}的结果（运行 ${runId}）`,
    ),
  )
  const url = urlOf(access, task, '')
  url.search = new URLSearchParams({ type: 'precheck', query_id: runId }).toString()
  try {
    const { value, ...answer } = await access.connection.call({
      operation: 'read',
      doing,
      isPoll: true,
      method: 'GET',
      url,
      headers: huaweiHeaders(access),
      errors: DRS_ERRORS,
      schema: detailAnswer,
      errorIn: errorInDetail,
    })
    const { precheck_result: result } = value
    if (result === undefined || result === null) return { kind: 'missing', strangers: false }
    // An entry of v3 but for the name of its list; its ids say whose it is, together with those around it.
    const { precheck_results: _listed, precheck_id: _checked, ...rest } = result
    const entry = { ...rest, precheck_result: listIn(result) }
    return sightingOf(entry, identityOf(value), task, { ...answer, doing: () => doing })
  } catch (fault) {
    if (!(fault instanceof ApiFault)) throw fault
    // Items that stand in an answer that is an error were reported all the same.
    const detail = looseDetail.safeParse(fault.body).data
    const entry = { precheck_result: listIn(detail?.precheck_result ?? {}) }
    return { kind: 'fault', fault, beside: amid(identityOf(detail), entry) }
  }
}

/** An error that stands beside the result in `job` is one of the answer too. */
function errorInDetail(json: unknown): ErrorBody | null {
  const inner = errorInJson(around.safeParse(json).data?.job)
  return errorInJson(json) ?? (inner?.isWeak === true ? null : inner)
}

/** Nothing that is listed under either name may get lost. */
function listIn({ precheck_results: plural, precheck_result: singular }: Result): unknown {
  return Array.isArray(plural) && Array.isArray(singular) ? [...plural, ...singular] : plural
}

const OWN: Identity = { kind: 'own' }

/** Of several ids the worst says whose result it is. */
function worstOf(ids: readonly string[], task: Task, runId: string, runIds: RunIds): Identity {
  const identities = ids.map(id => runIds.identityOf(task.id, [runId, task.id], id))
  return identities.toSorted((a, b) => RANK[b.kind] - RANK[a.kind])[0] ?? OWN
}

const RANK: Readonly<Record<Identity['kind'], number>> = {
  own: 0,
  'earlier-run': 1,
  strange: 2,
  'other-task': 3,
}

/** The SDKs know the task's id only; another one that names the run is as good as that. */
function idsIn({ id, query_id, precheck_result: result }: Detail): readonly string[] {
  const named = [id, query_id, result?.query_id, result?.precheck_id]
  return named.filter(value => value !== undefined && value !== null && value !== '').map(String)
}

/** A refusal without code or text: no run was started, so this is not a lost start. */
function refusalIn(json: unknown): ErrorBody | null {
  const { status } = actionOutcome.safeParse(json).data ?? {}
  if (wordOf(status) !== 'FAILED') return null
  return { code: null, message: 'status: failed', requestId: null, advice: null }
}

function urlOf({ endpoint, projectId }: DrsAccess, task: Task, below: string): URL {
  const [project, job] = [projectId, task.id].map(encodeURIComponent)
  return urlBelow(endpoint, `/v5/${project}/jobs/${job}${below}`)
}
