import type { Deadline } from '../../src/ports.ts'
import type { Task, TaskResult } from '../../src/precheck/model.ts'
import { Poller, type PollView } from '../../src/precheck/poller.ts'
import { autoSchedule, fixedSchedule, type Schedule } from '../../src/precheck/schedule.ts'
import type { PrecheckService } from '../../src/precheck/service.ts'
import { deadlineIn, FakeClock } from '../../testing/fake-clock.ts'
import { type FakeBehaviour, type FakeService, fakeService } from './fake-service.ts'

export interface PollSettings extends FakeBehaviour {
  readonly tasks: readonly Task[]
  readonly deadlineMs?: number
  /** In place of one that fires after `deadlineMs`. */
  readonly deadline?: Deadline
  /** `auto`, or milliseconds. */
  readonly interval?: 'auto' | number
  readonly mode?: 'run' | 'query'
  readonly random?: () => number
  readonly retryDelay?: (failures: number, random: () => number) => number
  readonly service?: (clock: FakeClock) => PrecheckService
}

export interface Polling {
  readonly clock: FakeClock
  readonly service: FakeService
  readonly views: readonly PollView[]
  readonly results: Promise<readonly TaskResult[]>
  cancel(): void
}

/** Begins a poll; time stands still until the test runs the clock. */
export function polling(settings: PollSettings): Polling {
  const { tasks, deadlineMs = 60_000, interval = 1_000, mode = 'run' } = settings
  const clock = new FakeClock()
  const timed = deadlineIn(clock, deadlineMs)
  const deadline = settings.deadline ?? timed
  const service = fakeService(clock, settings)
  const views: PollView[] = []
  const schedule: Schedule = interval === 'auto' ? autoSchedule(deadline.at) : fixedSchedule(interval)
  const poller = new Poller(tasks, settings.service?.(clock) ?? service, {
    clock,
    random: settings.random ?? (() => 0.5),
    deadline,
    schedule,
    retryDelay: settings.retryDelay ?? (failures => failures * 1_000),
    observe: view => views.push(view),
    mode,
  })
  return { clock, service, views, results: poller.poll(), cancel: timed.cancel }
}

export interface Polled extends Omit<Polling, 'results'> {
  readonly results: readonly TaskResult[]
  /** The one task's result, where there is one task only. */
  readonly result: TaskResult
  /** How long the poll took, in milliseconds. */
  readonly tookMs: number
}

/** Runs a poll to its end. */
export async function polled(settings: PollSettings): Promise<Polled> {
  const begun = polling(settings)
  const results = await begun.clock.until(begun.results)
  const [result] = results
  if (result === undefined) throw new Error('There was no task')
  return { ...begun, results, result, tookMs: begun.clock.now() }
}
