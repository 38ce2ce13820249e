import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { ROOT } from './checkout.ts'
import { type CommandEnd, run } from './command.ts'

/** Runs the script of one step of a shipped workflow here, with a `gh` that answers from files. */

const workflowSchema = z.object({
  jobs: z.record(
    z.string(),
    z.object({ steps: z.array(z.object({ id: z.string().optional(), run: z.string().optional() })) }),
  ),
})

export interface StepScript {
  readonly workflow: string
  readonly job: string
  readonly step: string
}

/** What the made-up `gh` answers: the first entry whose key is part of the command line. */
export type GhAnswers = Readonly<Record<string, unknown>>

export interface StepSurroundings {
  /** An existing folder for what the step and this module write. */
  readonly folder: string
  /** Where the step runs; without it, the folder. */
  readonly cwd?: string
  readonly environment: Readonly<Record<string, string>>
  readonly gh?: GhAnswers
}

/** Runs the step's script as the runner's bash would. Throws when the workflow has no such step. */
export function runStep(
  { workflow, job, step }: StepScript,
  { folder, cwd = folder, environment, gh = {} }: StepSurroundings,
): Promise<CommandEnd> {
  const text = readFileSync(path.join(ROOT, '.github', 'workflows', workflow), 'utf8')
  const { steps } = workflowSchema.parse(parse(text)).jobs[job] ?? { steps: [] }
  const script = steps.find(({ id }) => id === step)?.run
  if (script === undefined) throw new Error(`${workflow} has no step ${step} with a script in its job ${job}`)
  const bin = fakeGh(folder, gh)
  return run('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
    cwd,
    env: {
      PATH: [bin, process.env['PATH'] ?? ''].join(path.delimiter),
      HOME: folder,
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: path.join(folder, 'output.txt'),
      GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md'),
      ...environment,
    },
  })
}

/** A shell script: the answers are files, and a call that no key fits fails as an unknown address would. */
function fakeGh(folder: string, answers: GhAnswers): string {
  const bin = path.join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  const cases = Object.entries(answers).map(([part, answer], index) => {
    const file = path.join(bin, `answer-${index}.json`)
    writeFileSync(file, typeof answer === 'string' ? answer : JSON.stringify(answer))
    return `  *'${part}'*) cat '${file}' ;;`
  })
  const lines = [
    '#!/usr/bin/env bash',
    'case "$*" in',
    ...cases,
    '  *) echo "Not Found" >&2; exit 1 ;;',
    'esac',
    '',
  ]
  writeFileSync(path.join(bin, 'gh'), lines.join('\n'), { mode: 0o755 })
  return bin
}
