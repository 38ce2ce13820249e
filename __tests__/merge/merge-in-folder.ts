import { readFileSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { GitHubSide } from '../../src/ci/github-side.ts'
import type { Runner } from '../../src/ci/runner.ts'
import { runMerge } from '../../src/merge/merge.ts'
import type { InputName } from '../../src/plan/inputs.ts'
import type { Clock } from '../../src/ports.ts'
import { ACTION_EXIT_CODES } from '../../src/precheck/verdict.ts'
import { reportSchema } from '../../src/report/schema.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { legReport, RUN, SHA } from './legs-of-a-run.ts'

/** The whole merge in this process, from inputs to what is published; time stands still. */

const ENVIRONMENT = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: RUN.repository,
  GITHUB_RUN_ID: RUN.runId,
  GITHUB_SHA: SHA,
}

/** Merges in a folder. */
export async function mergeIn(
  folder: string,
  given: Partial<Record<InputName, string>> = {},
  cancelled = new AbortController().signal,
  clock: Clock = new FakeClock(),
) {
  const inputs: Readonly<Record<string, string>> = { reports: '.', expected: 'orders', ...given }
  const said: string[] = []
  const outputs = new Map<string, string>()
  const runner: Runner = {
    environment: ENVIRONMENT,
    tempDir: folder,
    workspace: folder,
    eventPayload: null,
    input: name => inputs[name] ?? '',
    mask: () => {},
    log: line => void said.push(line),
    conclude: line => void said.push(line),
    annotate: ({ level, message, place }) =>
      void said.push(`${level}: ${message}${place === undefined ? '' : ` at ${place.file}`}`),
    setOutputs: async values => {
      for (const [name, value] of Object.entries(values)) outputs.set(name, value)
    },
    writeSummary: async markdown => void said.push(markdown),
  }
  const result = await runMerge({
    runner,
    clock,
    random: () => 0.5,
    cancelled,
    userAgent: 'test',
    sideOf: (...ports) => new GitHubSide(...ports),
  })
  const report = reportSchema.parse(JSON.parse(readFileSync(outputs.get('report-json') ?? '', 'utf8')))
  return { exitCode: ACTION_EXIT_CODES[result], report, said: said.join('\n') }
}

/** A leg of the day of the clock that stands still. */
export function putInto(
  folder: string,
  name: string,
  leg: Parameters<typeof legReport>[1] = {},
  file = `${name}.json`,
): string {
  const at = new FakeClock().date()
  const report = legReport(name, { ...leg, facts: { startedAt: at, finishedAt: at, ...leg.facts } })
  writeFileSync(path.join(folder, file), JSON.stringify(report))
  return file
}
