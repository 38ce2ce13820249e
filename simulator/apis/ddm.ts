import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Gateway } from '../auth/gateway.ts'
import {
  type Answer,
  type ApiRequest,
  gatewayError,
  jsonAnswer,
  languageOf,
  param,
  type Route,
  serviceError,
} from '../http.ts'
import { defined, parseJson, without } from '../json.ts'
import { localise } from '../localise.ts'
import { stagedPayload } from '../payloads.ts'
import type { DdmSchema, DdmStage } from '../scenario/services.ts'
import { nthOrLast, stageAt } from '../timeline.ts'

const PATH = '/v3/:project/instances/:instance/databases/:database/migration/precheck'
/** No page says what an open item looks like; anything but the three known words will do. */
const PENDING_ITEM = { status: '' }

const startBody = z.object({
  data_nodes: z
    .array(z.object({ id: z.string().min(1), user: z.string().min(1), password: z.string().min(1) }))
    .min(1),
  /** A string in the tables and SDKs, a bare number in the vendor's example. */
  new_shard_number: z.union([z.string().min(1), z.number().int()]),
})

interface SchemaState {
  readonly schema: DdmSchema
  starts: number
  readonly runs: Map<string, { readonly startedAt: number; readonly timeline: readonly DdmStage[] }>
}

/** The pre-check of a shard configuration in DDM: start and asynchronous result. */
export function ddmRoutes(
  schemas: readonly DdmSchema[],
  gateway: Gateway,
  projectIds: readonly string[],
  startedAt: number,
): readonly Route[] {
  const states = schemas.map((schema): SchemaState => {
    const running = schema.jobs.map(({ id, timeline }) => [id, { startedAt, timeline }] as const)
    return { schema, starts: 0, runs: new Map(running) }
  })
  const refuse = (request: ApiRequest): Answer | null => {
    const projectId = param(request, 'project')
    const refusal = gateway(request, projectId)
    if (refusal !== null || projectIds.includes(projectId)) return refusal
    return gatewayError(403, 'APIGW.0310', 'The project is unavailable.', request.requestId)
  }
  const withSchema = (request: ApiRequest, serve: (state: SchemaState) => Answer): Answer => {
    const state = states.find(
      ({ schema: { instance, database } }) =>
        instance === param(request, 'instance') && database === param(request, 'database'),
    )
    return state ? serve(state) : serviceError(400, 'DBS.300129', 'The schema is not found.')
  }
  return [
    {
      operation: 'ddm.start',
      method: 'POST',
      path: PATH,
      refuse,
      handle: request => withSchema(request, state => start(state, request)),
    },
    {
      operation: 'ddm.result',
      method: 'GET',
      path: `${PATH}/:job`,
      refuse,
      handle: request => withSchema(request, state => result(state, request)),
    },
  ]
}

function start(state: SchemaState, request: ApiRequest): Answer {
  const body = parseJson(request.body.toString('utf8'), startBody)
  if ('problem' in body) return serviceError(400, 'DBS.280001', `Parameter error. ${body.problem}`)
  const stage = nthOrLast(state.schema.start, state.starts)
  state.starts += 1
  const jobId = typeof stage.job_id === 'string' ? stage.job_id : randomUUID()
  const answer = stageAnswer(stage, jobId, 202, languageOf(request))
  if (answer.status < 300) {
    state.runs.set(jobId, { startedAt: request.now, timeline: state.schema.timeline })
  }
  return answer
}

function result(state: SchemaState, request: ApiRequest): Answer {
  const jobId = param(request, 'job')
  const run = state.runs.get(jobId)
  if (!run) return serviceError(400, 'DBS.300400', 'The task is not found.')
  const stage = stageAt(run.timeline, request.now - run.startedAt)
  if (!stage) return jsonAnswer(200, { job_id: jobId, pre_check_results: [] })
  return stageAnswer(stage, jobId, 200, languageOf(request))
}

function stageAnswer(stage: DdmStage, jobId: string, goodStatus: number, language: string): Answer {
  const status = stage.httpStatus ?? goodStatus
  const { items } = stagedPayload(stage, PENDING_ITEM)
  const isError = status >= 300 || stage.error_code !== undefined
  const fields = defined({
    job_id: isError ? stage.job_id : (stage.job_id ?? jobId),
    pre_check_results: items ?? (isError ? undefined : []),
    error_code: stage.error_code,
    error_msg: stage.error_msg,
  })
  return jsonAnswer(status, localise({ ...without(fields, stage.absent), ...stage.raw }, language))
}
