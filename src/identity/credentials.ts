import { type InputName, type Inputs, SECRET_INPUTS, variableOf } from '../plan/inputs.ts'
import { alternatives, type Problems, problemText } from '../plan/problems.ts'
import type { Environment } from '../ports.ts'
import { type Sentence, told } from '../precheck/sentence.ts'
import type { CredentialKind } from '../services/definition.ts'

/** How the gate proves who it is, taken whole from one source. */
export type Method =
  | {
      readonly method: 'access-key'
      readonly id: string
      readonly secret: string
      readonly securityToken: string | null
    }
  | { readonly method: 'token'; readonly token: string }
  | { readonly method: 'iam-user'; readonly user: string; readonly password: string; readonly domain: string }
  | {
      readonly method: 'oidc'
      readonly providerUrn: string
      readonly agencyUrn: string
      readonly audience: string | null
    }
  | { readonly method: 'basic'; readonly user: string; readonly password: string }

export interface PlannedCredential {
  readonly kind: CredentialKind
  readonly method: Method
  /** Where it comes from, in words. */
  readonly origin: Sentence
}

/** The inputs that make up a method; the optional ones do not count towards half of it. */
const INPUT_METHODS = {
  'huawei-cloud': [
    { needs: ['access-key-id', 'secret-access-key'], optional: ['security-token'] },
    { needs: ['auth-token'], optional: [] },
    { needs: ['iam-user', 'iam-password', 'iam-domain'], optional: [] },
    { needs: ['oidc-provider-urn', 'oidc-agency-urn'], optional: ['oidc-audience'] },
  ],
  oms: [{ needs: ['oms-user', 'oms-password'], optional: [] }],
} as const satisfies Record<
  CredentialKind,
  readonly { needs: readonly InputName[]; optional: readonly InputName[] }[]
>

/** These travel in HTTP headers; Node would refuse each request with a stray line break in one. */
const IN_HEADERS: readonly InputName[] = ['access-key-id', 'security-token', 'auth-token']
const PRINTABLE = /^[\x21-\x7e]+$/

/** Variables of the official actions, the SDKs and Terraform, in the order in which the first complete family wins. */
const KEY_FAMILIES = [
  { id: 'HUAWEI_CLOUD_ACCESS_KEY_ID', secret: 'HUAWEI_CLOUD_SECRET_ACCESS_KEY', token: null },
  { id: 'HUAWEICLOUD_SDK_AK', secret: 'HUAWEICLOUD_SDK_SK', token: 'HUAWEICLOUD_SDK_SECURITY_TOKEN' },
  { id: 'HW_ACCESS_KEY', secret: 'HW_SECRET_KEY', token: 'HW_SECURITY_TOKEN' },
] as const

/** The last family: whoever has keys there too has them for a reason. */
const OIDC_FAMILY = {
  provider: 'HUAWEICLOUD_OIDC_PROVIDER_URN',
  agency: 'HUAWEICLOUD_OIDC_AGENCY_URN',
} as const

export const REGION_VARIABLES = ['HUAWEI_CLOUD_REGION', 'HUAWEICLOUD_SDK_REGION', 'HW_REGION_NAME'] as const
export const PROJECT_VARIABLES = [
  'HUAWEI_CLOUD_PROJECT_ID',
  'HUAWEICLOUD_SDK_PROJECT_ID',
  'HW_PROJECT_ID',
] as const
export const PROJECT_NAME_VARIABLES = ['HW_PROJECT_NAME'] as const

/** Where a CI system other than GitHub puts the id token of a job. */
export const ID_TOKEN_VARIABLE = 'PRECHECK_ID_TOKEN'

/** Variables that hold credentials; `${NAME}` in a config file must not reach them. */
export const CREDENTIAL_VARIABLES: readonly string[] = [
  ...KEY_FAMILIES.flatMap(({ id, secret, token }) => [id, secret, ...(token === null ? [] : [token])]),
  ...Object.values(OIDC_FAMILY),
  'OMS_USER',
  'OMS_PASSWORD',
  ...SECRET_INPUTS.map(variableOf),
  ID_TOKEN_VARIABLE,
]

/** Names of users and URNs are no secrets. */
const OPEN_VARIABLES: readonly string[] = ['OMS_USER', ...Object.values(OIDC_FAMILY)]

const SECRET_VARIABLES: readonly string[] = [
  ...CREDENTIAL_VARIABLES.filter(name => !OPEN_VARIABLES.includes(name)),
  // Opens the door to id tokens, so it is a secret as well as what it opens.
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
]

/** Returns every secret that stands in the environment with its variable, used or not. */
export function secretsInEnvironment(
  environment: Environment,
): readonly (readonly [name: string, secret: string])[] {
  return SECRET_VARIABLES.map(name => [name, environment[name]?.trim() ?? ''] as const).filter(
    ([, value]) => value !== '',
  )
}

/** Returns the first variable that is set, with its name. */
export function firstSet(
  names: readonly string[],
  environment: Environment,
): { name: string; value: string } | null {
  const name = names.find(candidate => (environment[candidate]?.trim() ?? '') !== '')
  return name === undefined ? null : { name, value: environment[name]?.trim() ?? '' }
}

/** Returns the credential of a kind, null when none is given; half a method and two methods are problems. */
function planCredential(
  kind: CredentialKind,
  inputs: Inputs,
  environment: Environment,
  problems: Problems,
): PlannedCredential | null {
  const methods = INPUT_METHODS[kind].map(({ needs, optional }) => ({
    needs,
    given: [...needs, ...optional].filter(name => inputs.isSet(name)),
  }))
  const begun = methods.filter(({ given }) => given.length > 0)
  for (const { needs, given } of begun) {
    const missing = needs.filter(name => !inputs.isSet(name))
    if (missing.length === 0) continue
    problems.add(
      problemText(
        given.join(', '),
        `only half of a credential: ${missing.join(' and ')} missing`,
        `all of ${needs.join(', ')}`,
      ),
    )
  }
  if (begun.length > 1) {
    const names = begun.map(({ given }) => given.join(' + '))
    problems.add(
      problemText(names.join(' and '), 'more than one way to sign in', `one of ${alternatives(names)}`),
    )
  }
  for (const name of IN_HEADERS.filter(input => inputs.isSet(input) && !PRINTABLE.test(inputs.get(input)))) {
    problems.add(
      problemText(
        name,
        'blanks, line breaks or other characters that no HTTP header can carry',
        'the value alone, on one line',
      ),
    )
  }
  if (begun.length > 0) {
    const method = methodFromInputs(kind, inputs)
    return method === null ? null : { kind, method, origin: told('the inputs', '输入参数') }
  }
  return kind === 'oms'
    ? omsFromEnvironment(environment)
    : (keyFromEnvironment(environment) ?? oidcFromEnvironment(environment))
}

function methodFromInputs(kind: CredentialKind, inputs: Inputs): Method | null {
  const values = (...names: readonly InputName[]) => {
    const found = names.map(name => inputs.optional(name)).filter(value => value !== null)
    return found.length === names.length ? found : null
  }
  if (kind === 'oms') {
    const [user, password] = values('oms-user', 'oms-password') ?? []
    return user === undefined || password === undefined ? null : { method: 'basic', user, password }
  }
  const [id, secret] = values('access-key-id', 'secret-access-key') ?? []
  if (id !== undefined && secret !== undefined) {
    return { method: 'access-key', id, secret, securityToken: inputs.optional('security-token') }
  }
  const [token] = values('auth-token') ?? []
  if (token !== undefined) return { method: 'token', token }
  const [user, password, domain] = values('iam-user', 'iam-password', 'iam-domain') ?? []
  if (user !== undefined && password !== undefined && domain !== undefined) {
    return { method: 'iam-user', user, password, domain }
  }
  const [providerUrn, agencyUrn] = values('oidc-provider-urn', 'oidc-agency-urn') ?? []
  if (providerUrn === undefined || agencyUrn === undefined) return null
  return { method: 'oidc', providerUrn, agencyUrn, audience: inputs.optional('oidc-audience') }
}

function keyFromEnvironment(environment: Environment): PlannedCredential | null {
  const value = (name: string | null) => (name === null ? '' : (environment[name]?.trim() ?? ''))
  const family = KEY_FAMILIES.find(({ id, secret }) => value(id) !== '' && value(secret) !== '')
  if (family === undefined) return null
  const securityToken = value(family.token) === '' ? null : value(family.token)
  return {
    kind: 'huawei-cloud',
    method: { method: 'access-key', id: value(family.id), secret: value(family.secret), securityToken },
    origin: told(`${family.id} and ${family.secret}`, ` ${family.id} 和 ${family.secret} `),
  }
}

function oidcFromEnvironment(environment: Environment): PlannedCredential | null {
  const providerUrn = environment[OIDC_FAMILY.provider]?.trim() ?? ''
  const agencyUrn = environment[OIDC_FAMILY.agency]?.trim() ?? ''
  if (providerUrn === '' || agencyUrn === '') return null
  return {
    kind: 'huawei-cloud',
    method: { method: 'oidc', providerUrn, agencyUrn, audience: null },
    origin: told(
      `${OIDC_FAMILY.provider} and ${OIDC_FAMILY.agency}`,
      ` ${OIDC_FAMILY.provider} 和 ${OIDC_FAMILY.agency} `,
    ),
  }
}

function omsFromEnvironment(environment: Environment): PlannedCredential | null {
  const user = environment['OMS_USER']?.trim() ?? ''
  const password = environment['OMS_PASSWORD']?.trim() ?? ''
  if (user === '' || password === '') return null
  return {
    kind: 'oms',
    method: { method: 'basic', user, password },
    origin: told('OMS_USER and OMS_PASSWORD', ' OMS_USER 和 OMS_PASSWORD '),
  }
}

/** Returns the credential of each kind that has one. */
export function planCredentials(
  inputs: Inputs,
  environment: Environment,
  problems: Problems,
): ReadonlyMap<CredentialKind, PlannedCredential> {
  const kinds: readonly CredentialKind[] = ['huawei-cloud', 'oms']
  const planned = kinds.map(kind => planCredential(kind, inputs, environment, problems))
  return new Map(
    planned.filter(credential => credential !== null).map(credential => [credential.kind, credential]),
  )
}
