import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { GitHubSide } from '../../src/ci/github-side.ts'
import type { Runner } from '../../src/ci/runner.ts'
import { gateOptions } from '../../src/command/options.ts'
import { runGate } from '../../src/gate.ts'
import { HUAWEI_CLOUD } from '../../src/identity/huawei-cloud.ts'
import type { CredentialMethod } from '../../src/identity/method.ts'
import { METHODS } from '../../src/identity/methods.ts'
import { type Environment, systemClock } from '../../src/ports.ts'
import { told } from '../../src/precheck/sentence.ts'
import { DRS, KEYS, OMS, planConfig, planWith, type Values } from '../plan/planning.ts'

/** A credential method that lives in this test alone: all that a new file under src/identity/ has to hold. */
const badge: CredentialMethod<'badge-name' | 'badge-secret'> = {
  kind: HUAWEI_CLOUD,
  inputs: { 'badge-name': { needed: true }, 'badge-secret': { needed: true, secret: true, inHeader: true } },
  families: [
    { 'badge-name': 'NEW_BADGE_NAME', 'badge-secret': 'NEW_BADGE_SECRET' },
    { 'badge-name': 'OLD_BADGE_NAME', 'badge-secret': 'OLD_BADGE_SECRET' },
  ],
  connect: ({ values }) => ({
    label: told('the badge', '徽章'),
    advice: told('Show another badge.', '请出示另一枚徽章。'),
    headersFor: async ({ headers }) => ({
      ...headers,
      'X-Badge': `${values['badge-name']} ${values['badge-secret']}`,
    }),
    renew: null,
  }),
}

/** Its line in src/identity/methods.ts. */
const methods = [...METHODS, badge]

const SECRET = 'badge-secret-not-real'
const BADGE: Values = { 'badge-name': 'robot', 'badge-secret': SECRET }
const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-added-method-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the whole gate against a server that turns everybody away, with the badge that it was shown in its words. */
async function run(values: Values, environment: Environment = {}) {
  const shown: unknown[] = []
  const server = createServer((request, response) => {
    shown.push(request.headers['x-badge'])
    response.writeHead(403, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error_code: 'X.403', error_msg: `Not with ${shown.at(-1)}.` }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  const endpoint = `http://127.0.0.1:${address.port}`
  const inputs: Values = { ...DRS, region: '', mode: 'query', endpoint, 'timeout-minutes': '0.5', ...values }
  const masks: string[] = []
  const outputs = new Map<string, string>()
  let printed = ''
  const print = (text: string) => {
    printed += `${text}\n`
  }
  const runner: Runner = {
    environment,
    tempDir: folder,
    workspace: folder,
    eventPayload: null,
    input: name => inputs[name] ?? '',
    mask: secret => void masks.push(secret),
    log: print,
    conclude: print,
    annotate: ({ message }) => print(message),
    setOutputs: async values => {
      for (const [name, value] of Object.entries(values)) outputs.set(name, value)
    },
    writeSummary: async text => print(text),
  }
  await runGate({
    runner,
    methods,
    clock: systemClock,
    random: () => 0.5,
    cancelled: new AbortController().signal,
    userAgent: 'test',
    sideOf: (...given) => new GitHubSide(...given),
  })
  await new Promise(resolve => server.close(resolve))
  const report = readFileSync(outputs.get('report-json') ?? '', 'utf8')
  return { shown, masks, printed: printed + report, reason: outputs.get('reason-code') }
}

describe('a credential method of one file and one line', () => {
  it('goes from its inputs to the service, and its secret is shown nowhere', async () => {
    const { shown, masks, printed, reason } = await run(BADGE)
    expect([shown, reason]).toEqual([[`robot ${SECRET}`], 'permission-denied'])
    expect(masks).toContain(SECRET)
    expect(printed).toContain('Not with robot ***.')
    expect(printed).not.toContain(SECRET)
  })

  it('is taken from the first of its families that is whole, whose secrets are masked, used or not', async () => {
    const environment = {
      NEW_BADGE_NAME: 'new-robot',
      OLD_BADGE_NAME: 'old-robot',
      OLD_BADGE_SECRET: 'old-secret-not-real',
    }
    const halfAndWhole = await run({}, environment)
    expect(halfAndWhole.shown).toEqual(['old-robot old-secret-not-real'])
    const both = await run({}, { ...environment, NEW_BADGE_SECRET: 'new-secret-not-real' })
    expect(both.shown).toEqual(['new-robot new-secret-not-real'])
    expect(both.masks).toEqual(expect.arrayContaining(['new-secret-not-real', 'old-secret-not-real']))
    expect((await run(BADGE, environment)).shown).toEqual([`robot ${SECRET}`])
  })

  it('comes after the methods that stand before it', async () => {
    const environment = {
      HW_ACCESS_KEY: 'key-of-tests',
      HW_SECRET_KEY: 'secret-of-tests',
      OLD_BADGE_NAME: 'r',
    }
    const { shown } = await run({}, { ...environment, OLD_BADGE_SECRET: SECRET })
    expect(shown).toEqual([undefined])
  })

  it('is a problem by halves, beside another, and with what no header can carry', async () => {
    const problemsWith = async (values: Values) =>
      (await planWith({ ...DRS, ...values }, { methods })).problems
    expect(await problemsWith({ 'badge-name': 'robot' })).toEqual([
      'badge-name: only half of a credential: badge-secret missing; allowed: all of badge-name, badge-secret',
    ])
    const both = 'access-key-id + secret-access-key'
    expect(await problemsWith({ ...KEYS, ...BADGE })).toEqual([
      `${both} and badge-name + badge-secret: more than one way to sign in; allowed: one of ${both} or badge-name + badge-secret`,
    ])
    expect(await problemsWith({ ...BADGE, 'badge-secret': 'two\nlines' })).toEqual([
      expect.stringMatching(/^badge-secret: blanks, line breaks(?!.*two)/),
    ])
  })

  it('is of no use to a target of another kind, which is said', async () => {
    const { warnings } = await planWith({ ...OMS, ...BADGE }, { methods })
    expect(warnings).toEqual([
      'badge-name: is set, but has no meaning for oms with mode run',
      'badge-secret: is set, but has no meaning for oms with mode run',
    ])
  })

  it('gives none of its secrets to a config file, whatever the workflow lends to it', async () => {
    const variables = ['NEW_BADGE_SECRET', 'OLD_BADGE_SECRET', 'PRECHECK_BADGE_SECRET']
    for (const name of variables) {
      const config = `version: 1\ntargets:\n  - name: a\n    service: oms\n    endpoint: https://oms.example.com\n    job-ids: [np_1]\n    request: { note: "\${${name}}" }\n`
      const environment = { [name]: SECRET }
      const lent = { 'allowed-variables': name, 'allowed-hosts': 'oms.example.com' }
      const { problems, secrets } = await planConfig(config, lent, { methods, environment })
      expect(problems).toEqual([
        expect.stringContaining(`allowed-variables: "${name}" is reserved`),
        expect.stringContaining('the variable is reserved'),
      ])
      expect(JSON.stringify([problems, secrets])).not.toContain(SECRET)
    }
  })

  it('is given to the command by options, its secret by a variable only', () => {
    const options = gateOptions(methods)
    expect([options.get('badge-name'), options.get('badge-secret')]).toEqual(['text', 'variable'])
  })

  it('is known by its names, so that a slip in one is told', async () => {
    const { printed, shown } = await run({ 'badge-secret': SECRET }, { INPUT_BADGE_NAM: 'robot' })
    expect(printed).toContain('"badge_nam": no input of this action; badge-name is not set')
    expect(shown).toEqual([])
  })
})
