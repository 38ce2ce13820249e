import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readAction } from '../../scripts/action-metadata.ts'
import type { Simulator } from '../../simulator/server.ts'

/** A process of its own, as the runner starts one: it sees nothing but the inputs and the files of a step. */

export interface Program {
  readonly args: readonly string[]
  readonly inputs: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string>>
}

export interface Run {
  readonly ms: number
  readonly exitCode: number | null
  readonly log: string
}

const HARD_LIMIT_MS = 300_000

/** Runs a program on this very Node and returns how long it took from the start of the process to its end. */
export async function run(program: Program): Promise<Run> {
  const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-bench-'))
  try {
    return await ended(program, environmentIn(folder, program))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function ended(program: Program, env: Readonly<Record<string, string>>): Promise<Run> {
  return new Promise((resolve, reject) => {
    let log = ''
    const begun = performance.now()
    const child = spawn(process.execPath, program.args, { env, timeout: HARD_LIMIT_MS })
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text
      })
    }
    child.once('error', reject)
    child.once('close', exitCode => resolve({ ms: performance.now() - begun, exitCode, log }))
  })
}

function environmentIn(folder: string, { inputs, environment }: Program): Readonly<Record<string, string>> {
  const files = {
    RUNNER_TEMP: path.join(folder, 'temp'),
    GITHUB_WORKSPACE: path.join(folder, 'workspace'),
    GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md'),
    GITHUB_OUTPUT: path.join(folder, 'output.txt'),
  }
  for (const name of [files.RUNNER_TEMP, files.GITHUB_WORKSPACE]) mkdirSync(name)
  for (const name of [files.GITHUB_STEP_SUMMARY, files.GITHUB_OUTPUT]) writeFileSync(name, '')
  const variables = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const system = process.env['SystemRoot']
  return {
    ...(system === undefined ? {} : { SystemRoot: system }),
    ...files,
    ...Object.fromEntries(variables),
    ...environment,
  }
}

/** What `action.yml` names as the action's entry. */
export const BUNDLE = fileURLToPath(new URL('../../dist/index.js', import.meta.url))

/** The built action over DRS tasks, with the defaults of `action.yml`. No token: nothing of GitHub's is used. */
export function gateProgram(
  { url, credentials }: Simulator,
  ids: readonly string[],
  inputs: Readonly<Record<string, string>>,
  bundle = BUNDLE,
): Program {
  const defaults = Object.entries(readAction().inputs).map(([name, input]) => [name, input.default ?? ''])
  return {
    args: [bundle],
    inputs: {
      ...Object.fromEntries(defaults),
      'github-token': '',
      service: 'drs',
      'job-ids': ids.join(','),
      endpoint: url,
      'project-id': credentials.projectId,
      'auth-token': credentials.authToken,
      ...inputs,
    },
  }
}
