import type { GateMode } from '../precheck/model.ts'
import { type Sentence, told } from '../precheck/sentence.ts'
import type { Arguments } from './arguments.ts'
import { gateOptions, mergeOptions, OF_GITHUB, type Options } from './options.ts'
import type { World } from './world.ts'

/** The commands that there are, one line each. What a command needs is loaded when it is run. */

export interface Command {
  /** What stands behind its name in a usage line. */
  readonly operands: string
  readonly summary: string
  readonly options: Options
  /** Options that another door has, by what to say of them. */
  readonly elsewhere?: ReadonlyMap<string, Sentence>
  readonly run: (given: Arguments, world: World) => Promise<number>
}

const OF_ACTION = told('an input of the GitHub Action only', '仅是 GitHub Action 的输入')

export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['run', gate('run', 'Starts the pre-checks, waits for every result and decides.')],
  [
    'query',
    gate('query', 'Starts nothing: waits for and reads pre-checks that were started elsewhere, and decides.'),
  ],
  [
    'validate',
    gate(
      'validate',
      'Starts and proves nothing: checks inputs, files, sign-in and access as a real run would.',
    ),
  ],
  [
    'merge',
    {
      operands: 'FILES AND FOLDERS --expected NAMES [options]',
      summary: 'Makes one verdict and one report out of the reports of many gates.',
      options: mergeOptions(),
      elsewhere: new Map([
        ...OF_GITHUB.map(name => [name, OF_ACTION] as const),
        [
          'reports',
          told('no option: files and folders stand by themselves', '不是选项：文件和文件夹直接写在命令后'),
        ] as const,
      ]),
      run: async (given, world) => (await import('./gate-command.ts')).runMergeCommand(given, world),
    },
  ],
  [
    'render',
    {
      operands: 'report.json [options]',
      summary: 'Writes report.html, report.junit.xml and summary.md of a report.json again.',
      options: new Map([['report-dir', 'text']]),
      run: async (given, world) => (await import('./render-command.ts')).runRender(given, world),
    },
  ],
  [
    'waive',
    {
      operands: 'report.json --owner NAME --reason TEXT --expires YYYY-MM-DD',
      summary: 'Prints a waiver file for the findings of a report.json.',
      options: new Map([
        ['owner', 'text'],
        ['reason', 'text'],
        ['expires', 'text'],
      ]),
      run: async (given, world) => (await import('./waive-command.ts')).runWaive(given, world),
    },
  ],
])

function gate(mode: GateMode, summary: string): Command {
  return {
    operands: '[options]',
    summary,
    options: gateOptions(),
    elsewhere: new Map([
      ...OF_GITHUB.map(name => [name, OF_ACTION] as const),
      [
        'mode',
        told(
          'no option: the command says it, precheck-gate run, query or validate',
          '不是选项：由命令指明，precheck-gate run、query 或 validate',
        ),
      ] as const,
    ]),
    run: async (given, world) => {
      const { runGateCommand } = await import('./gate-command.ts')
      return runGateCommand(given, mode, world)
    },
  }
}
