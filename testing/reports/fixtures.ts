import type { Catalogue } from '../../src/catalogue/catalogue.ts'
import type { Step } from '../../src/catalogue/steps.ts'
import type { CheckItem } from '../../src/precheck/model.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import type { JudgedItem, JudgedTask, Verdict } from '../../src/precheck/verdict.ts'
import { buildReport, type GateFacts } from '../../src/report/build.ts'
import type { Report } from '../../src/report/schema.ts'

/** Plain objects for the report tests: every builder gives a sound default and takes what the test is about. */

export const SEED = 20_261_121

export const NO_CATALOGUE: Catalogue = {
  engine: () => null,
  item: () => null,
  index: () => null,
  isList: () => false,
  rank: () => 0,
  reason: () => null,
  team: () => null,
}

/** A step of an advice without a command. */
export function step(text: string, change: Partial<Step> = {}): Step {
  return { text, code: null, lang: null, changes: false, tried: false, ...change }
}

const FACTS: GateFacts = {
  name: 'precheck',
  startedAt: new Date('2026-11-21T08:00:00.000Z'),
  finishedAt: new Date('2026-11-21T08:03:12.000Z'),
  requests: 14,
  polls: 9,
  problems: [],
  language: 'en-us',
  run: null,
  placeOf: () => null,
  earlier: null,
}

export function checkItem(change: Partial<JudgedItem> = {}): JudgedItem {
  const item: CheckItem = {
    id: 'srcDbConnection',
    baseId: change.id ?? 'srcDbConnection',
    topic: 'srcDbConnection',
    name: 'Source connection',
    group: 'network',
    status: 'passed',
    rawStatus: 'PASSED',
    reason: null,
    detail: null,
    suggestion: null,
    subJobs: [],
    skippable: null,
    skipConsequence: null,
    blackObjects: null,
  }
  return { ...item, fingerprint: null, waiver: null, ...change }
}

export function judgedTask(change: Partial<JudgedTask> = {}): JudgedTask {
  return {
    task: { id: 'task-1', label: null },
    precheckId: 'precheck-1',
    progress: 100,
    problem: null,
    overall: 'positive',
    freshness: 'new',
    caveats: [],
    items: [checkItem()],
    outcome: 'passed',
    reasonCode: 'all-passed',
    partial: false,
    ...change,
  }
}

export function verdict(tasks: readonly JudgedTask[], change: Partial<Verdict> = {}): Verdict {
  const items = tasks.flatMap(task => task.items)
  const count = (...statuses: readonly string[]) =>
    items.filter(item => item.waiver === null && statuses.includes(item.status)).length
  return {
    decision: 'passed',
    reasonCode: 'all-passed',
    enforced: true,
    failOn: 'failed',
    counts: {
      total: items.length,
      passed: count('passed'),
      warning: count('warning', 'skipped'),
      failed: count('failed'),
      waived: items.filter(item => item.waiver !== null).length,
      unknown: count('unknown', 'pending'),
    },
    targets: [{ name: 'orders', service: 'drs', mode: 'run', endpoint: 'https://drs.example.com', tasks }],
    waivers: { applied: 0, expired: [], unused: [], missed: [] },
    ...change,
  }
}

export function reportOf(
  judged: Verdict,
  facts: Partial<GateFacts> = {},
  catalogue: Catalogue = NO_CATALOGUE,
): Report {
  return buildReport(judged, { ...FACTS, ...facts }, catalogue, text => text)
}

/** A report with one task of these items; failed when one of them is. */
export function reportOfItems(items: readonly JudgedItem[], change: Partial<Verdict> = {}): Report {
  const failed = items.some(item => item.status === 'failed' && item.waiver === null)
  const outcome = failed
    ? ({ outcome: 'failed', reasonCode: 'checks-failed' } as const)
    : ({ outcome: 'passed', reasonCode: 'all-passed' } as const)
  const { outcome: decision, reasonCode } = outcome
  return reportOf(verdict([judgedTask({ items, ...outcome })], { decision, reasonCode, ...change }))
}

export function invalidInputReport(problems: readonly string[], change: Partial<Verdict> = {}): Report {
  const judged = verdict([], {
    decision: 'inconclusive',
    reasonCode: 'invalid-input',
    targets: [],
    ...change,
  })
  return reportOf(judged, { problems: problems.map(verbatim) })
}
