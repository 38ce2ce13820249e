import { METHODS } from '../identity/methods.ts'
import { type InputName, inputNames, mergeInputNames, secretInputs } from '../plan/inputs.ts'

/** Which inputs of the registry are options of the command, and how each is given. */

/**
 * - `text`: `--name value` or `--name=value`, or the variable.
 * - `flag`: the same with `true` or `false`; alone it is `true`.
 * - `variable`: only by the variable, because every process of the machine can read a command line.
 */
type OptionKind = 'text' | 'flag' | 'variable'
export type Options = ReadonlyMap<string, OptionKind>

/** Inputs about GitHub itself. */
export const OF_GITHUB: readonly string[] = [
  'annotations',
  'comment',
  'commit-status',
  'commit-sha',
  'github-token',
] satisfies readonly InputName[]

/** The path of a file whose text is the input `request`. */
export const REQUEST_FILE = 'request-file'
export const JSON_FLAG = 'json'

/** Those of some inputs that the command knows; the word behind its name says the mode. */
export function ofCommand(names: readonly string[]): readonly string[] {
  return names.filter(name => name !== 'mode' && !OF_GITHUB.includes(name))
}

/** Options of `merge`; the reports themselves stand behind its word. */
export function mergeOptions(): Options {
  const named = ofCommand(mergeInputNames()).filter(name => name !== 'reports')
  const kinds = named.map((name): readonly [string, OptionKind] => [
    name,
    name === 'any-run' ? 'flag' : 'text',
  ])
  return new Map<string, OptionKind>([...kinds, [JSON_FLAG, 'flag']])
}

/** Options of a command that runs a gate. */
export function gateOptions(methods = METHODS): Options {
  const byVariable = [...secretInputs(methods), 'request']
  const kindOf = (name: string): OptionKind => (byVariable.includes(name) ? 'variable' : 'text')
  const ofInputs = ofCommand(inputNames(methods)).map(name => [name, kindOf(name)] as const)
  return new Map<string, OptionKind>([...ofInputs, [REQUEST_FILE, 'text'], [JSON_FLAG, 'flag']])
}
