import assert from 'node:assert/strict'
import type { ScenarioInput } from '../simulator/scenario/scenario.ts'
import type { Case } from './case.ts'
import type { SdkAnswer, SdkCall } from './sdk.ts'
import type { SdkLanguage } from './sdk-clients.ts'
import { documented, type Play, SCHEMA, TASK } from './sdk-play.ts'

export interface Sdk {
  readonly language: SdkLanguage
  readonly hasDdm: boolean
}

/** What one of the vendor's SDKs makes of a refusal: the exception, the status and the code that it hands on. */
export function sdkRefusalCases(play: Play, sdk: Sdk): readonly Case[] {
  return [temporaryKey(play, sdk), wrongKey(play, sdk), codes(play, sdk), codesOfV5(play, sdk)]
}

/** Returns what an SDK says of an error with this status and code; the Go SDK has one type for all. */
function said({ language }: Sdk, status: number, code: string): string {
  const usual = status < 500 ? 'ClientRequestException' : 'ServerResponseException'
  return `${language === 'Go' ? 'ServiceResponseError' : usual} ${status} ${code}`
}

const errorOf = (answer: SdkAnswer | undefined): string => {
  assert.ok(answer !== undefined && 'error' in answer, `An error was expected, not ${JSON.stringify(answer)}`)
  const { type, status, code, requestId } = answer.error
  assert.match(requestId ?? '', /^[0-9a-f]{32}$/)
  return `${type} ${status} ${code}`
}

const start: SdkCall = { operation: 'drs.start', tasks: [TASK] }
const read: SdkCall = { operation: 'drs.read', tasks: [TASK] }

const temporaryKey = (play: Play, sdk: Sdk): Case => ({
  name: 'a temporary key works with its security token, and is refused without',
  run: () =>
    play({ drs: [{ id: TASK, timeline: [{ payload: 'drs-mysql' }] }] }, async (ask, simulator) => {
      const { accessKeyId, secretAccessKey, securityToken } = simulator.temporaryKey()
      const [good] = await ask([start], { accessKeyId, secretAccessKey, securityToken })
      assert.deepEqual(good, { status: 200, body: documented('drs-start.json') })
      const [bad] = await ask([start], { accessKeyId, secretAccessKey })
      assert.equal(errorOf(bad), said(sdk, 401, 'APIGW.0301'))
    }),
})

const wrongKey = (play: Play, sdk: Sdk): Case => ({
  name: 'a wrong secret key is a wrong signature, for v3 and for v5 with its query',
  run: () =>
    play({ drs: [{ id: TASK }] }, async (ask, { credentials: { accessKeyId }, counts }) => {
      const calls: readonly SdkCall[] = [start, { operation: 'drs.readV5', task: TASK, queryId: 'q' }]
      const answers = await ask(calls, { accessKeyId, secretAccessKey: 'not-the-key' })
      const wrong = said(sdk, 401, 'APIGW.0301')
      assert.deepEqual(answers.map(errorOf), [wrong, wrong])
      assert.deepEqual([counts['drs.start'], counts['drs.resultV5']], [1, 1])
    }),
})

/** The first read is throttled, the second meets a fault. */
const rules: ScenarioInput['rules'] = [
  { when: { operation: 'drs.result', calls: 1 }, fault: { kind: 'throttle', limit: 10, windowMs: 60_000 } },
  {
    when: { operation: 'drs.result', calls: 2 },
    fault: {
      kind: 'answer',
      status: 500,
      json: { error_code: 'DRS.M00004', error_msg: 'The service is abnormal.' },
    },
  },
]

const codes = (play: Play, sdk: Sdk): Case => ({
  name: 'an unknown task, schema or job, throttling and a fault keep their codes, and nothing is tried again',
  run: () =>
    play({ drs: [{ id: TASK }], ddm: [SCHEMA], rules }, async (ask, { counts }) => {
      const ofDdm: readonly SdkCall[] = [
        { operation: 'ddm.start', ...SCHEMA, database: 'no_such_schema' },
        { operation: 'ddm.read', ...SCHEMA, job: 'no-such-job' },
      ]
      const answers = await ask([
        read,
        read,
        { operation: 'drs.read', tasks: ['no-such-task'] },
        ...(sdk.hasDdm ? ofDdm : []),
      ])
      assert.deepEqual(answers.map(errorOf), [
        said(sdk, 429, 'APIGW.0308'),
        said(sdk, 500, 'DRS.M00004'),
        said(sdk, 400, 'DRS.M05003'),
        ...(sdk.hasDdm ? [said(sdk, 400, 'DBS.300129'), said(sdk, 400, 'DBS.300400')] : []),
      ])
      assert.equal(counts['drs.result'], 3)
    }),
})

const codesOfV5 = (play: Play, sdk: Sdk): Case => ({
  name: 'DRS v5: a refused start, an unknown task and an unknown query id keep their codes, in the language asked for',
  run: () => {
    const error_msg = { 'en-us': 'Operations are too frequent.', 'zh-cn': '操作过于频繁。' }
    const refusal = { status: 'failed', error_code: 'DRS.M01503', error_msg } as const
    return play({ drs: [{ id: TASK, start: refusal }] }, async ask => {
      const answers = await ask([
        { operation: 'drs.startV5', task: TASK, language: 'zh-cn' },
        { operation: 'drs.startV5', task: 'no-such-task' },
        { operation: 'drs.readV5', task: TASK, queryId: 'no-such-run' },
      ])
      assert.deepEqual(answers.map(errorOf), [
        said(sdk, 400, 'DRS.M01503'),
        said(sdk, 400, 'DRS.10000010'),
        said(sdk, 400, 'DRS.10000001'),
      ])
      const [first] = answers
      assert.ok(first !== undefined && 'error' in first)
      assert.equal(first.error.message, error_msg['zh-cn'])
    })
  },
})
