import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inputNames, secretInputs } from '../../src/plan/inputs.ts'
import { runs } from '../../testing/effort.ts'
import { FILE, planWith } from './planning.ts'

/** Nobody types this by chance, and it is no part of any word of ours. */
const SECRET = 'hunter2Zq9'

/** Where a secret may be planted: inputs whose values no message shows, and files and variables that hold secrets. */
const CONFIDENTIAL: readonly string[] = [
  ...secretInputs(),
  'request',
  'endpoint',
  'iam-endpoint',
  'sts-endpoint',
  'ca-certificate',
]
const VARIABLES = [
  'HUAWEI_CLOUD_ACCESS_KEY_ID',
  'HUAWEI_CLOUD_SECRET_ACCESS_KEY',
  'HUAWEICLOUD_SDK_AK',
  'HUAWEICLOUD_SDK_SK',
  'HUAWEICLOUD_SDK_SECURITY_TOKEN',
  'HW_ACCESS_KEY',
  'HW_SECRET_KEY',
  'HW_SECURITY_TOKEN',
  'OMS_USER',
  'OMS_PASSWORD',
  'GITHUB_TOKEN',
  'DDM_PASSWORD',
] as const

/** Shapes in which a secret turns up, good and broken. */
const shape = fc.constantFrom(
  SECRET,
  `https://user:${SECRET}@drs.example.com`,
  `https://drs.example.com/?token=${SECRET}`,
  `ftp://${SECRET}`,
  `http://${SECRET}:1:1`,
  `{ password: ${SECRET} }`,
  `{ ${SECRET}: { ${SECRET}: [${SECRET}] } }`,
  `{ a: "\${${SECRET}}" }`,
  `{ a: "\${GITHUB_TOKEN}", projectId: ${SECRET}, name: ${SECRET} }`,
  `[${SECRET}]`,
  `{ a: ${SECRET}`,
  `a: b: ${SECRET}`,
  `a: "${SECRET}`,
  `a: &${SECRET} *${SECRET}`,
  `!${SECRET} ${SECRET}`,
  `a: ${SECRET}\na: ${SECRET}`,
  `-----BEGIN CERTIFICATE-----\n${SECRET}\n-----END CERTIFICATE-----`,
  `-----BEGIN PRIVATE KEY-----\n${SECRET}`,
)

/** Harmless values, right and wrong, for the inputs around. */
const around: Readonly<Record<string, readonly string[]>> = {
  service: ['drs', 'ddm', 'oms', 'x'],
  'job-ids': ['x', 'np_1 np_1', 'a/b'],
  mode: ['run', 'query', 'x'],
  region: ['cn-north-4', 'CN'],
  'project-id': ['p', '?'],
  'instance-id': ['i'],
  database: ['d'],
  'iam-user': ['robot'],
  'iam-domain': ['acme'],
  'oms-user': ['admin'],
  'oidc-agency-urn': ['a'],
  'settle-seconds': ['7200'],
  'commit-status': ['true'],
  waivers: ['w.yml'],
}

const some = <T>(values: readonly T[]) => fc.subarray([...values])
const harmless = some(Object.entries(around)).chain(entries =>
  fc.record(Object.fromEntries(entries.map(([name, values]) => [name, fc.constantFrom(...(values ?? []))]))),
)
const planted = some(CONFIDENTIAL).chain(names =>
  fc.record(Object.fromEntries(names.map(name => [name, shape]))),
)
const configRequest = shape.map(text =>
  text.startsWith('{') || text.startsWith('[') ? text : JSON.stringify(text),
)
const config = fc.record({
  service: fc.constantFrom('drs', 'ddm', 'oms', 'x'),
  endpoint: fc.constantFrom(
    `https://u:${SECRET}@h`,
    `ftp://u:${SECRET}@h`,
    `${SECRET}:1:2`,
    'http://127.0.0.1',
  ),
  request: configRequest,
  more: fc.constantFrom('', 'mode: x', 'job-ids: [a, a]', 'project-id: "?"', `request: ${SECRET}`),
})

describe('no problem and no warning', () => {
  it('ever holds what stands in a secret input, an address, a certificate or a variable', async () => {
    expect(inputNames()).toEqual(expect.arrayContaining([...CONFIDENTIAL]))
    await fc.assert(
      fc.asyncProperty(harmless, planted, some(VARIABLES), async (values, secrets, variables) => {
        const environment = Object.fromEntries(variables.map(name => [name, SECRET]))
        const { problems, warnings, unavailable } = await planWith({ ...values, ...secrets }, { environment })
        expect([...problems, ...warnings, ...unavailable].join('\n')).not.toContain(SECRET)
      }),
      { numRuns: runs(150), seed: 41 },
    )
  })

  it('ever holds what stands in a request or an address of a config file', async () => {
    await fc.assert(
      fc.asyncProperty(harmless, config, async (values, { service, endpoint, request, more }) => {
        const text = `version: 1
targets:
  - name: a
    service: ${service}
    region: cn-north-4
    endpoint: "${endpoint}"
    request: ${request}
    ${more}
`
        const environment = { GITHUB_TOKEN: SECRET, DDM_PASSWORD: SECRET, [SECRET]: SECRET }
        const { problems, warnings } = await planWith(
          { ...values, config: FILE },
          { environment, workspace: { [FILE]: text } },
        )
        expect([...problems, ...warnings].join('\n')).not.toContain(SECRET)
      }),
      { numRuns: runs(150), seed: 42 },
    )
  })
})
