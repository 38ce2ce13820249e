import { type ErrorBody, errorInJson } from '../../cloud/error-body.ts'
import { classify, type Operation } from '../../cloud/error-table.ts'
import { ApiFault } from '../../cloud/fault.ts'
import { refusalFault } from '../../cloud/refusal.ts'
import type { Task } from '../../precheck/model.ts'
import { inEach, type Sentence, told } from '../../precheck/sentence.ts'
import { urlBelow } from '../endpoint.ts'
import { textOf, wordOf } from '../text.ts'
import { type DrsAccess, headersOf } from './access.ts'
import { DRS_ERRORS } from './errors.ts'
import { besideFault, type Expected, type ResultCall, type Sighting, sightingsOf } from './sightings.ts'
import { entryErrors, resultAnswer, type StartEntry, startAnswer, withResults } from './wire.ts'

/** The two calls of DRS (API pages drs_03_0110 and drs_03_0111) and what their answers say of each task. */

/** Most tasks in one call; the English page demands it, the Chinese one advises it. */
export const TASKS_PER_CALL = 10
const TASKS_NAMED_IN_MESSAGES = 3
const BAD_REQUEST = 400

/** What a start call said of one task. `silent`: the answer makes sense but says nothing clear about it. */
export type StartSighting =
  | { readonly kind: 'started'; readonly precheckId: string | null }
  | { readonly kind: 'silent'; readonly precheckId: string | null; readonly fault: ApiFault }
  | { readonly kind: 'fault'; readonly fault: ApiFault }

/** Starts the pre-check of up to ten tasks: one call, or one a task when the batch as such is turned down. */
export function startTasks(access: DrsAccess, tasks: readonly Task[]): Promise<readonly StartSighting[]> {
  const body = { jobs: tasks.map(task => ({ job_id: task.id, precheck_mode: access.precheckMode })) }
  return aloneWhenTurnedDown(
    tasks,
    fault => ({ kind: 'fault', fault }),
    one => startTasks(access, one),
    async () => {
      const { value, ...answer } = await access.connection.call({
        ...common(access, 'batch-precheck', 'start', starting(tasks)),
        body,
        schema: startAnswer,
      })
      return tasks.map(task => startSightingOf(task, tasks, value.results, answer))
    },
  )
}

/** Reads the results of up to ten tasks: one call, or one a task when the batch as such is turned down. */
export function readTasks(
  access: DrsAccess,
  expected: readonly Expected[],
  purpose: 'pre-read' | 'poll',
): Promise<readonly Sighting[]> {
  const tasks = expected.map(one => one.task)
  const asked = common(access, 'batch-precheck-result', 'read', reading(tasks))
  return aloneWhenTurnedDown(
    expected,
    (fault, one) => ({ kind: 'fault', fault, beside: besideFault(one, fault.body) }),
    one => readTasks(access, one, purpose),
    async () => {
      const { value, ...answer } = await access.connection.call({
        ...asked,
        isPoll: purpose === 'poll',
        body: { jobs: tasks.map(task => task.id) },
        schema: resultAnswer,
      })
      return sightingsOf(expected, value.results, {
        ...answer,
        doing: reading,
        runIds: access.runIds,
      })
    },
  )
}

/**
 * Runs a batch call. A 400 for several tasks is sent again task by task, one after the other, so that one bad id is
 * not blamed on nine good ones; one about the credential would only repeat itself and lock the key.
 */
async function aloneWhenTurnedDown<T, S>(
  members: readonly T[],
  failed: (fault: ApiFault, member: T) => S,
  alone: (one: readonly T[]) => Promise<readonly S[]>,
  batch: () => Promise<readonly S[]>,
): Promise<readonly S[]> {
  try {
    return await batch()
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error
    if (members.length === 1 || !isTurnedDownAsBatch(error))
      return members.map(member => failed(error, member))
  }
  const results: S[] = []
  for (const member of members) results.push(...(await alone([member])))
  return results
}

function isTurnedDownAsBatch(fault: ApiFault): boolean {
  const aboutCredential = fault.kind === 'authentication-failed' || fault.kind === 'permission-denied'
  return fault.httpStatus === BAD_REQUEST && fault.kind !== 'transient' && !aboutCredential
}

function common(access: DrsAccess, path: string, operation: Operation, doing: Sentence) {
  return {
    operation,
    doing,
    method: 'POST' as const,
    url: urlBelow(access.endpoint, `/v3/${encodeURIComponent(access.projectId)}/jobs/${path}`),
    headers: headersOf(access),
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

function startSightingOf(
  task: Task,
  tasks: readonly Task[],
  entries: readonly StartEntry[],
  { httpStatus, requestId, errors }: Pick<ResultCall, 'httpStatus' | 'requestId' | 'errors'>,
): StartSighting {
  const alone = tasks.length === 1 && entries.length === 1
  const own = entries.filter(entry => (entry.id ?? (alone ? task.id : entry.precheck_id)) === task.id)
  const [entry] = own
  const code = textOf(entry?.error_code)
  const message = textOf(entry?.error_msg)
  const isRefused = code !== null || message !== null || wordOf(entry?.status) === 'FAILED'
  if (own.length === 1 && isRefused) {
    const error = { code, message, requestId, advice: null }
    const doing = starting([task])
    return {
      kind: 'fault',
      fault: refusalFault({ operation: 'start', doing, httpStatus, error, errors }),
    }
  }
  const precheckId = own.length === 1 ? textOf(entry?.precheck_id) : null
  const confirmed = own.length === 1 && wordOf(entry?.status) === 'SUCCESS'
  return confirmed
    ? { kind: 'started', precheckId }
    : { kind: 'silent', precheckId, fault: silentFault(task, httpStatus, requestId) }
}

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
