import type { ReasonCode, TaskResult } from '../../src/precheck/model.ts'
import type { FailOn } from '../../src/precheck/verdict.ts'
import type { Waiver } from '../../src/precheck/waivers.ts'
import { item, problem, task, waiver } from './judge-builders.ts'

/** A task, what it is judged by, and the reason it must get. */
export type Case = readonly [
  name: string,
  task: TaskResult,
  reason: ReasonCode,
  failOn: FailOn,
  waivers: readonly Waiver[],
]

export const passed = item('passed', { id: 'passed' })
export const warning = item('warning', { id: 'warning' })
export const failed = item('failed', { id: 'failed' })
export const skipped = item('skipped', { id: 'skipped' })
export const pending = item('pending', { id: 'pending' })
export const unknown = item('unknown', { id: 'unknown' })
export const all = [waiver()]

export const line = (
  name: string,
  result: TaskResult,
  reason: ReasonCode,
  failOn: FailOn = 'failed',
  waivers: readonly Waiver[] = [],
): Case => [name, result, reason, failOn, waivers]

/** Each line of the judge on its own, in their order. */
export const LINES: readonly Case[] = [
  line('a failed item', task([passed, failed]), 'checks-failed'),
  line('a problem', task([passed], { problem: problem('service-error') }), 'service-error'),
  line('a run that failed without a failed item', task([passed], { overall: 'run-failed' }), 'checks-failed'),
  line('a run that the service skipped', task([passed], { overall: 'run-skipped' }), 'not-verified'),
  line('a pending item', task([passed, pending]), 'timed-out'),
  line('no item', task([]), 'no-check-items'),
  line('an unknown item', task([passed, unknown]), 'unknown-status'),
  line('only skipped items', task([skipped]), 'not-verified'),
  line('no overall result', task([passed], { overall: 'missing' }), 'not-verified'),
  line('a negative overall result', task([passed], { overall: 'negative' }), 'checks-failed'),
  line('a warning that is not allowed', task([passed, warning]), 'warnings-not-allowed', 'warning'),
  line('a skip that is not allowed', task([passed, skipped]), 'warnings-not-allowed', 'warning'),
  line(
    'a waived item',
    task([passed, warning, item('failed', { id: 'x' })]),
    'passed-with-waivers',
    'failed',
    [waiver({ item: 'x' })],
  ),
  line('a warning', task([passed, warning]), 'passed-with-warnings'),
  line('a skipped item beside one that ran', task([passed, skipped]), 'passed-with-warnings'),
  line('only passed items', task([passed, passed]), 'all-passed'),
  line('a service without overall results', task([passed], { overall: 'none' }), 'all-passed'),
]

/** Two lines that fit, of which the first must win. */
export const CONFLICTS: readonly Case[] = [
  line('a failed item before a problem', task([failed], { problem: problem('timed-out') }), 'checks-failed'),
  line('a failed item before a skipped run', task([failed], { overall: 'run-skipped' }), 'checks-failed'),
  line('a failed item before pending and unknown ones', task([pending, unknown, failed]), 'checks-failed'),
  line('a failed item before not-allowed warnings', task([warning, failed]), 'checks-failed', 'warning'),
  line(
    'a problem before a failed run',
    task([passed], { problem: problem('cancelled'), overall: 'run-failed' }),
    'cancelled',
  ),
  line('a problem before no item', task([], { problem: problem('not-found') }), 'not-found'),
  line('a problem before a pending item', task([pending], { problem: problem('cancelled') }), 'cancelled'),
  line(
    'a problem before a skipped run',
    task([passed], { problem: problem('service-error'), overall: 'run-skipped' }),
    'service-error',
  ),
  line('a failed run before pending items', task([pending], { overall: 'run-failed' }), 'checks-failed'),
  line('a failed run before no item', task([], { overall: 'run-failed' }), 'checks-failed'),
  line('a failed run before an unknown item', task([unknown], { overall: 'run-failed' }), 'checks-failed'),
  line('a skipped run before pending items', task([pending], { overall: 'run-skipped' }), 'not-verified'),
  line('a skipped run before no item', task([], { overall: 'run-skipped' }), 'not-verified'),
  line('a skipped run before an unknown item', task([unknown], { overall: 'run-skipped' }), 'not-verified'),
  line('a pending item before an unknown one', task([unknown, pending]), 'timed-out'),
  line('a pending item before "nothing ran"', task([pending]), 'timed-out'),
  line('no item before a negative result', task([], { overall: 'negative' }), 'no-check-items'),
  line('no item before a missing result', task([], { overall: 'missing' }), 'no-check-items'),
  line('an unknown item before "nothing ran"', task([unknown, skipped]), 'unknown-status'),
  line(
    'an unknown item before a negative result',
    task([unknown], { overall: 'negative' }),
    'unknown-status',
  ),
  line('"nothing ran" before a negative result', task([skipped], { overall: 'negative' }), 'not-verified'),
  line('"nothing ran" before not-allowed warnings', task([skipped]), 'not-verified', 'warning'),
  line(
    'no overall result before not-allowed warnings',
    task([warning], { overall: 'missing' }),
    'not-verified',
    'warning',
  ),
  line(
    'a negative result before not-allowed warnings',
    task([warning], { overall: 'negative' }),
    'checks-failed',
    'warning',
  ),
  line(
    'a warning beside a waived one under fail-on: warning',
    task([warning, item('warning', { id: 'x' })]),
    'warnings-not-allowed',
    'warning',
    [waiver({ item: 'x' })],
  ),
]

/** What a waiver changes and what it cannot. */
export const WAIVED: readonly Case[] = [
  line(
    'explains a negative overall result',
    task([failed], { overall: 'negative' }),
    'passed-with-waivers',
    'failed',
    all,
  ),
  line(
    'explains a failed run',
    task([failed], { overall: 'run-failed' }),
    'passed-with-waivers',
    'failed',
    all,
  ),
  line('counts as having run', task([failed, skipped]), 'passed-with-waivers', 'failed', all),
  line('allows a warning under fail-on: warning', task([warning]), 'passed-with-waivers', 'warning', all),
  line(
    'does not explain what a failed run never came to',
    task([failed, pending], { overall: 'run-failed' }),
    'not-verified',
    'failed',
    all,
  ),
  line(
    'does not make up for a skipped run',
    task([failed], { overall: 'run-skipped' }),
    'not-verified',
    'failed',
    all,
  ),
  line(
    'does not make up for a problem',
    task([failed], { problem: problem('timed-out') }),
    'timed-out',
    'failed',
    all,
  ),
  line('does not make up for an unknown item', task([failed, unknown]), 'unknown-status', 'failed', all),
  line('does not make a skipped item one that ran', task([skipped]), 'not-verified', 'failed', all),
  line(
    'that is a warning does not explain a negative result',
    task([warning], { overall: 'negative' }),
    'checks-failed',
    'failed',
    all,
  ),
]
