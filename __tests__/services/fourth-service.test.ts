import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { catalogueFileSchema } from '../../src/catalogue/schema.ts'
import { GitHubSide } from '../../src/ci/github-side.ts'
import type { Runner } from '../../src/ci/runner.ts'
import { runGate } from '../../src/gate.ts'
import { METHODS } from '../../src/identity/methods.ts'
import { systemClock } from '../../src/ports.ts'
import { reportSchema } from '../../src/report/schema.ts'
import { SERVICES } from '../../src/services/registry.ts'
import { planConfig, planWith } from '../plan/planning.ts'
import catalogue from './ferry/catalogue.json' with { type: 'json' }
import { ferry } from './ferry/definition.ts'
import { ticket } from './ferry/ticket.ts'

/** Its line in src/services/registry.ts, and that of its credential in src/identity/methods.ts. */
const services = [...SERVICES, ferry]
const methods = [...METHODS, ticket]

const TICKET = 'ticket-that-is-not-real'
const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-fourth-service-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Answer = readonly [status: number, body: unknown]
const BEGUN: Answer = [200, { crossing: 'c-1' }]
const refused = (status: number, code: string): Answer => [
  status,
  { error_code: code, error_msg: `${code}, says the ferry.` },
]
const logOf = (arrived: boolean, ...seen: readonly object[]): Answer => [200, { arrived, seen }]
const PLANKS = { what: 'planksAreDry', well: false, because: 'RAIN' }
const HARBOUR = { what: 'harbourAnswers', well: false, because: 'SLEEP' }

/** Runs the whole gate against a ferry that gives these answers one after the other, the last one again and again. */
async function run(...answers: readonly Answer[]) {
  return runWith({}, ...answers)
}

/** The same with some inputs; `endpoint` is what stands behind the address of the ferry. */
async function runWith(values: Readonly<Record<string, string>>, ...answers: readonly Answer[]) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['x-ticket']}`)
    const [status, body] = answers[Math.min(asked.length, answers.length) - 1] ?? [500, {}]
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  const inputs: Readonly<Record<string, string>> = {
    service: 'ferry',
    'job-ids': 'cows',
    'ferry-ticket': TICKET,
    'poll-interval-seconds': '0.1',
    'timeout-minutes': '0.5',
    ...values,
    endpoint: `http://127.0.0.1:${address.port}${values['endpoint'] ?? ''}`,
  }
  const outputs = new Map<string, string>()
  const annotations: string[] = []
  let printed = ''
  const print = (text: string) => {
    printed += `${text}\n`
  }
  const runner: Runner = {
    environment: {},
    tempDir: folder,
    workspace: folder,
    eventPayload: null,
    input: name => inputs[name] ?? '',
    mask: () => undefined,
    log: print,
    conclude: print,
    annotate: ({ title, message }) => void annotations.push(`${title}\n${message}`),
    setOutputs: async values => {
      for (const [name, value] of Object.entries(values)) outputs.set(name, value)
    },
    writeSummary: async text => print(text),
  }
  await runGate({
    ...{ runner, methods, services },
    ...{ clock: systemClock, random: () => 0, cancelled: new AbortController().signal, userAgent: 'test' },
    sideOf: (...given) => new GitHubSide(...given),
  })
  await new Promise(resolve => server.close(resolve))
  const report = reportSchema.parse(JSON.parse(readFileSync(outputs.get('report-json') ?? '', 'utf8')))
  return { asked, report, task: report.targets[0]?.tasks[0], annotations, printed }
}

describe('a fourth service, of one folder and one line', () => {
  it('goes from its own wire by its own credential to a report with what its own catalogue says', async () => {
    const { asked, report, task, annotations, printed } = await run(
      BEGUN,
      logOf(false),
      logOf(true, PLANKS, HARBOUR, { what: 'cowsAreCalm', well: true, because: null }),
    )
    expect(asked).toEqual([
      `POST /crossings/cows ${TICKET}`,
      `GET /logs/c-1 ${TICKET}`,
      `GET /logs/c-1 ${TICKET}`,
    ])
    expect(report.gate).toMatchObject({ decision: 'failed', reasonCode: 'checks-failed' })
    expect(task?.items.map(({ id, title, status, adviceFrom }) => [id, title, status, adviceFrom])).toEqual([
      ['planksAreDry', 'Planks', 'failed', 'catalogue'],
      ['harbourAnswers', 'Harbour', 'failed', 'catalogue'],
      ['cowsAreCalm', 'cowsAreCalm', 'passed', null],
    ])
    expect(task?.items[0]).toMatchObject({
      suggestion: 'Dry the planks.',
      doc: 'https://ferry.example/checks',
    })
    // Its own ranks: without a harbour nobody can judge the planks.
    expect(annotations.slice(1).map(text => text.split('\n')[1])).toEqual([
      expect.stringContaining('harbourAnswers'),
      expect.stringContaining('planksAreDry'),
    ])
    expect(printed).not.toContain(TICKET)
  })

  it('sends no start with mode query, and keeps the path of its address', async () => {
    const { asked, task } = await runWith(
      { mode: 'query', 'job-ids': 'c-7', endpoint: '/pier/' },
      logOf(true, HARBOUR),
    )
    expect(asked).toEqual([`GET /pier/logs/c-7 ${TICKET}`])
    expect(task).toMatchObject({ reasonCode: 'checks-failed', precheckId: 'c-7', freshness: 'as-found' })
  })

  it('tells items of one name apart by numbers that the order of the answer does not change', async () => {
    const [wet, rotten] = [PLANKS, { ...PLANKS, because: 'AGE' }]
    for (const seen of [
      [wet, rotten],
      [rotten, wet],
    ]) {
      const { task } = await run(BEGUN, logOf(true, ...seen))
      const found = task?.items.map(({ id, reason }) => `${id} ${reason}`).toSorted()
      expect(found).toEqual(['planksAreDry AGE', 'planksAreDry#2 RAIN'])
    }
  })

  it('has a catalogue of the published shape', () => {
    expect(catalogueFileSchema.safeParse(catalogue).error).toBeUndefined()
  })

  it('is known by its own codes, whatever the HTTP status', async () => {
    const { task, asked } = await run(refused(400, 'ferry.gone'))
    expect(asked).toHaveLength(1)
    expect(task).toMatchObject({ reasonCode: 'not-found', error: { advice: 'Look for another harbour.' } })
    // A code means the same whichever service sends it, but what that one advises is about tasks of its own.
    expect((await run(refused(400, 'DBS.300400'))).task).toMatchObject({
      reasonCode: 'not-found',
      error: { advice: 'Check the ids, the region and the project of this target.' },
    })
  })

  it('is asked again for a start after a code that says so, and not after any other', async () => {
    const { asked, task } = await run(refused(409, 'FERRY.LATER'), BEGUN, logOf(true, HARBOUR))
    expect(asked).toHaveLength(3)
    expect(task).toMatchObject({ reasonCode: 'checks-failed', precheckId: 'c-1' })
    expect((await run(refused(409, 'FERRY.NEW'))).task).toMatchObject({ reasonCode: 'start-refused' })
  })

  it('says which right and which credential it lacks', async () => {
    const { task } = await run(refused(403, 'FERRY.1'))
    expect(task).toMatchObject({
      reasonCode: 'permission-denied',
      error: { advice: 'Ask the captain for ferry:cross.' },
    })
    const away = await run(refused(400, 'FERRY.TICKET'))
    expect(away.task).toMatchObject({
      reasonCode: 'authentication-failed',
      error: { advice: 'Buy another ticket.' },
    })
  })

  it('has an address in its region, and hosts that may have its credential though a config file names them', async () => {
    const around = { services, methods }
    const inputs = { service: 'ferry', 'job-ids': 'cows', 'ferry-ticket': TICKET }
    const { plan, problems } = await planWith({ ...inputs, region: 'north' }, around)
    expect([problems, plan?.targets[0]?.endpoint.href]).toEqual([[], 'https://ferry.north.example/'])
    expect((await planWith(inputs, around)).problems).toEqual([
      expect.stringContaining('region: missing; give region (north) or endpoint'),
    ])
    expect((await planWith({ ...inputs, 'job-ids': '', region: 'north' }, around)).problems).toEqual([
      expect.stringContaining('job-ids: missing; give what to send across'),
    ])
    const config = (endpoint: string) =>
      planConfig(
        `version: 1\ntargets:\n  - name: a\n    service: ferry\n    endpoint: ${endpoint}\n    job-ids: [cows]\n`,
        { 'ferry-ticket': TICKET },
        around,
      )
    expect((await config('https://ferry.south.example')).problems).toEqual([])
    expect((await config('https://ferry.south.example.com')).problems).toEqual([
      expect.stringContaining('allowed-hosts'),
    ])
  })
})
