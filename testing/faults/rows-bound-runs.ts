import {
  ASSUMED,
  answer,
  type BoundRow,
  BUSY,
  type DrsStages,
  drs,
  failing,
  GREEN,
  HIDDEN,
  item,
  NEW,
  NOT_VERIFIED,
  soon,
  stale,
} from './rows-bound.ts'
import { TASK } from './targets.ts'

/** Whether a finished result is one of the run that was started: the start, and the evidence after it. */

export const STARTS: readonly BoundRow[] = [
  drs('a start answered 503 that never arrived', { timeline: soon() }, NEW, {
    ...failing(BUSY, { calls: 1 }),
    starts: 2,
  }),
  drs(
    'a start answered 503 again and again',
    {},
    { reason: 'service-unavailable', freshness: null },
    {
      ...failing(BUSY),
      ...{ starts: 4, says: /start.*503/is },
    },
  ),
  ...(
    [
      ['500', answer(500, { error_code: 'X.1', error_msg: 'No.' })],
      ['503', BUSY],
      ['by a reset', { kind: 'reset', when: 'before-answer', processed: false }],
      ['`{"results":[]}`', answer(200, { results: [] })],
      ['`{"ok":true}`', answer(200, { ok: true })],
      ['without a status', answer(200, { results: [{ id: TASK }] })],
    ] as const
  ).map(([how, fault]) =>
    drs(`a start answered ${how}, then an old 100 %`, stale({ earlier: HIDDEN }), NOT_VERIFIED, {
      ...failing(fault),
      says: /^.{0,60}start/is,
    }),
  ),
  drs(
    'a lost start, sent again and refused with `DRS.M01504`, then progress',
    {
      start: [{}, { status: 'failed', error_code: 'DRS.M01504', error_msg: 'Busy.' }],
      // "No result yet" is a failed read, and the delays between those grow.
      timeline: [
        { process: '40%', items: [], at: 20_000 },
        ...GREEN.map(stage => ({ ...stage, at: 60_000 })),
      ],
    },
    NEW,
    { ...failing({ kind: 'answer', status: 500, processed: true }, { calls: 1 }), starts: 2 },
  ),
  drs(
    'a start refused with `DRS.M01504` to the end',
    { start: { status: 'failed', error_code: 'DRS.M01504', error_msg: 'Busy.' } },
    { reason: 'start-refused', freshness: null },
    { starts: 6, says: /DRS\.M01504/ },
  ),
]

const OTHERS: DrsStages = [{ process: '100%', items: [item('binlog'), item('ttl')] }]
const putOff = { status: 'failed', error_code: 'DRS.M01504', error_msg: 'Busy.', otherRun: OTHERS } as const
const changed = (fields: Partial<DrsStages[number]>) =>
  stale({ start: { begins: false, otherRun: GREEN.map(stage => ({ ...stage, ...fields })) } })

export const EVIDENCE: readonly BoundRow[] = [
  ...(['missing', 'blank', 'no-result'] as const).map(as =>
    drs(
      `one read before the start is ${as}, the next shows an old 100 %`,
      stale({
        earlier: { timeline: GREEN, hidden: { as } },
      }),
      ASSUMED,
      { says: /assumed|earlier/i },
    ),
  ),
  drs(
    'an older run goes on through the start, 40 %, 60 %, 100 %',
    stale({
      earlier: { timeline: [{ process: '40%', items: [] }] },
      start: {
        begins: false,
        otherRun: [{ process: '60%', items: [] }, ...GREEN.map(stage => ({ ...stage, at: 2_500 }))],
      },
    }),
    ASSUMED,
  ),
  drs(
    '`DRS.M01504` puts the start off, and another run ends',
    stale({ start: [putOff, { begins: false }] }),
    ASSUMED,
    {
      starts: 2,
    },
  ),
  drs(
    '429 puts the start off, and another run ends',
    stale({ start: [putOff, { begins: false }] }),
    ASSUMED,
    {
      ...failing({ kind: 'throttle', windowMs: 2_000, processed: true }, { calls: 1 }),
      starts: 2,
    },
  ),
  drs('`error_code: ""` where it was absent', changed({ error_code: '' }), ASSUMED),
  drs('other numbers in `data`', changed({ items: [item('binlog', 'PASSED', { data: '17 MiB' })] }), ASSUMED),
  drs(
    '`failed_reason: ""` where it was absent',
    changed({ items: [item('binlog', 'PASSED', { failed_reason: '' })] }),
    ASSUMED,
  ),
  drs('another finding', { earlier: { timeline: GREEN }, timeline: OTHERS }, NEW),
]
