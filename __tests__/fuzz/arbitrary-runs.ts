import * as fc from 'fast-check'
import { loadPayload, type Payload } from '../../simulator/payloads.ts'
import { code, troubles } from './arbitrary-troubles.ts'
import {
  type DdmCase,
  type DrsCase,
  type DrsStartCase,
  type DrsTaskCase,
  type Entry,
  type FaultCase,
  HIDDEN,
  type OmsCase,
  type RunCase,
  type Stage,
} from './case.ts'

/** What services show while a pre-check runs: mostly sound runs, and some of every other kind. */

const gap = fc.constantFrom(0, 400, 1_500, 6_000, 25_000)
const one = <T>(...values: readonly T[]) => fc.constantFrom(...values)

/** Results of one list: most lists are good, some hold one that decides, and some hold anything. */
function words(
  good: string,
  warning: string,
  failed: string,
  odd: readonly unknown[],
): fc.Arbitrary<readonly unknown[]> {
  const many = (...values: readonly unknown[]) => fc.array(one(...values), { minLength: 1, maxLength: 4 })
  return fc.oneof(
    { weight: 5, arbitrary: many(good) },
    { weight: 4, arbitrary: many(good, good, warning) },
    { weight: 3, arbitrary: many(good, good, warning, failed) },
    { weight: 2, arbitrary: many(good, warning, failed, ...odd) },
    { weight: 1, arbitrary: fc.constant([]) },
  )
}

/** Numbers are the items' own, so that a list grows by items and not by others. */
function items(
  results: readonly unknown[],
  make: (result: unknown, index: number) => object,
): readonly object[] {
  return results.map(make)
}

const drsItem = (result: unknown, index: number) => ({
  item: `item${index}`,
  ...(result === undefined ? {} : { result }),
  ...(result === 'FAILED' || result === 'ALARM' ? { failed_reason: `REASON_${index}`, data: 'd' } : {}),
  group: 'db_params',
})
const drsWords = words('PASSED', 'ALARM', 'FAILED', [
  '',
  undefined,
  null,
  'passed',
  ' Failed ',
  'SUCCESS',
  'WARNING',
  'UNKNOWN',
  0,
  true,
  {},
])

/** Fields of an item that change what its result means, or that must not. */
const oddFields = one<object>(
  { is_skipped: true },
  { is_skipped: 'True' },
  { is_skipped: false },
  { failed_sub_jobs: [{ id: '1', name: 'part', check_result: 'FAILED' }] },
  {
    failed_sub_jobs: [
      { id: '1', name: 'part', check_result: 'PASSED' },
      { id: '2', status: ' failed ' },
    ],
  },
  { failed_sub_jobs: [{ id: '1', name: 'part', check_result: 'BROKEN' }] },
  { failed_sub_jobs: [] },
  { data: '{"free":"17 MiB"}', raw_error_msg: '' },
)

/** An entry that says of itself what its items say. */
function soundEntry(list: readonly object[], process: unknown): Entry {
  const results = list.map(item => ('result' in item ? item.result : ''))
  const isGood = !results.includes('FAILED')
  const passed = results.filter(result => result !== 'FAILED' && result !== '').length
  return {
    process,
    result: isGood,
    total_passed_rate: isGood ? '100%' : `${Math.floor((passed * 100) / results.length)}%`,
    precheck_result: list,
  }
}

const finalProcess = one<unknown>('100%', '100%', '100%', '100', 100, ' 100 % ', '100.0%')
const oddProcess = one<unknown>(
  undefined,
  null,
  '',
  '0%',
  '99%',
  '99.9%',
  '99.99',
  101,
  -1,
  '100%%',
  'done',
  '1e2',
  true,
  {},
  [100],
  '١٠٠%',
)

const soundDrsRun = fc
  .record({
    results: drsWords,
    process: finalProcess,
    gaps: fc.array(gap, { minLength: 1, maxLength: 4 }),
    rest: one('absent', 'pending'),
    odd: fc.option(fc.tuple(fc.nat({ max: 3 }), oddFields), { freq: 7, nil: null }),
  })
  .map(({ results, process, gaps, rest, odd }): readonly Stage<Entry>[] => {
    const all = items(results, drsItem).map((item, index) =>
      odd?.[0] === index ? { ...item, ...odd[1] } : item,
    )
    return gaps.map((afterMs, index) => {
      if (index === gaps.length - 1) return { afterMs, shows: soundEntry(all, process) }
      const done = Math.floor((all.length * index) / gaps.length)
      const open = rest === 'absent' ? [] : all.slice(done).map(item => ({ ...item, result: '' }))
      const percent = Math.floor((100 * index) / gaps.length)
      return { afterMs, shows: { process: `${percent}%`, precheck_result: [...all.slice(0, done), ...open] } }
    })
  })

const oddEntry: fc.Arbitrary<Entry> = fc.record(
  {
    process: fc.oneof(finalProcess, oddProcess),
    result: one<unknown>(true, true, false, 'true', 'False', 'maybe', 'FAILED', 'no', null, '', 0, 1, -1, {}),
    total_passed_rate: one<unknown>(
      ...['100%', '100%', '97.5%', 100, 0, '', null],
      ...['all', '99,5%', '-1', '101%', '50 percent', 'NaN', true],
    ),
    error_code: fc.option(code, { freq: 3, nil: '' }),
    error_msg: one<unknown>('', '', null, 'The pre-check was aborted.'),
    precheck_result: fc.oneof(
      { weight: 6, arbitrary: drsWords.map(results => items(results, drsItem)) },
      { weight: 1, arbitrary: one<unknown>(null, {}, [null], ['PASSED']) },
    ),
    place: one(
      'missing' as const,
      'twice' as const,
      'surplus' as const,
      'surplus' as const,
      'strange' as const,
      "another's" as const,
    ),
  },
  { requiredKeys: [] },
)

/** A sound run with one stage in which not everything fits together. */
const spoiltDrsRun = fc
  .record({ run: soundDrsRun, at: fc.nat({ max: 5 }), entry: oddEntry, afterMs: gap, isOver: fc.boolean() })
  .map(({ run, at, entry, afterMs, isOver }) => {
    const base = run.at(-1)?.shows ?? {}
    const cut = run.slice(0, at)
    return [...cut, { afterMs, shows: { ...base, ...entry } }, ...(isOver ? [] : run.slice(cut.length))]
  })

const documentedDrsRun = fc
  .record({
    payload: one('drs-mysql' as const, 'drs-dds' as const, 'drs-mysql-failed' as const),
    done: fc.nat({ max: 26 }),
    gaps: fc.tuple(gap, gap),
  })
  .map(({ payload, done, gaps: [first, second] }): readonly Stage<Entry>[] => {
    const whole = loadPayload(payload)
    return [
      { afterMs: first, shows: { process: '40%', precheck_result: whole.items.slice(0, done) } },
      { afterMs: second, shows: wholeEntry(whole) },
    ]
  })

function wholeEntry({ fields, items: list }: Payload): Entry {
  const { precheck_id: _id, ...others } = fields
  return { ...others, precheck_result: list }
}

const drsRun = fc.oneof(
  { weight: 90, arbitrary: soundDrsRun },
  { weight: 24, arbitrary: spoiltDrsRun },
  { weight: 1, arbitrary: documentedDrsRun },
)

/** The same items, and something beside them that is no evidence of a new run. */
const touched: fc.Arbitrary<(entry: Entry) => Entry> = one<(entry: Entry) => Entry>(
  entry => entry,
  reversed,
  entry => ({ ...entry, error_code: '' }),
  entry => ({ ...entry, error_msg: '' }),
  entry => withItems(entry, item => ({ ...item, data: '18 MiB free' })),
  entry => withItems(entry, item => ({ failed_reason: '', ...item })),
)

function withItems(entry: Entry, change: (item: object) => object): Entry {
  const { precheck_result: list } = entry
  return Array.isArray(list) ? { ...entry, precheck_result: list.map(change) } : entry
}

/** Nobody promises an order of items. */
function reversed(entry: Entry): Entry {
  const { precheck_result: list } = entry
  return Array.isArray(list) ? { ...entry, precheck_result: list.toReversed() } : entry
}

const drsTask: fc.Arbitrary<DrsTaskCase> = fc
  .record({
    stages: drsRun,
    old: fc.oneof(
      { weight: 8, arbitrary: fc.constant(null) },
      { weight: 5, arbitrary: touched },
      { weight: 2, arbitrary: soundDrsRun.map(run => run.at(-1)?.shows ?? {}) },
      { weight: 1, arbitrary: oddEntry },
    ),
    staysReads: one(0, 0, 1, 2, 5, 1_000_000),
    hidden: fc.option(fc.record({ reads: one(1, 1, 2, 4), as: one(...HIDDEN) }), { freq: 3, nil: null }),
    other: fc.option(drsRun, { freq: 5, nil: null }),
    starts: fc.oneof(
      { weight: 9, arbitrary: fc.constant([]) },
      {
        weight: 2,
        arbitrary: fc.array(
          fc.oneof(
            one<DrsStartCase>('success', 'bare id', 'mute', 'silent', 'twice', 'failed', 'shared id'),
            code.map(name => ({ code: name })),
          ),
          { minLength: 1, maxLength: 3 },
        ),
      },
      { weight: 1, arbitrary: fc.array(fc.constant({ code: 'DRS.M01504' }), { minLength: 1, maxLength: 8 }) },
    ),
    begins: one(true, true, true, true, false),
    ownId: one(true, true, true, false),
  })
  .map(({ old, staysReads, hidden, ...task }): DrsTaskCase => {
    const last = task.stages.at(-1)?.shows ?? {}
    const entry = typeof old === 'function' ? old(last) : old
    return { ...task, earlier: entry === null ? null : { entry, staysReads, hidden } }
  })

/** A start whose answer is lost, whether or not it has worked. */
const lostStart: fc.Arbitrary<FaultCase> = fc.record({
  on: fc.constant('start' as const),
  from: one(0, 0, 0, 1),
  count: one(1, 1, 2, 3, 5),
  processed: fc.boolean(),
  fault: one<FaultCase['fault']>(
    { kind: 'error', status: 503, code: null, format: 'html' },
    { kind: 'error', status: 500, code: 'X.1', format: 'gateway' },
    { kind: 'body', text: '{"results":[]}' },
    { kind: 'body', text: '{"ok":true}' },
    { kind: 'broken', sent: true },
  ),
})

const drsCaseOfAnyTrouble: fc.Arbitrary<DrsCase> = fc.record({
  service: fc.constant('drs' as const),
  tasks: fc.oneof(
    { weight: 30, arbitrary: fc.array(drsTask, { minLength: 1, maxLength: 1 }) },
    { weight: 9, arbitrary: fc.array(drsTask, { minLength: 2, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(drsTask, { minLength: 11, maxLength: 13 }) },
  ),
  ...troubles,
})

export const drsCase: fc.Arbitrary<DrsCase> = fc
  .record({ run: drsCaseOfAnyTrouble, lost: fc.option(lostStart, { freq: 6, nil: null }) })
  .map(({ run, lost }) => (lost === null ? run : { ...run, mode: 'run', faults: [lost, ...run.faults] }))

const ddmWords = words('SUCCESS', 'WARN', 'FAILED', [
  '',
  undefined,
  null,
  'success',
  ' Failed ',
  'RUNNING',
  'PASSED',
  0,
  true,
  {},
])
const ddmItem = (prefix: string) => (status: unknown, index: number) => ({
  name: `${prefix} ${index}`,
  ...(status === undefined ? {} : { status }),
  note: '',
  handling_suggestion: '',
  error_message: status === 'FAILED' ? `REASON_${index}` : '',
})

const ddmList = fc
  .record({
    results: ddmWords,
    prefix: one('check', 'check', 'other'),
    twice: one(false, false, false, true),
  })
  .map(({ results, prefix, twice }) => {
    const list = items(results, ddmItem(prefix))
    return twice ? [...list, ...list.slice(0, 1)] : list
  })

export const ddmCase: fc.Arbitrary<DdmCase> = fc
  .record({
    service: fc.constant('ddm' as const),
    start: fc.oneof(
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 6, arbitrary: ddmList },
    ),
    last: ddmList,
    before: fc.array(
      fc.record({ afterMs: gap, done: fc.nat({ max: 3 }), other: fc.option(ddmList, { freq: 8 }) }),
      { maxLength: 3 },
    ),
    afterMs: gap,
    ...troubles,
  })
  .map(
    ({ last, before, afterMs, ...rest }): DdmCase => ({
      ...rest,
      stages: [
        ...before.map(stage => ({ afterMs: stage.afterMs, shows: stage.other ?? last.slice(0, stage.done) })),
        { afterMs, shows: last },
      ],
    }),
  )

const omsWords = words('PASSED', 'WARNING', 'FAILED', [
  '',
  undefined,
  null,
  'SKIPPED',
  'alarm',
  'WARN',
  ' passed ',
  'INIT',
  'PENDING',
  'RUNNING',
  'UNKNOWN',
  'SUCCESS',
  1,
  {},
])
const omsItem = (status: unknown, index: number) => ({
  name: `item ${index}`,
  endpointType: index % 2 === 0 ? 'SOURCE' : 'TARGET',
  role: index === 3 ? null : 'MASTER',
  checkType: index === 2 ? 'CHECK_0' : `CHECK_${index}`,
  ...(status === undefined ? {} : { status }),
  message: status === 'FAILED' || status === 'WARNING' ? `REASON_${index}` : null,
  skippable: index === 1,
})

const omsRun = fc
  .record({
    results: omsWords,
    gaps: fc.array(gap, { minLength: 1, maxLength: 4 }),
    status: one<unknown>(
      'FINISHED',
      'FINISHED',
      'FINISHED',
      'FINISHED',
      'FINISHED',
      'finished',
      'FAILED',
      'SKIPPED',
      'STOPPED',
      'RUNNING',
      '',
      null,
      7,
    ),
    progress: one<unknown>(100, 100, 100, 100, '100', '100%', undefined, null, 99, 'full', 120),
    early: one('absent', 'pending'),
    odd: fc.option(
      fc.record(
        {
          otherStatus: one<unknown>('FINISHED', 'FAILED', 'SKIPPED', 'RUNNING', 'STOPPED', null),
          otherId: one('project' as const, 'strange' as const, "another's" as const),
          totalCount: one<string | number>(0, 1, 50, '1', '5 items'),
          beside: one<Readonly<Record<string, unknown>>>(
            { errorDetail: { message: 'Lost.' } },
            { errorDetail: {} },
            { errorCode: 'INNER_ERROR', errorMessage: 'busy' },
            { error_code: 'X.1' },
            { errorCode: '0', errorMessage: 'success' },
            { success: false },
            { success: true, message: 'fine' },
          ),
        },
        { requiredKeys: [] },
      ),
      { freq: 4, nil: {} },
    ),
    isLossy: one(false, false, false, false, false, false, true),
  })
  .map(({ results, gaps, status, progress, early, odd, isLossy }): readonly Stage<RunCase>[] => {
    const all = items(results, omsItem)
    return gaps.map((afterMs, index) => {
      const end = isLossy ? all.slice(1) : all
      if (index === gaps.length - 1) return { afterMs, shows: { status, progress, items: end, ...odd } }
      const done = Math.floor((all.length * index) / gaps.length)
      const open = early === 'absent' ? [] : all.slice(done).map(item => ({ ...item, status: 'PENDING' }))
      return {
        afterMs,
        shows: {
          status: index === 0 ? 'INIT' : 'RUNNING',
          progress: (100 * index) / gaps.length,
          items: [...all.slice(0, done), ...open],
        },
      }
    })
  })

export const omsCase: fc.Arbitrary<OmsCase> = fc.record({
  service: fc.constant('oms' as const),
  edition: one('enterprise' as const, 'community' as const),
  keys: one('camel' as const, 'camel' as const, 'pascal' as const, 'lower' as const, 'upper' as const),
  dataIn: one('object' as const, 'array' as const),
  itemsIn: one('array' as const, 'array' as const, 'keyed' as const),
  tasks: fc.oneof(
    {
      weight: 12,
      arbitrary: fc.array(fc.record({ stages: omsRun, isShared: one(false) }), {
        minLength: 1,
        maxLength: 3,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.array(fc.record({ stages: omsRun, isShared: fc.boolean() }), {
        minLength: 2,
        maxLength: 3,
      }),
    },
  ),
  ...troubles,
})
