import { METHODS, variablesOf } from '../identity/methods.ts'
import { defaultOf, type Inputs, inputNames, mergeInputNames, variableOf } from '../plan/inputs.ts'
import { nearMisses } from '../plan/near-miss.ts'
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

/** Returns what reads an input of a command: what its own words say of it, an option, a variable or the command's default. */
export function readerOf(
  line: Arguments,
  names: readonly string[],
  environment: Environment,
  own: Readonly<Record<string, string>>,
): (name: string) => string {
  const known = new Set(ofCommand(names))
  return name => {
    const given = own[name] ?? (known.has(name) ? optionOf(line, name, environment) : '')
    return given === '' && name === 'report-dir' ? DEFAULT_REPORT_DIR : given
  }
}

/** Returns what is given for an option, by the command line or by its variable; empty where nothing is. */
export function optionOf({ values }: Arguments, name: string, environment: Environment): string {
  return values.get(name)?.trim() || environment[variableOf(name)]?.trim() || ''
}

/** Returns what is wrong with the command line of a gate; a variable that says another mode would be ignored without a word. */
export function problemsOfGate(
  { operands, problems }: Arguments,
  mode: GateMode,
  environment: Environment,
): readonly InputProblem[] {
  const variable = variableOf('mode')
  const given = environment[variable]?.trim() ?? ''
  const surplus = operands.map(() => SURPLUS)
  if (given === '' || given === mode) return [...problems, ...surplus]
  const otherMode = {
    field: variable,
    wrong: told(
      `does not fit to the command ${mode}, which says the mode`,
      `与命令 ${mode} 不符，模式由命令指明`,
    ),
    allowed: told('no such variable', '不设置该变量'),
  }
  return [...problems, ...surplus, otherMode]
}

const SURPLUS: InputProblem = {
  wrong: told('command line: something that belongs to no option', '命令行：有不属于任何选项的内容'),
  allowed: told('--name value', '--名称 值'),
}

/** Returns a problem for each variable that was meant for that of an input that is not set. */
export function nearMissesOfVariables(inputs: Inputs, environment: Environment): readonly InputProblem[] {
  const open = ofCommand(inputs.names).filter(name => inputs.given(name) === null)
  return nearMisses(environment, OF_COMMAND, open, isVariable).map(({ variable, meant }) => ({
    field: inQuotes(variable),
    wrong: told(`no variable of this command; ${meant} is not set`, `不是此命令的变量；${meant} 未设置`),
    allowed: told(variableOf(meant), variableOf(meant)),
  }))
}

function isVariable(_name: string, variable: string): boolean {
  const options = [...inputNames(), ...mergeInputNames(), ...OTHERS]
  return options.some(name => variableOf(name) === variable) || variablesOf(METHODS).includes(variable)
}

/** Returns the default of an input where the command has one of its own. */
export function defaultInCommand(name: string): string {
  return name === 'report-dir' ? DEFAULT_REPORT_DIR : defaultOf(name)
}
