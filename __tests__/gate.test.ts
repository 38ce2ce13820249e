import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { GitHubSide } from '../src/ci/github-side.ts'
import type { Runner } from '../src/ci/runner.ts'
import { type GatePorts, runGate } from '../src/gate.ts'
import type { Environment } from '../src/ports.ts'
import { ACTION_EXIT_CODES } from '../src/precheck/verdict.ts'
import { OUTPUT_NAMES } from '../src/report/outputs.ts'
import { reportSchema } from '../src/report/schema.ts'
import { FakeClock } from '../testing/fake-clock.ts'

/** What no scenario can bring about from outside: a mistake in this project's own code. */

const SECRET = 'simulated-secret-key-not-real'
const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-defect-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const INPUTS: Readonly<Record<string, string>> = {
  service: 'drs',
  'job-ids': 'task-1',
  'access-key-id': 'access-key-not-real',
  'secret-access-key': SECRET,
  'fail-on': 'never',
  'timeout-minutes': '5',
}

/** An environment that is fine until the plan asks it for the region. */
const broken = (more: Environment): Environment =>
  new Proxy<Environment>(more, {
    get: (target, name) => {
      if (name === 'HUAWEI_CLOUD_REGION') throw new TypeError(`cannot read ${SECRET} of ::error::undefined`)
      return Reflect.get(target, name)
    },
  })

async function runWithDefect(environment: Environment = {}) {
  const left = { lines: [] as string[], outputs: new Map<string, string>(), summary: '', errors: '' }
  const runner: Runner = {
    environment: broken(environment),
    tempDir: folder,
    workspace: folder,
    eventPayload: null,
    input: name => INPUTS[name] ?? '',
    mask: () => {},
    log: line => void left.lines.push(line),
    conclude: line => void left.lines.push(line),
    annotate: ({ level, message }) => {
      if (level === 'error') left.errors += `${message}\n`
    },
    setOutputs: async values => {
      for (const [name, value] of Object.entries(values)) left.outputs.set(name, value)
    },
    writeSummary: async markdown => {
      left.summary += markdown
    },
  }
  // Time stands still: files are really written, and nothing here waits for the clock.
  const clock = new FakeClock()
  const cancelled = new AbortController().signal
  const sideOf: GatePorts['sideOf'] = (...given) => new GitHubSide(...given)
  const ports = { runner, clock, random: () => 0.5, cancelled, userAgent: 'test', sideOf }
  return { left, exitCode: ACTION_EXIT_CODES[await runGate(ports)] }
}

describe('a defect of the gate itself', () => {
  it('fails the step, also where the gate only reports, and is never a pass', async () => {
    const { exitCode, left } = await runWithDefect()
    expect(exitCode).toBe(1)
    expect(left.outputs.get('decision')).toBe('inconclusive')
    expect(left.outputs.get('reason-code')).toBe('not-verified')
  })

  it('costs neither the outputs nor the report and the summary', async () => {
    const { left } = await runWithDefect()
    expect([...left.outputs.keys()].toSorted()).toEqual([...OUTPUT_NAMES].toSorted())
    const report: unknown = JSON.parse(readFileSync(left.outputs.get('report-json') ?? '', 'utf8'))
    expect(reportSchema.parse(report).gate.decision).toBe('inconclusive')
    expect(left.summary).toContain('inconclusive')
  })

  it('is told as such, without secrets, commands or a stack', async () => {
    const { left } = await runWithDefect()
    expect(left.errors).toContain('Internal error, please report it: cannot read ***')
    const printed = [...left.lines, left.errors].join('\n')
    expect(printed + left.summary).not.toContain(SECRET)
    expect(printed).not.toContain('::error::')
    expect(printed + left.summary).not.toMatch(/^\s+at /m)
    // The step does fail, so no word may say that it does not.
    expect(printed + left.summary).not.toMatch(/report only|does not fail/i)
  })

  it('shows its stack to those who asked for debug logging, without secrets', async () => {
    const { left } = await runWithDefect({ RUNNER_DEBUG: '1' })
    const log = left.lines.join('\n')
    expect(log).toContain('gate.test.ts')
    expect(log).not.toContain(SECRET)
  })
})
