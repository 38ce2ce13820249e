import assert from 'node:assert/strict'
import type { Case } from './case.ts'
import type { SdkAnswer, SdkCall } from './sdk.ts'
import { documented, type Play, SCHEMA, TASK } from './sdk-play.ts'

/** What the vendor's SDK makes of a refusal: the exception, the status and the code that it hands on. */
export function sdkRefusalCases(play: Play): readonly Case[] {
  return [temporaryKey(play), wrongKey(play), codes(play)]
}

const errorOf = (answer: SdkAnswer | undefined): string => {
  assert.ok(answer !== undefined && 'error' in answer, `An error was expected, not ${JSON.stringify(answer)}`)
  const { type, status, code, requestId } = answer.error
  assert.match(requestId ?? '', /^[0-9a-f]{32}$/)
  return `${type} ${status} ${code}`
}

const start: SdkCall = { operation: 'drs.start', tasks: [TASK] }
const read: SdkCall = { operation: 'drs.read', tasks: [TASK] }

const temporaryKey = (play: Play): Case => ({
  name: 'sdk: a temporary key works with its security token, and is refused without',
  run: () =>
    play({ drs: [{ id: TASK, timeline: [{ payload: 'drs-mysql' }] }] }, async (ask, simulator) => {
      const { accessKeyId, secretAccessKey, securityToken } = simulator.temporaryKey()
      const [good] = await ask([start], { accessKeyId, secretAccessKey, securityToken })
      assert.deepEqual(good, { status: 200, body: documented('drs-start.json') })
      const [bad] = await ask([start], { accessKeyId, secretAccessKey })
      assert.equal(errorOf(bad), 'ClientRequestException 401 APIGW.0301')
    }),
})

const wrongKey = (play: Play): Case => ({
  name: 'sdk: a wrong secret key is a wrong signature',
  run: () =>
    play({ drs: [{ id: TASK }] }, async (ask, { credentials: { accessKeyId }, counts }) => {
      const [answer] = await ask([start], { accessKeyId, secretAccessKey: 'not-the-key' })
      assert.equal(errorOf(answer), 'ClientRequestException 401 APIGW.0301')
      assert.equal(counts['drs.start'], 1)
    }),
})

const codes = (play: Play): Case => ({
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
})
