import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runAction } from '../../scripts/run-action.ts'
import { startSimulator } from '../../simulator/server.ts'

const ANSWERS = 20
const ANSWER_BYTES = 14 * 1024 * 1024
const MOST_MEMORY_MIB = 600
const DEADLINE_SECONDS = 45
const SENTENCE = 'Table orders_2024 has no primary key, and so have many others. '

const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-long-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ids = Array.from(
  { length: ANSWERS },
  (_, at) => `140b5236-88ad-43c8-811c-1268453jb1${String(at).padStart(2, '0')}`,
)
const detail = SENTENCE.repeat(Math.floor(ANSWER_BYTES / SENTENCE.length))
const items = [{ item: 'srcDbConnection', result: 'FAILED', failed_reason: 'NO_KEY', data: detail }]
const timeline = [
  { process: '40%', items: [] },
  { at: 300, process: '100%', items },
]

it(`${ANSWERS} answers of 14 MiB of text end in time and in ${MOST_MEMORY_MIB} MiB, with the beginning of each and a count`, {
  timeout: (DEADLINE_SECONDS + 20) * 1_000,
}, async () => {
  const simulator = await startSimulator({ scenario: { drs: ids.map(id => ({ id, timeline })) } })
  const { url, credentials } = simulator
  const target = (id: string, at: number) =>
    `  - { name: t${at}, service: drs, endpoint: ${url}, project-id: ${credentials.projectId}, job-ids: [${id}] }`
  const memory = path.join(folder, 'memory')
  const noteMemory = `import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync('${memory}',String(process.resourceUsage().maxRSS)))`
  const end = await runAction({
    folder,
    timeoutMs: (DEADLINE_SECONDS + 15) * 1_000,
    inputs: {
      config: 'gate.yaml',
      'auth-token': credentials.authToken,
      'timeout-minutes': String(DEADLINE_SECONDS / 60),
      'poll-interval-seconds': '0.5',
      'settle-seconds': '1',
      'allowed-hosts': new URL(url).host,
    },
    environment: { NODE_OPTIONS: `--import=data:text/javascript,${noteMemory}` },
    prepare: workspace =>
      writeFileSync(
        path.join(workspace, 'gate.yaml'),
        ['version: 1', 'targets:', ...ids.map(target)].join('\n'),
      ),
  }).finally(() => simulator.close())
  expect(end.outputs['reason-code']).toBe('checks-failed')
  expect(end.durationMs).toBeLessThan((DEADLINE_SECONDS + 10) * 1_000)
  expect(Number(readFileSync(memory, 'utf8')) / 1024).toBeLessThan(MOST_MEMORY_MIB)
  const report = JSON.parse(readFileSync(end.outputs['report-json'] ?? '', 'utf8'))
  const [item] = report.targets[0].tasks[0].items
  expect(Buffer.byteLength(item.detail)).toBeLessThanOrEqual(64 * 1024)
  expect(item.detail).toMatch(/^Table orders_2024.*… \(14\d{6} more characters\)$/)
})
