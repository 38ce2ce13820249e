import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemClock } from '../src/ports.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Whether a sleep has ended. */
function watched(sleep: Promise<void>) {
  const state = { over: false }
  void sleep.then(() => {
    state.over = true
  })
  return state
}

describe('a sleep of the system clock', () => {
  it('ends after its time and leaves nothing behind at the signal', async () => {
    const { signal } = new AbortController()
    const gone = vi.spyOn(signal, 'removeEventListener')
    const sleep = watched(systemClock.sleep(1_000, signal))
    await vi.advanceTimersByTimeAsync(999)
    expect(sleep.over).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(sleep.over).toBe(true)
    expect(gone).toHaveBeenCalledTimes(1)
  })

  it('ends at once with the signal, and its timer with it', async () => {
    const stop = new AbortController()
    const sleep = watched(systemClock.sleep(1_000, stop.signal))
    stop.abort()
    await vi.advanceTimersByTimeAsync(0)
    expect(sleep.over).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not begin when the signal has fired', async () => {
    await systemClock.sleep(1_000, AbortSignal.abort())
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([0, -5])('of %i ms ends at the next turn', async ms => {
    const sleep = watched(systemClock.sleep(ms))
    await vi.advanceTimersByTimeAsync(0)
    expect(sleep.over).toBe(true)
  })
})
