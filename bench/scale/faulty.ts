import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { seeded, seedOf, wholeNumber } from '../random.ts'
import { type CheckedGate, checkInVirtualTime } from './drs-gate.ts'
import { taskId } from './task-id.ts'

/** Many tasks on a service of which one answer in twenty is wrong: what that costs, and that nothing is green by mistake. */

const TASKS = 1_000
const TARGETS = 20
const SHARE = 0.05
const SHORTEST_MS = 2_000
const LONGEST_MS = 10_000
/** Under the five reads that an unchanged result needs to be taken for a new one. */
const MOST_OLD_READS = 3

type Task = NonNullable<ScenarioInput['drs']>[number]
type Rules = NonNullable<ScenarioInput['rules']>
type Fault = Rules[number]['fault']

const PASSED = { item: 'srcDbConnection', result: 'PASSED', group: 'network' }
const FAILED = { ...PASSED, result: 'FAILED', failed_reason: 'SRC_DB_CONNECTION_FAILED' }
const GREEN = [{ process: '100%', items: [PASSED] }]

/** Answers that say nothing: to a start they leave open whether it has worked. */
const FAULTS: readonly Fault[] = [
  { kind: 'answer', status: 503, html: '<h1>Busy</h1>' },
  { kind: 'answer', status: 500, json: { error_code: 'DRS.M00004', error_msg: 'The service is abnormal.' } },
  { kind: 'answer', status: 502, html: '<h1>Bad gateway</h1>', processed: true },
]

/** Answers without a result: to a read they say that the task has none. */
const EMPTY: readonly Fault[] = [
  { kind: 'answer', status: 200, json: { count: 0, results: [] } },
  { kind: 'answer', status: 200, json: { ok: true } },
]

function faultsOf(seed: number, faults: readonly Fault[] = [...FAULTS, ...EMPTY]): Rules {
  return faults.map((fault, index) => ({
    when: {
      operation: 'drs.*',
      share: SHARE / faults.length,
      seed: (seedOf(seed, 'fault', index) % 1_000_000) + 1,
    },
    fault,
  }))
}

export interface Faulty {
  readonly tasks: number
  readonly targets: number
  readonly share: number
  readonly sound: CheckedGate
  readonly faulty: CheckedGate
  readonly timesSound: number
}

/** Checks 1,000 tasks in 20 targets without faults and with 5 % of wrong answers, in virtual time. */
export async function checkFaulty(seed: number): Promise<Faulty> {
  const drs = progressing(seed)
  const sound = await checkInVirtualTime({ drs }, seed, TARGETS)
  const faulty = await checkInVirtualTime({ drs, rules: faultsOf(seed) }, seed, TARGETS)
  const timesSound = faulty.tookMs / sound.tookMs
  return { tasks: TASKS, targets: TARGETS, share: SHARE, sound, faulty, timesSound }
}

/** Tasks that were never checked before, and show their progress. */
function progressing(seed: number): Task[] {
  const random = seeded(seedOf(seed, 'faulty'))
  return Array.from({ length: TASKS }, (_, index) => {
    const durationMs = wholeNumber(random, SHORTEST_MS, LONGEST_MS)
    const steps = [0, 0.3, 0.6].map(part => ({ at: durationMs * part, process: `${part * 100}%`, items: [] }))
    const timeline = [...steps.map(step => ({ ...step, at: Math.round(step.at) }))]
    return {
      id: taskId(index),
      timeline: [...timeline, { at: durationMs, process: '100%', items: [PASSED] }],
    }
  })
}

export interface WrongGreens {
  readonly tasks: number
  /** Tasks that were called good, where every run that was started has failed. */
  readonly green: number
  readonly red: number
}

/**
 * Checks 1,000 tasks whose last result was green and whose new one is red, four times, with 5 % of wrong answers.
 *
 * Twice the first look at the old result does not show it, and twice answers come without any result. Never both at
 * once: two looks in a row without a result are a task that was never checked, to the gate as to anybody else.
 */
export async function countWrongGreens(seed: number): Promise<WrongGreens> {
  const rounds: CheckedGate[] = []
  for (let round = 0; round < 4; round += 1) {
    const own = seedOf(seed, 'greens', round)
    const isHidden = round % 2 === 0
    const drs = turned(own, isHidden ? HIDDEN : [{}])
    const rules = faultsOf(own, isHidden ? FAULTS : undefined)
    rounds.push(await checkInVirtualTime({ drs, rules }, own, TARGETS))
  }
  const green = rounds.reduce((sum, round) => sum + round.green, 0)
  const red = rounds.reduce((sum, round) => sum + round.red, 0)
  return { tasks: rounds.length * TASKS, green, red }
}

/** An old green result that is sometimes not to be seen, or another run's that goes on; then the new red one, with or without progress. */
function turned(seed: number, ways: readonly Hidden[]): Task[] {
  const random = seeded(seed)
  return Array.from({ length: TASKS }, (_, index) => {
    const durationMs = wholeNumber(random, 0, LONGEST_MS)
    const red = { at: durationMs, process: '100%', items: [FAILED] }
    const hidden = ways[wholeNumber(random, 0, ways.length - 1)] ?? {}
    const isGoing = random() < 0.2
    const going = [{ process: '40%', items: [] }, ...GREEN.map(stage => ({ ...stage, at: durationMs }))]
    return {
      id: taskId(index),
      earlier: {
        timeline: isGoing ? going : GREEN,
        stays: { reads: wholeNumber(random, 0, MOST_OLD_READS) },
        ...hidden,
      },
      timeline: random() < 0.5 ? [{ process: '0%', items: [] }, red] : [{ ...red, at: 0 }],
    }
  })
}

type Hidden = Pick<NonNullable<Task['earlier']>, 'hidden'>

const HIDDEN: readonly Hidden[] = [
  {},
  { hidden: { as: 'missing' } },
  { hidden: { as: 'blank' } },
  { hidden: { as: 'no-result' } },
]
