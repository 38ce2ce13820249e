import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import type { ReasonCode } from '../../src/precheck/model.ts'
import type { Outcome } from './model.ts'
import { INSTANCE, type Mode, PRECHECK, PROJECT, type Service, TASK } from './targets.ts'

/** Results that look finished and good, and are not bound to the run that the gate started: what each must come to. */

export interface BoundRow {
  /** As it stands in the docs. */
  readonly name: string
  readonly service: Service
  readonly mode?: Mode
  readonly scenario: ScenarioInput
  readonly reason: ReasonCode
  readonly freshness: Outcome['freshness']
  readonly starts: number
  /** What the message of the error, or a warning, has to be about. */
  readonly says?: RegExp
}

export type Rules = NonNullable<ScenarioInput['rules']>
export type DrsTask = NonNullable<ScenarioInput['drs']>[number]
export type DrsStages = NonNullable<DrsTask['timeline']>
type Fault = Rules[number]['fault']
type Json = Readonly<Record<string, string>>

export const item = (name: string, result = 'PASSED', more: Json = {}) => ({
  item: name,
  group: 'g',
  result,
  ...more,
})
export const GREEN: DrsStages = [{ process: '100%', items: [item('binlog')] }]
export const soon = (items: DrsStages[number]['items'] = [item('binlog')]): DrsStages => [
  { process: '40%', items: [] },
  { at: 2_500, process: '100%', items: items ?? [] },
]

export type Verdict = Pick<BoundRow, 'reason' | 'freshness'>
export const NEW: Verdict = { reason: 'all-passed', freshness: 'new' }
export const ASSUMED: Verdict = { reason: 'all-passed', freshness: 'assumed' }
export const NOT_VERIFIED: Verdict = { reason: 'not-verified', freshness: null }
export const INVALID: Verdict = { reason: 'invalid-response', freshness: null }

export function drs(
  name: string,
  task: Partial<DrsTask>,
  verdict: Verdict,
  more: Partial<BoundRow> = {},
): BoundRow {
  const scenario = { drs: [{ id: TASK, ...task }], ...more.scenario }
  return { name, service: 'drs', starts: 1, ...verdict, ...more, scenario }
}

/** What the task shows never changes: the start is accepted, and nothing begins. */
export const stale = (task: Partial<DrsTask> = {}): Partial<DrsTask> => ({
  start: { begins: false },
  ...task,
  earlier: { timeline: GREEN, stays: 'forever', ...task.earlier },
})

export const HIDDEN: DrsTask['earlier'] = { timeline: GREEN, hidden: { reads: 2 } }
export const START = 'drs.start' as const
export const failing = (fault: Fault, calls?: Rules[number]['when']): Partial<BoundRow> => ({
  scenario: { rules: [{ when: { operation: START, ...calls }, fault }] },
})
export const answer = (status: number, json: ScenarioInput | Json | object = {}): Fault => ({
  kind: 'answer',
  status,
  json: JSON.parse(JSON.stringify(json)),
})
export const BUSY: Fault = { kind: 'answer', status: 503, html: '<h1>Busy</h1>' }

export const shown = (fields: Partial<DrsStages[number]>): Partial<DrsTask> => ({
  timeline: soon().map(stage => ({ ...stage, ...fields })),
})
export const ddmItem = (name: string, status = 'SUCCESS') => ({ name, status })
type DdmSchema = NonNullable<ScenarioInput['ddm']>[number]

export function ddm(
  name: string,
  schema: Partial<DdmSchema>,
  verdict: Verdict,
  more: Partial<BoundRow> = {},
): BoundRow {
  const start = { items: [ddmItem('Storage space')] }
  const timeline = [{ items: [ddmItem('Time zone')] }]
  const scenario = {
    ddm: [{ instance: INSTANCE, database: 'orders', start, timeline, ...schema }],
    ...more.scenario,
  }
  return { name, service: 'ddm', starts: 1, ...verdict, ...more, scenario }
}

export const omsItem = (checkType: string, status = 'PASSED') => ({
  endpointType: 'SOURCE',
  role: 'MASTER',
  checkType,
  status,
})
export type OmsStage = NonNullable<
  NonNullable<NonNullable<ScenarioInput['oms']>['projects']>[number]['timeline']
>[number]
export const DONE: OmsStage = { status: 'FINISHED', progress: 100, items: [omsItem('RDB_CONNECT')] }

export function oms(
  name: string,
  stages: readonly OmsStage[],
  verdict: Verdict,
  more: Partial<BoundRow> = {},
): BoundRow {
  const project = { id: PROJECT, start: { precheckId: PRECHECK }, timeline: [...stages] }
  return { name, service: 'oms', starts: 1, ...verdict, ...more, scenario: { oms: { projects: [project] } } }
}
