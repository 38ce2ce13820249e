import type { Environment } from '../ports.ts'
import { told } from '../precheck/sentence.ts'
import type { Inputs } from './inputs.ts'
import { nearestName } from './near-miss.ts'
import type { InputProblems } from './problems.ts'
import { inQuotes } from './quoted.ts'

const OF_AN_INPUT = /^INPUT_(.+)$/i

/** Tells every variable of an input that this action does not have, where one was meant that is not set. */
export function refuseMisspelt(inputs: Inputs, environment: Environment, problems: InputProblems): void {
  const open = inputs.names.filter(name => inputs.given(name) === null)
  const known = new Set(inputs.names)
  for (const [variable, value] of Object.entries(environment)) {
    const given = OF_AN_INPUT.exec(variable)?.[1]?.toLowerCase()
    if (given === undefined || (value?.trim() ?? '') === '' || known.has(given)) continue
    const meant = nearestName(given, open)
    if (meant === null) continue
    problems.add({
      field: inQuotes(given),
      wrong: told(`no input of this action; ${meant} is not set`, `本 Action 没有这个输入；${meant} 未设置`),
      allowed: told(meant, meant),
    })
  }
}
