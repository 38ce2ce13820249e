import { parsedJson } from '../files/json.ts'
import type { Environment } from '../ports.ts'
import { told } from '../precheck/sentence.ts'
import type { InputProblems } from './problems.ts'

/**
 * Variables of a step that come as one text. The reusable workflow hands them on so: a runner masks a secret as a whole, and
 * shows what an expression has taken out of it.
 */

/** Holds whatever the workflow has, credentials too, so no file may reach it. */
export const VARIABLES = 'PRECHECK_VARIABLES'
/** Of the runner, which a step cannot set either. */
const OF_RUNNER = /^(INPUT|ACTIONS|GITHUB|RUNNER)_/i

const NAME = /^[A-Za-z_]\w*$/

/** Returns the environment with those variables in it. */
export function withVariables(environment: Environment): Environment {
  return { ...environment, ...variablesIn(environment) }
}

/** Tells what is wrong with them, without showing any. */
export function checkVariables(environment: Environment, problems: InputProblems): void {
  if (variablesIn(environment) === null)
    problems.add({
      field: VARIABLES,
      wrong: told('not what it should be', '内容不符合要求'),
      allowed: told(
        "a JSON object of texts by name, none of the runner's own",
        '以变量名为键、文本为值的 JSON 对象，不含运行器自己的变量',
      ),
    })
}

/** null where there is a text that is none. Checked by hand: a schema would be loaded with every start. */
function variablesIn(environment: Environment): Readonly<Record<string, string>> | null {
  const text = environment[VARIABLES]?.trim() ?? ''
  if (text === '') return {}
  const value = parsedJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const all = Object.entries(value)
  const good = all.filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && NAME.test(entry[0]) && !OF_RUNNER.test(entry[0]),
  )
  return good.length === all.length ? Object.fromEntries(good) : null
}
