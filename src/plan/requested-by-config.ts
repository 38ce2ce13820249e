import * as path from 'node:path'
import type { CredentialKind } from '../identity/method.ts'
import { addressesOf } from '../identity/methods.ts'
import { type ServiceDefinition, TARGET_INPUTS, type TargetRequest } from '../services/definition.ts'
import type { Path } from './allowed.ts'
import { parseConfigFile } from './config-file.ts'
import type { ConfigTarget } from './config-target.ts'
import { listOf, type Rule, urlOf } from './fields.ts'
import { mayReceive, plainHttpProblem } from './hosts.ts'
import type { Inputs } from './inputs.ts'
import { MAX_PROBLEMS_OF_A_FILE, Problems, problemText, quoted } from './problems.ts'
import {
  emptySecretsIn,
  isReserved,
  NOT_RESERVED,
  type RequestBody,
  resolveVariables,
  secretsIn,
  VARIABLE_NAME,
} from './request.ts'
import {
  type Defaults,
  NOT_BESIDE_CONFIG,
  type RequestContext,
  type RequestedTargets,
  type Shared,
} from './requested.ts'

/** Returns the targets of a config file, completed from the inputs, telling all that is wrong with any of them. */
export async function requestedByConfig(
  file: { readonly path: string; readonly text: string },
  inputs: Inputs,
  defaults: Defaults,
  shared: Shared,
  context: RequestContext,
): Promise<RequestedTargets> {
  const { services } = context
  const trusted = trustedHosts(inputs, context)
  const lent = lentVariables(inputs, context)
  const names = services.map(service => service.name)
  const read = await parseConfigFile(file.text, file.path, names)
  context.problems.add(...read.problems)
  // Nobody reads what else is wrong then. The secrets of its requests are told all the same.
  const isFull = read.problems.length > MAX_PROBLEMS_OF_A_FILE
  const problems = isFull ? new Problems() : context.problems
  const targets = read.targets.flatMap((target, index) => {
    const { keys } = target
    const called = keys.name === undefined ? `targets[${index}]` : `target ${keys.name}`
    const at = (path: Path) => read.at(['targets', index, ...path])
    const place: Place = { at, called }
    const service = services.find(candidate => candidate.name === keys.service) ?? null
    const endpoint = configEndpoint(target, service, trusted, place, { ...context, problems })
    const request: TargetRequest = {
      ...shared,
      ...configDefaults(keys, defaults.values),
      name: keys.name ?? called,
      tasks: target.tasks,
      endpoint,
      instanceId: keys['instance-id'] ?? null,
      database: keys.database ?? null,
      request: configRequest(target, lent, place, { ...context, problems }),
    }
    const given = TARGET_INPUTS.filter(key => Object.hasOwn(keys, key) || target.unread.has(key))
    const unread = new Set([
      ...target.unread,
      ...[...defaults.unread].filter(key => !Object.hasOwn(keys, key)),
      ...(keys.endpoint !== undefined && endpoint === null ? ['endpoint'] : []),
    ])
    const placed = (text: string) => `${at([text.split(':', 1)[0] ?? ''])}: ${called}: ${text}`
    const placeOf = (taskId: string) => ({
      file: path.posix.normalize(file.path),
      line: read.lineOf(['targets', index, ...listedAt(target, taskId)]),
    })
    return service === null || unread.has('mode')
      ? []
      : [{ service, request, unread, given, placed, placeOf }]
  })
  return isFull ? { targets: [], areAll: false } : { targets, areAll: targets.length === read.targets.length }
}

/** A task that is not listed by its id is the target's database or request; else the target itself says where it is. */
function listedAt({ tasks, keys }: ConfigTarget, taskId: string): Path {
  const nth = tasks.findIndex(({ id }) => id === taskId)
  if (nth >= 0) return ['job-ids', nth]
  if (keys.database !== undefined) return ['database']
  return keys.request === undefined ? [] : ['request']
}

interface Place {
  /** Returns `file:line:column` of a path in the target. */
  readonly at: (path: Path) => string
  /** What the target is called in problems. */
  readonly called: string
}

/** Tells every input that contradicts the config file. */
export function refuseBesideConfig(inputs: Inputs, problems: Problems): void {
  for (const name of NOT_BESIDE_CONFIG.filter(input => inputs.isSet(input))) {
    problems.add(problemText(name, 'must not stand beside config', 'put it into the config file'))
  }
}

function configDefaults(target: ConfigTarget['keys'], defaults: Defaults['values']): Defaults['values'] {
  const region = target.region ?? defaults.region
  // A project belongs to one region; that of another is looked up there.
  const sameRegion = defaults.region === null || region === defaults.region
  return {
    mode: target.mode ?? defaults.mode,
    precheckMode: target['precheck-mode'] ?? defaults.precheckMode,
    drsApi: target['drs-api'] ?? defaults.drsApi,
    projectId: target['project-id'] ?? (sameRegion ? defaults.projectId : null),
    region,
  }
}

function configEndpoint(
  { keys: { endpoint } }: ConfigTarget,
  service: ServiceDefinition | null,
  trusted: TrustedHosts,
  { at, called }: Place,
  { services, problems }: RequestContext,
): URL | null {
  if (endpoint === undefined) return null
  const where = `${at(['endpoint'])}: ${called}: endpoint`
  const url = urlOf(endpoint, where, problems)
  if (url === null || service === null) return url
  const plain = plainHttpProblem(service.credential, url)
  if (plain !== null) problems.add(problemText(where, plain, 'https, or http on this machine only'))
  const hosts = trusted(service.credential)
  if (hosts !== null && !mayReceive(service.credential, url, hosts, services)) {
    const wrong = `${quoted(url.host)} may not receive the credentials of this gate`
    problems.add(problemText(where, wrong, 'hosts of the vendor, or hosts in the input allowed-hosts'))
  }
  return url
}

function configRequest(
  { request }: ConfigTarget,
  lent: readonly string[] | null,
  { at, called }: Place,
  { environment, methods, problems, addSecret }: RequestContext,
): RequestBody | null {
  if (request === null) return null
  const resolved = resolveVariables(request, environment, lent, methods)
  for (const { path, wrong, allowed } of [...resolved.problems, ...emptySecretsIn(resolved.body)]) {
    problems.add(problemText(at(['request', ...path]), `${called}: ${wrong}`, allowed))
  }
  for (const secret of [...resolved.secrets, ...secretsIn(resolved.body)])
    addSecret(secret, `request of ${called}`)
  return resolved.body
}

/** Names of variables that the workflow lends to the file; null where a wrong input leaves that open. */
function lentVariables(inputs: Inputs, { methods, problems }: RequestContext): readonly string[] | null {
  const names = listOf(inputs, 'allowed-variables', VARIABLE_NAME, problems)
  for (const name of names.filter(name => isReserved(name, methods)))
    problems.add(problemText('allowed-variables', `${quoted(name)} is reserved`, NOT_RESERVED))
  return problems.isAbout('allowed-variables') ? null : names
}

const HOST: Rule = {
  pattern: /^(?:[0-9A-Za-z._-]{1,253}|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/,
  allowed: 'host or host:port',
}

/** Returns what the workflow itself trusts with a credential: `host` or `host:port`; null where a wrong input leaves that open. */
type TrustedHosts = (kind: CredentialKind) => readonly string[] | null

function trustedHosts(inputs: Inputs, { methods, problems }: RequestContext): TrustedHosts {
  const allowed = listOf(inputs, 'allowed-hosts', HOST, problems)
  if (problems.isAbout('allowed-hosts')) return () => null
  return kind => {
    const named = addressesOf(methods.filter(method => method.kind === kind))
    const addresses = named.map(name => inputs.given(name)).filter(value => value !== null)
    // Their own check tells what is wrong with them.
    if (!addresses.every(value => URL.canParse(value))) return null
    return [...allowed, ...addresses.map(value => new URL(value).host)]
  }
}
