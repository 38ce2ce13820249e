import { isTryAgainCode } from '../../cloud/error-table.ts'
import { type ApiFault, problemOf } from '../../cloud/fault.ts'
import { REFUSED_START_REPEATS, refusedStartDelay, retryDelay } from '../../cloud/retry.ts'
import type { Problem, Task } from '../../precheck/model.ts'
import type { PrecheckService, Reading, ReadingState, Started } from '../../precheck/service.ts'
import type { ServicePorts } from '../definition.ts'
import { textOf } from '../text.ts'
import { type DrsAccess, readTasks, type StartSighting, startTasks, TASKS_PER_CALL } from './api.ts'
import { type Earlier, type Evidence, evidenceAfterStart, observe, worthOf } from './freshness.ts'
import { checkItemOf, overallOf } from './items.ts'
import { preRead } from './pre-read.ts'
import type { Sighting } from './sightings.ts'
import { percentOf, type ResultEntry } from './wire.ts'

/** What the service keeps of a task between calls; without evidence (query mode) any finished result counts. */
interface Known {
  readonly precheckId: string | null
  readonly evidence: Evidence | null
}

export interface DrsOptions {
  readonly mode: 'run' | 'query'
  readonly settleMs: number
}

/** Huawei Cloud DRS behind the port: batches of ten, old results told from new ones. */
export function drsService(access: DrsAccess, options: DrsOptions, ports: ServicePorts): PrecheckService {
  const known = new Map<string, Known>()
  return {
    batchSize: TASKS_PER_CALL,
    start: tasks =>
      options.mode === 'query' ? startNothing(tasks, known) : startAll(tasks, known, access, ports),
    async read(tasks) {
      const expected = tasks.map(task => ({ task, precheckId: known.get(task.id)?.precheckId ?? null }))
      const sightings = await readTasks(access, expected, 'poll')
      return tasks.map((task, index) => {
        const sighting = sightings[index] ?? { kind: 'missing', strangers: false }
        const before = known.get(task.id) ?? { precheckId: null, evidence: null }
        const evidence = observed(before.evidence, sighting, ports.clock.now())
        known.set(task.id, { ...before, evidence })
        return readingOf(task, { ...before, evidence }, sighting, options.settleMs, ports)
      })
    },
  }
}

async function startNothing(tasks: readonly Task[], known: Map<string, Known>): Promise<readonly Started[]> {
  for (const task of tasks) known.set(task.id, { precheckId: null, evidence: null })
  return tasks.map(task => ({ kind: 'started', task, precheckId: task.id }))
}

async function startAll(
  tasks: readonly Task[],
  known: Map<string, Known>,
  access: DrsAccess,
  ports: ServicePorts,
): Promise<readonly Started[]> {
  const before = await preRead(tasks, { ...ports, read: expected => readTasks(access, expected, 'pre-read') })
  const denied = (task: Task) => {
    const seen = before.get(task.id)
    return seen?.kind === 'denied' ? seen.fault : null
  }
  const allowed = tasks.filter(task => denied(task) === null)
  const sightings = await startWithRepeats(allowed, access, ports)
  return tasks.map(task => {
    const turnedAway = denied(task)
    if (turnedAway !== null) return { kind: 'ended', task, problem: problemOf(turnedAway) }
    const seen = before.get(task.id)
    const earlier: Earlier = seen?.kind === 'earlier' ? seen.earlier : { kind: 'unreadable' }
    const sighting = sightings.get(task.id)
    if (sighting === undefined || (sighting.kind === 'fault' && !mayHaveStarted(sighting.fault))) {
      return { kind: 'ended', task, problem: notStarted(task, sighting?.fault) }
    }
    const precheckId = sighting.kind === 'started' ? sighting.precheckId : null
    const confirmed = sighting.kind === 'started'
    known.set(task.id, { precheckId, evidence: evidenceAfterStart(earlier, confirmed, ports.clock.now()) })
    return { kind: 'started', task, precheckId }
  })
}

/** Starts tasks, and again those that nothing can have been started for, until the limits of the retry policy. */
async function startWithRepeats(
  tasks: readonly Task[],
  access: DrsAccess,
  { clock, random, deadline }: ServicePorts,
): Promise<ReadonlyMap<string, StartSighting>> {
  const results = new Map<string, StartSighting>()
  let open = tasks
  let refusals = 0
  let failures = 0
  while (open.length > 0 && !deadline.signal.aborted) {
    const sightings = await startTasks(access, open)
    open.forEach((task, index) => {
      const sighting = sightings[index]
      if (sighting !== undefined) results.set(task.id, sighting)
    })
    const faults = new Map(open.map(task => [task, faultOf(results.get(task.id))]))
    const refused = [...faults.values()].some(fault => fault !== null && isTryAgainCode(fault.code))
    if (refused) refusals += 1
    else failures += 1
    open = open.filter(task => {
      const fault = faults.get(task) ?? null
      if (fault === null || fault.final || fault.kind !== 'transient') return false
      return isTryAgainCode(fault.code) ? refusals <= REFUSED_START_REPEATS : fault.nothingStarted
    })
    if (open.length === 0) break
    const told = Math.max(0, ...open.map(task => (faults.get(task)?.retryAt ?? 0) - clock.now()))
    const delay = refused ? refusedStartDelay(refusals, random) : retryDelay(failures, random)
    await clock.sleep(told > 0 ? told : delay, deadline.signal)
  }
  return results
}

function faultOf(sighting: StartSighting | undefined): ApiFault | null {
  return sighting?.kind === 'fault' ? sighting.fault : null
}

/** A transient fault after the request was sent leaves open whether a pre-check runs; a refusal does not. */
function mayHaveStarted(fault: ApiFault): boolean {
  return fault.kind === 'transient' && !fault.nothingStarted && !isTryAgainCode(fault.code)
}

function notStarted(task: Task, fault: ApiFault | undefined): Problem {
  if (fault !== undefined) return problemOf(fault)
  const message = `The DRS pre-check of task ${task.id} was not started: the step ended before.`
  return {
    reason: 'timed-out',
    code: null,
    message,
    httpStatus: null,
    requestId: null,
    advice: 'Raise timeout-minutes.',
  }
}

/** A missing entry or an error is no evidence, and it breaks the row of polls that showed the same. A failed call shows nothing at all. */
function observed(evidence: Evidence | null, sighting: Sighting, now: number): Evidence | null {
  if (evidence === null) return null
  return observe(evidence, sighting.kind === 'entry' ? sighting.entry : null, now)
}

function readingOf(
  task: Task,
  known: Known,
  sighting: Sighting,
  settleMs: number,
  ports: ServicePorts,
): Reading {
  const entry = sighting.kind === 'missing' ? null : sighting.entry
  const counts = known.evidence === null || known.evidence.proven
  switch (sighting.kind) {
    case 'missing':
      return { task, picture: null, state: { kind: 'running', settling: false } }
    case 'fault':
      return {
        task,
        picture: entry === null || !counts ? null : pictureOf(entry, known.precheckId),
        state: stateOfFault(sighting.fault),
      }
    case 'entry':
      return readingOfEntry(task, known, sighting.entry, settleMs, ports)
  }
}

function readingOfEntry(
  task: Task,
  { evidence, precheckId }: Known,
  entry: ResultEntry,
  settleMs: number,
  ports: ServicePorts,
): Reading {
  const picture = pictureOf(entry, precheckId)
  const finished = picture.progress === 100 && !picture.items.some(item => item.status === 'pending')
  if (!finished) {
    const counts = evidence === null || evidence.proven
    return { task, picture: counts ? picture : null, state: { kind: 'running', settling: false } }
  }
  const worth = evidence === null ? 'as-found' : worthOf(evidence, settleMs, ports.clock.now())
  if (worth === 'wait') return { task, picture: null, state: { kind: 'running', settling: true } }
  if (worth === 'never') return { task, picture: null, state: { kind: 'ended', problem: unproven(task) } }
  if (worth === 'assumed') {
    const text = `The result of DRS task ${task.id} is assumed to be new: DRS gives results no time and no run id, and this one has stood unchanged since the start.`
    ports.notice('warning', text)
  }
  return { task, picture, state: { kind: 'finished', freshness: worth } }
}

function pictureOf(entry: ResultEntry, precheckId: string | null) {
  return {
    precheckId: precheckId ?? textOf(entry.precheck_id),
    progress: percentOf(entry.process) ?? 0,
    overall: overallOf(entry),
    items: entry.precheck_result.map(checkItemOf),
  }
}

function stateOfFault(fault: ApiFault): ReadingState {
  const problem = problemOf(fault)
  const again = fault.kind === 'transient' && !fault.final
  return again
    ? { kind: 'unread', problem, retryAt: fault.retryAt, throttled: fault.throttled }
    : { kind: 'ended', problem }
}

function unproven(task: Task): Problem {
  return {
    reason: 'not-verified',
    code: null,
    message: `The answer to the start of DRS task ${task.id} was lost, and the result has not changed since: it may be an earlier run's.`,
    httpStatus: null,
    requestId: null,
    advice: 'Run the gate again; when DRS answers the start, the new result can be told from the old one.',
  }
}
