import * as path from 'node:path'
import { GitSide } from '../ci/git-side.ts'
import type { Runner } from '../ci/runner.ts'
import { readLocalFile } from '../files/workspace-file.ts'
import { type GatePorts, runGate } from '../gate.ts'
import { runMerge } from '../merge/merge.ts'
import { inputNames, mergeInputNames, variableOf } from '../plan/inputs.ts'
import type { InputProblem } from '../plan/problems.ts'
import { quoted } from '../plan/quoted.ts'
import { systemClock } from '../ports.ts'
import type { GateMode } from '../precheck/model.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import { COMMAND_EXIT_CODES, type StepResult } from '../precheck/verdict.ts'
import { unlessAborted, writeWhole } from '../publish/report-files.ts'
import type { Annotation } from '../report/annotations.ts'
import { jsonLine, logText } from '../report/escape.ts'
import { errorOf } from '../thrown.ts'
import type { Arguments } from './arguments.ts'
import { nearMissesOfVariables, optionOf, problemsOfGate, readerOf } from './given.ts'
import { JSON_FLAG, REQUEST_FILE } from './options.ts'
import { SUMMARY, type World } from './world.ts'

/** Runs the gate for a command line. */

const USER_AGENT = 'migration-precheck-gate'

/** Runs the gate. Returns the exit code, after the last line of the verdict or, with `--json`, the outputs are printed. */
export async function runGateCommand(given: Arguments, mode: GateMode, world: World): Promise<number> {
  const { environment } = world
  const request = await requestOf(given, world)
  const own = { mode, ...(request.text === null ? {} : { request: request.text }) }
  const problems = [...problemsOfGate(given, mode, environment), ...request.problems]
  return runWith(readerOf(given, inputNames(), environment, own), problems, given, world, runGate)
}

/** The same for `merge`: what stands behind its word are the reports. */
export function runMergeCommand(given: Arguments, world: World): Promise<number> {
  const { operands, problems } = given
  // As a list that no blank or comma in a path can divide.
  const own: Readonly<Record<string, string>> =
    operands.length > 0 ? { reports: JSON.stringify(operands) } : {}
  return runWith(readerOf(given, mergeInputNames(), world.environment, own), problems, given, world, runMerge)
}

async function runWith(
  read: (name: string) => string,
  problems: readonly InputProblem[],
  given: Arguments,
  world: World,
  run: (ports: GatePorts) => Promise<StepResult>,
): Promise<number> {
  const said: { line: string; outputs: Record<string, string> } = { line: '', outputs: {} }
  const result = await run({
    runner: runnerOf(read, said, world),
    clock: systemClock,
    random: Math.random,
    cancelled: world.cancelled,
    userAgent: USER_AGENT,
    sideOf: (inputs, _settings, ports) =>
      new GitSide(ports, [...problems, ...nearMissesOfVariables(inputs, world.environment)]),
  })
  const exitCode = COMMAND_EXIT_CODES[result]
  try {
    await world.print(
      optionOf(given, JSON_FLAG, world.environment) === 'true' ? jsonLine(said.outputs) : said.line,
    )
  } catch (error) {
    // A pass that nobody can read is none. What is none anyway stays what it is: pipelines forgive an inconclusive end.
    if (exitCode === 0) throw error
    world.say(logText(errorOf(error).message))
  }
  return exitCode
}

/** Returns the text of the request's file, null when there is none. Nothing of the file is ever shown, so it may lie anywhere. */
async function requestOf(
  given: Arguments,
  { environment, folder }: World,
): Promise<{ readonly text: string | null; readonly problems: readonly InputProblem[] }> {
  const file = optionOf(given, REQUEST_FILE, environment)
  if (file === '') return { text: null, problems: [] }
  const refused = (wrong: Sentence, allowed: Sentence) => ({
    text: null,
    problems: [{ field: REQUEST_FILE, wrong, allowed }],
  })
  const variable = variableOf('request')
  if ((environment[variable]?.trim() ?? '') !== '')
    return refused(
      told(`stands beside ${variable}`, `与 ${variable} 同时给出`),
      told('one of both', '二者之一'),
    )
  const read = await readLocalFile(path.resolve(folder, file))
  const name = quoted(file)
  switch (read.kind) {
    case 'found':
      return { text: read.text, problems: [] }
    case 'absent':
      return refused(
        inEach(in_ => told(`${in_(name)} does not exist`, `${in_(name)} 不存在`)),
        told('the path of a file', '文件的路径'),
      )
    case 'refused':
      return refused(
        inEach(in_ =>
          told(`${in_(name)} cannot be read (${in_(read.why)})`, `无法读取 ${in_(name)}（${in_(read.why)}）`),
        ),
        told('a UTF-8 file', 'UTF-8 文件'),
      )
  }
}

function runnerOf(
  read: (name: string) => string,
  said: { line: string; outputs: Record<string, string> },
  world: World,
): Runner {
  return {
    environment: world.environment,
    tempDir: world.tempDir,
    workspace: world.folder,
    eventPayload: world.eventPayload,
    input: read,
    mask: secret => world.keepSecret(secret),
    log: line => world.say(line),
    conclude: line => {
      said.line = line
    },
    annotate: annotation => world.say(linesOf(annotation)),
    setOutputs: async outputs => void Object.assign(said.outputs, outputs),
    writeSummary: async markdown => {
      if (markdown === '') return
      const file = path.resolve(world.folder, read('report-dir'), SUMMARY)
      await writeWhole(file, [markdown], unlessAborted(new AbortController().signal))
    },
  }
}

/** Its lines are safe one by one; those after the first belong to it. The title of a finding that is a warning says so itself. */
function linesOf({ level, title, message }: Annotation): string {
  const head = title.startsWith(`${level}: `) ? title : `${level}: ${title}`
  return `${head}\n${message.replaceAll(/^/gm, '  ')}`
}
