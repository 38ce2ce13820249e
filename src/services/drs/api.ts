import type { Answered } from '../../cloud/answer.ts'
import { type ErrorBody, errorInJson } from '../../cloud/error-body.ts'
import { classify, type Operation } from '../../cloud/error-table.ts'
import { ApiFault } from '../../cloud/fault.ts'
import { refusalFault } from '../../cloud/refusal.ts'
import { urlBelow } from '../../cloud/url.ts'
import type { Task } from '../../precheck/model.ts'
import { inEach, type Sentence, told } from '../../precheck/sentence.ts'
import type { Started } from '../../precheck/service.ts'
import { huaweiHeaders } from '../endpoint.ts'
import { startedOfFault } from '../start.ts'
import { textOf, wordOf } from '../text.ts'
import type { DrsAccess } from './access.ts'
import { DRS_ERRORS } from './errors.ts'
import { besideFault, type Expected, type Sighting, sightingsOf } from './sightings.ts'
import { entryErrors, resultAnswer, type StartEntry, startAnswer, withResults } from './wire.ts'

/** The two calls of DRS (API pages drs_03_0110 and drs_03_0111) and what their answers say of each task. */

/** Most tasks in one call; the English page demands it, the Chinese one advises it. */
export const TASKS_PER_CALL = 10
const TASKS_NAMED_IN_MESSAGES = 3
const BAD_REQUEST = 400

/** Starts the pre-check of up to ten tasks: one call, or one a task when the batch as such is turned down. */
export async function startTasks(access: DrsAccess, tasks: readonly Task[]): Promise<readonly Started[]> {
  try {
    const { value, ...answer } = await access.connection.call({
      ...common(access, 'batch-precheck', 'start', starting(tasks)),
      body: { jobs: tasks.map(task => ({ job_id: task.id, precheck_mode: access.precheckMode })) },
      schema: startAnswer,
    })
    return tasks.map(task => startedIn(value.results, task, tasks.length === 1, answer))
  } catch (fault) {
    if (!(fault instanceof ApiFault)) throw fault
    if (isTurnedDownAsBatch(fault, tasks)) return oneByOne(tasks, task => startTasks(access, [task]))
    return tasks.map(task => startedOfFault(task, fault, null))
  }
}

/** Reads the results of up to ten tasks: one call, or one a task when the batch as such is turned down. */
export async function readTasks(
  access: DrsAccess,
  expected: readonly Expected[],
  purpose: 'pre-read' | 'poll',
): Promise<readonly Sighting[]> {
  const tasks = expected.map(one => one.task)
  try {
    const { value, ...answer } = await access.connection.call({
      ...common(access, 'batch-precheck-result', 'read', reading(tasks)),
      isPoll: purpose === 'poll',
      body: { jobs: tasks.map(task => task.id) },
      schema: resultAnswer,
    })
    return sightingsOf(expected, value.results, { ...answer, doing: reading }, access.runIds)
  } catch (fault) {
    if (!(fault instanceof ApiFault)) throw fault
    if (isTurnedDownAsBatch(fault, tasks)) return oneByOne(expected, one => readTasks(access, [one], purpose))
    return expected.map(one => ({ kind: 'fault', fault, beside: besideFault(one, fault.body) }))
  }
}

/** One after the other, so that a bad credential is known as one before the next. */
async function oneByOne<T, S>(
  members: readonly T[],
  call: (member: T) => Promise<readonly S[]>,
): Promise<S[]> {
  const results: S[] = []
  for (const member of members) results.push(...(await call(member)))
  return results
}

/**
 * True for a 400 for several tasks, which is sent again task by task, so that one bad id is not blamed on nine good ones; one
 * about the credential would only repeat itself and lock the key.
 */
function isTurnedDownAsBatch(fault: ApiFault, { length }: readonly Task[]): boolean {
  const aboutCredential = fault.kind === 'authentication-failed' || fault.kind === 'permission-denied'
  return length > 1 && fault.httpStatus === BAD_REQUEST && fault.kind !== 'transient' && !aboutCredential
}

function common(access: DrsAccess, path: string, operation: Operation, doing: Sentence) {
  return {
    operation,
    doing,
    method: 'POST' as const,
    url: urlBelow(access.endpoint, `/v3/${encodeURIComponent(access.projectId)}/jobs/${path}`),
    headers: huaweiHeaders(access),
    errors: DRS_ERRORS,
    errorIn: (json: unknown) => errorOfAnswer(json) ?? credentialErrorIn(json),
  }
}

/** Words that a success may hold too are an error where there is no list, which both calls ask for. */
function errorOfAnswer(json: unknown): ErrorBody | null {
  const error = errorInJson(json)
  if (error?.isWeak !== true || withResults.safeParse(json).success) return error
  return { ...error, isWeak: false }
}

/** An entry that says the credential is bad speaks for the whole call, so that nobody goes on with that credential. */
function credentialErrorIn(json: unknown): ErrorBody | null {
  const entries = entryErrors.safeParse(json).data?.results ?? []
  const codes = entries.map(entry => ({ code: textOf(entry.error_code), message: textOf(entry.error_msg) }))
  const bad = codes.find(
    ({ code }) =>
      classify({ operation: 'read', httpStatus: 200, code }, DRS_ERRORS) === 'authentication-failed',
  )
  return bad === undefined ? null : { ...bad, requestId: null, advice: null }
}

/** What a start answer says of one task. */
function startedIn(
  entries: readonly StartEntry[],
  task: Task,
  isOnly: boolean,
  { httpStatus, requestId, errors }: Omit<Answered<unknown>, 'value'>,
): Started {
  const alone = isOnly && entries.length === 1
  const own = entries.filter(entry => (entry.id ?? (alone ? task.id : entry.precheck_id)) === task.id)
  const entry = own.length === 1 ? own[0] : undefined
  const [code, message] = [textOf(entry?.error_code), textOf(entry?.error_msg)]
  if (code !== null || message !== null || wordOf(entry?.status) === 'FAILED') {
    const error = { code, message, requestId, advice: null, sign: STATUS_FAILED }
    const doing = starting([task])
    const fault = refusalFault({ operation: 'start', doing, httpStatus, error, errors })
    return startedOfFault(task, fault, null)
  }
  const precheckId = textOf(entry?.precheck_id)
  if (wordOf(entry?.status) === 'SUCCESS') return { kind: 'started', task, precheckId, boundById: false }
  return startedOfFault(task, silentFault(task, httpStatus, requestId), precheckId)
}

const STATUS_FAILED = told('the status of the task in it is failed', '其中该任务的 status 为 failed')

/** The start may have worked: the answer just does not say so of this task, which is polled on. */
function silentFault(task: Task, httpStatus: number, requestId: string | null): ApiFault {
  const doing = starting([task])
  const [english, chinese] =
    requestId === null ? ['', ''] : [` (request id ${requestId})`, `（请求 ID ${requestId}）`]
  const what = told(
    `HTTP ${httpStatus}, but the answer says nothing clear about the task${english}.`,
    `HTTP ${httpStatus}，但应答没有明确说明该任务的情况${chinese}。`,
  )
  return new ApiFault({ kind: 'transient', doing, what, httpStatus, requestId, invalidResponse: true })
}

function starting(tasks: readonly Task[]): Sentence {
  return inEach(in_ =>
    told(`start the DRS pre-check of ${in_(namesOf(tasks))}`, `启动${in_(namesOf(tasks))}的 DRS 预检查`),
  )
}

function reading(tasks: readonly Task[]): Sentence {
  return inEach(in_ =>
    told(
      `read the DRS pre-check result of ${in_(namesOf(tasks))}`,
      `读取${in_(namesOf(tasks))}的 DRS 预检查结果`,
    ),
  )
}

function namesOf(tasks: readonly Task[]): Sentence {
  const named = tasks.slice(0, TASKS_NAMED_IN_MESSAGES).map(task => task.id)
  const rest = tasks.length - named.length
  const list = told(
    rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', '),
    rest > 0 ? `${named.join('、')} 以及另外 ${rest} 个` : named.join('、'),
  )
  const count = tasks.length
  return inEach(in_ =>
    count === 1
      ? told(`task ${in_(list)}`, `任务 ${in_(list)} `)
      : told(`${count} tasks (${in_(list)})`, ` ${count} 个任务（${in_(list)}）`),
  )
}
