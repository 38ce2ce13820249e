import { parseArgs } from 'node:util'
import { variableOf } from '../plan/inputs.ts'
import { nearestName } from '../plan/near-miss.ts'
import type { InputProblem } from '../plan/problems.ts'
import { quoted } from '../plan/quoted.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import type { Options } from './options.ts'

/** Reads a command line. What is wrong with it is told with everything else that is wrong; a value is never shown. */

export interface Arguments {
  /** By option; a flag is `true` or `false`. */
  readonly values: ReadonlyMap<string, string>
  /** What is no option and belongs to none. */
  readonly operands: readonly string[]
  readonly help: boolean
  readonly problems: readonly InputProblem[]
}

interface Option {
  readonly name: string
  readonly isLong: boolean
  /** undefined where nothing stands behind it that could be its value. */
  readonly value: string | undefined
  readonly isInline: boolean
}

/** Reads the arguments behind the command's word; `elsewhere` are options that another door has, with what to say of them. */
export function readArguments(
  args: readonly string[],
  options: Options,
  elsewhere: ReadonlyMap<string, Sentence> = new Map(),
): Arguments {
  const { given, operands } = split(args, options)
  const values = new Map<string, string>()
  const problems: InputProblem[] = []
  for (const option of given.filter(({ name }) => name !== 'help')) {
    const wrong = wrongWith(option, options, elsewhere, values)
    if (wrong === null) values.set(option.name, option.value ?? 'true')
    else problems.push(wrong)
  }
  return { values, operands, help: given.some(({ name }) => name === 'help'), problems }
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
  elsewhere: ReadonlyMap<string, Sentence>,
  before: ReadonlyMap<string, string>,
): InputProblem | null {
  const kind = options.get(name)
  const field = `--${name}`
  if (!isLong) return SHORT_OPTION
  if (kind === undefined) return unknown(name, options, elsewhere)
  if (kind === 'variable')
    return {
      field,
      wrong: told(
        'no option, because every process can read a command line',
        '不是选项，因为任何进程都能读取命令行',
      ),
      allowed: told(`the variable ${variableOf(name)}`, `变量 ${variableOf(name)}`),
    }
  if (before.has(name))
    return { field, wrong: told('stands there twice', '出现了两次'), allowed: told('each once', '每个一次') }
  if (kind === 'flag')
    return value === undefined || value === 'true' || value === 'false'
      ? null
      : {
          field,
          wrong: told('has another value', '值不是规定的值'),
          allowed: told('true or false', 'true 或 false'),
        }
  // An option that begins where a value should stand has been swallowed by this one.
  if (value === undefined || (!isInline && value.startsWith('-')))
    return {
      field,
      wrong: told('has no value', '没有值'),
      allowed: told(
        `${field} value, or ${field}=value for one that begins with -`,
        `${field} 值；以 - 开头的值写作 ${field}=值`,
      ),
    }
  return null
}

const SHORT_OPTION: InputProblem = {
  wrong: told('command line: a short option', '命令行：有短选项'),
  allowed: told('long ones, --name', '长选项，--name'),
}

function unknown(name: string, options: Options, elsewhere: ReadonlyMap<string, Sentence>): InputProblem {
  const note = elsewhere.get(name)
  if (note !== undefined) return { field: `--${name}`, wrong: note }
  const meant = nearestName(name, [...options.keys()])
  return {
    wrong: inEach(in_ => {
      const option = in_(quoted(`--${name}`))
      return told(`${option}: no option of this command`, `${option}：不是此命令的选项`)
    }),
    allowed:
      meant === null
        ? told('those that --help shows', '--help 所列的选项')
        : told(`--${meant}`, `--${meant}`),
  }
}
