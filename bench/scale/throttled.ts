import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { seeded, seedOf } from '../random.ts'
import { type CheckedGate, checkInVirtualTime } from './drs-gate.ts'
import { taskId } from './task-id.ts'

/** Many tasks against a host that throttles hard: what the limit costs, and that nothing fails of it. */

const TASKS = 1_000
const TASKS_PER_CALL = 10
const LIMIT_PER_MINUTE = 100
const MINUTE_MS = 60_000
/** Each task takes 30 to 90 s, so that it is the limit and not the slowest task that sets the time. */
const SHORTEST_MS = 30_000
const LONGEST_MS = 90_000

export interface Throttled extends CheckedGate {
  readonly tasks: number
  readonly limitPerMinute: number
  /** Requests of two full rounds, of the starts and of the two reads before them, divided by the limit. */
  readonly idealMs: number
  readonly timesIdeal: number
}

/** Checks 1,000 tasks against a simulator that lets 100 requests a minute through, in virtual time. */
export async function checkThrottled(seed: number): Promise<Throttled> {
  const calls = TASKS / TASKS_PER_CALL
  const idealMs = ((2 * calls + calls + 2 * calls) / LIMIT_PER_MINUTE) * MINUTE_MS
  const checked = await checkInVirtualTime(
    {
      drs: drsTasks(TASKS, seed),
      rateLimits: [{ operation: 'drs.*', requests: LIMIT_PER_MINUTE, windowMs: MINUTE_MS }],
    },
    seed,
  )
  return {
    ...checked,
    tasks: TASKS,
    limitPerMinute: LIMIT_PER_MINUTE,
    idealMs,
    timesIdeal: checked.tookMs / idealMs,
  }
}

function drsTasks(count: number, seed: number): NonNullable<ScenarioInput['drs']> {
  const random = seeded(seedOf(seed, 'throttled'))
  return Array.from({ length: count }, (_, index) => {
    const durationMs = Math.round(SHORTEST_MS + random() * (LONGEST_MS - SHORTEST_MS))
    const steps = Array.from({ length: 10 }, (_step, step) => ({
      at: Math.round((durationMs * step) / 10),
      process: `${step * 10}%`,
      items: [],
    }))
    return { id: taskId(index), timeline: [...steps, { at: durationMs, process: '100%', items: [PASSED] }] }
  })
}

const PASSED = { item: 'srcDbConnection', result: 'PASSED', group: 'network' }
