import type { Environment } from '../ports.ts'
import { told } from '../precheck/sentence.ts'
import type { Inputs } from './inputs.ts'
import type { InputProblem } from './problems.ts'
import { inQuotes } from './quoted.ts'

/**
 * Names that were meant for another. A runner hands an input that does not exist on with no more than a warning, so a misspelt
 * `fail-on` would leave the lenient default in force, and nobody would know. Pure, so that every door can ask it.
 */

const OF_AN_INPUT = /^INPUT_(.+)$/i
const LETTERS_FOR_ONE_SLIP = 6
const LETTERS_FOR_TWO_SLIPS = 10

/** Returns a problem for each variable of an input that this action does not have, where one was meant that is not set. */
export function nearMissesOfInputs(inputs: Inputs, environment: Environment): readonly InputProblem[] {
  const open = inputs.names.filter(name => inputs.given(name) === null)
  const isKnown = (name: string) => inputs.names.includes(name.toLowerCase())
  return nearMisses(environment, OF_AN_INPUT, open, isKnown).map(({ name, meant }) => ({
    field: inQuotes(name.toLowerCase()),
    wrong: told(`no input of this action; ${meant} is not set`, `本 Action 没有这个输入；${meant} 未设置`),
    allowed: told(meant, meant),
  }))
}

/** Returns the variables that hold something and were meant for one of the open names; `ofName` takes the name out of a variable. */
export function nearMisses(
  environment: Environment,
  ofName: RegExp,
  open: readonly string[],
  isKnown: (name: string, variable: string) => boolean,
): readonly { readonly variable: string; readonly name: string; readonly meant: string }[] {
  return Object.entries(environment).flatMap(([variable, value = '']) => {
    const name = ofName.exec(variable)?.[1]
    if (name === undefined || value.trim() === '' || isKnown(name, variable)) return []
    const meant = nearestName(name, open)
    return meant === null ? [] : [{ variable, name, meant }]
  })
}

/**
 * Returns the name that was meant by one that is none of them: with `_` for `-`, with one letter off or two swapped where it
 * has 6 letters or more, two off from 10 on. null where it is like none.
 */
export function nearestName<Name extends string>(given: string, names: readonly Name[]): Name | null {
  const written = given.toLowerCase().replaceAll('_', '-')
  const near = names
    .map(name => ({ name, slips: slipsBetween(written, name) }))
    .filter(({ name, slips }) => slips <= slipsFor(name))
    .toSorted((a, b) => a.slips - b.slips)
  return near[0]?.name ?? null
}

function slipsFor(name: string): number {
  const letters = name.replaceAll('-', '').length
  if (letters >= LETTERS_FOR_TWO_SLIPS) return 2
  return letters >= LETTERS_FOR_ONE_SLIP ? 1 : 0
}

/** Letters to add, take away, change, or swap with their neighbour: the distance of Damerau and Levenshtein (optimal alignment). */
function slipsBetween(a: string, b: string): number {
  // More than any name allows, and no need to look closer at a name of any length.
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY
  const rows: number[][] = [[...Array(b.length + 1).keys()]]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = (back: number, by: number) => rows[i - back]?.[j - by] ?? 0
      const changed = cost(1, 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1
      const swapped = isSwapped ? cost(2, 2) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min(changed, swapped, cost(1, 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}
