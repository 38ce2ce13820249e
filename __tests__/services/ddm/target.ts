import type { ScenarioInput } from '../../../simulator/scenario/scenario.ts'
import { ddm } from '../../../src/services/ddm/definition.ts'
import type { TargetSpec } from '../../../src/services/definition.ts'
import { type Bench, plan, tasks } from '../bench.ts'

/** A DDM target on the bench, and scenarios for it. */

export const INSTANCE = '1f5c9fd6cd984056ba89c8c87cc03278in09'
export const JOB = '65c77858-e6a2-4694-8810-ab0b501b0003'
export const PASSWORD = 'made-up-password-of-a-node'
export const request = {
  data_nodes: [{ id: '7edae0250ebc464897bd92b8d3e8b769in01', user: 'root', password: PASSWORD }],
  new_shard_number: 9,
}

export type Fault = NonNullable<ScenarioInput['rules']>[number]['fault']
export type Schema = NonNullable<ScenarioInput['ddm']>[number]

export const schemaOf = (schema: Omit<Schema, 'instance' | 'database'>): ScenarioInput => ({
  ddm: [{ instance: INSTANCE, database: 'orders_db', ...schema }],
})
export const item = (name: string, status: string, more: object = {}) => ({ name, status, ...more })

/** The target of a run, or of a query when a job id is given. */
export function target(bench: Bench, changes: Partial<TargetSpec> = {}) {
  const endpoint = new URL(bench.simulator.url)
  const { projectId } = bench.simulator.credentials
  const usual = { endpoint, projectId, instanceId: INSTANCE, database: 'orders_db', request }
  return plan(ddm, { ...usual, ...changes }).target
}
export const query = (bench: Bench, database = 'orders_db') =>
  target(bench, { mode: 'query', request: null, tasks: tasks(JOB), database })
export const statuses = (items: readonly { id: string; status: string }[] | undefined) =>
  Object.fromEntries((items ?? []).map(({ id, status }) => [id, status]))
