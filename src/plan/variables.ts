import * as z from 'zod'
import type { Environment } from './credentials.ts'
import { type Problems, problemText } from './problems.ts'

/**
 * Variables of a step that come as one text. The reusable workflow hands them on so: a runner masks a secret as a whole, and
 * shows what an expression has taken out of it.
 */

const VARIABLES = 'PRECHECK_VARIABLES'
/** Of the runner, which a step cannot set either. */
const OF_RUNNER = /^(INPUT|ACTIONS|GITHUB|RUNNER)_/i

const variables = z.record(z.string().regex(/^[A-Za-z_]\w*$/), z.string())

/** Returns the environment with those variables in it. */
export function withVariables(environment: Environment): Environment {
  return { ...environment, ...variablesIn(environment) }
}

/** Tells what is wrong with them, without showing any. */
export function checkVariables(environment: Environment, problems: Problems): void {
  if (variablesIn(environment) === null)
    problems.add(
      problemText(
        VARIABLES,
        'not what it should be',
        "a JSON object of texts by name, none of the runner's own",
      ),
    )
}

/** null where there is a text that is none. */
function variablesIn(environment: Environment): Readonly<Record<string, string>> | null {
  const text = environment[VARIABLES]?.trim() ?? ''
  if (text === '') return {}
  try {
    const { data } = variables.safeParse(JSON.parse(text))
    return data === undefined || Object.keys(data).some(name => OF_RUNNER.test(name)) ? null : data
  } catch {
    return null
  }
}
