import { describe, expect, it } from 'vitest'
import { ApiFault, FAULT_KINDS, problemOf } from '../../src/cloud/fault.ts'
import { told, verbatim } from '../../src/precheck/sentence.ts'

const facts = {
  kind: 'transient',
  doing: verbatim('read'),
  what: verbatim('HTTP 503.'),
  advice: verbatim('Wait.'),
  words: 'Busy.',
  code: 'A.1',
  httpStatus: 503,
  requestId: 'r1',
  body: { a: 1 },
  nothingStarted: true,
  understood: true,
  invalidResponse: true,
  throttled: true,
  retryAt: 5,
  final: true,
} as const

describe('a fault', () => {
  it('keeps every fact when one is changed, and the original as its cause', () => {
    const cause = new Error('reset')
    const fault = new ApiFault(facts, cause)
    const changed = fault.with({ advice: null })
    expect(changed).toMatchObject({ ...facts, message: 'Could not read: HTTP 503.', advice: null })
    expect(changed.cause).toBe(cause)
    expect(fault.advice).toBe(facts.advice)
  })

  it('is the cause itself of one that says more, where nothing else was', () => {
    const fault = new ApiFault(facts)
    expect(Object.hasOwn(fault, 'cause')).toBe(false)
    expect(fault.with({ final: false }).cause).toBe(fault)
    expect(fault.name).toBe('ApiFault')
  })

  it('claims nothing that it was not told', () => {
    expect(new ApiFault({ kind: 'not-found', what: verbatim('m') })).toMatchObject({
      nothingStarted: false,
      understood: false,
      invalidResponse: false,
      throttled: false,
      final: false,
      retryAt: null,
      httpStatus: null,
      advice: null,
      code: null,
      requestId: null,
    })
  })
})

describe('the reason that a task is told, once no further try is made,', () => {
  it.each(FAULT_KINDS.filter(kind => kind !== 'transient'))('is %s itself', kind => {
    expect(problemOf(new ApiFault({ ...facts, kind })).reason).toBe(kind)
  })

  it('is service-unavailable for what may pass, invalid-response where nothing could be understood', () => {
    expect(problemOf(new ApiFault({ ...facts, invalidResponse: false })).reason).toBe('service-unavailable')
    expect(problemOf(new ApiFault(facts))).toEqual({
      reason: 'invalid-response',
      message: told('Could not read: HTTP 503.', '无法read：HTTP 503.'),
      advice: verbatim('Wait.'),
      code: 'A.1',
      httpStatus: 503,
      requestId: 'r1',
    })
  })
})
