import * as path from 'node:path'
import { GitSide } from '../ci/git-side.ts'
import type { Runner } from '../ci/runner.ts'
import { readLocalFile } from '../files/workspace-file.ts'
import { type GatePorts, runGate } from '../gate.ts'
import { runMerge } from '../merge/merge.ts'
import { variableOf } from '../plan/inputs.ts'
import { problemText, quoted } from '../plan/problems.ts'
import { systemClock } from '../ports.ts'
import type { GateMode } from '../precheck/model.ts'
import { COMMAND_EXIT_CODES, type StepResult } from '../precheck/verdict.ts'
import { unlessAborted, writeWhole } from '../publish/report-files.ts'
import type { Annotation } from '../report/annotations.ts'
import { jsonLine } from '../report/escape.ts'
import type { Arguments } from './arguments.ts'
import { type GivenInputs, givenInputs, givenToMerge, misspeltVariables, optionOf } from './given.ts'
import { JSON_FLAG, REQUEST_FILE } from './options.ts'
import { SUMMARY, type World } from './world.ts'

/** Runs the gate for a command line. */

const USER_AGENT = 'migration-precheck-gate'

/** Runs the gate. Returns the exit code, after the last line of the verdict or, with `--json`, the outputs are printed. */
export async function runGateCommand(given: Arguments, mode: GateMode, world: World): Promise<number> {
  const request = await requestOf(given, world)
  const inputs = givenInputs(given, mode, world.environment, request.text)
  return runWith({ ...inputs, problems: [...inputs.problems, ...request.problems] }, given, world, runGate)
}

/** The same for `merge`. */
export function runMergeCommand(given: Arguments, world: World): Promise<number> {
  return runWith(givenToMerge(given, world.environment), given, world, runMerge)
}

async function runWith(
  inputs: GivenInputs,
  given: Arguments,
  world: World,
  run: (ports: GatePorts) => Promise<StepResult>,
): Promise<number> {
  const said: { line: string; outputs: Record<string, string> } = { line: '', outputs: {} }
  const result = await run({
    runner: runnerOf(inputs, said, world),
    clock: systemClock,
    random: Math.random,
    cancelled: world.cancelled,
    userAgent: USER_AGENT,
    sideOf: (read, _settings, ports) =>
      new GitSide(ports, problems =>
        problems.add(...inputs.problems, ...misspeltVariables(read, world.environment)),
      ),
  })
  await world.print(
    optionOf(given, JSON_FLAG, world.environment) === 'true' ? jsonLine(said.outputs) : said.line,
  )
  return COMMAND_EXIT_CODES[result]
}

interface RequestFile {
  /** null when there is none. */
  readonly text: string | null
  readonly problems: readonly string[]
}

/** Nothing of the file is ever shown, so it may lie anywhere. */
async function requestOf(given: Arguments, { environment, folder }: World): Promise<RequestFile> {
  const file = optionOf(given, REQUEST_FILE, environment)
  if (file === '') return { text: null, problems: [] }
  const variable = variableOf('request')
  const wrong = (what: string, allowed: string): RequestFile => ({
    text: null,
    problems: [problemText(REQUEST_FILE, what, allowed)],
  })
  if ((environment[variable]?.trim() ?? '') !== '') return wrong(`stands beside ${variable}`, 'one of both')
  const read = await readLocalFile(path.resolve(folder, file))
  switch (read.kind) {
    case 'found':
      return { text: read.text, problems: [] }
    case 'absent':
      return wrong(`${quoted(file)} does not exist`, 'the path of a file')
    case 'refused':
      return wrong(`${quoted(file)} cannot be read (${read.why.in('en-us')})`, 'a UTF-8 file')
  }
}

function runnerOf(
  { read }: GivenInputs,
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

/** Its lines are safe one by one; those after the first belong to it. */
function linesOf({ level, title, message }: Annotation): string {
  return `${level}: ${title}\n${message.replaceAll(/^/gm, '  ')}`
}
