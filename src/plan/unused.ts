import type { CredentialKind, CredentialMethod, PlannedCredential } from '../identity/method.ts'
import { inputsOf } from '../identity/methods.ts'
import { belongsTo } from '../identity/project-name.ts'
import { TARGET_INPUTS } from '../services/definition.ts'
import type { InputName, Inputs } from './inputs.ts'
import { NOT_BESIDE_CONFIG, type Requested } from './requested.ts'

/** An input that means something only beside another. */
const NEEDS: readonly (readonly [InputName, InputName])[] = [
  ['config-ref', 'config'],
  ['allowed-hosts', 'config'],
  ['allowed-variables', 'config'],
  ['waivers-ref', 'waivers'],
  ['commit-sha', 'commit-status'],
]

type Credentials = ReadonlyMap<CredentialKind, PlannedCredential>

/** Means something where calls are made for a project. */
const PROJECT_NAME: InputName = 'project-name'

/** Returns a warning for each input that is set and that no target uses: most often a slip in the workflow. */
export function unusedInputs(
  inputs: Inputs,
  requested: readonly Requested[],
  credentials: Credentials,
  methods: readonly CredentialMethod[],
): readonly string[] {
  if (requested.length === 0) return []
  const kinds = new Set(requested.map(({ service }) => service.credential))
  const strange = methods.filter(({ kind }) => !kinds.has(kind))
  const used = new Set<string>(requested.flatMap(({ service, request }) => service.uses(request)))
  const services = [...new Set(requested.map(inWords))].join(', ')
  // Those are errors beside a config file, which says more than a warning.
  const refused = new Set(inputs.isSet('config') ? NOT_BESIDE_CONFIG : [])
  const ofTargets = [
    ...TARGET_INPUTS.filter(name => !used.has(name) && !refused.has(name)),
    ...inputsOf(strange),
    ...([...kinds].some(({ hasProjects }) => hasProjects) ? [] : [PROJECT_NAME]),
  ]
  const alone = NEEDS.filter(([name, needed]) => inputs.isSet(name) && !inputs.isSet(needed))
  return [
    ...ofTargets
      .filter(name => inputs.given(name) !== null)
      .map(name => `${name}: is set, but has no meaning for ${services}`),
    ...alone.map(([name, needed]) => `${name}: is set, but has no meaning without ${needed}`),
    ...idleAddresses(inputs, requested, credentials, methods),
    ...idleProjectName(inputs, requested, credentials),
    ...requested.flatMap(unusedKeys),
  ]
}

/** Where nobody signs in and nothing is looked up, no address for it is needed. */
function idleAddresses(
  inputs: Inputs,
  requested: readonly Requested[],
  credentials: Credentials,
  methods: readonly CredentialMethod[],
): readonly string[] {
  return methods.flatMap(({ kind, address }) => {
    const method = credentials.get(kind)?.method
    const users = requested.filter(({ service }) => service.credential === kind)
    if (address === undefined || method === undefined || users.length === 0) return []
    const looksUp = address.looksUpProjects && users.some(({ request }) => request.projectId === null)
    const isIdle = method.address?.input !== address.input && !looksUp
    return isIdle && inputs.given(address.input) !== null
      ? [`${address.input}: is set, but ${address.whenIdle}`]
      : []
  })
}

/** A project that no target is looked up by, and no token is for. */
function idleProjectName(
  inputs: Inputs,
  requested: readonly Requested[],
  credentials: Credentials,
): readonly string[] {
  const users = requested.filter(({ service }) => service.credential.hasProjects)
  const name = inputs.optional(PROJECT_NAME)
  if (name === null || users.length === 0) return []
  const isLookedUp = users.some(
    ({ request: { projectId, region } }) => projectId === null && region !== null && belongsTo(region, name),
  )
  if (isLookedUp || [...credentials.values()].some(({ method }) => method.isOfProject)) return []
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
