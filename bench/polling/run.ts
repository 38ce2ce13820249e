import type { Task } from '../../src/precheck/model.ts'
import { Poller } from '../../src/precheck/poller.ts'
import type { Schedule } from '../../src/precheck/schedule.ts'
import type { Picture, PrecheckService, Reading, RunFacts } from '../../src/precheck/service.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import type { Trace } from './traces.ts'

/** Runs the gate's own poller over traces, on a virtual clock and behind the port of a service. */

/** As DRS has it. */
export const TASKS_PER_CALL = 10
const DEADLINE_MS = 1_800_000

export interface PolledRun {
  /** Calls at the port: starts and reads. */
  readonly requests: number
  /** When each round of reads began. */
  readonly rounds: readonly number[]
  /** When the last task was known to be finished. */
  readonly knownAt: number
}

/** Polls the tasks of one run to their end. Throws when one is not finished, because then nothing was measured. */
export async function runWithPoller(
  traces: readonly Trace[],
  scheduleUntil: (deadlineAt: number) => Schedule,
): Promise<PolledRun> {
  const clock = new FakeClock()
  const { service, calls } = serviceOf(traces, clock)
  const tasks = traces.map((_trace, index) => ({ id: String(index), label: null }))
  const poller = new Poller(tasks, service, {
    clock,
    random: () => 0,
    deadline: { at: DEADLINE_MS, signal: new AbortController().signal },
    schedule: scheduleUntil(DEADLINE_MS),
    retryDelay: () => Number.NaN,
    observe: () => {},
    mode: 'run',
  })
  const results = await clock.until(poller.poll())
  if (results.some(({ problem }) => problem !== null)) throw new Error('A run of the bench was cut off')
  return {
    requests: calls.starts + calls.reads.length,
    rounds: [...new Set(calls.reads)],
    knownAt: clock.now(),
  }
}

/** Answers at once: what is measured is the schedule, and the time of an answer would be the same for all. */
function serviceOf(traces: readonly Trace[], clock: FakeClock) {
  const calls = { starts: 0, reads: [] as number[] }
  const service: PrecheckService = {
    batchSize: TASKS_PER_CALL,
    async start(tasks) {
      calls.starts += 1
      return tasks.map(task => ({ kind: 'started', task, precheckId: null, boundById: true }))
    },
    async read(tasks) {
      calls.reads.push(clock.now())
      return tasks.map(task => readingOf(task, traces[Number(task.id)], clock.now()))
    },
  }
  return { service, calls }
}

function readingOf(task: Task, trace: Trace | undefined, now: number): Reading {
  if (trace === undefined) throw new Error(`There is no trace of task ${task.id}`)
  const finished = now >= trace.durationMs
  const facts: RunFacts = {
    picture: pictureAt(finished ? 100 : trace.progressAt(now)),
    finished,
    identity: { kind: 'own' },
    evidence: 'none',
    unreadable: null,
    standing: null,
  }
  return { kind: 'answer', task, facts }
}

function pictureAt(progress: number): Picture {
  return { precheckId: null, progress, overall: 'none', items: [] }
}
