import * as fc from 'fast-check'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'

/** Random scenarios of the simulator, short enough to be played in real time. */

export interface PlayedScenario {
  readonly service: 'drs' | 'ddm' | 'oms'
  readonly scenario: ScenarioInput
  readonly tasks: readonly string[]
  readonly failOn: 'failed' | 'warning' | 'never'
}

type Rule = NonNullable<ScenarioInput['rules']>[number]

const one = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const at = one(0, 200, 600)
const words = (good: string, warning: string, failed: string, odd: string) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.array(one(good), { minLength: 1, maxLength: 3 }) },
    { weight: 2, arbitrary: fc.array(one(good, warning), { minLength: 1, maxLength: 3 }) },
    { weight: 2, arbitrary: fc.array(one(good, warning, failed), { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(one(good, odd, ''), { maxLength: 3 }) },
  )

const fault: fc.Arbitrary<Rule['fault']> = one<Rule['fault']>(
  { kind: 'answer', status: 503, html: '<h1>Bad gateway</h1>' },
  { kind: 'answer', status: 500, json: { error_code: 'DRS.M00004', error_msg: 'No.' } },
  { kind: 'answer', status: 404, json: { error_code: 'DRS.M05003', error_msg: 'No.' } },
  { kind: 'answer', status: 403, json: { error_code: 'APIGW.0302', error_msg: 'No.' } },
  { kind: 'answer', status: 200, json: {} },
  { kind: 'answer', status: 200, text: 'hello' },
  { kind: 'throttle', limit: 10, windowMs: 1_000, retryAfter: { seconds: 1 } },
  { kind: 'redirect', to: 'https://login.example/' },
  { kind: 'reset', when: 'before-answer' },
  { kind: 'reset', when: 'mid-body' },
  { kind: 'truncate', missingBytes: 10 },
  { kind: 'hang', after: 'request' },
  { kind: 'gzip' },
  { kind: 'delay', ms: 400 },
  { kind: 'content-type', value: 'text/plain' },
)

const rules = (
  start: 'drs.start' | 'ddm.start' | 'oms.submit',
  result: 'drs.result' | 'ddm.result' | 'oms.result',
) => {
  const calls = fc.record({ from: fc.integer({ min: 1, max: 6 }), to: fc.integer({ min: 6, max: 8 }) })
  const rule = fc.record({ when: fc.record({ operation: one(start, result, result), calls }), fault })
  return fc.oneof(
    { weight: 1, arbitrary: fc.array(rule, { maxLength: 0 }) },
    { weight: 1, arbitrary: fc.array(rule, { minLength: 1, maxLength: 2 }) },
  )
}

const drsItems = words('PASSED', 'ALARM', 'FAILED', 'NEW').map(results =>
  results.map((result, index) => ({ item: `item${index}`, group: 'db_params', result })),
)
const drsStages = fc.record({ items: drsItems, first: at, second: at }).map(({ items, first, second }) => [
  { at: 0, process: '0%', items: [] },
  { at: first, process: '50%', items, done: 1, rest: 'pending' as const },
  { at: first + second, process: '100%', items },
])

const drs: fc.Arbitrary<PlayedScenario> = fc
  .record({
    tasks: fc.array(
      fc.record({
        timeline: drsStages,
        old: fc.option(fc.record({ items: drsItems, reads: one(0, 2, 8, 1_000) }), { freq: 2 }),
        start: one(
          {},
          {},
          {},
          { begins: false },
          { precheckId: 'another-id' },
          { entry: 'missing' as const },
          { status: 'failed' as const, error_code: 'DRS.M05004' },
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    rules: rules('drs.start', 'drs.result'),
    failOn: one('failed' as const, 'failed' as const, 'warning' as const, 'never' as const),
  })
  .map(({ tasks, rules: played, failOn }) => ({
    service: 'drs' as const,
    failOn,
    tasks: tasks.map((_, index) => `d0-${index}`),
    scenario: {
      rules: played,
      drs: tasks.map(({ timeline, old, start }, index) => ({
        id: `d0-${index}`,
        timeline,
        start: 'precheckId' in start ? { precheckId: `another-${index}` } : start,
        ...(old === null
          ? {}
          : { earlier: { timeline: [{ process: '100%', items: old.items }], stays: { reads: old.reads } } }),
      })),
    },
  }))

const ddmItems = words('SUCCESS', 'WARN', 'FAILED', 'RUNNING')
const ddm: fc.Arbitrary<PlayedScenario> = fc
  .record({ start: ddmItems, items: ddmItems, first: at, rules: rules('ddm.start', 'ddm.result') })
  .map(({ start, items, first, rules: played }) => ({
    service: 'ddm' as const,
    failOn: 'failed' as const,
    tasks: ['inst0/db'],
    scenario: {
      rules: played,
      ddm: [
        {
          instance: 'inst0',
          database: 'db',
          start: { items: start.map((status, index) => ({ name: `check ${index}`, status })) },
          timeline: [
            { at: 0, items: [] },
            { at: first, items: items.map((status, index) => ({ name: `check ${index + 1}`, status })) },
          ],
        },
      ],
    },
  }))

const oms: fc.Arbitrary<PlayedScenario> = fc
  .record({
    items: words('PASSED', 'WARNING', 'FAILED', 'NEW'),
    first: at,
    end: one('FINISHED', 'FINISHED', 'FINISHED', 'FAILED', 'SKIPPED'),
    edition: one('enterprise' as const, 'community' as const),
    keyCase: one('camel' as const, 'pascal' as const),
    rules: rules('oms.submit', 'oms.result'),
  })
  .map(({ items, first, end, edition, keyCase, rules: played }) => {
    const all = items.map((status, index) => ({
      name: 'n',
      endpointType: 'SOURCE',
      role: 'MASTER',
      checkType: `C${index}`,
      status,
    }))
    return {
      service: 'oms' as const,
      failOn: 'failed' as const,
      tasks: ['np_00'],
      scenario: {
        rules: played,
        oms: {
          edition,
          keyCase,
          projects: [
            {
              id: 'np_00',
              timeline: [
                { at: 0, status: 'RUNNING', progress: 10, items: all.slice(0, 1) },
                { at: first, status: end, progress: 100, items: all },
              ],
            },
          ],
        },
      },
    }
  })

export const anyScenario = fc.oneof(
  { weight: 3, arbitrary: drs },
  { weight: 1, arbitrary: ddm },
  { weight: 1, arbitrary: oms },
)
