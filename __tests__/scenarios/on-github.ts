import { type GateRun, soon, TASK } from './harness.ts'

/** What scenarios with GitHub in them have in common. */

export const HEAD = 'a'.repeat(40)
export const passing = [{ id: TASK, timeline: soon('drs-mysql') }]
export const failing = [{ id: TASK, timeline: soon('drs-mysql-failed') }]

type Scenario = NonNullable<GateRun['scenario']>

/** What a scenario says of its own; the rest is as in all of them. */
export interface OnGitHub {
  readonly drs?: NonNullable<Scenario['drs']>
  readonly github?: NonNullable<Scenario['github']>
  readonly rules?: NonNullable<Scenario['rules']>
  readonly inputs?: Readonly<Record<string, string>>
}
