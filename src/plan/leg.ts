import { parsedJson } from '../files/json.ts'
import type { Environment } from '../ports.ts'
import { inEach, told } from '../precheck/sentence.ts'
import { type Inputs, secretInputs } from './inputs.ts'
import { nearestName } from './near-miss.ts'
import type { InputProblem } from './problems.ts'
import { quoted } from './quoted.ts'

/**
 * The leg of the reusable workflow, as its caller wrote it. `matrix.fail-on` is empty where a leg says `fail_on`, so the lenient
 * default would stay in force, and nobody would know.
 */

/** Holds the whole leg as JSON: no expression of a workflow can say which keys there are. */
export const LEG = 'PRECHECK_LEG'
const OF_THE_JOB: readonly string[] = ['runs-on', 'environment']
const FIELD = 'legs'

/** Returns what of a leg would reach no input, or not as it was meant. */
export function problemsOfLeg({ names }: Inputs, environment: Environment): readonly InputProblem[] {
  const leg = parsedJson(environment[LEG] ?? '')
  if (typeof leg !== 'object' || leg === null) return []
  const secret = secretInputs()
  const open = names.filter(name => !secret.includes(name))
  return Object.entries(leg).flatMap(([written, value]): readonly InputProblem[] => {
    // GitHub compares the names in an expression without case.
    const key = written.toLowerCase()
    if (OF_THE_JOB.includes(key)) return []
    if (open.includes(key)) return typeof value === 'object' && value !== null ? [notText(key)] : []
    if (!secret.includes(key)) return [unknown(written, [...open, ...OF_THE_JOB])]
    // A list that was generated has every column in every leg.
    return value === null || value === '' ? [] : [underSecrets(key)]
  })
}

function unknown(written: string, known: readonly string[]): InputProblem {
  const meant = nearestName(written, known) ?? known.join(', ')
  return {
    field: FIELD,
    wrong: inEach(in_ =>
      told(
        `unknown key ${in_(quoted(written))} in this leg, which would have no effect`,
        `该分支中有未知的键 ${in_(quoted(written))}，它不会起作用`,
      ),
    ),
    allowed: told(meant, meant),
  }
}

function underSecrets(key: string): InputProblem {
  return {
    field: FIELD,
    wrong: told(`${key} is a secret and cannot stand in a leg`, `${key} 是机密，不能写在分支中`),
    allowed: told(`${key} under secrets: of the call`, `写在调用的 secrets: 之下的 ${key}`),
  }
}

/** A list or a mapping would reach the gate as the word Array or Object. */
function notText(key: string): InputProblem {
  return {
    field: FIELD,
    wrong: told(`${key} is no text`, `${key} 不是文本`),
    allowed: told('a text; a list as one text, divided by blanks', '文本；列表写成一个以空格分隔的文本'),
  }
}
