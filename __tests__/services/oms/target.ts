import type { ScenarioInput } from '../../../simulator/scenario/scenario.ts'
import type { TargetSpec } from '../../../src/services/definition.ts'
import { oms } from '../../../src/services/oms/definition.ts'
import { type Bench, omsBasic, onBench, plan, tasks } from '../bench.ts'

/** An OMS target on the bench, and scenarios for it. */

export type Fault = NonNullable<ScenarioInput['rules']>[number]['fault']
export type Stage = NonNullable<NonNullable<ScenarioInput['oms']>['prechecks']>[number]['timeline'][number]

export const PASSED = { endpointType: 'SOURCE', role: 'MASTER', checkType: 'RDB_CONNECT', status: 'PASSED' }
export const onOms = (scenario: ScenarioInput, test: (bench: Bench) => Promise<void>) =>
  onBench(scenario, test, { credential: omsBasic })

export function target(bench: Bench, changes: Partial<TargetSpec> = {}) {
  return plan(oms, { endpoint: new URL(bench.simulator.url), ...changes }).target
}
export const query = (bench: Bench, ...ids: readonly string[]) =>
  target(bench, { mode: 'query', tasks: tasks(...(ids.length === 0 ? ['t_1'] : ids)) })

/** A pre-check `t_1` that shows one stage after the other. */
export const showing = (...timeline: readonly Stage[]): ScenarioInput => ({
  oms: { prechecks: [{ id: 't_1', timeline: [...timeline] }] },
})
export const sent = (bench: Bench, operation: string) =>
  bench.simulator.requests.filter(one => one.operation === operation).map(one => JSON.parse(one.body))
