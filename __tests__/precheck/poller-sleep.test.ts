import { expect, it } from 'vitest'
import { poll } from '../../src/precheck/poller.ts'
import { fixedSchedule } from '../../src/precheck/schedule.ts'
import { deadlineIn, FakeClock } from './fake-clock.ts'
import { fakeService, finished, running, tasksNamed } from './fake-service.ts'

class WatchedClock extends FakeClock {
  asleep = 0

  override async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.asleep += 1
    await super.sleep(ms, signal)
    this.asleep -= 1
  }
}

it('a poll leaves no sleep behind, which would keep the process alive until the deadline', async () => {
  const clock = new WatchedClock()
  const deadline = deadlineIn(new FakeClock(), 600_000)
  const service = fakeService(clock, { read: (_task, nth) => (nth === 3 ? finished : running) })
  const [retryDelay, observe] = [() => 1_000, () => undefined]
  const ports = { clock, random: () => 0, deadline, schedule: fixedSchedule(1_000), retryDelay, observe }
  const [result] = await clock.until(poll(tasksNamed('only'), service, { ...ports, readAtOnce: false }))
  expect(result?.freshness).toBe('new')
  await clock.advance(0)
  expect(clock.asleep).toBe(0)
})
