import {
  type CredentialKind,
  type ServiceDefinition,
  TARGET_INPUTS,
  type TargetRequest,
} from '../services/definition.ts'
import { type ConfigTarget, parseConfigFile, tasksOf } from './config-file.ts'
import { listOf, type Rule, urlOf } from './fields.ts'
import { mayReceive, plainHttpProblem } from './hosts.ts'
import type { InputName, Inputs } from './inputs.ts'
import { type Problems, problemText, quoted } from './problems.ts'
import { type RequestBody, resolveVariables, secretsIn } from './request.ts'
import type { Defaults, RequestContext, Requested, Shared } from './requested.ts'

/** Inputs that describe a single target, so they contradict a config file. */
export const NOT_BESIDE_CONFIG: readonly InputName[] = [
  'service',
  'endpoint',
  'job-ids',
  'instance-id',
  'database',
  'request',
]

/** Returns the targets of a config file, completed from the inputs; none after telling the problems. */
export async function requestedByConfig(
  file: { readonly path: string; readonly text: string },
  inputs: Inputs,
  defaults: Defaults,
  shared: Shared,
  context: RequestContext,
): Promise<readonly Requested[]> {
  const { problems, services } = context
  const allowedHosts = listOf(inputs, 'allowed-hosts', HOST, problems)
  const hostsOf: Record<CredentialKind, readonly string[]> = {
    'huawei-cloud': [...allowedHosts, ...identityHosts(inputs)],
    oms: allowedHosts,
  }
  const read = await parseConfigFile(
    file.text,
    file.path,
    services.map(service => service.name),
  )
  if ('problems' in read) {
    problems.add(...read.problems)
    return []
  }
  return read.value.targets.flatMap((target, index) => {
    const service = services.find(candidate => candidate.name === target.service)
    if (service === undefined) return []
    const placeOf = (path: readonly PropertyKey[]) => read.at(['targets', index, ...path])
    const endpoint = configEndpoint(target, service, hostsOf[service.credential], placeOf, problems)
    const body = configRequest(target, placeOf, context)
    const request: TargetRequest = {
      ...shared,
      ...configDefaults(target, defaults),
      name: target.name,
      tasks: tasksOf(target),
      endpoint,
      instanceId: target['instance-id'] ?? null,
      database: target.database ?? null,
      request: body,
    }
    const placed = (text: string) =>
      `${placeOf([text.split(':', 1)[0] ?? ''])}: target ${target.name}: ${text}`
    const given = TARGET_INPUTS.filter(key => Object.hasOwn(target, key))
    return [{ service, request, given, placed }]
  })
}

/** Tells every input that contradicts the config file. */
export function refuseBesideConfig(inputs: Inputs, problems: Problems): void {
  for (const name of NOT_BESIDE_CONFIG.filter(input => inputs.isSet(input))) {
    problems.add(problemText(name, 'must not stand beside config', 'put it into the config file'))
  }
}

function configDefaults(target: ConfigTarget, defaults: Defaults): Defaults {
  const region = target.region ?? defaults.region
  // A project belongs to one region; that of another is looked up there.
  const sameRegion = defaults.region === null || region === defaults.region
  return {
    mode: target.mode ?? defaults.mode,
    precheckMode: target['precheck-mode'] ?? defaults.precheckMode,
    projectId: target['project-id'] ?? (sameRegion ? defaults.projectId : null),
    region,
  }
}

function configEndpoint(
  target: ConfigTarget,
  service: ServiceDefinition,
  allowedHosts: readonly string[],
  placeOf: (path: readonly PropertyKey[]) => string,
  problems: Problems,
): URL | null {
  if (target.endpoint === undefined) return null
  const where = `${placeOf(['endpoint'])}: target ${target.name}: endpoint`
  const url = urlOf(target.endpoint, where, problems)
  if (url === null) return null
  const plain = plainHttpProblem(service.credential, url)
  if (plain !== null) problems.add(problemText(where, plain, 'https, or http on this machine only'))
  if (!mayReceive(service.credential, url, allowedHosts)) {
    const wrong = `${quoted(url.host)} may not receive the credentials of this gate`
    problems.add(
      problemText(where, wrong, `hosts of the vendor, this machine, or hosts in the input allowed-hosts`),
    )
  }
  return url
}

function configRequest(
  target: ConfigTarget,
  placeOf: (path: readonly PropertyKey[]) => string,
  { environment, problems, addSecret }: RequestContext,
): RequestBody | null {
  if (target.request === undefined) return null
  const resolved = resolveVariables(target.request, environment)
  for (const { path, wrong, allowed } of resolved.problems) {
    problems.add(problemText(placeOf(['request', ...path]), `target ${target.name}: ${wrong}`, allowed))
  }
  for (const secret of [...resolved.secrets, ...secretsIn(resolved.body)])
    addSecret(secret, `request of target ${target.name}`)
  return resolved.body
}

const HOST: Rule = {
  pattern: /^(?:[0-9A-Za-z._-]{1,253}|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/,
  allowed: 'host or host:port',
}

/** Hosts that the workflow itself trusts with Huawei Cloud credentials, by an input of its own. */
function identityHosts(inputs: Inputs): readonly string[] {
  const named = (['iam-endpoint', 'sts-endpoint'] as const).map(name => inputs.optional(name))
  return named.flatMap(value => (value !== null && URL.canParse(value) ? [new URL(value).host] : []))
}
