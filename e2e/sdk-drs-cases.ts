import assert from 'node:assert/strict'
import type { Case } from './case.ts'
import { askUntil, documented, LATER_MS, OTHER_TASK, type Play, TASK } from './sdk-play.ts'

/** DRS by API v3 through one of the vendor's SDKs. */
export function sdkDrsCases(play: Play): readonly Case[] {
  return [documentedAnswer(play), everyField(play), refusedTask(play)]
}

const documentedAnswer = (play: Play): Case => ({
  name: "DRS: what the SDK starts and reads to 100 % is the vendor's documented answer, field by field",
  run: () =>
    play(
      {
        drs: [
          {
            id: TASK,
            timeline: [
              { process: '40%', payload: 'drs-mysql', done: 12 },
              { at: LATER_MS, payload: 'drs-mysql' },
            ],
          },
        ],
      },
      async ask => {
        const [started, first] = await ask([
          { operation: 'drs.start', tasks: [TASK] },
          { operation: 'drs.read', tasks: [TASK] },
        ])
        const read = await askUntil(ask, { operation: 'drs.read', tasks: [TASK] }, '"process":"100%"')
        assert.deepEqual(started, { status: 200, body: documented('drs-start.json') })
        assert.deepEqual(read, { status: 200, body: documented('drs-result-mysql.json') })
        assert.notDeepEqual(first, read, 'The first read should have shown less than 100 %')
      },
    ),
})

const failedItem = {
  item: 'dstDbConnection',
  result: 'FAILED',
  failed_reason: 'DST_DB_CONNECTION_FAILED',
  data: 'orders',
  raw_error_msg: "Access denied for user 'drs_target'@'192.0.2.17'",
  group: 'db_connection',
  failed_sub_jobs: [{ id: 'sub-1', name: 'orders-shard-1', check_result: 'FAILED' }],
}

const everyField = (play: Play): Case => ({
  name: 'DRS: failed items, sub-jobs, progress and an open item arrive as the scenario has them',
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
})

const refusedTask = (play: Play): Case => ({
  name: 'DRS: one task refused inside a good answer, in the language that the SDK asks for',
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
})
