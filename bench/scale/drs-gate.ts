import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { check } from '../../src/check/check.ts'
import { Secrets } from '../../src/cloud/secrets.ts'
import { accessKey } from '../../src/identity/access-key.ts'
import { HUAWEI_CLOUD } from '../../src/identity/huawei-cloud.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { planTarget } from '../../src/services/definition.ts'
import { drs } from '../../src/services/drs/definition.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { isTrafficUnderWay } from '../../testing/traffic.ts'
import { seeded } from '../random.ts'

/** The checking half of the gate, from the plan down to the sockets, against the simulator and in virtual time. */

const DEADLINE_MS = 1_800_000
const EPOCH = Date.UTC(2026, 0, 1)

export interface CheckedGate {
  readonly tookMs: number
  /** Tasks with a finished result. */
  readonly finished: number
  /** Of these: tasks whose items have all passed, and tasks with one that failed. */
  readonly green: number
  readonly red: number
  /** What kept the other tasks from one, each text once. */
  readonly problems: readonly string[]
  /** As the gate counts them: those that were turned away as one too many are in it. */
  readonly requests: number
  readonly starts: number
  readonly reads: number
  readonly throttled: number
}

/** Checks all DRS tasks of the scenario, in so many targets, with `poll-interval-seconds: auto`. */
export async function checkInVirtualTime(
  scenario: ScenarioInput,
  seed: number,
  targetCount = 1,
): Promise<CheckedGate> {
  const clock = new FakeClock({ isBusy: () => isTrafficUnderWay(() => false) })
  // A module that is loaded in the middle would be waited for in real time.
  await import('../../src/services/drs/drs.ts')
  const simulator = await startSimulator({ scenario, clock: { now: () => EPOCH + clock.now() } })
  const stop = new AbortController()
  try {
    const plan = planFor(scenario, simulator, targetCount)
    const checking = check(plan, {
      clock,
      random: seeded(seed),
      deadline: { at: DEADLINE_MS, signal: stop.signal },
      secrets: new Secrets(() => {}),
      environment: {},
      services: [drs],
      side: { isFork: false, fetchIdToken: () => Promise.reject(new Error('nobody asks for one')) },
      userAgent: 'bench',
      notice: () => {},
      observe: () => {},
    })
    const { targets, requests } = await clock.until(checking)
    const tasks = targets.flatMap(target => target.tasks)
    const problems = tasks.flatMap(({ problem }) => (problem === null ? [] : [problem.message.in('en-us')]))
    const whole = tasks.filter(({ problem }) => problem === null)
    const { requests: seen, counts } = simulator
    return {
      tookMs: clock.now(),
      finished: whole.length,
      green: whole.filter(({ items }) => items.every(({ status }) => status === 'passed')).length,
      red: whole.filter(({ items }) => items.some(({ status }) => status === 'failed')).length,
      problems: [...new Set(problems)],
      requests,
      starts: counts['drs.start'] ?? 0,
      reads: counts['drs.result'] ?? 0,
      throttled: seen.filter(({ status }) => status === 429).length,
    }
  } finally {
    stop.abort()
    await simulator.close()
  }
}

function planFor(
  scenario: ScenarioInput,
  { url, credentials: keys }: Pick<Simulator, 'url' | 'credentials'>,
  targetCount: number,
): Plan {
  const problems: string[] = []
  const ids = (scenario.drs ?? []).map(({ id }) => id)
  const each = Math.ceil(ids.length / targetCount)
  const targets = Array.from({ length: targetCount }, (_, index) =>
    planTarget(
      drs,
      {
        name: `bench-${index}`,
        tasks: ids.slice(index * each, (index + 1) * each).map(id => ({ id, label: null })),
        mode: 'run',
        precheckMode: 'forStartJob',
        drsApi: 'v3',
        projectId: keys.projectId,
        region: null,
        endpoint: new URL(url),
        instanceId: null,
        database: null,
        request: null,
        language: 'en-us',
        settleSeconds: null,
      },
      { problem: ({ wrong }) => void problems.push(wrong.in('en-us')), warning: () => {} },
    ),
  ).filter(target => target !== null)
  if (targets.length < targetCount) throw new Error(`The bench has a bad plan: ${problems.join('; ')}`)
  const { accessKeyId: id, secretAccessKey: secret } = keys
  const values = { 'access-key-id': id, 'secret-access-key': secret, 'security-token': '' }
  const nowhere = { address: null, project: null }
  return {
    pollIntervalMs: null,
    targets,
    credentials: new Map([
      [HUAWEI_CLOUD, { method: accessKey, values, origin: verbatim('the bench'), ...nowhere }],
    ]),
    lookUps: [],
    waivers: [],
    teamCatalogue: new Map(),
    placeOf: () => null,
  }
}
