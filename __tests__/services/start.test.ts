import { describe, expect, it } from 'vitest'
import { ApiFault, type FaultFacts } from '../../src/cloud/fault.ts'
import type { Task } from '../../src/precheck/model.ts'
import { type SingleStart, singleStart } from '../../src/services/single-start.ts'
import { notStartedOrLost, type StartOutcome, Starts } from '../../src/services/start.ts'

const TASK: Task = { id: 'a task', label: null }
const OTHER: Task = { id: 'another task', label: null }
const fault = (facts: Partial<FaultFacts>) =>
  new ApiFault({ kind: 'transient', message: 'Could not start it: no answer.', ...facts })

const refusedConnection = fault({ nothingStarted: true })
const lostAnswer = fault({})
const unusableAnswer = fault({ invalidResponse: true, httpStatus: 202 })
const tooFrequent = fault({ code: 'DRS.M01503', understood: true })
const refusal = fault({ kind: 'start-refused', understood: true })

/** A clock on which sleeping takes no time, and a record of the sleeps. */
function ports(timeoutMs = 600_000) {
  const sleeps: number[] = []
  const abort = new AbortController()
  let now = 1_000
  const clock = {
    now: () => now,
    date: () => new Date(now),
    sleep: async (ms: number) => {
      sleeps.push(ms)
      now += Math.max(0, ms)
      if (now >= 1_000 + timeoutMs) abort.abort('deadline')
    },
  }
  const deadline = { at: now + timeoutMs, signal: abort.signal }
  return { clock, random: () => 0, deadline, sleeps, abort }
}

/** An attempt that goes through these ends; the last one stays. */
function attempts(...ends: readonly (ApiFault | string)[]) {
  let made = 0
  const attempt = async () => {
    const end = ends[Math.min(made, ends.length - 1)] ?? 'nothing'
    made += 1
    if (typeof end === 'string') return end
    throw end
  }
  return { attempt, made: () => made }
}

async function secondTry<T>(start: SingleStart<T>) {
  await start.begin()
  return start.again()
}

const settled = () => new Promise(resolve => setImmediate(resolve))

describe('the start of one task', () => {
  it('is made once when it is answered', async () => {
    const { attempt, made } = attempts('its id')
    const start = singleStart(TASK, attempt, ports())
    expect(await start.begin()).toEqual({ kind: 'started', value: 'its id' })
    await settled()
    expect(made()).toBe(1)
  })

  it.each([
    ['a lost answer', lostAnswer],
    ['an answer that cannot be understood', unusableAnswer],
    ['a transient error code', fault({ code: 'INNER_ERROR', httpStatus: 200, understood: true })],
    ['a refusal', refusal],
    ['a credential that was turned away', fault({ kind: 'authentication-failed' })],
    ['a host that is given up', fault({ nothingStarted: true, final: true })],
    [
      'one request too many that is a refusal as well',
      fault({ kind: 'permission-denied', nothingStarted: true }),
    ],
  ])('is never made again after %s', async (_what, end) => {
    const { attempt, made } = attempts(end)
    const start = singleStart(TASK, attempt, ports())
    expect(await start.begin()).toEqual({ kind: 'ended', fault: end })
    await settled()
    expect(made()).toBe(1)
  })

  it('is made again while no connection comes about, and meanwhile tells when', async () => {
    const { attempt, made } = attempts(refusedConnection, refusedConnection, 'its id')
    const clock = ports()
    const start = singleStart(TASK, attempt, clock)
    expect(await start.begin()).toEqual({ kind: 'starting', fault: refusedConnection, nextTryAt: 1_500 })
    expect(await start.again()).toEqual({ kind: 'starting', fault: refusedConnection, nextTryAt: 2_500 })
    expect(await start.again()).toEqual({ kind: 'started', value: 'its id' })
    expect([made(), clock.sleeps]).toEqual([3, [500, 1_000]])
  })

  it('is made again after a 429, as late as it was told', async () => {
    const throttled = fault({ nothingStarted: true, throttled: true, retryAt: 31_000 })
    const { attempt, made } = attempts(throttled, 'its id')
    const clock = ports()
    const { kind } = await secondTry(singleStart(TASK, attempt, clock))
    expect([kind, made(), clock.sleeps]).toEqual(['started', 2, [30_000]])
  })

  it('is given up when the answer of a repetition is lost', async () => {
    const { attempt, made } = attempts(refusedConnection, lostAnswer, 'a second pre-check')
    const state = await secondTry(singleStart(TASK, attempt, ports()))
    expect([state, made()]).toEqual([{ kind: 'ended', fault: lostAnswer }, 2])
  })

  it('is not made again once the step has ended', async () => {
    const { attempt, made } = attempts(refusedConnection)
    const clock = ports(400)
    const { kind } = await secondTry(singleStart(TASK, attempt, clock))
    expect([kind, made()]).toEqual(['starting', 1])
  })

  it('is not made at all when the step has ended before', async () => {
    const { attempt, made } = attempts('its id')
    const clock = ports()
    clock.abort.abort('cancelled')
    expect(await singleStart(TASK, attempt, clock).begin()).toEqual({ kind: 'ended', fault: null })
    expect(made()).toBe(0)
  })

  it('shows a bug of the first try, and one of a later try', async () => {
    const bug = new TypeError('a bug')
    const broken = async () => Promise.reject(bug)
    await expect(singleStart(TASK, broken, ports()).begin()).rejects.toBe(bug)
    let made = 0
    const later = singleStart(
      TASK,
      async () => {
        made += 1
        throw made === 1 ? refusedConnection : bug
      },
      ports(),
    )
    await expect(secondTry(later)).rejects.toBe(bug)
  })
})

describe('a batch of starts', () => {
  it('repeats only the tasks that nothing can have been started for', async () => {
    const sent: string[][] = []
    const clock = ports()
    const ends = new Map<string, StartOutcome>()
    const starts = new Starts<StartOutcome>([TASK, OTHER], {
      ...clock,
      send: async tasks => {
        sent.push(tasks.map(task => task.id))
        const first = sent.length === 1
        return tasks.map(task =>
          first && task === OTHER ? { kind: 'fault', fault: tooFrequent } : { kind: 'started' },
        )
      },
      note: (task, outcome) => ends.set(task.id, outcome),
    })
    await starts.attempt()
    await starts.again()
    await starts.again()
    expect(sent).toEqual([[TASK.id, OTHER.id], [OTHER.id]])
    expect([...ends.values()].map(end => end.kind)).toEqual(['started', 'started'])
  })

  it('gives a refused start five repetitions within a minute', async () => {
    const clock = ports()
    let sent = 0
    let last: number | null = -1
    const starts = new Starts<StartOutcome>([TASK], {
      ...clock,
      send: async tasks => {
        sent += 1
        return tasks.map(() => ({ kind: 'fault', fault: tooFrequent }))
      },
      note: (_task, _outcome, nextTryAt) => {
        last = nextTryAt
      },
    })
    await starts.attempt()
    while (last !== null) await starts.again()
    expect([sent, last]).toEqual([6, null])
    expect(clock.sleeps[0]).toBeLessThanOrEqual(2_000)
    expect(clock.sleeps.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(60_000)
  })
})

describe('a batch that is sent again', () => {
  it('is sent once for all tasks that wait for it, and anew for those that ask after it', async () => {
    let sent = 0
    const starts = new Starts<StartOutcome>([TASK, OTHER], {
      ...ports(),
      send: async tasks => {
        sent += 1
        return tasks.map(() => ({ kind: 'fault', fault: refusedConnection }))
      },
      note: () => undefined,
    })
    await starts.attempt()
    await Promise.all([starts.again(), starts.again()])
    expect(sent).toBe(2)
    await starts.again()
    expect(sent).toBe(3)
  })
})

describe('the pause before a batch is sent again', () => {
  const THIRD: Task = { id: 'a third task', label: null }

  /** Returns how long a batch waits whose first try ends like this; everything starts on the second. */
  async function pauseAfter(...faults: readonly ApiFault[]): Promise<readonly number[]> {
    const clock = ports()
    let sent = 0
    const starts = new Starts<StartOutcome>([TASK, OTHER, THIRD].slice(0, faults.length), {
      ...clock,
      send: async tasks => {
        sent += 1
        return tasks.map((_, index) => {
          const end = sent === 1 ? faults[index] : undefined
          return end === undefined ? { kind: 'started' } : { kind: 'fault', fault: end }
        })
      },
      note: () => undefined,
    })
    await starts.attempt()
    await starts.again()
    return clock.sleeps
  }

  it('is that of a refusal when one task of several was refused for the moment', async () => {
    expect(await pauseAfter(refusedConnection)).toEqual([500])
    expect(await pauseAfter(tooFrequent)).toEqual([1_000])
    expect(await pauseAfter(refusedConnection, tooFrequent)).toEqual([1_000])
  })

  it('is not set by a task that is not sent again', async () => {
    const toldLater = fault({ retryAt: 500_000 })
    expect(await pauseAfter(toldLater, refusedConnection)).toEqual([500])
  })

  it('is the longest that a task was told', async () => {
    const told = (retryAt: number) => fault({ nothingStarted: true, retryAt })
    expect(await pauseAfter(told(4_000), refusedConnection, told(9_000))).toEqual([8_000])
  })
})

describe('a start that came to nothing', () => {
  it.each([
    ['a lost answer', lostAnswer, 'service-unavailable'],
    ['an answer that cannot be understood', unusableAnswer, 'invalid-response'],
  ])('after %s says that a pre-check may be running', (_what, end, reason) => {
    const problem = notStartedOrLost('the pre-check of a task', end)
    expect(problem.reason).toBe(reason)
    expect(problem.message).toBe('Could not start it: no answer. A pre-check may be running.')
    expect(problem.advice).toContain('run the gate again')
  })

  it.each([
    ['a refusal', refusal, 'start-refused'],
    ['a connection that never came about', refusedConnection, 'service-unavailable'],
    ['the end of the step', null, 'timed-out'],
  ])('after %s does not', (_what, end, reason) => {
    const problem = notStartedOrLost('the pre-check of a task', end)
    expect(problem.reason).toBe(reason)
    expect(problem.message).not.toContain('may be running')
  })

  it('keeps what the fault advises behind what a lost answer means', () => {
    const { advice } = notStartedOrLost('the pre-check of a task', fault({ advice: 'Look at the proxy.' }))
    expect(advice).toMatch(/then run the gate again\. Look at the proxy\.$/)
    expect(notStartedOrLost('the pre-check of a task', lostAnswer).advice).toMatch(
      /then run the gate again\.$/,
    )
  })

  it('for want of time says so and what to change', () => {
    expect(notStartedOrLost('the pre-check of a task', null)).toEqual({
      reason: 'timed-out',
      code: null,
      message: 'Could not start the pre-check of a task: the step ended before.',
      httpStatus: null,
      requestId: null,
      advice: 'Raise timeout-minutes.',
    })
  })
})
