import { describe, expect, it } from 'vitest'
import { classify, isThrottled, type ServiceErrors } from '../../src/cloud/error-table.ts'
import { expected, type Kind, OPERATIONS, STATUSES } from './statuses.ts'

const PREFIXES = ['APIGW', 'APIG', 'APIC'] as const
const gateway = (...digits: string[]) => digits.flatMap(four => PREFIXES.map(prefix => `${prefix}.${four}`))

/** A service that says everything that a service can say. */
const ERRORS: ServiceErrors = {
  codes: {
    'NEW.BUSY': { means: 'transient' },
    'NEW.LATER': { means: 'not-now' },
    'NEW.EMPTY': { means: 'no-result' },
    'NEW.WHO': { means: 'authentication-failed' },
    'NEW.RIGHT': { means: 'permission-denied' },
    'NEW.GONE': { means: 'not-found' },
    'NEW.WRONG': { means: 'refused' },
    'NEW.OPEN': {},
  },
  rights: null,
}

/** Each decides whatever the status. */
const CODES: readonly (readonly [kind: Kind, codes: readonly string[]])[] = [
  [
    'transient',
    ['NEW.BUSY', 'NEW.LATER', ...gateway('0308', '0600', '0601', '0606', '0608', '0610', '0613', '0699')],
  ],
  ['authentication-failed', ['NEW.WHO', ...gateway('0301', '0303', '0305', '0307')]],
  ['permission-denied', ['NEW.RIGHT', ...gateway('0302', '0304', '0306', '0310', '0801', '0802')]],
  ['not-found', ['NEW.GONE', ...gateway('0101')]],
  ['refused', ['NEW.WRONG']],
]

/** In no table: the status decides. */
const OTHER_CODES = [
  null,
  '',
  'NEW.OPEN',
  'NEW.OTHER',
  'NEW.GON',
  'NEW.GONES',
  'XNEW.GONE',
  ...gateway('0103', '0106', '0309', '03011', '301'),
  'APIGW.0301.1',
  'XAPIGW.0301',
  'APIX.0301',
  'API.0301',
  'APIGW0301',
  '0301',
  'STS5.0301',
  'constructor',
  '__proto__',
]

describe('a code of the table decides, whatever the HTTP status', () => {
  const rows = CODES.flatMap(([kind, codes]) => codes.map(code => [code, kind] as const))

  it('of all codes in the contract', () => {
    expect(rows).toHaveLength(2 + 3 * 8 + 1 + 3 * 4 + 1 + 3 * 6 + 1 + 3 + 1)
  })

  it.each(rows)('%s is %s', (code, kind) => {
    for (const operation of OPERATIONS) {
      for (const [httpStatus] of STATUSES) {
        for (const written of [code, code.toLowerCase(), ` ${code}\n`]) {
          expect(classify({ operation, httpStatus, code: written }, ERRORS)).toBe(expected(kind, operation))
        }
      }
    }
  })
})

describe('with another code, or none, the HTTP status decides', () => {
  it.each(STATUSES)('%i is %s', (httpStatus, kind) => {
    for (const operation of OPERATIONS) {
      for (const code of OTHER_CODES) {
        expect([code, classify({ operation, httpStatus, code }, ERRORS)]).toEqual([
          code,
          expected(kind, operation),
        ])
      }
    }
  })

  it.each([
    ['400 with NEW.OPEN refuses a start', 'start', 400, 'NEW.OPEN', 'start-refused'],
    ['500 with NEW.OTHER may pass', 'start', 500, 'NEW.OTHER', 'transient'],
    ['401 with an unknown code is about the credential', 'read', 401, 'NEW.1', 'authentication-failed'],
    ['202 with NEW.LATER may pass', 'start', 202, 'NEW.LATER', 'transient'],
    ['403 with NEW.WHO is about the credential', 'read', 403, 'NEW.WHO', 'authentication-failed'],
    ['200 with an unknown code is no answer', 'read', 200, 'NEW.3', 'service-error'],
  ] as const)('%s', (_, operation, httpStatus, code, kind) => {
    expect(classify({ operation, httpStatus, code }, ERRORS)).toBe(kind)
  })
})

describe('codes that mean one thing here and another there', () => {
  it.each(STATUSES)('NEW.EMPTY with %i passes for a read; for a start the status decides', (status, kind) => {
    const code = 'NEW.EMPTY'
    expect(classify({ operation: 'read', httpStatus: status, code }, ERRORS)).toBe('transient')
    expect(classify({ operation: 'start', httpStatus: status, code }, ERRORS)).toBe(expected(kind, 'start'))
  })

  it.each(gateway('0201'))('%s passes with 502 and 504 only', code => {
    for (const [httpStatus, kind] of STATUSES) {
      for (const operation of OPERATIONS) {
        expect(classify({ operation, httpStatus, code }, ERRORS)).toBe(expected(kind, operation))
      }
    }
    expect(classify({ operation: 'start', httpStatus: 400, code }, ERRORS)).toBe('start-refused')
    expect(classify({ operation: 'start', httpStatus: 504, code }, ERRORS)).toBe('transient')
  })
})

describe('a service without a table', () => {
  it('has the codes of the gateway and the status alone', () => {
    expect(classify({ operation: 'read', httpStatus: 400, code: 'NEW.GONE' }, null)).toBe('service-error')
    expect(classify({ operation: 'read', httpStatus: 400, code: 'APIGW.0101' }, null)).toBe('not-found')
  })
})

describe('throttling', () => {
  it.each([
    [429, null, true],
    [429, 'NEW.OPEN', true],
    [500, 'APIGW.0308', true],
    [200, ' apig.0308 ', true],
    [503, null, false],
    [400, 'APIGW.0301', false],
    [400, 'NEW.LATER', false],
  ])('HTTP %i with %s: one request too many is %s', (status, code, throttled) => {
    expect(isThrottled(status, code)).toBe(throttled)
  })
})
