import { METHODS, variablesOf } from '../identity/methods.ts'
import { defaultOf, type Inputs, inputNames, mergeInputNames, variableOf } from '../plan/inputs.ts'
import { nearestName } from '../plan/near-miss.ts'
import type { InputProblem } from '../plan/problems.ts'
import { inQuotes } from '../plan/quoted.ts'
import type { Environment } from '../ports.ts'
import type { GateMode } from '../precheck/model.ts'
import { told } from '../precheck/sentence.ts'
import type { Arguments } from './arguments.ts'
import { ofCommand, REQUEST_FILE } from './options.ts'

/** What a command line and its variables give as inputs: an option beats a variable, and a variable the default. */

const DEFAULT_REPORT_DIR = 'precheck-report'
const OF_COMMAND = /^PRECHECK_(.+)$/i
/** Variables that are no inputs of the registry. */
const OTHERS: readonly string[] = [REQUEST_FILE, 'json']

export interface GivenInputs {
  readonly read: (name: string) => string
  readonly problems: readonly InputProblem[]
}

/** Returns the inputs of a command that runs a gate; `requestText` is what the file of `--request-file` holds. */
export function givenInputs(
  line: Arguments,
  mode: GateMode,
  environment: Environment,
  requestText: string | null,
): GivenInputs {
  const { operands, problems } = line
  const known = new Set(ofCommand(inputNames()))
  const read = (name: string): string => {
    if (name === 'mode') return mode
    if (!known.has(name)) return ''
    if (name === 'request' && requestText !== null) return requestText
    const given = optionOf(line, name, environment)
    return given === '' && name === 'report-dir' ? DEFAULT_REPORT_DIR : given
  }
  const surplus = operands.map(() => SURPLUS)
  return { read, problems: [...problems, ...surplus, ...otherMode(mode, environment)] }
}

const SURPLUS: InputProblem = {
  wrong: told('command line: something that belongs to no option', '命令行：有不属于任何选项的内容'),
  allowed: told('--name value', '--名称 值'),
}

/** Returns the inputs of `merge`: what stands behind its word are the reports. */
export function givenToMerge(line: Arguments, environment: Environment): GivenInputs {
  const known = new Set(ofCommand(mergeInputNames()))
  const read = (name: string): string => {
    if (!known.has(name)) return ''
    // As a list that no blank or comma in a path can divide.
    if (name === 'reports' && line.operands.length > 0) return JSON.stringify(line.operands)
    const given = optionOf(line, name, environment)
    return given === '' && name === 'report-dir' ? DEFAULT_REPORT_DIR : given
  }
  return { read, problems: line.problems }
}

/** Returns what is given for an option, by the command line or by its variable; empty where nothing is. */
export function optionOf({ values }: Arguments, name: string, environment: Environment): string {
  return values.get(name)?.trim() || environment[variableOf(name)]?.trim() || ''
}

/** A variable that says another mode than the command's word would be ignored without a word. */
function otherMode(mode: GateMode, environment: Environment): readonly InputProblem[] {
  const variable = variableOf('mode')
  const given = environment[variable]?.trim() ?? ''
  if (given === '' || given === mode) return []
  return [
    {
      field: variable,
      wrong: told(
        `does not fit to the command ${mode}, which says the mode`,
        `与命令 ${mode} 不符，模式由命令指明`,
      ),
      allowed: told('no such variable', '不设置该变量'),
    },
  ]
}

/** Returns what is wrong with the names of variables: those that were meant for an input that is not set. */
export function misspeltVariables(inputs: Inputs, environment: Environment): readonly InputProblem[] {
  const open = ofCommand(inputs.names).filter(name => inputs.given(name) === null)
  return Object.entries(environment).flatMap(([variable, value]) => {
    const rest = OF_COMMAND.exec(variable)?.[1] ?? ''
    if (rest === '' || (value?.trim() ?? '') === '' || isVariable(variable)) return []
    const meant = nearestName(rest, open)
    if (meant === null) return []
    return [
      {
        field: inQuotes(variable),
        wrong: told(`no variable of this command; ${meant} is not set`, `不是此命令的变量；${meant} 未设置`),
        allowed: told(variableOf(meant), variableOf(meant)),
      },
    ]
  })
}

function isVariable(variable: string): boolean {
  const options = [...inputNames(), ...mergeInputNames(), ...OTHERS]
  return options.some(name => variableOf(name) === variable) || variablesOf(METHODS).includes(variable)
}

/** Returns the default of an input where the command has one of its own. */
export function defaultInCommand(name: string): string {
  return name === 'report-dir' ? DEFAULT_REPORT_DIR : defaultOf(name)
}
