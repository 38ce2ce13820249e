import { describe, expect, it } from 'vitest'
import { adviceFor } from '../../src/cloud/advice.ts'
import { amongAll, classify, entryOf, type ServiceErrors } from '../../src/cloud/error-table.ts'
import { DDM_ERRORS } from '../../src/services/ddm/errors.ts'
import { DRS_ERRORS } from '../../src/services/drs/errors.ts'
import { OMS_ERRORS } from '../../src/services/oms/errors.ts'
import { expected, type Kind, OPERATIONS, STATUSES } from '../cloud/statuses.ts'

/** The codes of the contract, each of which decides whatever the status. */
const CODES: readonly (readonly [kind: Kind, errors: ServiceErrors, codes: readonly string[]])[] = [
  ['transient', DRS_ERRORS, ['DRS.M00004', 'DRS.M01501', 'DRS.M01503', 'DRS.M01504']],
  ['authentication-failed', DRS_ERRORS, ['DRS.M00100']],
  ['permission-denied', DRS_ERRORS, ['DRS.M00101', 'DRS.M00102', 'DRS.M00103', 'DRS.M00105', 'DRS.M00261']],
  ['not-found', DRS_ERRORS, ['DRS.M05003', 'DRS.M05004', 'DRS.M00289', 'DRS.10000010']],
  ['not-found', DDM_ERRORS, ['DBS.300129', 'DBS.300400']],
  ['refused', DDM_ERRORS, ['DBS.280001']],
  ['transient', OMS_ERRORS, ['INNER_ERROR', 'GHANA-OPERIE000000']],
]

/** Known to the services, but without a meaning of their own: the status decides. */
const OTHER_CODES: readonly (readonly [ServiceErrors, readonly string[]])[] = [
  [
    DRS_ERRORS,
    [
      'DRS.M00304',
      'DRS.M00200',
      'DRS.10000001',
      'DRS.KE0002',
      'DRS.M0030',
      'DRS.M003010',
      'DRS.M00100X',
      'XDRS.M00100',
    ],
  ],
  [DDM_ERRORS, ['DBS.300002', 'DBS.300363', 'DRS.M00100']],
  [OMS_ERRORS, ['GHANA-OPERAT1', 'PARAM_ERROR', 'DBS.300129']],
]

describe('a code of a service decides, whatever the HTTP status', () => {
  const rows = CODES.flatMap(([kind, errors, codes]) => codes.map(code => [code, kind, errors] as const))

  it('of all codes in the contract', () => {
    expect(rows).toHaveLength(6 + 1 + 5 + 6 + 1)
  })

  it.each(rows)('%s is %s', (code, kind, errors) => {
    for (const operation of OPERATIONS) {
      for (const [httpStatus] of STATUSES) {
        for (const written of [code, code.toLowerCase(), ` ${code}\n`]) {
          expect(classify({ operation, httpStatus, code: written }, errors)).toBe(expected(kind, operation))
        }
      }
    }
  })

  it.each(STATUSES)('not where it has no meaning in the table: %i is %s', (httpStatus, kind) => {
    for (const operation of OPERATIONS) {
      for (const [errors, codes] of OTHER_CODES) {
        for (const code of codes) {
          const found = classify({ operation, httpStatus, code }, errors)
          expect([code, found]).toEqual([code, expected(kind, operation)])
        }
      }
    }
  })

  it.each(STATUSES)(
    'but DRS.M00002 with %i passes for a read only; for a start the status decides',
    (status, kind) => {
      const said = { httpStatus: status, code: 'DRS.M00002' }
      expect(classify({ operation: 'read', ...said }, DRS_ERRORS)).toBe('transient')
      expect(classify({ operation: 'start', ...said }, DRS_ERRORS)).toBe(expected(kind, 'start'))
    },
  )
})

describe('what a code says besides', () => {
  const meaning = (code: string | null) => entryOf(code, DRS_ERRORS)?.means ?? null

  it('is that a start may be sent again, for DRS.M01503 and DRS.M01504 only', () => {
    expect(['DRS.M01503', ' drs.m01504 '].map(meaning)).toEqual(['not-now', 'not-now'])
    for (const code of [null, '', 'DRS.M01501', 'DRS.M00004', 'APIGW.0308']) {
      expect(meaning(code)).not.toBe('not-now')
    }
  })

  it('is that there is no result yet, for DRS.M00002 only', () => {
    expect([' drs.m00002', 'DRS.M00002'].map(meaning)).toEqual(['no-result', 'no-result'])
    for (const code of [null, '', 'DRS.M00004', 'DRS.M000020']) expect(meaning(code)).not.toBe('no-result')
  })
})

describe('a code of another service', () => {
  const errorsOf = amongAll([DRS_ERRORS, DDM_ERRORS, OMS_ERRORS])
  const rows = CODES.flatMap(([kind, errors, codes]) => codes.map(code => [code, kind, errors] as const))

  it.each(rows)('%s decides for each as for its own', (code, kind) => {
    for (const own of [DRS_ERRORS, DDM_ERRORS, OMS_ERRORS, null]) {
      for (const operation of OPERATIONS) {
        expect(classify({ operation, httpStatus: 400, code }, errorsOf(own))).toBe(expected(kind, operation))
      }
    }
  })

  it('gives no advice on tasks that are not those of the call, nor its rights', () => {
    for (const own of [DRS_ERRORS, DDM_ERRORS, OMS_ERRORS, null]) {
      const errors = errorsOf(own)
      expect(errors?.rights ?? null).toBe(own?.rights ?? null)
      for (const { codes } of [DRS_ERRORS, DDM_ERRORS, OMS_ERRORS]) {
        for (const code of Object.keys(codes)) {
          expect(entryOf(code, errors)?.advice).toBe(entryOf(code, own)?.advice)
        }
      }
    }
  })
})

describe('what to do', () => {
  const advice = (kind: Parameters<typeof adviceFor>[0], code: string | null, errors: ServiceErrors) =>
    adviceFor(kind, code, errors).in('en-us')

  it('is what the code asks for, however it is written', () => {
    expect(advice('start-refused', ' drs.m00304 ', DRS_ERRORS)).toContain('CONFIGURATION')
    expect(advice('not-found', 'DBS.300129', DDM_ERRORS)).toContain('database')
    expect(advice('not-found', 'DBS.300129', DDM_ERRORS)).not.toContain('endpoint')
  })

  it('where a right is lacking, is to grant what the service needs, by name where that is known', () => {
    expect(advice('permission-denied', 'DRS.M00101', DRS_ERRORS)).toContain('drs:migrationJob:get')
    expect(advice('permission-denied', null, DDM_ERRORS)).toContain('shard configuration')
    expect(advice('permission-denied', null, OMS_ERRORS)).toContain('rights that the service needs')
  })
})
