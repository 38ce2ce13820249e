import { describe, expect, it } from 'vitest'
import { told } from '../../../src/precheck/sentence.ts'
import { envelope, errorInEnvelope, submittedId } from '../../../src/services/oms/envelope.ts'

describe('the envelope of a call that worked', () => {
  it.each([
    ['in camel case', { success: true, requestId: 'r1', data: { a: 1 }, cost: '126 ms' }],
    ['in Pascal case', { Success: true, RequestId: 'r1', Data: { a: 1 } }],
    ['in capitals, with words for booleans', { SUCCESS: 'True', REQUESTID: 'r1', DATA: { a: 1 } }],
    [
      'with everything else null',
      { success: true, requestId: 'r1', data: { a: 1 }, code: null, errorDetail: null },
    ],
    [
      'with keys of a portal before it',
      { success: true, requestId: 'r1', data: { a: 1 }, deletable: false, trace: [] },
    ],
    [
      'with a message',
      { success: true, requestId: 'r1', data: { a: 1 }, message: 'successful', code: '200' },
    ],
  ])('is opened %s', (_what, body) => {
    expect(envelope.parse(body)).toEqual({ data: { a: 1 }, requestId: 'r1', totalCount: null })
    expect(errorInEnvelope(body)).toBeNull()
  })

  it.each([
    ['without success', { requestId: 'r1', data: {} }],
    ['with a success that is null', { success: null, data: {} }],
    ['with a success that is a number', { success: 1, data: {} }],
    ['with two opinions on success', { success: true, Success: false, data: {} }],
    ['in an array', [{ success: true, data: {} }]],
    ['that is a text', 'success'],
    ['that is empty', {}],
  ])('is not taken from an answer %s', (_what, body) => {
    expect(envelope.safeParse(body).success).toBe(false)
  })

  it('is missed by its name', () => {
    expect(envelope.safeParse({ requestId: 'r1', data: {} }).error?.issues[0]?.path).toEqual(['success'])
  })
})

describe('an error in the envelope', () => {
  const whole = {
    success: false,
    code: 'GHANA-OPERAT000123',
    message: '[GHANA-OPERAT000123]: internal error',
    advice: 'Contact the administrator.',
    requestId: 'r1',
    errorDetail: { code: 'GHANA-OPERAT000123', message: 'It is being released.', proposal: 'Wait.' },
  }
  const read = {
    code: 'GHANA-OPERAT000123',
    message: 'It is being released.',
    advice: 'Wait.',
    requestId: 'r1',
  }

  it.each([
    ['whole', whole, read],
    [
      'in Pascal case',
      {
        Success: false,
        Code: whole.code,
        RequestId: 'r1',
        ErrorDetail: { Code: whole.code, Message: 'It is being released.', Proposal: 'Wait.' },
      },
      read,
    ],
    ['with the detail in an array', { ...whole, errorDetail: [whole.errorDetail] }, read],
    [
      'without a detail',
      { ...whole, errorDetail: null },
      { ...read, message: whole.message, advice: whole.advice },
    ],
    [
      'with an empty detail',
      { ...whole, errorDetail: { message: ' ', proposal: '' } },
      { ...read, message: whole.message, advice: whole.advice },
    ],
    [
      'with a detail that is a text',
      { success: false, errorDetail: 'no' },
      { ...read, code: null, message: 'no', advice: null, requestId: null },
    ],
    [
      'that says nothing more',
      { success: 'FALSE' },
      {
        code: null,
        message: null,
        advice: null,
        requestId: null,
        sign: told('success is false in it', '其中 success 为 false'),
      },
    ],
    [
      'without success, but with a code',
      { code: 'X', message: 'no' },
      { code: 'X', message: 'no', advice: null, requestId: null },
    ],
    [
      'with a code of its own in the detail only',
      { success: false, errorDetail: { code: 'X' } },
      { code: 'X', message: null, advice: null, requestId: null },
    ],
    [
      'in the format of a gateway',
      { error_code: 'APIGW.0301', error_msg: 'no', request_id: 'r' },
      { code: 'APIGW.0301', message: 'no', advice: null, requestId: 'r' },
    ],
  ])('is read %s', (_what, body, expected) => {
    expect(errorInEnvelope(body)).toEqual(expected)
  })

  it('is read from its detail alone, without the blanks around its code', () => {
    expect(errorInEnvelope({ errorDetail: { message: 'no' } })?.message).toBe('no')
    expect(errorInEnvelope({ success: false, code: ' A.1 ' })?.code).toBe('A.1')
  })

  it.each([
    ['the outer one', 'INNER_ERROR', 'CM-RESOAT1111', 'INNER_ERROR'],
    ['the inner one', 'SYSTEM', 'GHANA-OPERIE000000', 'GHANA-OPERIE000000'],
    ['the outer one of two unknown', 'PARAM_ERROR', 'GHANA-X', 'PARAM_ERROR'],
  ])('goes by the code that says something: %s', (_what, code, inner, expected) => {
    expect(errorInEnvelope({ success: false, code, errorDetail: { code: inner } })?.code).toBe(expected)
  })

  it.each([[{}], [{ data: { a: 1 } }], [null], ['no'], [[]], [{ timestamp: 1, path: '/api/v2' }]])(
    'is not seen in %j',
    body => {
      expect(errorInEnvelope(body)).toBeNull()
    },
  )
})

describe('an error beside a success', () => {
  const good = { success: true, requestId: 'r1', data: { preCheckStatus: 'FINISHED' } }

  it.each([
    ['code', { code: 'X.1' }, { code: 'X.1', message: null }],
    ['errorCode', { errorCode: 'X.1', errorMessage: 'no' }, { code: 'X.1', message: 'no' }],
    ['error_code', { Error_Code: 'X.1', error_msg: 'no' }, { code: 'X.1', message: 'no' }],
    ['errCode', { errCode: 'X.1', externalMessage: 'no' }, { code: 'X.1', message: 'no' }],
    ['error', { error: { code: 'X.1', title: 'no' } }, { code: 'X.1', message: 'no' }],
    ['an error that is a text', { error: 'no' }, { code: null, message: 'no' }],
    ['errorDetail', { errorDetail: [{ message: 'no' }] }, { code: null, message: 'no' }],
  ])('is seen around what was asked for, and within it: %s', (_what, fields, expected) => {
    expect(errorInEnvelope({ ...good, ...fields })).toMatchObject(expected)
    // `code` may be anything's.
    if ('code' in fields) return
    expect(errorInEnvelope({ ...good, data: { ...good.data, ...fields } })).toMatchObject(expected)
    expect(errorInEnvelope({ ...good, data: { preCheckId: 't_1', ...fields } })).toMatchObject(expected)
  })

  it('is a success that is denied further in', () => {
    expect(errorInEnvelope({ ...good, data: [{ ...good.data, success: 'false' }] })).not.toBeNull()
  })

  it.each(['FAILED', 'SKIPPED', 'RUNNING', 'STOPPED'])('is none of the call when the run is %s', word => {
    const data = { preCheckStatus: word, errorDetail: { message: 'No such table.' } }
    expect(errorInEnvelope({ ...good, data })).toBeNull()
    expect(errorInEnvelope({ ...good, data: { ...data, projectStatus: 'FINISHED' } })).toBeNull()
  })

  it.each([
    [{ message: 'successful', advice: 'none' }],
    [{ errorCode: '0', errorMessage: 'SUCCESS' }],
    [{ errorDetail: {}, error: [], errorMessage: ' ' }],
    [{ errorDetail: { code: null, message: null, proposal: '', extraContext: {} } }],
    [{ errorDetail: [{ message: '' }], error: [null, {}] }],
  ])('is not seen in %j', fields => {
    expect(errorInEnvelope({ ...good, ...fields })).toBeNull()
    expect(errorInEnvelope({ ...good, data: { ...good.data, ...fields } })).toBeNull()
  })
})

describe('an error that is nested deep', () => {
  it.each([20, 20_000])('is an error at %i levels, and ends nothing else', levels => {
    const errorDetail = JSON.parse(`${'['.repeat(levels)}null${']'.repeat(levels)}`)
    expect(errorInEnvelope({ success: true, data: {}, errorDetail })).not.toBeNull()
  })
})

describe('the id of a submitted pre-check', () => {
  it.each([['t_57p'], [' t_57p '], [['t_57p']], [{ preCheckId: 't_57p' }], [[{ PreCheckId: 't_57p' }]]])(
    'is read from %j',
    data => {
      expect(submittedId.parse(data)).toBe('t_57p')
    },
  )

  it.each([
    [null],
    [undefined],
    [''],
    [' '],
    [7],
    [true],
    [[]],
    [['a', 'b']],
    [{}],
    [{ projectId: 'np_1' }],
    [{ id: 'x' }],
  ])('is not guessed from %j', data => {
    expect(submittedId.safeParse(data).success).toBe(false)
  })
})
