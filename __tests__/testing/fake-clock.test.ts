import { describe, expect, it } from 'vitest'
import { askew, deadlineIn, FakeClock } from '../../testing/fake-clock.ts'

describe('the fake clock', () => {
  it('wakes sleepers in the order of their times, then of their coming', async () => {
    const clock = new FakeClock()
    const woken: string[] = []
    const sleeper = async (name: string, ms: number) => {
      await clock.sleep(ms)
      woken.push(`${name} at ${clock.now()}`)
    }
    const all = Promise.all([
      sleeper('late', 30),
      sleeper('early', 10),
      sleeper('twin', 10),
      sleeper('no', -5),
    ])
    await clock.until(all)
    expect(woken).toEqual(['no at 0', 'early at 10', 'twin at 10', 'late at 30'])
  })

  it('moves no further than it is told', async () => {
    const clock = new FakeClock()
    let woken = false
    void clock.sleep(100).then(() => {
      woken = true
    })
    await clock.advance(99)
    expect([woken, clock.now()]).toEqual([false, 99])
    await clock.advance(1)
    expect([woken, clock.now()]).toEqual([true, 100])
  })

  it('wakes a sleeper at once whose signal aborts, and leaves no timer behind', async () => {
    const clock = new FakeClock()
    const stop = new AbortController()
    const asleep = clock.sleep(1_000, stop.signal)
    stop.abort()
    await clock.until(asleep)
    expect(clock.now()).toBe(0)
    await expect(clock.until(new Promise(() => {}))).rejects.toThrow('nobody sleeps')
  })

  it('tells a busy loop', async () => {
    const clock = new FakeClock()
    const busy = async (): Promise<never> => {
      for (;;) await clock.sleep(0)
    }
    await expect(clock.until(busy())).rejects.toThrow('busy loop')
  })

  it('fires a deadline at its time, and a cancellation at once', async () => {
    const clock = new FakeClock()
    const [passed, cancelled] = [deadlineIn(clock, 50), deadlineIn(clock, 50)]
    cancelled.cancel()
    expect(cancelled.signal.reason).toBe('cancelled')
    await clock.advance(50)
    expect([passed.at, passed.signal.reason]).toEqual([50, 'deadline'])
    expect(cancelled.signal.reason).toBe('cancelled')
  })
})

describe('a fake clock that jumps', () => {
  it('lets nobody wait whose signal has not aborted, and tells for how long each would have', async () => {
    const clock = new FakeClock({ jumps: true, epoch: 1_000 })
    for (const ms of [20, -5, 7]) await clock.sleep(ms)
    await clock.sleep(100, AbortSignal.abort())
    expect([clock.now(), clock.ofDay.now(), clock.sleeps]).toEqual([27, 1_027, [20, -5, 7]])
  })
})

describe('a clock that is askew', () => {
  it('tells another time of day, and goes as many times as fast', async () => {
    const clock = new FakeClock({ jumps: true, epoch: 0 })
    const other = askew(clock, { offMs: 500, times: 10 })
    await other.sleep(100)
    expect([clock.now(), other.now(), other.date().getTime()]).toEqual([10, 100, 510])
  })
})
