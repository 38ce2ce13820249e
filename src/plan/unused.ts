import { TARGET_INPUTS } from '../services/definition.ts'
import type { InputName, Inputs } from './inputs.ts'
import type { Requested } from './requested.ts'

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
]
const OF_OMS: readonly InputName[] = ['oms-user', 'oms-password']

/** An input that means something only beside another. */
const NEEDS: readonly (readonly [InputName, InputName])[] = [
  ['config-ref', 'config'],
  ['allowed-hosts', 'config'],
  ['waivers-ref', 'waivers'],
  ['commit-sha', 'commit-status'],
]

/** Returns a warning for each input that is set and that no target uses: most often a slip in the workflow. */
export function unusedInputs(inputs: Inputs, requested: readonly Requested[]): readonly string[] {
  if (requested.length === 0) return []
  const kinds = new Set(requested.map(({ service }) => service.credential))
  const used = new Set<string>(requested.flatMap(({ service, request }) => service.uses(request)))
  const services = requested.map(({ service, request }) => `${service.name} with mode ${request.mode}`)
  const unused: readonly InputName[] = [
    ...TARGET_INPUTS.filter(name => !used.has(name)),
    ...(kinds.has('huawei-cloud') ? [] : OF_HUAWEI_CLOUD),
    ...(kinds.has('oms') ? [] : OF_OMS),
  ]
  return [
    ...unused
      .filter(name => inputs.isSet(name))
      .map(name => `${name}: is set, but has no meaning for ${[...new Set(services)].join(', ')}`),
    ...NEEDS.filter(([name, needed]) => inputs.isSet(name) && !inputs.isSet(needed)).map(
      ([name, needed]) => `${name}: is set, but has no meaning without ${needed}`,
    ),
  ]
}
