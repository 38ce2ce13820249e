import type { ScenarioInput } from '../../../../simulator/scenario/scenario.ts'
import type { TargetSpec } from '../../../../src/services/definition.ts'
import { drs } from '../../../../src/services/drs/definition.ts'
import { type Bench, plan, tasks } from '../../bench.ts'

/** A DRS target by API v5 on the bench, and scenarios for it. */

export const TASK = '140b5236-88ad-43c8-811c-1268453jb101'
export const OTHER_TASK = 'a281f62f-4631-45d6-a2d3-679a9f4jb105'

export type Fault = NonNullable<ScenarioInput['rules']>[number]['fault']
export type Task = NonNullable<ScenarioInput['drs']>[number]
type Stage = NonNullable<Task['timeline']>[number]

export const item = (name: string, result: string, more: object = {}) => ({ item: name, result, ...more })

/** One task whose runs go by these stages, the first of which is there at once. */
export const ofStages = (...timeline: Stage[]): ScenarioInput => ({ drs: [{ id: TASK, timeline }] })
export const done = (...items: object[]): Stage => ({
  process: '100%',
  items: items.map(one => ({ ...one })),
})

export function target(bench: Bench, changes: Partial<TargetSpec> = {}) {
  const endpoint = new URL(bench.simulator.url)
  const { projectId } = bench.simulator.credentials
  const usual = { endpoint, projectId, tasks: tasks(TASK), drsApi: 'v5' } as const
  return plan(drs, { ...usual, ...changes }).target
}

export const query = (bench: Bench, queryId: string) =>
  target(bench, { mode: 'query', tasks: tasks(`${TASK}:${queryId}`) })
