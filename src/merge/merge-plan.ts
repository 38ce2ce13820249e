import { booleanOf, GATE_NAME, listOf, numberOf, oneOf, type Rule } from '../plan/input-values.ts'
import type { Inputs } from '../plan/inputs.ts'
import type { InputProblems } from '../plan/problems.ts'
import { alternatives } from '../plan/quoted.ts'
import { told } from '../precheck/sentence.ts'
import type { Report } from '../report/schema.ts'
import { LEGS_RESULTS, type LegRules } from './legs.ts'

/** What `merge` is asked to do. */
export interface MergePlan extends Omit<LegRules, 'now'> {
  /** Files and folders, as they were given. */
  readonly reports: readonly string[]
}

const MINUTE_MS = 60_000
const MAX_AGE = { min: Number.MIN_VALUE, max: Number.POSITIVE_INFINITY, allowed: told('over 0', '大于 0') }
const PATH: Rule = {
  pattern: /^[^\0]+$/,
  allowed: told('the path of a file or folder', '文件或文件夹的路径'),
}

/** Returns the plan, telling what is wrong with the inputs; `run` is the run that merges. */
export function planMerge(inputs: Inputs, run: Report['run'], problems: InputProblems): MergePlan {
  if (inputs.get('fail-on') === 'warning')
    problems.add({
      field: 'fail-on',
      wrong: told(
        '"warning" is for the legs: each has decided by its own',
        '"warning" 用于各分支：每个分支已按自己的设置得出结论',
      ),
      allowed: alternatives(['failed', 'never']),
    })
  const anyRun = booleanOf(inputs, 'any-run', problems)
  if (run === null && !anyRun)
    problems.add({
      field: 'any-run',
      wrong: told(
        'missing; without a CI no report can be of this run',
        '缺少；没有 CI 就没有报告能属于本次运行',
      ),
      allowed: told('true', 'true'),
    })
  const isAged = inputs.isSet('max-age-minutes')
  const minutes = isAged ? numberOf(inputs, 'max-age-minutes', MAX_AGE, problems) : null
  return {
    reports: required(inputs, 'reports', PATH, problems),
    expected: required(inputs, 'expected', GATE_NAME, problems),
    run,
    anyRun,
    maxAgeMs: minutes === null ? null : minutes * MINUTE_MS,
    legsResult: inputs.isSet('legs-result') ? oneOf(inputs, 'legs-result', LEGS_RESULTS, problems) : null,
  }
}

function required(
  inputs: Inputs,
  field: 'reports' | 'expected',
  rule: Rule,
  problems: InputProblems,
): readonly string[] {
  const list = listOf(inputs, field, rule, problems)
  if (list.length === 0 && !problems.isAbout(field))
    problems.add({ field, wrong: told('missing', '缺少'), allowed: rule.allowed })
  return list
}
