import { describe, expect, it } from 'vitest'
import { actionOutcome, detailAnswer, startAnswer } from '../../../../src/services/drs/v5/wire.ts'

const reads = (schema: typeof startAnswer | typeof actionOutcome | typeof detailAnswer, value: unknown) =>
  schema.safeParse(value).success

describe('the answer to a start by API v5', () => {
  it.each(['q', '7debc9c-8e09-4a5d-8dd6-cc44f45566', 'A_z-9', 'q'.repeat(64)])(
    'has the run id %s',
    query_id => {
      expect(startAnswer.parse({ query_id, more: 1 })).toEqual({ query_id, more: 1 })
    },
  )

  it.each([undefined, null, '', 7, 'a b', 'ä', '../q', 'q/', ' q', 'q\n', 'q&type=detail', 'q'.repeat(65)])(
    'has no run id in %j',
    query_id => {
      expect(reads(startAnswer, { query_id })).toBe(false)
    },
  )

  it('is an outcome with a status where there is no run', () => {
    expect(reads(actionOutcome, { id: 't', status: 'failed' })).toBe(true)
    expect(reads(actionOutcome, { status: 'failed', query_id: 'q' })).toBe(false)
    expect(reads(actionOutcome, { status: 1 })).toBe(false)
    expect(reads(actionOutcome, {})).toBe(false)
  })
})

describe('the details of a task by API v5', () => {
  const result = { process: '100%', precheck_results: [] }

  it.each<readonly [string, unknown, unknown]>([
    ['in a job', { job: { id: 't', precheck_result: result } }, { id: 't', precheck_result: result }],
    ['without a job around them', { precheck_result: result }, { precheck_result: result }],
    ['without a result', { job: { id: 't', precheck_result: null } }, { id: 't', precheck_result: null }],
  ])('are read %s', (_what, body, expected) => {
    expect(detailAnswer.parse(body)).toEqual(expected)
  })

  it.each([
    {},
    // Which of the two counts, nobody could say.
    { job: { id: 't' }, precheck_result: { result: false } },
    { jobs: [] },
    [],
    'job',
    null,
    { job: null },
    { job: 'j' },
    { job: [] },
    { job: { precheck_result: [] } },
  ])('are not in %j', body => {
    expect(reads(detailAnswer, body)).toBe(false)
  })
})
