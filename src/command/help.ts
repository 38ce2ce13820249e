import { commandTextOf, METHODS } from '../identity/methods.ts'
import { inputNames, mergeInputNames, variableOf } from '../plan/inputs.ts'
import type { Command } from './commands.ts'
import { defaultInCommand } from './given.ts'
import texts from './input-texts.generated.json' with { type: 'json' }
import { JSON_FLAG, type Options, ofCommand, REQUEST_FILE } from './options.ts'

/** The texts of `--help`, made from the registry of inputs and from what `action.yml` says of them. */

export const VERSION = texts.version

const INDENT = '      '
const LINE_MAX_CHARACTERS = 100

/** What is another thing here than in the action. */
const OWN_TEXTS: Readonly<Record<string, string>> = {
  request:
    'DDM and OMS with run: the body of the start call as YAML or JSON, for example data_nodes and new_shard_number for DDM. OMS adds the projectId of each id in job-ids. Passwords and tokens in it are never printed.',
  'config-ref':
    'Git ref to read the config file from, fetched by git. When empty, the file in the working tree is read.',
  'waivers-ref':
    'Git ref to read the waiver file from, fetched by git. When empty: the tip of the target branch in a pipeline for a merge request, so that it cannot waive its own findings; else the working tree. The word workspace takes the file in the working tree.',
  'report-dir':
    'Folder for report.json, report.junit.xml, report.html and summary.md; made when missing, never emptied.',
  summary: 'What summary.md shows: full (every check item), findings or off.',
}

const OWN_OPTIONS: ReadonlyMap<string, string> = new Map([
  [REQUEST_FILE, 'Path of a file with the request.'],
  [JSON_FLAG, 'Prints the outputs as a JSON object, in place of the last line of the verdict.'],
])

const EXIT_CODES = `Exit codes:
  0  passed or validated (or only reported, fail-on: never)
  1  failed
  2  invalid input or command line
  3  inconclusive
  4  ended by a signal`

const SIMPLE_EXIT_CODES = 'Exit codes: 0 done, 2 a command line or a file that makes no sense.'

const HOW_GIVEN =
  'An option beats its variable (--job-ids: PRECHECK_JOB_IDS); paths are relative to the working directory. Secrets are taken from variables only.'

/** Returns what there is. */
export function overview(commands: ReadonlyMap<string, Command>): string {
  const width = Math.max(...[...commands.keys()].map(name => name.length))
  const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return `Usage: precheck-gate COMMAND [options]

Runs the pre-check of a database migration (Huawei Cloud DRS and DDM, OceanBase OMS) and says by its exit code what came of it.

${lines.join('\n')}

precheck-gate COMMAND --help shows the options of a command, precheck-gate --version the version.

${EXIT_CODES}`
}

/** Returns the help of one command. */
export function helpOf(name: string, { operands, summary, options }: Command): string {
  const [names, said] = name === 'merge' ? [mergeInputNames(), texts.merge] : [inputNames(), texts]
  const inputs = ofCommand(names).filter(input => options.has(input))
  const groups = said.groups
    .map(({ title, inputs: of }) => ({ title, inputs: inputs.filter(input => of.includes(input)) }))
    .filter(group => group.inputs.length > 0)
    .map(
      group =>
        `${group.title}\n\n${group.inputs.map(input => entry(input, options, said.inputs)).join('\n')}`,
    )
  const own = [...OWN_OPTIONS].filter(([option]) => options.has(option))
  const isGate = options.has(JSON_FLAG)
  const others = own.map(
    ([option, text]) => `  --${option}${options.get(option) === 'flag' ? '' : ' VALUE'}\n${wrapped(text)}\n`,
  )
  return [
    `Usage: precheck-gate ${name} ${operands}\n\n${summary}`,
    ...(isGate
      ? [HOW_GIVEN, ...groups, `More\n\n${others.join('\n')}`, EXIT_CODES]
      : [...groups, SIMPLE_EXIT_CODES]),
  ].join('\n\n')
}

function entry(input: string, options: Options, known: Readonly<Record<string, string>>): string {
  const kind = options.get(input)
  const head = kind === 'variable' ? variableOf(input) : `--${input}${kind === 'flag' ? '' : ' VALUE'}`
  const given = defaultInCommand(input)
  const text = OWN_TEXTS[input] ?? commandTextOf(input, METHODS) ?? (known[input] ?? '').replaceAll('`', '')
  return `  ${head}${given === '' ? '' : ` (${given})`}\n${wrapped(text)}\n`
}

function wrapped(text: string): string {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < LINE_MAX_CHARACTERS)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(INDENT + word)
  }
  return lines.join('\n')
}
