import type { PlannedCredential } from '../identity/credentials.ts'
import { belongsTo } from '../identity/project-name.ts'
import { type CredentialKind, TARGET_INPUTS } from '../services/definition.ts'
import type { InputName, Inputs } from './inputs.ts'
import type { Requested } from './requested.ts'
import { NOT_BESIDE_CONFIG } from './requested-by-config.ts'

const OF_HUAWEI_CLOUD: readonly InputName[] = [
  'access-key-id',
  'secret-access-key',
  'security-token',
  'auth-token',
  'iam-user',
  'iam-password',
  'iam-domain',
  'oidc-provider-urn',
  'oidc-agency-urn',
  'oidc-audience',
  'iam-endpoint',
  'sts-endpoint',
  'project-name',
]
const OF_OMS: readonly InputName[] = ['oms-user', 'oms-password']

/** An input that means something only beside another. */
const NEEDS: readonly (readonly [InputName, InputName])[] = [
  ['config-ref', 'config'],
  ['allowed-hosts', 'config'],
  ['allowed-variables', 'config'],
  ['waivers-ref', 'waivers'],
  ['commit-sha', 'commit-status'],
]

type Credentials = ReadonlyMap<CredentialKind, PlannedCredential>

/** Returns a warning for each input that is set and that no target uses: most often a slip in the workflow. */
export function unusedInputs(
  inputs: Inputs,
  requested: readonly Requested[],
  credentials: Credentials,
): readonly string[] {
  if (requested.length === 0) return []
  const kinds = new Set(requested.map(({ service }) => service.credential))
  const used = new Set<string>(requested.flatMap(({ service, request }) => service.uses(request)))
  const services = [...new Set(requested.map(inWords))].join(', ')
  // Those are errors beside a config file, which says more than a warning.
  const refused = new Set(inputs.isSet('config') ? NOT_BESIDE_CONFIG : [])
  const ofTargets: readonly InputName[] = [
    ...TARGET_INPUTS.filter(name => !used.has(name) && !refused.has(name)),
    ...(kinds.has('huawei-cloud') ? [] : OF_HUAWEI_CLOUD),
    ...(kinds.has('oms') ? [] : OF_OMS),
  ]
  const alone = NEEDS.filter(([name, needed]) => inputs.isSet(name) && !inputs.isSet(needed))
  return [
    ...ofTargets
      .filter(name => inputs.isSet(name))
      .map(name => `${name}: is set, but has no meaning for ${services}`),
    ...alone.map(([name, needed]) => `${name}: is set, but has no meaning without ${needed}`),
    ...idleEndpoints(inputs, requested, credentials),
    ...idleProjectName(inputs, requested, credentials),
    ...requested.flatMap(unusedKeys),
  ]
}

/** Where nobody signs in and nothing is looked up, no address for it is needed. */
function idleEndpoints(
  inputs: Inputs,
  requested: readonly Requested[],
  credentials: Credentials,
): readonly string[] {
  const method = credentials.get('huawei-cloud')?.method.method
  const users = requested.filter(({ service }) => service.credential === 'huawei-cloud')
  if (method === undefined || users.length === 0) return []
  const looksUp = users.some(({ request }) => request.projectId === null)
  return [
    ...(inputs.isSet('iam-endpoint') && method !== 'iam-user' && !looksUp
      ? ['iam-endpoint: is set, but no IAM user signs in and every target has its project-id']
      : []),
    ...(inputs.isSet('sts-endpoint') && method !== 'oidc'
      ? ['sts-endpoint: is set, but has no meaning without oidc-provider-urn and oidc-agency-urn']
      : []),
  ]
}

/** A project that no target is looked up by, and no token is for. */
function idleProjectName(
  inputs: Inputs,
  requested: readonly Requested[],
  credentials: Credentials,
): readonly string[] {
  const users = requested.filter(({ service }) => service.credential === 'huawei-cloud')
  const name = inputs.optional('project-name')
  if (name === null || users.length === 0) return []
  const isLookedUp = users.some(
    ({ request: { projectId, region } }) => projectId === null && region !== null && belongsTo(region, name),
  )
  if (isLookedUp || credentials.get('huawei-cloud')?.method.method === 'iam-user') return []
  return [
    'project-name: is set, but every target has its project-id or is in a region that the name does not begin with',
  ]
}

/** Keys of a config file that its own target does not use. */
function unusedKeys(requested: Requested): readonly string[] {
  const { service, request, given, placed } = requested
  const used = service.uses(request)
  return given
    .filter(key => !used.includes(key))
    .map(key => placed(`${key}: is set, but has no meaning for ${inWords(requested)}`))
}

function inWords({ service, request }: Requested): string {
  const { mode, drsApi } = request
  const api = drsApi === 'v3' || !service.uses(request).includes('drs-api') ? '' : ` and drs-api ${drsApi}`
  return `${service.name} with mode ${mode}${api}`
}
