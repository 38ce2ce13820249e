import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Gateway } from '../auth/gateway.ts'
import {
  type Answer,
  type ApiRequest,
  jsonAnswer,
  languageOf,
  param,
  type Route,
  serviceError,
} from '../http.ts'
import { defined, parseJson, without } from '../json.ts'
import { localise } from '../localise.ts'
import type { DrsStage, DrsStart, DrsTask } from '../scenario/services.ts'
import { nthOrLast, stageAt } from '../timeline.ts'
import { overridden, resultFields } from './drs-entries.ts'

/**
 * The two calls of DRS API v5 (open beta) that make a pre-check: an action on one task, answered with the id of the
 * run, and the task's details, which hold the result of the run that is asked for. Sources: page drs_03_0178 and the
 * models of the vendor's SDKs. What an id of no run is answered with is published nowhere; DRS.10000001 is the general
 * error of v5.
 */

const PATH = '/v5/:project/jobs/:job'

const actionBody = z.object({
  job: z.object({
    action_name: z.literal('precheck'),
    action_params: z.object({ precheck_mode: z.enum(['forStartJob', 'forRetryJob']) }),
  }),
})

interface TaskState {
  readonly task: DrsTask
  starts: number
  readonly runs: Map<string, { readonly startedAt: number; readonly timeline: readonly DrsStage[] }>
}

export function drsV5Routes(
  tasks: readonly DrsTask[],
  gateway: Gateway,
  projectIds: readonly string[],
  startedAt: number,
): readonly Route[] {
  const states = tasks.map((task): TaskState => {
    const runs = task.runs.map(({ queryId, timeline }) => [queryId, { startedAt, timeline }] as const)
    return { task, starts: 0, runs: new Map(runs) }
  })
  const refuse = (request: ApiRequest): Answer | null => {
    const projectId = param(request, 'project')
    return (
      gateway(request, projectId) ??
      (projectIds.includes(projectId) ? null : serviceError(403, 'DRS.M00261', 'Invalid project ID.'))
    )
  }
  const withTask =
    (serve: (state: TaskState, request: ApiRequest) => Answer) =>
    (request: ApiRequest): Answer => {
      const state = states.find(({ task }) => task.id === param(request, 'job'))
      return state ? serve(state, request) : serviceError(400, 'DRS.10000010', 'The task does not exist.')
    }
  return [
    { operation: 'drs.startV5', method: 'POST', path: `${PATH}/action`, refuse, handle: withTask(start) },
    { operation: 'drs.resultV5', method: 'GET', path: PATH, refuse, handle: withTask(result) },
  ]
}

function start(state: TaskState, request: ApiRequest): Answer {
  const body = parseJson(request.body.toString('utf8'), actionBody)
  if ('problem' in body) return serviceError(400, 'DRS.M00200', body.problem)
  const { task } = state
  const wanted = task.acceptsMode ?? body.value.job.action_params.precheck_mode
  if (wanted !== body.value.job.action_params.precheck_mode) {
    return serviceError(400, 'DRS.M00304', 'This operation is not allowed in the current task status.')
  }
  const answer = nthOrLast(task.start, state.starts)
  state.starts += 1
  const queryId = answer.precheckId ?? randomUUID()
  if (answer.begins ?? answer.status === 'success') {
    state.runs.set(queryId, { startedAt: request.now, timeline: answer.timeline ?? task.timeline })
  }
  return startAnswer(task.id, queryId, answer, languageOf(request))
}

/** A run is answered with 202 and its id. A refusal is a 400, unless the scenario wants one inside a good answer. */
function startAnswer(taskId: string, queryId: string, answer: DrsStart, language: string): Answer {
  const { status, error_code, error_msg } = answer
  const httpStatus = answer.httpStatus ?? (status === 'failed' ? 400 : 202)
  const errors = defined({ error_code, error_msg })
  const refusal = httpStatus < 300 ? { id: taskId, name: `DRS-${taskId}`, status, ...errors } : errors
  const fields = status === 'failed' ? refusal : { query_id: queryId, ...errors }
  return jsonAnswer(httpStatus, localise(overridden(fields, answer), language))
}

function result(state: TaskState, request: ApiRequest): Answer {
  const type = request.query.get('type')
  if (type !== 'precheck') return serviceError(400, 'DRS.M00202', `The type ${type} is not simulated.`)
  const run = state.runs.get(request.query.get('query_id') ?? '')
  if (!run) return serviceError(400, 'DRS.10000001', 'Failed.')
  const stage = stageAt(run.timeline, request.now - run.startedAt)
  return resultAnswer(state.task.id, stage, languageOf(request))
}

/** Before the first stage the task has no result. An error has no place of its own inside a `job`. */
function resultAnswer(taskId: string, stage: DrsStage | null, language: string): Answer {
  const job = { id: taskId, status: 'CONFIGURATION' }
  if (stage === null) return jsonAnswer(200, { job })
  const errors = defined({ error_code: stage.error_code, error_msg: stage.error_msg })
  const status = stage.httpStatus ?? (stage.error_code === undefined ? 200 : 400)
  if (status >= 300) return jsonAnswer(status, localise(errors, language))
  const shown = { precheck_result: overridden(resultFields(stage, 'precheck_results'), stage) }
  const whole = {
    ...job,
    ...without(shown, stage.entry === 'missing' ? ['precheck_result'] : []),
    ...stage.job,
  }
  return jsonAnswer(status, localise({ job: whole, ...errors }, language))
}
