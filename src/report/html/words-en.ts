import type { Decision, ItemStatus } from '../../precheck/model.ts'
import { grouped, plural } from '../text.ts'
import { DECISION_WORDS, REASON_WORDS } from '../words.ts'

/** What an item counts as on the page: its status, or that somebody has accepted it. */
export type ShownStatus = ItemStatus | 'waived'

const OUTCOMES: Readonly<Record<Decision, string>> = {
  passed: 'passed',
  failed: 'failed',
  inconclusive: 'inconclusive',
  validated: 'validated',
}

const STATUSES: Readonly<Record<ShownStatus, string>> = {
  failed: 'failed',
  warning: 'warning',
  skipped: 'skipped',
  waived: 'waived',
  pending: 'pending',
  unknown: 'unknown',
  passed: 'passed',
}

/** Every sentence of the page. Another language has the same. */
export const english = {
  /** As HTML names languages. */
  language: 'en',
  decision: DECISION_WORDS,
  reason: REASON_WORDS,
  outcome: OUTCOMES,
  status: STATUSES,
  freshness: {
    new: 'result of the run that this gate started',
    assumed: 'result assumed to be that of the run that this gate started: it stood unchanged long enough',
    'as-found': 'result as found, of whatever age',
  },
  adviceFrom: {
    service: 'Advice of the service.',
    catalogue: 'Advice of the catalogue that comes with this gate.',
    team: "Advice of your team's own catalogue.",
  },
  since: { new: 'new', still: 'still there' },
  missed: {
    changed: 'the finding has changed since it was accepted',
    'equal-names': 'several items of the task have this name; only a fingerprint says which one is meant',
  },
  change: {
    new: (count: number) => `${grouped(count)} new`,
    still: (count: number) => `${grouped(count)} still there`,
    fixed: (count: number) => `${grouped(count)} fixed`,
    notSeen: (count: number) => `${grouped(count)} not seen in this run`,
  },
  colon: ': ',
  stop: '. ',
  accepted: 'Accepted finding',
  adviceNone: 'No advice is known here. Open the task in the console of the service.',
  allItems: 'All check items',
  anyService: 'All services',
  anyStatus: 'All results',
  anyTask: 'All tasks',
  blackObjects: 'Objects that can be left out',
  checkItem: 'Check item',
  code: 'code',
  copied: 'Copied',
  copy: 'Copy',
  counts: 'Check items',
  decisionOnly:
    'This is the result of the check items and nothing more; it says nothing about what they do not look at.',
  doc: 'Documentation',
  expired: 'Expired, so they do not hold any more',
  filter: 'Filter',
  findings: 'Findings',
  fingerprint: 'Fingerprint',
  firstToFix: 'First to fix',
  fixed: 'Fixed',
  found: 'The service says',
  inTasks: 'Tasks',
  missedHeading: 'Do not apply',
  noFindings: 'Nothing was found that has to be fixed or accepted.',
  noResult: 'No complete result',
  outcomeLabel: 'Outcome',
  owner: 'Owner',
  partial: 'Cut off before its end: these are the findings seen so far.',
  parts: 'Parts of the task',
  problems: 'To correct',
  reasonLabel: 'Reason',
  requestId: 'request id',
  reset: 'Show all',
  result: 'Result',
  run: 'The run',
  runFacts: 'About this report',
  search: 'Search',
  service: 'Service',
  silent:
    'The service says no although it marks no item as failed. Its console may show more; look at the task there, then run the gate again.',
  skippable: 'The service lets you skip this item',
  stepChanges: 'changes something',
  stepTried: 'tried on a real database',
  task: 'Task',
  tasksHeading: 'Tasks',
  unused: 'Matched nothing',
  until: 'Until',
  waivers: 'Waivers',
  whatChanged: 'What has changed',
  whatToDo: 'What to do',
  why: 'Why',
  cutText: (missing: number) => `… (${grouped(missing)} more characters in report.json)`,
  counted: (status: ShownStatus, count: number) =>
    status === 'warning' ? plural(count, 'warning') : `${grouped(count)} ${STATUSES[status]}`,
  tasks: (count: number) => plural(count, 'task'),
  items: (count: number) => plural(count, 'check item'),
  oneReason: (count: number) => `${plural(count, 'check item')} with one reason`,
  more: (count: number) => `and ${grouped(count)} more`,
  objects: (count: number) => plural(count, 'object'),
  serviceAt: (name: string, endpoint: string) => `${name} at ${endpoint}`,
  progress: (percent: number) => `progress ${percent} %`,
  precheck: (id: string) => `pre-check ${id}`,
  reportOnly: (failOn: string) => `Report only (fail-on: ${failOn}): this decision does not fail the step.`,
  assumed: (count: number, total: number) =>
    `The result of ${grouped(count)} of ${plural(total, 'task')} is assumed to be that of this run: the service does not say which run a result is from.`,
  took: (start: string, time: string, requests: number, polls: number) =>
    `Started ${start}, took ${time}; ${plural(requests, 'request')}, ${plural(polls, 'poll')}.`,
  sinceReport: (when: string, decision: string) => `Since the report of ${when} (${decision}):`,
  tooMany: (count: number) =>
    `With ${plural(count, 'check item')} this page holds the findings and the counts only; report.json holds every item.`,
  /** The page's script fills the marks. */
  shown: '{shown} of {all} check items shown',
}

export type Words = typeof english
