import assert from 'node:assert/strict'
import type { Case } from './case.ts'
import type { SdkAnswer } from './sdk.ts'
import type { SdkLanguage } from './sdk-clients.ts'
import { type Play, TASK } from './sdk-play.ts'

/** Where the vendor's SDKs differ from each other, and from the gate. */
export function sdkStrictnessCases(play: Play, language: SdkLanguage): readonly Case[] {
  return [signedHeaders(play, language), textForBoolean(play, language), errorInGoodAnswer(play, language)]
}

/** What each signs besides the date, which all do. None signs less than IAM asks for, and IAM takes them all. */
const SIGNED: Readonly<Record<SdkLanguage, string>> = {
  Python: 'content-type;host;user-agent;x-language;x-project-id;x-sdk-date',
  // Neither host nor content-type: a request may be led to another host without a wrong signature.
  Go: 'user-agent;x-language;x-project-id;x-sdk-date',
  Java: 'host;user-agent;x-language;x-project-id;x-sdk-date',
  Node: 'content-type;host;x-language;x-project-id;x-sdk-date',
}

const signedHeaders = (play: Play, language: SdkLanguage): Case => ({
  name: `signs ${SIGNED[language].replaceAll(';', ', ')}, and is let in`,
  run: () =>
    play({ drs: [{ id: TASK, start: { precheckId: 'q' } }] }, async (ask, { requests }) => {
      await ask([
        { operation: 'drs.start', tasks: [TASK] },
        { operation: 'drs.startV5', task: TASK },
        { operation: 'drs.readV5', task: TASK, queryId: 'q' },
      ])
      const signed = requests.map(
        ({ headers }) => /SignedHeaders=([^,]*)/.exec(headers['authorization'] ?? '')?.[1],
      )
      assert.deepEqual(
        signed,
        requests.map(() => SIGNED[language]),
      )
      assert.deepEqual(
        requests.map(({ status }) => status),
        [200, 202, 200],
      )
    }),
})

/** What becomes of the text "false" where a boolean belongs. */
const WORDS_OF_BOOLEANS: Readonly<Record<SdkLanguage, string>> = {
  Python: 'is looser than the gate: it reads the text "false" as true, and a failed result as good',
  Go: 'is stricter than the gate: it turns down an answer with the text "false" for a boolean',
  Java: 'is stricter than the gate: it turns down an answer with the text "false" for a boolean',
  Node: 'hands on the text "false" for a boolean as it is',
}

const textForBoolean = (play: Play, language: SdkLanguage): Case => ({
  name: `${WORDS_OF_BOOLEANS[language]} (the gate reads the word)`,
  run: () => {
    const items = [{ item: 'a', result: 'PASSED' }]
    const timeline = [{ process: '100%', result: 'false', total_passed_rate: '100%', items }]
    return play({ drs: [{ id: TASK, timeline, runs: [{ queryId: 'q', timeline }] }] }, async ask => {
      await ask([{ operation: 'drs.start', tasks: [TASK] }])
      const answers = await ask([
        { operation: 'drs.read', tasks: [TASK] },
        { operation: 'drs.readV5', task: TASK, queryId: 'q' },
      ])
      for (const answer of answers) expectBoolean(answer, language)
    })
  },
})

function expectBoolean(answer: SdkAnswer, language: SdkLanguage): void {
  switch (language) {
    case 'Python':
      assert.match(JSON.stringify(answer), /"result":true/)
      break
    case 'Node':
      assert.match(JSON.stringify(answer), /"result":"false"/)
      break
    case 'Go':
    case 'Java':
      assert.ok('error' in answer, JSON.stringify(answer))
      assert.equal(answer.error.status, 200)
      break
  }
}

/** All four take an error inside a 2xx for an answer without what was asked for. */
const errorInGoodAnswer = (play: Play, language: SdkLanguage): Case => ({
  name: 'is looser than the gate: a refusal inside a 200 is no exception, only an answer without a query id',
  run: () => {
    const start = {
      status: 'failed',
      httpStatus: 200,
      error_code: 'DRS.M00304',
      error_msg: 'Not allowed.',
    } as const
    return play({ drs: [{ id: TASK, start }] }, async ask => {
      const [answer] = await ask([{ operation: 'drs.startV5', task: TASK }])
      assert.ok(answer !== undefined && 'body' in answer, JSON.stringify(answer))
      assert.deepEqual([answer.status, answer.body['query_id']], [200, undefined])
      // Only the Node core, which knows no models, hands on what the answer said.
      assert.equal(answer.body['error_code'], language === 'Node' ? 'DRS.M00304' : undefined)
    })
  },
})
