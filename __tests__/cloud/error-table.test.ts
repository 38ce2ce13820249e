import { describe, expect, it } from 'vitest'
import { classify, isEmptyResultCode, isThrottled, isTryAgainCode } from '../../src/cloud/error-table.ts'
import type { FaultKind } from '../../src/cloud/fault.ts'

/** What a refusal is called depends on what was asked for. */
const REFUSED = { start: 'start-refused', read: 'service-error' } as const
const OPERATIONS = ['start', 'read'] as const
type Kind = FaultKind | 'refused'

const STATUSES: readonly (readonly [status: number, kind: Kind])[] = [
  [200, 'refused'],
  [202, 'refused'],
  [301, 'refused'],
  [302, 'refused'],
  [307, 'refused'],
  [400, 'refused'],
  [401, 'authentication-failed'],
  [402, 'refused'],
  [403, 'permission-denied'],
  [404, 'not-found'],
  [405, 'refused'],
  [408, 'transient'],
  [409, 'refused'],
  [413, 'refused'],
  [422, 'refused'],
  [429, 'transient'],
  [499, 'refused'],
  [500, 'transient'],
  [501, 'transient'],
  [502, 'transient'],
  [503, 'transient'],
  [504, 'transient'],
  [599, 'transient'],
]

const PREFIXES = ['APIGW', 'APIG', 'APIC'] as const
const gateway = (...digits: string[]) => digits.flatMap(four => PREFIXES.map(prefix => `${prefix}.${four}`))

/** The codes of the contract, each of which decides whatever the status. */
const CODES: readonly (readonly [kind: Kind, codes: readonly string[]])[] = [
  [
    'transient',
    [
      'DRS.M00004',
      'DRS.M01501',
      'DRS.M01503',
      'DRS.M01504',
      ...gateway('0308', '0600', '0601', '0606', '0608', '0610', '0613', '0699'),
      'INNER_ERROR',
      'GHANA-OPERIE000000',
    ],
  ],
  ['authentication-failed', ['DRS.M00100', ...gateway('0301', '0303', '0305', '0307')]],
  [
    'permission-denied',
    [
      'DRS.M00101',
      'DRS.M00102',
      'DRS.M00103',
      'DRS.M00105',
      'DRS.M00261',
      ...gateway('0302', '0304', '0306', '0310', '0801', '0802'),
    ],
  ],
  [
    'not-found',
    [
      'DRS.M05003',
      'DRS.M05004',
      'DRS.M00289',
      'DRS.10000010',
      'DBS.300129',
      'DBS.300400',
      ...gateway('0101'),
    ],
  ],
  ['refused', ['DBS.280001']],
]

/** Known to the services, but not to the table: the status decides. */
const OTHER_CODES = [
  null,
  '',
  'DRS.M00304',
  'DRS.M00200',
  'DBS.300002',
  'DBS.300363',
  'GHANA-OPERAT1',
  'PARAM_ERROR',
  'DRS.10000001',
  'DRS.M0030',
  'DRS.M003010',
  'XDRS.M00100',
  'DRS.M00100X',
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

const expected = (kind: Kind, operation: 'start' | 'read'): FaultKind =>
  kind === 'refused' ? REFUSED[operation] : kind

describe('a code of the table decides, whatever the HTTP status', () => {
  const rows = CODES.flatMap(([kind, codes]) => codes.map(code => [code, kind] as const))

  it('of all codes in the contract', () => {
    expect(rows).toHaveLength(6 + 3 * 8 + 1 + 3 * 4 + 5 + 3 * 6 + 6 + 3 + 1)
  })

  it.each(rows)('%s is %s', (code, kind) => {
    for (const operation of OPERATIONS) {
      for (const [httpStatus] of STATUSES) {
        for (const written of [code, code.toLowerCase(), ` ${code}\n`]) {
          expect(classify({ operation, httpStatus, code: written })).toBe(expected(kind, operation))
        }
      }
    }
  })
})

describe('with another code, or none, the HTTP status decides', () => {
  it.each(STATUSES)('%i is %s', (httpStatus, kind) => {
    for (const operation of OPERATIONS) {
      for (const code of OTHER_CODES) {
        expect([code, classify({ operation, httpStatus, code })]).toEqual([code, expected(kind, operation)])
      }
    }
  })

  it.each([
    ['400 with DRS.M00304 refuses a start', 'start', 400, 'DRS.M00304', 'start-refused'],
    ['500 with DBS.300002 may pass', 'start', 500, 'DBS.300002', 'transient'],
    ['401 with an unknown code is about the credential', 'read', 401, 'NEW.1', 'authentication-failed'],
    ['202 with DRS.M01504 may pass', 'start', 202, 'DRS.M01504', 'transient'],
    ['403 with DRS.M00100 is about the credential', 'read', 403, 'DRS.M00100', 'authentication-failed'],
    ['200 with an unknown code is no answer', 'read', 200, 'DRS.KE0002', 'service-error'],
  ] as const)('%s', (_, operation, httpStatus, code, kind) => {
    expect(classify({ operation, httpStatus, code })).toBe(kind)
  })
})

describe('codes that mean one thing here and another there', () => {
  it.each(STATUSES)(
    'DRS.M00002 with %i passes for a read; for a start the status decides',
    (status, kind) => {
      const code = 'DRS.M00002'
      expect(classify({ operation: 'read', httpStatus: status, code })).toBe('transient')
      expect(classify({ operation: 'start', httpStatus: status, code })).toBe(expected(kind, 'start'))
    },
  )

  it.each(gateway('0201'))('%s passes with 502 and 504 only', code => {
    for (const [httpStatus, kind] of STATUSES) {
      for (const operation of OPERATIONS) {
        expect(classify({ operation, httpStatus, code })).toBe(expected(kind, operation))
      }
    }
    expect(classify({ operation: 'start', httpStatus: 400, code })).toBe('start-refused')
    expect(classify({ operation: 'start', httpStatus: 504, code })).toBe('transient')
  })
})

describe('the smaller tables', () => {
  it.each([
    [429, null, true],
    [429, 'DRS.M00304', true],
    [500, 'APIGW.0308', true],
    [200, ' apig.0308 ', true],
    [503, null, false],
    [400, 'APIGW.0301', false],
    [400, 'DRS.M01503', false],
  ])('HTTP %i with %s: one request too many is %s', (status, code, throttled) => {
    expect(isThrottled(status, code)).toBe(throttled)
  })

  it('a start is repeated for DRS.M01503 and DRS.M01504 only', () => {
    expect(['DRS.M01503', ' drs.m01504 '].every(isTryAgainCode)).toBe(true)
    expect([null, '', 'DRS.M01501', 'DRS.M00004', 'APIGW.0308'].some(isTryAgainCode)).toBe(false)
  })

  it('only DRS.M00002 says that there is no result yet', () => {
    expect([' drs.m00002', 'DRS.M00002'].every(isEmptyResultCode)).toBe(true)
    expect([null, '', 'DRS.M00004', 'DRS.M000020'].some(isEmptyResultCode)).toBe(false)
  })
})
