import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import packageJson from '../../package.json' with { type: 'json' }
import { inputNames, mergeInputNames, secretInputs } from '../../src/plan/inputs.ts'
import { LEG } from '../../src/plan/leg.ts'

/** The reusable workflow: that it hands on all there is, is of its release, and has a last job that nothing skips. */

const text = readFileSync(new URL('../../.github/workflows/gate.yml', import.meta.url), 'utf8')
const step = z.looseObject({
  uses: z.string(),
  if: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  env: z.record(z.string(), z.string()).default({}),
})
const job = z.looseObject({
  name: z.string(),
  if: z.string().optional(),
  needs: z.string().optional(),
  'timeout-minutes': z.number(),
  permissions: z.never().optional(),
  steps: z.array(step),
})
const named = z.record(z.string(), z.unknown())
const { on, jobs } = z
  .looseObject({
    on: z.strictObject({
      workflow_call: z.strictObject({ inputs: named, secrets: named, outputs: named }),
    }),
    permissions: z.never().optional(),
    jobs: z.strictObject({ legs: job, gate: job }),
  })
  .parse(parse(text))
const { inputs, secrets } = on.workflow_call

const gateStep = stepOf(jobs.legs, /gate@/)
const mergeStep = stepOf(jobs.gate, /gate\/merge@/)

function stepOf(of: z.infer<typeof job>, uses: RegExp) {
  const found = of.steps.find(one => uses.test(one.uses))
  if (found === undefined) throw new Error(`${of.name} has no step that uses ${uses}`)
  return found
}

const expression = (inside: string) => `\${{ ${inside} }}`

describe('the reusable workflow', () => {
  it('names this action by the release that it is of, twice', () => {
    const own = [...text.matchAll(/uses: (OWNER\/migration-precheck-gate\S*)/g)].map(([, used]) => used)
    const tag = `v${packageJson.version}`
    expect(own).toEqual([
      `OWNER/migration-precheck-gate@${tag}`,
      `OWNER/migration-precheck-gate/merge@${tag}`,
    ])
  })

  it('pins every other action by commit, with its version beside it', () => {
    const others = text.split('\n').filter(line => /uses: (?!OWNER)/.test(line))
    expect(others.length).toBeGreaterThan(3)
    expect(others.filter(line => !/uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([])
  })

  it('leaves no token on the disk, and runs no script', () => {
    const checkouts = [...jobs.legs.steps, ...jobs.gate.steps].filter(one =>
      one.uses.startsWith('actions/checkout@'),
    )
    expect(checkouts.map(one => one.with['persist-credentials'])).toEqual([false, false])
    expect(text).not.toMatch(/^ +run:/m)
  })

  it('hands every input of the gate on to a leg: from the leg, or from a secret', () => {
    const secret = (name: string) => secretInputs().some(one => one === name)
    const handedOn = inputNames().map(name => [
      name,
      expression(
        name === 'github-token'
          ? 'secrets.github-token || github.token'
          : `${secret(name) ? 'secrets' : 'matrix'}.${name}`,
      ),
    ])
    expect(gateStep.with).toEqual(Object.fromEntries(handedOn))
  })

  it('shows a leg to the gate as it was written, keys that are no input too', () => {
    expect(gateStep.env[LEG]).toBe(expression('toJSON(matrix)'))
  })

  it('hands every input of merge on from its own, but for what it knows itself', () => {
    const own: Readonly<Record<string, string>> = {
      reports: `${expression('runner.temp')}/precheck-legs`,
      expected: expression('toJSON(fromJSON(inputs.legs).*.name)'),
      'legs-result': expression('needs.legs.result'),
      'github-token': expression('secrets.github-token || github.token'),
    }
    const names = mergeInputNames().filter(name => name !== 'any-run')
    const handedOn = names.map(name => [name, own[name] ?? expression(`inputs.${name}`)])
    expect(mergeStep.with).toEqual(Object.fromEntries(handedOn))
    const asked = names.filter(name => !Object.hasOwn(own, name))
    expect(Object.keys(inputs).toSorted()).toEqual(['legs', 'runs-on', ...asked].toSorted())
  })

  it('takes every secret input by name, variables, and stored secrets that have no hyphen', () => {
    const stored = ['HUAWEI_CLOUD_ACCESS_KEY_ID', 'HUAWEI_CLOUD_SECRET_ACCESS_KEY', 'OMS_PASSWORD']
    expect(Object.keys(secrets).toSorted()).toEqual([...secretInputs(), 'variables', ...stored].toSorted())
    expect(gateStep.env['PRECHECK_VARIABLES']).toBe(expression('secrets.variables'))
    for (const name of stored) expect(gateStep.env[name]).toBe(expression(`secrets.${name}`))
  })

  it('ends in one job named gate that nothing skips, and merges although nothing could be fetched', () => {
    expect(jobs.gate).toMatchObject({ name: 'gate', if: 'always()', needs: 'legs' })
    expect([jobs.legs.if, gateStep.if, mergeStep.if]).toEqual([undefined, undefined, 'always()'])
    expect(stepOf(jobs.legs, /upload-artifact@/).if).toBe('always()')
    expect(text).not.toContain('continue-on-error')
  })

  it('gives every gate the time that it may take, and its report', () => {
    expect(jobs.legs['timeout-minutes']).toBeGreaterThan(1440)
  })
})
