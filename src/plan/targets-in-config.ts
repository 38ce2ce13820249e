import * as path from 'node:path'
import type { CredentialKind } from '../identity/method.ts'
import { addressesOf } from '../identity/methods.ts'
import { inEach, type Sentence, told, verbatim } from '../precheck/sentence.ts'
import { type ServiceDefinition, TARGET_INPUTS, type TargetSpec } from '../services/definition.ts'
import { type ConfigTarget, parseConfigFile } from './config-file.ts'
import type { Path } from './document/allowed.ts'
import { mayReceive, refusePlainHttp } from './hosts.ts'
import { listOf, type Rule, urlOf } from './input-values.ts'
import type { Inputs } from './inputs.ts'
import { jobIdRule } from './job-ids.ts'
import type { PlanContext } from './plan.ts'
import { InputProblems, MAX_PROBLEMS_OF_A_FILE, type Place } from './problems.ts'
import { notValid, quoted } from './quoted.ts'
import {
  emptySecretsIn,
  isReserved,
  NOT_RESERVED,
  type RequestBody,
  resolveVariables,
  secretsIn,
  VARIABLE_NAME,
} from './request.ts'
import type { Defaults } from './target-in-inputs.ts'
import type { GivenTarget, GivenTargets } from './targets.ts'

/** Returns the targets of a config file, completed from the inputs, telling all that is wrong with any of them. */
export async function targetsInConfig(
  file: { readonly path: string; readonly text: string },
  inputs: Inputs,
  defaults: Defaults,
  context: PlanContext,
): Promise<GivenTargets> {
  const hosts = trustedHosts(inputs, context)
  const variables = lentVariables(inputs, context)
  const read = await parseConfigFile(
    file.text,
    file.path,
    context.services.map(({ name }) => name),
  )
  context.problems.add(...read.problems)
  // Nobody reads what else is wrong then. The secrets of its requests are told all the same.
  const isFull = read.problems.length > MAX_PROBLEMS_OF_A_FILE
  const problems = isFull ? new InputProblems() : context.problems
  const completing = { ...context, problems, defaults, hosts, variables }
  const targets = read.targets.flatMap((target, index) =>
    givenTarget(target, index, path => read.at(['targets', index, ...path]), completing),
  )
  return isFull ? { targets: [], areAll: false } : { targets, areAll: targets.length === read.targets.length }
}

/** What completes a target. Hosts and variables are those that the workflow itself names; null where a wrong input leaves that open. */
interface Completing extends PlanContext {
  readonly defaults: Defaults
  readonly hosts: (kind: CredentialKind) => readonly string[] | null
  readonly variables: readonly string[] | null
}

/** Returns none where service or mode cannot be read. */
function givenTarget(
  target: ConfigTarget,
  index: number,
  at: (path: Path) => Place,
  completing: Completing,
): readonly GivenTarget[] {
  const { services, problems, defaults } = completing
  const { keys, tasks } = target
  const service = services.find(candidate => candidate.name === keys.service) ?? null
  const name = keys.name ?? `targets[${index}]`
  const called = keys.name === undefined ? verbatim(name) : told(`target ${name}`, `目标 ${name}`)
  const place = (field: string) => ({ place: at([field]), target: called, field })
  const endpoint = endpointOf(keys.endpoint, service, place('endpoint'), completing)
  const spec: TargetSpec = {
    ...defaults.values,
    ...ownValues(keys, defaults.values),
    name,
    tasks,
    endpoint,
    instanceId: keys['instance-id'] ?? null,
    database: keys.database ?? null,
    request: bodyOf(target, called, path => at(['request', ...path]), completing),
  }
  const unread = new Set([
    ...target.unread,
    ...[...defaults.unread].filter(key => !Object.hasOwn(keys, key)),
    ...(keys.endpoint !== undefined && endpoint === null ? ['endpoint'] : []),
  ])
  if (service === null || unread.has('mode')) return []
  const { pattern, allowed } = jobIdRule(service, spec, unread)
  for (const { id } of unread.has('job-ids') ? [] : tasks.filter(task => !pattern.test(task.id)))
    problems.add({ ...place('job-ids'), wrong: notValid(quoted(id)), allowed })
  const given = TARGET_INPUTS.filter(key => Object.hasOwn(keys, key) || target.unread.has(key))
  const placeOf = (taskId: string) => {
    const { file, line } = at(listedAt(target, taskId))
    return { file: path.posix.normalize(file), line }
  }
  return [
    {
      service,
      spec,
      unread,
      given,
      placed: problem => ({ ...place(problem.field), ...problem }),
      placeOf,
    },
  ]
}

/** A task that is not listed by its id is the target's database or request; else the target itself says where it is. */
function listedAt({ tasks, keys }: ConfigTarget, taskId: string): Path {
  const nth = tasks.findIndex(({ id }) => id === taskId)
  if (nth >= 0) return ['job-ids', nth]
  if (keys.database !== undefined) return ['database']
  return keys.request === undefined ? [] : ['request']
}

function ownValues(target: ConfigTarget['keys'], defaults: Defaults['values']): Partial<Defaults['values']> {
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

function endpointOf(
  endpoint: string | undefined,
  service: ServiceDefinition | null,
  where: { readonly place: Place; readonly target: Sentence; readonly field: string },
  { services, hosts, problems }: Completing,
): URL | null {
  if (endpoint === undefined) return null
  const url = urlOf(endpoint, where, problems)
  if (url === null || service === null) return url
  refusePlainHttp(service.credential, url, where, problems)
  const trusted = hosts(service.credential)
  if (trusted === null || mayReceive(service.credential, url, trusted, services)) return url
  const host = quoted(url.host)
  problems.add({
    ...where,
    wrong: inEach(in_ =>
      told(`${in_(host)} may not receive the credentials of this gate`, `${in_(host)} 不得接收本门禁的凭证`),
    ),
    allowed: told(
      'hosts of the vendor, or hosts in the input allowed-hosts',
      '厂商的主机，或输入 allowed-hosts 中的主机',
    ),
  })
  return url
}

function bodyOf(
  { request }: ConfigTarget,
  target: Sentence,
  at: (path: Path) => Place,
  { variables, environment, methods, problems, addSecret }: Completing,
): RequestBody | null {
  if (request === null) return null
  const resolved = resolveVariables(request, environment, variables, methods)
  const wrong = [...resolved.problems, ...emptySecretsIn(resolved.body)]
  problems.add(...wrong.map(({ path, ...problem }) => ({ place: at(path), target, ...problem })))
  const where = inEach(in_ => told(`request of ${in_(target)}`, `${in_(target)} 的 request`))
  for (const secret of [...resolved.secrets, ...secretsIn(resolved.body)]) addSecret(secret, where)
  return resolved.body
}

function lentVariables(inputs: Inputs, { methods, problems }: PlanContext): readonly string[] | null {
  const field = 'allowed-variables'
  const names = listOf(inputs, field, VARIABLE_NAME, problems)
  for (const name of names.filter(name => isReserved(name, methods))) {
    const wrong = inEach(in_ => told(`${in_(quoted(name))} is reserved`, `${in_(quoted(name))} 是保留变量`))
    problems.add({ field, wrong, allowed: NOT_RESERVED })
  }
  return problems.isAbout(field) ? null : names
}

const HOST: Rule = {
  pattern: /^(?:[0-9A-Za-z._-]{1,253}|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/,
  allowed: told('host or host:port', 'host 或 host:port'),
}

function trustedHosts(inputs: Inputs, { methods, problems }: PlanContext): Completing['hosts'] {
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
