import { z } from 'zod'
import type { Gateway } from '../auth/gateway.ts'
import { type Answer, type ApiRequest, languageOf, param, type Route, serviceError } from '../http.ts'
import { parseJson } from '../json.ts'
import { type DrsStage, type DrsTask, drsStage, drsStart, type HiddenAs } from '../scenario/services.ts'
import { nthOrLast, stageAt } from '../timeline.ts'
import { batchAnswer, refusesWholeCall, resultEntries, startEntries, wholeCallError } from './drs-entries.ts'

const MAX_TASKS_PER_CALL = 10
const MODES = ['forStartJob', 'forRetryJob'] as const

const startBody = z.object({
  jobs: z.array(z.object({ job_id: z.string().min(1), precheck_mode: z.enum(MODES) })).min(1),
})
const resultBody = z.object({ jobs: z.array(z.string().min(1)).min(1) })

/** What the API has to say of a task without a run: no page tells, DRS.M00002 "empty result" is the likely one. */
const NO_RESULT = drsStage.parse({ error_code: 'DRS.M00002', error_msg: 'The query result is empty.' })

/** What stands in the place of an earlier result that is not to be seen yet. */
const HIDDEN: Readonly<Record<HiddenAs, DrsStage>> = {
  missing: drsStage.parse({ entry: 'missing' }),
  blank: drsStage.parse({ process: '0%', items: [] }),
  'no-result': NO_RESULT,
  running: drsStage.parse({ process: '40%', items: [] }),
}

const WRONG_MODE = drsStart.parse({
  status: 'failed',
  error_code: 'DRS.M00304',
  error_msg: 'This operation is not allowed in the current task status.',
})

interface Run {
  readonly startedAt: number
  readonly precheckId: string
  readonly timeline: DrsTask['timeline']
  reads: number
}

interface TaskState {
  readonly task: DrsTask
  starts: number
  reads: number
  run: Run | null
  /** What the task shows while no run of the caller is to be seen. */
  earlier: Pick<Run, 'startedAt' | 'timeline'>
}

/** The two pre-check calls of DRS (`batch-precheck`, `batch-precheck-result`). */
export function drsRoutes(
  tasks: readonly DrsTask[],
  gateway: Gateway,
  projectIds: readonly string[],
  startedAt: number,
): readonly Route[] {
  const states = new Map(
    tasks.map((task): [string, TaskState] => {
      const earlier = { startedAt, timeline: task.earlier.timeline }
      return [task.id, { task, starts: 0, reads: 0, run: null, earlier }]
    }),
  )
  const refuse = (request: ApiRequest): Answer | null => {
    const projectId = param(request, 'project')
    return (
      gateway(request, projectId) ??
      (projectIds.includes(projectId) ? null : serviceError(403, 'DRS.M00261', 'Invalid project ID.'))
    )
  }
  return [
    {
      operation: 'drs.start',
      method: 'POST',
      path: '/v3/:project/jobs/batch-precheck',
      refuse,
      handle: request => start(states, request),
    },
    {
      operation: 'drs.result',
      method: 'POST',
      path: '/v3/:project/jobs/batch-precheck-result',
      refuse,
      handle: request => result(states, request),
    },
  ]
}

/** Nothing begins when one task makes the whole call fail. */
function start(states: ReadonlyMap<string, TaskState>, request: ApiRequest): Answer {
  const body = readBody(request, startBody)
  if ('refusal' in body) return body.refusal
  const found = findTasks(
    states,
    body.value.jobs.map(job => job.job_id),
  )
  if ('refusal' in found) return found.refusal
  const language = languageOf(request)
  const planned = found.tasks.map((state, index) => {
    const mode = body.value.jobs[index]?.precheck_mode
    const accepted = state.task.acceptsMode === undefined || state.task.acceptsMode === mode
    return { state, answer: accepted ? nthOrLast(state.task.start, state.starts) : WRONG_MODE }
  })
  const refusing = planned.find(({ answer }) => refusesWholeCall(answer))
  if (refusing) {
    refusing.state.starts += 1
    return wholeCallError(refusing.answer, language)
  }
  for (const { state, answer } of planned) {
    state.starts += 1
    if (answer.otherRun) state.earlier = { startedAt: request.now, timeline: answer.otherRun }
    if (!(answer.begins ?? answer.status === 'success')) continue
    const precheckId = answer.precheckId ?? state.task.id
    const timeline = answer.timeline ?? state.task.timeline
    state.run = { startedAt: request.now, precheckId, timeline, reads: 0 }
  }
  const entries = planned.flatMap(({ state, answer }) => startEntries(state.task.id, answer))
  return batchAnswer(
    planned.map(({ answer }) => answer),
    entries,
    language,
  )
}

function result(states: ReadonlyMap<string, TaskState>, request: ApiRequest): Answer {
  const body = readBody(request, resultBody)
  if ('refusal' in body) return body.refusal
  const found = findTasks(states, body.value.jobs)
  if ('refusal' in found) return found.refusal
  const shown = found.tasks.map(state => currentStage(state, request.now))
  const refusing = shown.find(({ stage }) => refusesWholeCall(stage))
  if (refusing) return wholeCallError(refusing.stage, languageOf(request))
  return batchAnswer(
    shown.map(({ stage }) => stage),
    shown.flatMap(({ precheckId, stage }) => resultEntries(precheckId, stage)),
    languageOf(request),
  )
}

interface Shown {
  readonly precheckId: string
  readonly stage: DrsStage
}

/** What a task shows now: its run, or the earlier result for as long as that stays after a start. */
function currentStage(state: TaskState, now: number): Shown {
  const { task, run } = state
  state.reads += 1
  if (run === null) return earlierStage(state, now)
  run.reads += 1
  const { stays } = task.earlier
  if (stays === 'forever') return earlierStage(state, now)
  const holds = 'reads' in stays ? run.reads <= stays.reads : now - run.startedAt < stays.ms
  if (holds) return earlierStage(state, now)
  return { precheckId: run.precheckId, stage: stageAt(run.timeline, now - run.startedAt) ?? NO_RESULT }
}

function earlierStage({ task, reads, earlier }: TaskState, now: number): Shown {
  const { hidden } = task.earlier
  const isHidden = hidden !== undefined && reads <= hidden.reads
  const shown = stageAt(earlier.timeline, now - earlier.startedAt) ?? NO_RESULT
  return { precheckId: task.id, stage: isHidden ? HIDDEN[hidden.as] : shown }
}

function readBody<T>(
  request: ApiRequest,
  schema: z.ZodType<T>,
): { readonly value: T } | { readonly refusal: Answer } {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return { refusal: serviceError(400, 'DRS.M00200', 'Content-Type must be application/json.') }
  }
  const body = parseJson(request.body.toString('utf8'), schema)
  return 'problem' in body ? { refusal: serviceError(400, 'DRS.M00200', body.problem) } : body
}

function findTasks(
  states: ReadonlyMap<string, TaskState>,
  ids: readonly string[],
): { readonly tasks: readonly TaskState[] } | { readonly refusal: Answer } {
  if (ids.length > MAX_TASKS_PER_CALL) {
    const text = `Invalid parameter jobs: at most ${MAX_TASKS_PER_CALL} tasks are allowed, ${ids.length} were given.`
    return { refusal: serviceError(400, 'DRS.M00202', text) }
  }
  if (new Set(ids).size < ids.length) {
    return { refusal: serviceError(400, 'DRS.M00301', 'The request holds duplicate task IDs.') }
  }
  const tasks: TaskState[] = []
  for (const id of ids) {
    const state = states.get(id)
    if (!state) return { refusal: serviceError(400, 'DRS.M05003', 'The task does not exist.') }
    tasks.push(state)
  }
  return { tasks }
}
