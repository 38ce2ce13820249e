import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { parseArgs } from 'node:util'
import type { Case } from '../e2e/case.ts'
import { checkOut } from '../e2e/checkout.ts'
import { CommandError } from '../e2e/command.ts'
import { dependabotCases } from '../e2e/dependabot-cases.ts'
import { eventCases } from '../e2e/event-cases.ts'
import { gitlabCases } from '../e2e/gitlab-cases.ts'
import { jobCases } from '../e2e/job-cases.ts'
import { junitCases } from '../e2e/junit-cases.ts'
import { lintCases } from '../e2e/lint-cases.ts'
import { mergeCases } from '../e2e/merge-cases.ts'
import { publishCases } from '../e2e/publish-cases.ts'
import { pullRequestCases } from '../e2e/pull-request-cases.ts'
import { releaseCases } from '../e2e/release-cases.ts'
import { schemaCases } from '../e2e/schema-cases.ts'
import { sdkCases } from '../e2e/sdk-cases.ts'
import { MissingToolError, prepareTools } from '../e2e/tools.ts'
import { runCommand, UsageError } from './command-line.ts'

/** `npm run e2e`: the end-to-end cases. See e2e/README.md. */

const USAGE = `Usage: npm run e2e -- [TEXT]

  TEXT  runs only the cases with this text in their name: act:, gitlab:, sdk:, "sdk: Go", lint:, workflows:, "required check"

Tries dist/ as it stands, so build first. Needs Go, Python 3, Java with Maven, git, jq and rsync, and installs pinned tools on its first run.`

/** What `runs.using: node24` stands for. */
const RUNNER_NODE_MAJOR = 24
const WRONG_NODE = `The action runs on Node ${RUNNER_NODE_MAJOR}, and this is ${process.version}: npm ci brings the right one, and npm run e2e uses it.`

/** After a signal the case that is under way ends, and with it the simulators that it started. */
let stopped = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopped = true
  })
}

/** Returns whether all cases with `wanted` in their name hold; `folder` takes what they leave behind. */
async function runCases(wanted: string, folder: string): Promise<boolean> {
  if (Number.parseInt(process.versions.node, 10) !== RUNNER_NODE_MAJOR) throw new MissingToolError(WRONG_NODE)
  const tools = await prepareTools(line => console.log(line))
  const project = path.join(folder, 'project')
  await checkOut(project)
  const runner = { act: tools.act, project }
  const all = [
    ...pullRequestCases(runner),
    ...eventCases(runner),
    ...jobCases(runner),
    ...mergeCases(runner),
    ...sdkCases(tools),
    ...lintCases(tools),
    ...dependabotCases(tools),
    ...releaseCases(tools),
    ...publishCases(tools),
    ...junitCases(tools),
    ...schemaCases(tools),
    ...gitlabCases({ gitlabCiLocal: tools.gitlabCiLocal, project }),
  ]
  const cases = all.filter(({ name }) => name.includes(wanted))
  const failures: string[] = []
  let ended = 0
  for (const [index, one] of cases.entries()) {
    if (stopped) break
    ended += 1
    if (!(await holds(one, path.join(folder, String(index + 1))))) failures.push(one.name)
  }
  const passed = ended - failures.length
  if (failures.length > 0) console.log(`\nLogs and reports of the failed cases are in ${folder}`)
  if (cases.length === 0) console.log(`No case has "${wanted}" in its name.`)
  if (stopped) console.log(`Stopped by a signal after ${ended} of ${cases.length} cases.`)
  console.log(`${passed} passed, ${failures.length} failed`)
  return failures.length === 0 && ended > 0 && !stopped
}

async function holds({ name, run }: Case, own: string): Promise<boolean> {
  mkdirSync(own)
  const begun = performance.now()
  try {
    await run(own)
    console.log(`ok      ${name} (${seconds(begun)})`)
    rmSync(own, { recursive: true, force: true })
    return true
  } catch (error) {
    console.log(`FAILED  ${name} (${seconds(begun)})`)
    const text = error instanceof Error ? error.message : String(error)
    console.log(`        ${text.replaceAll('\n', '\n        ')}\n        see ${own}`)
    return false
  }
}

const seconds = (begun: number) => `${((performance.now() - begun) / 1000).toFixed(1)} s`

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} })
  const [wanted = '', ...others] = positionals
  if (others.length > 0)
    throw new UsageError(`One text at a time; put it in quotes if it has blanks: ${positionals.join(' ')}`)
  const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-e2e-'))
  try {
    const good = await runCases(wanted, folder)
    if (good) rmSync(folder, { recursive: true, force: true })
    process.exitCode = good ? 0 : 1
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    // What is missing on this machine needs no stack; a defect of the tests does.
    console.error(error instanceof MissingToolError || error instanceof CommandError ? error.message : error)
    process.exitCode = 1
  }
}

await runCommand(USAGE, main)
