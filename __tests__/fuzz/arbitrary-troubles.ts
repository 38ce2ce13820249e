import * as fc from 'fast-check'
import { CHANGES, type Fault, type FaultCase, type MutationCase } from './case.ts'

/** What can go wrong between the gate and a service. */

const CODES = [
  ...[
    'DRS.M00002',
    'DRS.M00004',
    'DRS.M01501',
    'DRS.M01503',
    'DRS.M01504',
    'DRS.M00100',
    'DRS.M00101',
    'DRS.M00261',
  ],
  ...[
    'DRS.M05003',
    'DRS.M00289',
    'DRS.10000010',
    'DRS.M00304',
    'DRS.M00200',
    'DBS.280001',
    'DBS.300129',
    'DBS.300400',
  ],
  ...[
    'DBS.300002',
    'APIGW.0301',
    'APIG.0302',
    'APIC.0308',
    'APIGW.0201',
    'APIGW.0602',
    'APIGW.0101',
    'APIGW.0401',
  ],
  ...['INNER_ERROR', 'GHANA-OPERIE000000', 'CM-RESOAT1111', 'drs.m00002', ' DRS.M01503 '],
] as const
const STATUSES = [200, 202, 400, 401, 403, 404, 408, 409, 429, 500, 502, 503, 504] as const
const BODIES = [
  '',
  'null',
  '[]',
  '{}',
  'true',
  '"PASSED"',
  '<html></html>',
  '{"results":',
  '{"results":{}}',
  '{"results":[]}',
  '{"results":[1]}',
  '{"success":true}',
  '{"success":true,"data":null}',
  '{"success":"false"}',
  '{"pre_check_results":[]}',
  '{"pre_check_results":null}',
  '{"job_id":"x"}',
  '{"job_id":".."}',
  '{"error_code":""}',
] as const

export const code: fc.Arbitrary<string> = fc.constantFrom(...CODES)

const error: fc.Arbitrary<Fault> = fc.record(
  {
    kind: fc.constant('error' as const),
    status: fc.constantFrom(...STATUSES),
    code: fc.oneof({ weight: 2, arbitrary: code }, { weight: 1, arbitrary: fc.constant(null) }),
    format: fc.constantFrom(
      'gateway' as const,
      'appendix' as const,
      'iam' as const,
      'html' as const,
      'oms' as const,
    ),
    retryAfter: fc.constantFrom(0, 1, 7, 90, 4_000),
  },
  { requiredKeys: ['kind', 'status', 'code', 'format'] },
)

const passing: fc.Arbitrary<Fault> = fc.constantFrom<Fault>(
  { kind: 'error', status: 429, code: 'APIGW.0308', format: 'gateway', retryAfter: 1 },
  { kind: 'error', status: 503, code: null, format: 'html' },
  { kind: 'error', status: 200, code: 'DRS.M01503', format: 'gateway' },
  { kind: 'broken', sent: true },
  { kind: 'broken', sent: false },
)

const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 4, arbitrary: passing },
  { weight: 5, arbitrary: error },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('body' as const), text: fc.constantFrom(...BODIES) }),
  },
  { weight: 1, arbitrary: fc.constant<Fault>({ kind: 'redirect' }) },
  { weight: 1, arbitrary: fc.constant<Fault>({ kind: 'hang' }) },
)

const window = {
  on: fc.constantFrom('start' as const, 'result' as const, 'result' as const, 'result' as const),
  from: fc.nat({ max: 7 }),
  count: fc.constantFrom(1, 1, 1, 2, 3, 1_000_000),
}

const faultCase: fc.Arbitrary<FaultCase> = fc.record({ ...window, fault, processed: fc.boolean() })
const mutationCase: fc.Arbitrary<MutationCase> = fc.record({
  ...window,
  part: fc.nat({ max: 40 }),
  change: fc.constantFrom(...CHANGES),
})

/** None at all in most of the cases, so that enough of them come to a verdict. */
export const troubles = {
  faults: fc.oneof(
    { weight: 8, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(faultCase, { minLength: 1, maxLength: 3 }) },
  ),
  mutations: fc.oneof(
    { weight: 6, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(mutationCase, { minLength: 1, maxLength: 3 }) },
  ),
  latenciesMs: fc.oneof(
    { weight: 4, arbitrary: fc.constant([40]) },
    { weight: 2, arbitrary: fc.array(fc.constantFrom(3, 80, 700, 2_500), { minLength: 1, maxLength: 4 }) },
    {
      weight: 1,
      arbitrary: fc.array(fc.constantFrom(3, 9_000, 20_000, 61_000), { minLength: 2, maxLength: 4 }),
    },
  ),
  mode: fc.constantFrom('run' as const, 'run' as const, 'query' as const),
}
