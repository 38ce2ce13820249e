import { booleanOf, GATE_NAME, listOf, numberOf } from '../plan/fields.ts'
import type { Inputs } from '../plan/inputs.ts'
import { alternatives, type Problems, problemText, quoted } from '../plan/problems.ts'
import type { Report } from '../report/schema.ts'
import { LEGS_RESULTS, type LegRules, type LegsResult } from './legs.ts'

/** What `merge` is asked to do. */
export interface MergePlan extends Omit<LegRules, 'now'> {
  /** Files and folders, as they were given. */
  readonly reports: readonly string[]
}

const MINUTE_MS = 60_000
const MAX_AGE = { min: Number.MIN_VALUE, max: Number.POSITIVE_INFINITY, allowed: 'over 0' }
const PATH = { pattern: /^[^\0]+$/, allowed: 'the path of a file or folder' }

/** Returns the plan, telling what is wrong with the inputs; `run` is the run that merges. */
export function planMerge(inputs: Inputs, run: Report['run'], problems: Problems): MergePlan {
  if (inputs.get('fail-on') === 'warning') {
    const wrong = '"warning" is for the legs: each has decided by its own'
    problems.add(problemText('fail-on', wrong, 'failed or never'))
  }
  const anyRun = booleanOf(inputs, 'any-run', problems)
  if (run === null && !anyRun)
    problems.add(problemText('any-run', 'missing; without a CI no report can be of this run', 'true'))
  return {
    reports: required(inputs, 'reports', PATH, problems),
    expected: required(inputs, 'expected', GATE_NAME, problems),
    run,
    anyRun,
    maxAgeMs: maxAgeOf(inputs, problems),
    legsResult: legsResultOf(inputs, problems),
  }
}

function required(
  inputs: Inputs,
  name: 'reports' | 'expected',
  rule: Parameters<typeof listOf>[2],
  problems: Problems,
): readonly string[] {
  const list = listOf(inputs, name, rule, problems)
  if (list.length === 0 && !problems.isAbout(name)) problems.add(problemText(name, 'missing', rule.allowed))
  return list
}

function maxAgeOf(inputs: Inputs, problems: Problems): number | null {
  if (!inputs.isSet('max-age-minutes')) return null
  const minutes = numberOf(inputs, 'max-age-minutes', MAX_AGE, problems)
  return minutes === null ? null : minutes * MINUTE_MS
}

function legsResultOf(inputs: Inputs, problems: Problems): LegsResult | null {
  const given = inputs.optional('legs-result')
  const known = LEGS_RESULTS.find(word => word === given) ?? null
  if (given !== null && known === null)
    problems.add(problemText('legs-result', `${quoted(given)} is not valid`, alternatives(LEGS_RESULTS)))
  return known
}
