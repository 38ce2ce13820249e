import { expect, it } from 'vitest'
import { Poller } from '../../src/precheck/poller.ts'
import { autoSchedule, fixedSchedule } from '../../src/precheck/schedule.ts'
import { deadlineIn, FakeClock } from '../../testing/fake-clock.ts'
import { fakeService, finished, manyTasks, running, tasksNamed } from './fake-service.ts'

class WatchedClock extends FakeClock {
  asleep = 0

  override async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.asleep += 1
    await super.sleep(ms, signal)
    this.asleep -= 1
  }
}

/** As real clocks do: time goes by between any two looks at it. */
class TickingClock extends FakeClock {
  #looks = 0

  override now(): number {
    this.#looks += 1
    return super.now() + this.#looks / 1_000
  }
}

it.each([1, 25])(
  'a poll of %i tasks that nothing is known of reads 1 s after the start, on a real clock too',
  async count => {
    const clock = new TickingClock()
    const deadline = deadlineIn(clock, 600_000)
    const service = fakeService(clock, { startTakes: () => 300, read: () => finished })
    const [retryDelay, observe] = [() => 1_000, () => undefined]
    const ports = {
      clock,
      random: () => 0,
      deadline,
      schedule: autoSchedule(deadline.at),
      retryDelay,
      observe,
    }
    await clock.until(new Poller(manyTasks(count), service, { ...ports, mode: 'run' }).poll())
    expect(service.reads.length).toBe(Math.ceil(count / 10))
    for (const { at } of service.reads) expect(Math.round(at / 100)).toBe(13)
  },
)

it('a poll leaves no sleep behind, which would keep the process alive until the deadline', async () => {
  const clock = new WatchedClock()
  const deadline = deadlineIn(new FakeClock(), 600_000)
  const service = fakeService(clock, { read: (_task, nth) => (nth === 3 ? finished : running) })
  const [retryDelay, observe] = [() => 1_000, () => undefined]
  const ports = { clock, random: () => 0, deadline, schedule: fixedSchedule(1_000), retryDelay, observe }
  const [result] = await clock.until(
    new Poller(tasksNamed('only'), service, { ...ports, mode: 'run' }).poll(),
  )
  expect(result?.freshness).toBe('new')
  await clock.advance(0)
  expect(clock.asleep).toBe(0)
})
