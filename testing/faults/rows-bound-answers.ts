import {
  ASSUMED,
  type BoundRow,
  BUSY,
  DONE,
  type DrsStages,
  ddm,
  ddmItem,
  drs,
  INVALID,
  item,
  NEW,
  NOT_VERIFIED,
  type OmsStage,
  oms,
  omsItem,
  type Rules,
  shown,
  stale,
  type Verdict,
} from './rows-bound.ts'

/** Whether a finished result is whole, readable and the one that was asked for. */

export const IDENTITIES: readonly BoundRow[] = [
  drs('an entry under a strange id', shown({ precheck_id: 'strange' }), ASSUMED, { says: /strange/ }),
  drs(
    'the entry of the run before, when the start gave another id',
    stale({ start: { precheckId: 'own-id', begins: false } }),
    { reason: 'timed-out', freshness: null },
  ),
  ddm(
    'an answer with another `job_id`',
    { timeline: [{ items: [ddmItem('Time zone')], job_id: 'strange' }] },
    ASSUMED,
    {
      says: /strange/,
    },
  ),
  oms('an answer with another `preCheckId`', [{ ...DONE, raw: { preCheckId: 't_strange' } }], ASSUMED, {
    says: /t_strange/,
  }),
  oms('an answer with another project', [{ ...DONE, raw: { projectId: 'np_strange' } }], ASSUMED, {
    says: /np_strange/,
  }),
]

const FAILED: Verdict = { reason: 'checks-failed', freshness: 'new' }
const ERROR: Verdict = { reason: 'service-error', freshness: null }
const two = (preCheckStatus: string, projectStatus: string): OmsStage => ({
  ...DONE,
  raw: { preCheckStatus, projectStatus },
})

export const READABLE: readonly BoundRow[] = [
  ...['FAILED', 'no', 0, -1, {}].map(result =>
    drs(
      `\`result: ${JSON.stringify(result)}\` beside 100 %`,
      shown({ result, total_passed_rate: '100%' }),
      NOT_VERIFIED,
    ),
  ),
  ...['99,5%', '-1', '101%', '50 percent', 'NaN'].map(rate =>
    drs(
      `\`total_passed_rate: "${rate}"\` beside \`true\``,
      shown({ result: true, total_passed_rate: rate }),
      NOT_VERIFIED,
    ),
  ),
  drs('an error text without a code', shown({ error_msg: 'Aborted.' }), ERROR, {
    says: /Aborted\./,
  }),
  drs(
    'a passed item with a failed sub-job',
    shown({
      items: [{ ...item('binlog'), failed_sub_jobs: [{ id: '1', name: 'n', check_result: 'FAILED' }] }],
    }),
    FAILED,
  ),
  drs('nothing but an item that was skipped', shown({ items: [{ ...item('binlog'), is_skipped: true }] }), {
    reason: 'not-verified',
    freshness: 'new',
  }),
  oms('`FINISHED` beside `FAILED`', [two('FINISHED', 'FAILED')], FAILED),
  oms('`FINISHED` beside `SKIPPED`', [two('FINISHED', 'SKIPPED')], {
    reason: 'not-verified',
    freshness: 'new',
  }),
  oms('`FINISHED` beside `RUNNING`', [two('FINISHED', 'RUNNING')], { reason: 'timed-out', freshness: null }),
  ...[
    { code: 'X.1' },
    { errorCode: 'X.1' },
    { error_code: 'X.1', error_msg: 'Lost.' },
    { errorMessage: 'Lost.' },
    { error: { code: 'X.1' } },
    { errorDetail: { message: 'Lost.' } },
  ].map(envelope =>
    oms(`\`success: true\` beside \`${JSON.stringify(envelope)}\``, [{ ...DONE, envelope }], ERROR, {
      says: /X\.1|Lost\./,
    }),
  ),
  ...[{ errorDetail: { message: 'Lost.' } }, { errorCode: 'X.1' }, { success: false }].map(raw =>
    oms(`\`FINISHED\` beside \`${JSON.stringify(raw)}\` in \`data\``, [{ ...DONE, raw }], ERROR),
  ),
  oms(
    '`FAILED` with an error of its own in `data`',
    [{ ...DONE, status: 'FAILED', raw: { errorDetail: { message: 'No such table.' } } }],
    FAILED,
  ),
]

const lossy = (before: DrsStages[number]['items'], after: DrsStages[number]['items']): DrsStages => [
  { process: '60%', items: before ?? [] },
  { at: 2_500, process: '100%', items: after ?? [] },
]
/** The failed item comes just after the first read that works again. */
const LATE = [
  { items: [ddmItem('Time zone')] },
  { at: 7_500, items: [ddmItem('Time zone'), ddmItem('SQL mode', 'FAILED')] },
]
const OUTAGE: Rules = [{ when: { operation: 'ddm.result', fromMs: 2_500, untilMs: 5_500 }, fault: BUSY }]

export const WHOLE: readonly BoundRow[] = [
  drs(
    'an item failed at 60 % and gone at 100 %',
    {
      timeline: lossy([item('binlog', 'FAILED'), item('ttl')], [item('ttl')]),
    },
    NOT_VERIFIED,
    { says: /binlog/ },
  ),
  drs(
    'one of two items of one name gone',
    {
      timeline: lossy([item('grants'), item('grants', 'FAILED')], [item('grants')]),
    },
    NOT_VERIFIED,
    { says: /grants/ },
  ),
  drs(
    'an item failed at 60 % and passed at 100 %',
    {
      timeline: lossy([item('binlog', 'FAILED')], [item('binlog')]),
    },
    NEW,
    { says: /binlog/ },
  ),
  ddm(
    'an item that failed is gone from the list',
    {
      timeline: [
        { items: [ddmItem('SQL mode', 'FAILED'), ddmItem('Time zone')] },
        { at: 2_500, items: [ddmItem('Time zone')] },
      ],
    },
    NOT_VERIFIED,
    { says: /SQL mode/ },
  ),
  ddm('a start answer without its list', { start: { absent: ['pre_check_results'] } }, ASSUMED),
  ddm('an outage of 3 s while the list settles, then a failed item more', { timeline: LATE }, FAILED, {
    scenario: { rules: OUTAGE },
  }),
  oms(
    'an item failed at 60 % and gone at 100 %',
    [
      {
        ...DONE,
        status: 'RUNNING',
        progress: 60,
        items: [omsItem('DB_VERSION', 'FAILED'), omsItem('RDB_CONNECT')],
      },
      { ...DONE, at: 2_500 },
    ],
    NOT_VERIFIED,
    { says: /DB_VERSION/ },
  ),
  oms('`totalCount: 50` and one item', [{ ...DONE, envelope: { totalCount: 50 } }], INVALID),
]
