import { parseArgs } from 'node:util'
import { variableOf } from '../plan/inputs.ts'
import { nearestName } from '../plan/near-miss.ts'
import { problemText, quoted } from '../plan/problems.ts'
import type { Options } from './options.ts'

/** Reads a command line. What is wrong with it is told with everything else that is wrong; a value is never shown. */

export interface Arguments {
  /** By option; a flag is `true` or `false`. */
  readonly values: ReadonlyMap<string, string>
  /** What is no option and belongs to none. */
  readonly operands: readonly string[]
  readonly help: boolean
  readonly problems: readonly string[]
}

interface Option {
  readonly name: string
  readonly isLong: boolean
  /** undefined where nothing stands behind it that could be its value. */
  readonly value: string | undefined
  readonly isInline: boolean
}

/** Options that another door has, by what to say of them. */
export type Elsewhere = ReadonlyMap<string, string>

/** Reads the arguments behind the command's word. */
export function readArguments(
  args: readonly string[],
  options: Options,
  elsewhere: Elsewhere = new Map(),
): Arguments {
  const { given, operands } = split(args, options)
  const values = new Map<string, string>()
  const problems = new Set<string>()
  for (const option of given.filter(({ name }) => name !== 'help')) {
    const wrong = wrongWith(option, options, elsewhere, values)
    if (wrong === null) values.set(option.name, option.value ?? 'true')
    else problems.add(wrong)
  }
  return { values, operands, help: given.some(({ name }) => name === 'help'), problems: [...problems] }
}

/** Takes the command line apart by Node's rules; whether an option may be there is not asked yet. */
function split(args: readonly string[], options: Options) {
  const known = [...options].map(
    ([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }] as const,
  )
  const help = { type: 'boolean', short: 'h' } as const
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...Object.fromEntries(known), help },
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const given: Option[] = []
  const operands: string[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'option') {
      const { name, rawName, value, inlineValue } = token
      given.push({ name, isLong: rawName.startsWith('--'), value, isInline: inlineValue ?? false })
    } else if (token.kind === 'positional') {
      const last = tokens[index - 1]?.kind === 'option' ? given.at(-1) : undefined
      if (last === undefined || last.value !== undefined || !takes(last, token.value, options))
        operands.push(token.value)
      else given[given.length - 1] = { ...last, value: token.value }
    }
  }
  return { given, operands }
}

/** Node leaves `--flag false` in two. What stands behind an unknown option may be a secret that was meant for it. */
function takes({ name }: Option, value: string, options: Options): boolean {
  if (name === 'help') return false
  return options.get(name) !== 'flag' || value === 'true' || value === 'false'
}

function wrongWith(
  { name, isLong, value, isInline }: Option,
  options: Options,
  elsewhere: Elsewhere,
  before: ReadonlyMap<string, string>,
): string | null {
  const kind = options.get(name)
  if (!isLong) return problemText('command line', 'a short option', 'long ones, --name')
  const option = `--${name}`
  if (kind === undefined) return unknown(name, options, elsewhere)
  if (kind === 'variable')
    return problemText(
      option,
      'no option, because every process can read a command line',
      `the variable ${variableOf(name)}`,
    )
  if (before.has(name)) return problemText(option, 'stands there twice', 'each once')
  if (kind === 'flag')
    return value === undefined || value === 'true' || value === 'false'
      ? null
      : problemText(option, 'has another value', 'true or false')
  // An option that begins where a value should stand has been swallowed by this one.
  if (value === undefined || (!isInline && value.startsWith('-')))
    return problemText(
      option,
      'has no value',
      `${option} value, or ${option}=value for one that begins with -`,
    )
  return null
}

function unknown(name: string, options: Options, elsewhere: Elsewhere): string {
  const note = elsewhere.get(name)
  if (note !== undefined) return problemText(`--${name}`, note, null)
  const meant = nearestName(name, [...options.keys()])
  const allowed = meant === null ? 'those that --help shows' : `--${meant}`
  return problemText(quoted(`--${name}`), 'no option of this command', allowed)
}
