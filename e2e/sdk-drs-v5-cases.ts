import assert from 'node:assert/strict'
import * as z from 'zod'
import type { Case } from './case.ts'
import { askUntil, documented, LATER_MS, type Play, TASK } from './sdk-play.ts'

/** DRS by API v5 through one of the vendor's SDKs. */
export function sdkDrsV5Cases(play: Play): readonly Case[] {
  return [itemsOfV3(play), everyField(play), runsApart(play)]
}

const started = z.tuple([
  z.object({ status: z.literal(202), body: z.strictObject({ query_id: z.string() }) }),
])
const v3 = z.object({ results: z.tuple([z.object({ precheck_result: z.array(z.unknown()) })]) })
const detail = z.object({ body: z.object({ job: z.object({ precheck_result: z.unknown() }) }) })

const itemsOfV3 = (play: Play): Case => ({
  name: 'DRS v5: what is started and read to 100 % by its query id has the items that v3 documents',
  run: () =>
    play(
      {
        drs: [
          {
            id: TASK,
            start: { precheckId: 'run-2' },
            timeline: [
              { process: '40%', payload: 'drs-mysql', done: 12 },
              { at: LATER_MS, payload: 'drs-mysql' },
            ],
          },
        ],
      },
      async ask => {
        const call = { operation: 'drs.readV5', task: TASK, queryId: 'run-2' } as const
        const [start, first] = await ask([{ operation: 'drs.startV5', task: TASK }, call])
        assert.deepEqual(start, { status: 202, body: { query_id: 'run-2' } })
        const read = await askUntil(ask, call, '"process":"100%"')
        assert.notDeepEqual(first, read, 'The first read should have shown less than 100 %')
        const [{ precheck_result: items }] = v3.parse(documented('drs-result-mysql.json')).results
        assert.deepEqual(detail.parse(read).body.job.precheck_result, {
          result: true,
          process: '100%',
          total_passed_rate: '100%',
          rds_instance_id: 'e05a3679efe241d8b5dee80b17c1a863in01',
          job_direction: 'up',
          precheck_results: items,
        })
      },
    ),
})

const failed = {
  item: 'dstDbConnection',
  result: 'FAILED',
  failed_reason: 'DST_DB_CONNECTION_FAILED',
  data: 'orders',
  raw_error_msg: "Access denied for user 'drs_target'@'192.0.2.17'",
  group: 'network',
  is_support_skip: true,
  is_skipped: false,
  failed_sub_jobs: [{ id: 'sub-1', name: 'orders-shard-1', check_result: 'FAILED' }],
}
const skipped = { item: 'dbParamConsistency', result: 'PASSED', is_support_skip: true, is_skipped: true }
const open = { item: 'srcGtidStatusCheck', result: '' }

const everyField = (play: Play): Case => ({
  name: 'DRS v5: what can be skipped, what was, sub-jobs and an open item arrive as the scenario has them',
  run: () => {
    const around = {
      process: '80%',
      result: false,
      total_passed_rate: '33%',
      rds_instance_id: 'e05a3679efe241d8b5dee80b17c1a863in01',
      job_direction: 'non-dbs',
    }
    const items = [failed, skipped, open]
    const scenario = {
      drs: [{ id: TASK, acceptsMode: 'forRetryJob' as const, timeline: [{ ...around, items }] }],
    }
    return play(scenario, async ask => {
      const [{ body }] = started.parse(
        await ask([{ operation: 'drs.startV5', task: TASK, mode: 'forRetryJob' }]),
      )
      const [read] = await ask([{ operation: 'drs.readV5', task: TASK, queryId: body.query_id }])
      const job = {
        id: TASK,
        status: 'CONFIGURATION',
        precheck_result: { ...around, precheck_results: items },
      }
      assert.deepEqual(read, { status: 200, body: { job } })
    })
  },
})

const runsApart = (play: Play): Case => ({
  name: 'DRS v5: an old query id still reads the old run, and a run that shows nothing yet is a task without a result',
  run: () => {
    const process = { process: '100%', result: false, total_passed_rate: '0%' }
    const runs = [{ queryId: 'run-1', timeline: [{ ...process, items: [failed] }] }]
    return play({ drs: [{ id: TASK, runs, start: { precheckId: 'run-2' } }] }, async ask => {
      const [start, old, own] = await ask([
        { operation: 'drs.startV5', task: TASK },
        { operation: 'drs.readV5', task: TASK, queryId: 'run-1' },
        { operation: 'drs.readV5', task: TASK, queryId: 'run-2' },
      ])
      assert.deepEqual(start, { status: 202, body: { query_id: 'run-2' } })
      const job = { id: TASK, status: 'CONFIGURATION' }
      const precheck_result = { ...process, precheck_results: [failed] }
      assert.deepEqual(old, { status: 200, body: { job: { ...job, precheck_result } } })
      assert.deepEqual(own, { status: 200, body: { job } })
    })
  },
})
