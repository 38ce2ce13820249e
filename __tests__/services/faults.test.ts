import { describe, expect, it } from 'vitest'
import { ApiFault, type FaultFacts } from '../../src/cloud/fault.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { readingOfFault, shapeFault } from '../../src/services/faults.ts'
import { shown } from '../cloud/shown.ts'

const TASK = { id: 'a task', label: null }
const fault = (facts: Partial<FaultFacts>) =>
  new ApiFault({ kind: 'transient', what: verbatim('No answer.'), ...facts })

describe('a fault of a read', () => {
  it('is another try later when it may be gone by then', () => {
    expect(readingOfFault(TASK, fault({ retryAt: 7_000, throttled: true }), null)).toEqual({
      kind: 'unread',
      task: TASK,
      beside: null,
      isEmpty: false,
      problem: expect.objectContaining({ reason: 'service-unavailable', message: verbatim('No answer.') }),
      retryAt: 7_000,
      throttled: true,
    })
  })

  it.each([
    ['it is of another kind', fault({ kind: 'not-found' }), 'not-found'],
    ['no further try will be made', fault({ final: true }), 'service-unavailable'],
  ])('is the end when %s', (_what, end, reason) => {
    expect(readingOfFault(TASK, end, null)).toMatchObject({ kind: 'ended', problem: { reason } })
  })
})

describe('an answer that makes no sense', () => {
  const facts = { doing: verbatim('read a result'), what: verbatim('no list'), httpStatus: 202 }

  it('is a fault that may pass, of a service that was understood', () => {
    expect(shown(shapeFault('DRS', { ...facts, requestId: 'r-1' }))).toMatchObject({
      kind: 'transient',
      message: 'Could not read a result: the answer of DRS has no list (request id r-1).',
      advice: 'Check that endpoint is DRS itself; if so, report the request to the support of the service.',
      httpStatus: 202,
      requestId: 'r-1',
      understood: true,
      invalidResponse: true,
    })
  })

  it('names no request id where there was none', () => {
    const { message } = shapeFault('DRS', { ...facts, requestId: null })
    expect(message).toBe('Could not read a result: the answer of DRS has no list.')
  })
})
