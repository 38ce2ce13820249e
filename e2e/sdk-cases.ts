import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { ScenarioInput } from '../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../simulator/server.ts'
import type { Case } from './case.ts'
import { callSdk, type SdkAnswer, type SdkCall, type SdkKey } from './sdk.ts'

/**
 * The simulator against the vendor's own SDK: the requests come from there, signatures included, and what it makes of
 * the answers must be what the scenario says. So the simulator, which shares no code with the gate, is held as well.
 */
export function sdkCases(python: string): readonly Case[] {
  const play: Play = async (scenario, use) => {
    const simulator = await startSimulator({ scenario })
    try {
      await use((calls, key) => callSdk(python, simulator, calls, key), simulator)
    } finally {
      await simulator.close()
    }
  }
  return [...drsCases(play), ...ddmCases(play), ...refusalCases(play)]
}

type Ask = (calls: readonly SdkCall[], key?: SdkKey) => Promise<readonly SdkAnswer[]>
type Play = (scenario: ScenarioInput, use: (ask: Ask, simulator: Simulator) => Promise<void>) => Promise<void>

const TASK = '140b5236-88ad-43c8-811c-1268453jb101'
const OTHER_TASK = '7c1e9a04-52bd-4f0e-8d36-2f7a9b3jb102'
const READS = 50

/** An answer that the vendor documents, as it stands in the file. */
const documented = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../simulator/payloads/${file}`, import.meta.url), 'utf8'))

function drsCases(play: Play): readonly Case[] {
  const failedItem = {
    item: 'dstDbConnection',
    result: 'FAILED',
    failed_reason: 'DST_DB_CONNECTION_FAILED',
    data: 'orders',
    raw_error_msg: "Access denied for user 'drs_target'@'192.0.2.17'",
    group: 'db_connection',
    failed_sub_jobs: [{ id: 'sub-1', name: 'orders-shard-1', check_result: 'FAILED' }],
  }
  return [
    {
      name: "sdk: DRS: what the SDK starts and reads to 100 % is the vendor's documented answer, field by field",
      run: () =>
        play(
          {
            drs: [
              {
                id: TASK,
                timeline: [
                  { process: '40%', payload: 'drs-mysql', done: 12 },
                  { at: 300, payload: 'drs-mysql' },
                ],
              },
            ],
          },
          async (ask, { counts }) => {
            const [started, read] = await ask([
              { operation: 'drs.start', tasks: [TASK] },
              { operation: 'drs.read', tasks: [TASK], tries: READS },
            ])
            assert.deepEqual(started, { status: 200, body: documented('drs-start.json') })
            assert.deepEqual(read, { status: 200, body: documented('drs-result-mysql.json') })
            assert.ok(counts['drs.result'] > 1, 'The first read should have shown less than 100 %')
          },
        ),
    },
    {
      name: 'sdk: DRS: failed items, sub-jobs, progress and an open item arrive as the scenario has them',
      run: () => {
        const open = { item: 'dbParamConsistency', result: '', group: 'db_params' }
        const entry = {
          process: '80%',
          result: false,
          total_passed_rate: '0%',
          rds_instance_id: 'e05a3679efe241d8b5dee80b17c1a863in01',
          job_direction: 'up',
        }
        return play(
          {
            drs: [
              {
                id: TASK,
                start: { precheckId: 'run-2' },
                timeline: [{ ...entry, items: [failedItem, open] }],
              },
            ],
          },
          async ask => {
            const [started, read] = await ask([
              { operation: 'drs.start', tasks: [TASK], mode: 'forRetryJob' },
              { operation: 'drs.read', tasks: [TASK] },
            ])
            assert.deepEqual(started, {
              status: 200,
              body: { results: [{ id: TASK, status: 'success', precheck_id: 'run-2' }], count: 1 },
            })
            assert.deepEqual(read, {
              status: 200,
              body: {
                results: [{ precheck_id: 'run-2', ...entry, precheck_result: [failedItem, open] }],
                count: 1,
              },
            })
          },
        )
      },
    },
    {
      name: 'sdk: DRS: one task refused inside a good answer, in the language that the SDK asks for',
      run: () => {
        const error_msg = { 'en-us': 'Operations are too frequent.', 'zh-cn': '操作过于频繁。' }
        const refused = { status: 'failed', error_code: 'DRS.M01503', error_msg } as const
        return play({ drs: [{ id: TASK }, { id: OTHER_TASK, start: refused }] }, async ask => {
          const tasks = [TASK, OTHER_TASK]
          const answers = await ask([
            { operation: 'drs.start', tasks },
            { operation: 'drs.start', tasks, language: 'zh-cn' },
          ])
          const expected = (text: string) => ({
            status: 200,
            body: {
              results: [
                { id: TASK, status: 'success', precheck_id: TASK },
                { id: OTHER_TASK, status: 'failed', error_code: 'DRS.M01503', error_msg: text },
              ],
              count: 2,
            },
          })
          assert.deepEqual(answers, [expected(error_msg['en-us']), expected(error_msg['zh-cn'])])
        })
      },
    },
  ]
}

const SCHEMA = { instance: '1f5c9fd6cd984056ba89c8c87cc03278in09', database: 'orders_db' }
const ddmAnswer = z.object({ job_id: z.string(), pre_check_results: z.array(z.unknown()) })
const answered = z.object({ status: z.number(), body: ddmAnswer })

function ddmCases(play: Play): readonly Case[] {
  const late = {
    name: 'Time zone of database instances',
    status: 'WARN',
    note: 'Time zones differ.',
    handling_suggestion: 'Set one time zone.',
    error_message: '',
    error_detail_message: '',
  }
  return [
    {
      name: 'sdk: DDM: the items of the start and those that come later arrive as the scenario has them',
      run: () =>
        play(
          {
            ddm: [
              { ...SCHEMA, start: { payload: 'ddm' }, timeline: [{ items: [] }, { at: 300, items: [late] }] },
            ],
          },
          async ask => {
            const [first] = await ask([{ operation: 'ddm.start', ...SCHEMA }])
            const { status, body: started } = answered.parse(first)
            assert.equal(status, 202)
            assert.deepEqual(
              started.pre_check_results,
              ddmAnswer.parse(documented('ddm-result.json')).pre_check_results,
            )
            const [read] = await ask([
              { operation: 'ddm.read', ...SCHEMA, job: started.job_id, tries: READS, items: 1 },
            ])
            assert.deepEqual(read, {
              status: 200,
              body: { job_id: started.job_id, pre_check_results: [late] },
            })
          },
        ),
    },
    {
      name: "sdk: DDM: a job that began elsewhere reads as the vendor's documented answer",
      run: () => {
        const { job_id: job } = ddmAnswer.parse(documented('ddm-result.json'))
        return play(
          { ddm: [{ ...SCHEMA, jobs: [{ id: job, timeline: [{ payload: 'ddm' }] }] }] },
          async ask => {
            const [read] = await ask([{ operation: 'ddm.read', ...SCHEMA, job }])
            assert.deepEqual(read, { status: 200, body: documented('ddm-result.json') })
          },
        )
      },
    },
  ]
}

const errorOf = (answer: SdkAnswer | undefined): string => {
  assert.ok(answer !== undefined && 'error' in answer, `An error was expected, not ${JSON.stringify(answer)}`)
  const { type, status, code, requestId } = answer.error
  assert.match(requestId ?? '', /^[0-9a-f]{32}$/)
  return `${type} ${status} ${code}`
}

function refusalCases(play: Play): readonly Case[] {
  const start: SdkCall = { operation: 'drs.start', tasks: [TASK] }
  const read: SdkCall = { operation: 'drs.read', tasks: [TASK] }
  return [
    {
      name: 'sdk: a temporary key works with its security token, and is refused without',
      run: () =>
        play({ drs: [{ id: TASK, timeline: [{ payload: 'drs-mysql' }] }] }, async (ask, simulator) => {
          const { accessKeyId, secretAccessKey, securityToken } = simulator.temporaryKey()
          const [good] = await ask([start], { accessKeyId, secretAccessKey, securityToken })
          assert.deepEqual(good, { status: 200, body: documented('drs-start.json') })
          const [bad] = await ask([start], { accessKeyId, secretAccessKey })
          assert.equal(errorOf(bad), 'ClientRequestException 401 APIGW.0301')
        }),
    },
    {
      name: 'sdk: a wrong secret key is a wrong signature',
      run: () =>
        play({ drs: [{ id: TASK }] }, async (ask, { credentials: { accessKeyId }, counts }) => {
          const [answer] = await ask([start], { accessKeyId, secretAccessKey: 'not-the-key' })
          assert.equal(errorOf(answer), 'ClientRequestException 401 APIGW.0301')
          assert.equal(counts['drs.start'], 1)
        }),
    },
    {
      name: 'sdk: an unknown task, an unknown schema, an unknown job, throttling and a fault keep their codes',
      run: () =>
        play(
          {
            drs: [{ id: TASK }],
            ddm: [SCHEMA],
            rules: [
              {
                when: { operation: 'drs.result', calls: 1 },
                fault: { kind: 'throttle', limit: 10, windowMs: 60_000 },
              },
              {
                when: { operation: 'drs.result', calls: 2 },
                fault: {
                  kind: 'answer',
                  status: 500,
                  json: { error_code: 'DRS.M00004', error_msg: 'The service is abnormal.' },
                },
              },
            ],
          },
          async ask => {
            const answers = await ask([
              read,
              read,
              { operation: 'drs.read', tasks: ['no-such-task'] },
              { operation: 'ddm.start', ...SCHEMA, database: 'no_such_schema' },
              { operation: 'ddm.read', ...SCHEMA, job: 'no-such-job' },
            ])
            assert.deepEqual(answers.map(errorOf), [
              'ClientRequestException 429 APIGW.0308',
              'ServerResponseException 500 DRS.M00004',
              'ClientRequestException 400 DRS.M05003',
              'ClientRequestException 400 DBS.300129',
              'ClientRequestException 400 DBS.300400',
            ])
          },
        ),
    },
  ]
}
