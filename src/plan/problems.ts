import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import type { TargetProblem } from '../services/definition.ts'

/**
 * What is wrong with inputs, files and command lines, as facts: who finds it says where it stands and what is wrong there, and
 * sentences are made of it here, once for all.
 */
export interface InputProblem extends Pick<TargetProblem, 'wrong' | 'allowed'> {
  /** Where it stands in a file; absent for what stands in none. */
  readonly place?: Place
  /** What of a config file it belongs to. */
  readonly target?: Sentence
  /** The input, key, option or variable; absent where `wrong` says it. */
  readonly field?: string
  /** The environment variable that the value of the field is from. */
  readonly variable?: string
}

/** Both numbers are counted from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Nobody reads more of one file at once, and a file of a pull request can be made to hold a hundred thousand. */
export const MAX_PROBLEMS_OF_A_FILE = 50

/** Collects problems, so that a user sees them all at once and not one by one; one that is there already is not added again. */
export class InputProblems {
  readonly #problems = new Map<string, InputProblem>()

  add(...problems: readonly InputProblem[]): void {
    for (const problem of problems) {
      const key = JSON.stringify(problem)
      if (!this.#problems.has(key)) this.#problems.set(key, problem)
    }
  }

  /** In the order in which they were found, but those of one file together, from its top to its end: several checks look at it. */
  get all(): readonly Sentence[] {
    const ofFiles = Map.groupBy(this.#problems.values(), problem => problem.place?.file ?? problem)
    return [...ofFiles.values()].flatMap(ofFile => firstOf(ofFile, ofFile.length)).map(problemSentence)
  }

  /** True when a problem of that input or variable is there. */
  isAbout(name: string): boolean {
    return this.#problems.values().some(({ field, place }) => field === name && place === undefined)
  }

  get any(): boolean {
    return this.#problems.size > 0
  }
}

/** Returns the first problems of a file, from its top, and how many more there are of `count` in all. */
export function firstOf(problems: readonly InputProblem[], count: number): readonly InputProblem[] {
  const first = problems.toSorted(byPlace).slice(0, MAX_PROBLEMS_OF_A_FILE)
  const file = first[0]?.place?.file
  if (file === undefined || count <= first.length) return first
  const more = count - first.length
  return [...first, { field: file, wrong: told(`${more} more problems`, `还有 ${more} 个问题`) }]
}

function byPlace({ place: a }: InputProblem, { place: b }: InputProblem): number {
  return a === undefined || b === undefined ? 0 : a.line - b.line || a.column - b.column
}

const COLON = told(': ', '：')
const ALLOWED = told('; allowed: ', '；允许：')

/** Returns one problem as users read it: where, what is wrong there (with the value, where it may be shown) and what is allowed instead. */
export function problemSentence({ place, target, field, variable, wrong, allowed }: InputProblem): Sentence {
  const source = variable === undefined ? told('', '') : told(` (from ${variable})`, `（取自 ${variable}）`)
  return inEach(in_ => {
    const where = [
      place && `${place.file}:${place.line}:${place.column}`,
      target && in_(target),
      field && `${field}${in_(source)}`,
    ].filter(part => part !== undefined)
    const text = [...where, in_(wrong)].join(in_(COLON))
    const whole = allowed === undefined ? text : `${text}${in_(ALLOWED)}${in_(allowed)}`
    return told(whole, whole)
  })
}
