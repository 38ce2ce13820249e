import { z } from 'zod'
import type { Answer, ApiRequest, Route } from '../http.ts'
import { parseJson } from '../json.ts'
import type { Credentials } from '../scenario/credentials.ts'
import { type Oms, type OmsStage, omsStage } from '../scenario/services.ts'
import { nthOrLast, stageAt } from '../timeline.ts'
import { omsAnswer, omsData, omsFailure } from './oms-shape.ts'

const submitBody = z.object({ projectId: z.string().optional(), name: z.string().optional() })
const resultBody = z.object({ id: z.string().min(1) })

/** Before the first stage of a time line. */
const NOT_BEGUN = omsStage.parse({ status: 'INIT', progress: 0, items: [] })

interface Run {
  readonly startedAt: number
  readonly timeline: readonly OmsStage[]
}

interface ProjectState {
  readonly project: Oms['projects'][number]
  starts: number
}

/** The pre-check calls of OceanBase OMS, both editions, and the health probe, which needs no password. */
export function omsRoutes(oms: Oms, credentials: Credentials['oms'], startedAt: number): readonly Route[] {
  const projects = oms.projects.map((project): ProjectState => ({ project, starts: 0 }))
  const runs = new Map(oms.prechecks.map(({ id, timeline }): [string, Run] => [id, { startedAt, timeline }]))
  const refuse = (request: ApiRequest): Answer | null => refuseBasic(request, credentials, oms)
  return [
    {
      operation: 'oms.submit',
      method: 'POST',
      path: '/api/v2',
      action: 'SubmitPreCheck',
      refuse,
      handle: request => submit(oms, projects, runs, request),
    },
    {
      operation: 'oms.result',
      method: 'POST',
      path: '/api/v2',
      action: 'GetPreCheckResult',
      refuse,
      handle: request => result(oms, runs, request),
    },
    {
      operation: 'oms.health',
      method: 'GET',
      path: '/oms/health',
      refuse: () => null,
      handle: request => omsAnswer(oms, 200, { healthy: oms.healthy }, {}, request.requestId),
    },
  ]
}

function refuseBasic(request: ApiRequest, { user, password }: Credentials['oms'], oms: Oms): Answer | null {
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  if (request.headers['authorization'] === expected) return null
  const answer = omsFailure(oms, 'UNAUTHORIZED', 'The user name or the password is wrong.', request.requestId)
  return { ...answer, status: 401, headers: { ...answer.headers, 'www-authenticate': 'Basic realm="OMS"' } }
}

function submit(
  oms: Oms,
  projects: readonly ProjectState[],
  runs: Map<string, Run>,
  request: ApiRequest,
): Answer {
  const body = parseJson(request.body.toString('utf8'), submitBody)
  if ('problem' in body) return omsFailure(oms, 'PARAM_ERROR', body.problem, request.requestId)
  const id = body.value.projectId ?? body.value.name
  const state = projects.find(({ project }) => project.id === id)
  if (id === undefined || !state) {
    const text = id === undefined ? 'projectId or name is required.' : `The project ${id} does not exist.`
    return omsFailure(oms, 'PARAM_ERROR', text, request.requestId)
  }
  const start = nthOrLast(state.project.start, state.starts)
  state.starts += 1
  const precheckId = start.precheckId ?? `t_${(runs.size + 1).toString(36).padStart(3, '0')}`
  const refused = (start.httpStatus ?? 200) >= 300 || start.envelope?.['success'] === false
  if (!refused) {
    runs.set(precheckId, { startedAt: request.now, timeline: start.timeline ?? state.project.timeline })
  }
  const data = start.data ?? (refused ? null : precheckId)
  return omsAnswer(oms, start.httpStatus ?? 200, data, start.envelope ?? {}, request.requestId)
}

function result(oms: Oms, runs: ReadonlyMap<string, Run>, request: ApiRequest): Answer {
  const body = parseJson(request.body.toString('utf8'), resultBody)
  if ('problem' in body) return omsFailure(oms, 'PARAM_ERROR', body.problem, request.requestId)
  const { id } = body.value
  const run = runs.get(id)
  if (!run) return omsFailure(oms, 'PARAM_ERROR', `The pre-check ${id} does not exist.`, request.requestId)
  const stage = stageAt(run.timeline, request.now - run.startedAt) ?? NOT_BEGUN
  const data = stage.data !== undefined ? stage.data : omsData(oms, id, stage)
  return omsAnswer(oms, stage.httpStatus ?? 200, data, stage.envelope ?? {}, request.requestId)
}
