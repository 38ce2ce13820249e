import type { CredentialMethod } from '../identity/method.ts'
import type { Environment } from '../ports.ts'
import { GATE_MODES } from '../precheck/model.ts'
import {
  DRS_APIS,
  PRECHECK_MODES,
  type ServiceDefinition,
  TARGET_INPUTS,
  type TargetInput,
  type TargetRequest,
} from '../services/definition.ts'
import { ID, listOf, matching, oneOf, REGION, type Rule, urlOf } from './fields.ts'
import { plainHttpProblem } from './hosts.ts'
import type { InputName, Inputs } from './inputs.ts'
import { jobIdRule } from './job-ids.ts'
import { alternatives, type Problems, problemText, quoted } from './problems.ts'
import type { RequestBody } from './request.ts'

/** One target as the user asked for it, and where to point when something is wrong with it. */
export interface Requested {
  readonly service: ServiceDefinition
  readonly request: TargetRequest
  /** Fields that are given but not to be known, so that nobody may say that they are missing. */
  readonly unread: ReadonlySet<string>
  /** What a config file says of this target itself; nothing where inputs describe it. */
  readonly given: readonly TargetInput[]
  /** Turns a service's `field: what is wrong` into a text with the place of that field. */
  readonly placed: (text: string) => string
  /** Where the config file lists a task; null where inputs describe it. */
  readonly placeOf: (taskId: string) => TaskPlace | null
}

/** A line of the config file. */
export interface TaskPlace {
  readonly file: string
  readonly line: number
}

/** What is asked for, as far as it can be told. */
export interface RequestedTargets {
  readonly targets: readonly Requested[]
  /** False when there are more, of which service or mode cannot be read: nobody knows what they would need. */
  readonly areAll: boolean
}

export interface RequestContext {
  readonly environment: Environment
  readonly services: readonly ServiceDefinition[]
  readonly methods: readonly CredentialMethod[]
  readonly problems: Problems
  /** Registers a secret of a request before anything can print it. */
  readonly addSecret: (secret: string, where: string) => void
}

/** Variables of the official actions, the SDKs and Terraform. */
const REGION_VARIABLES = ['HUAWEI_CLOUD_REGION', 'HUAWEICLOUD_SDK_REGION', 'HW_REGION_NAME']
const PROJECT_VARIABLES = ['HUAWEI_CLOUD_PROJECT_ID', 'HUAWEICLOUD_SDK_PROJECT_ID', 'HW_PROJECT_ID']
const PROJECT_NAME_VARIABLES = ['HW_PROJECT_NAME']

/** Inputs that describe a single target, so they contradict a config file. */
export const NOT_BESIDE_CONFIG: readonly InputName[] = [
  'service',
  'endpoint',
  'job-ids',
  'instance-id',
  'database',
  'request',
]

export type Shared = Pick<TargetRequest, 'language' | 'settleSeconds'>
export interface Defaults {
  readonly values: Pick<TargetRequest, 'mode' | 'precheckMode' | 'drsApi' | 'projectId' | 'region'>
  /** Those that are given but wrong. */
  readonly unread: ReadonlySet<string>
}

/** Returns what inputs and environment say for every target. */
export function readDefaults(inputs: Inputs, { environment, problems }: RequestContext): Defaults {
  const mode = oneOf(inputs, 'mode', GATE_MODES, problems)
  const values = {
    // A target that is only validated goes by the rules of its own mode.
    mode: mode === 'validate' ? 'run' : mode,
    precheckMode: oneOf(inputs, 'precheck-mode', PRECHECK_MODES, problems),
    drsApi: oneOf(inputs, 'drs-api', DRS_APIS, problems),
    projectId: withFallback(inputs, 'project-id', PROJECT_VARIABLES, ID, environment, problems),
    region: withFallback(inputs, 'region', REGION_VARIABLES, REGION, environment, problems),
  } as const
  return { values, unread: new Set(TARGET_INPUTS.filter(name => problems.isAbout(name))) }
}

/** Returns the name of the project that is looked up instead of the region's; null for none. */
export function readProjectName(inputs: Inputs, { environment, problems }: RequestContext): string | null {
  return withFallback(inputs, 'project-name', PROJECT_NAME_VARIABLES, ID, environment, problems)
}

/** Returns the one target that the inputs describe, named after its service, telling what is wrong with it. */
export async function requestedByInputs(
  inputs: Inputs,
  defaults: Defaults,
  shared: Shared,
  context: RequestContext,
): Promise<RequestedTargets> {
  const { problems, services } = context
  const name = inputs.optional('service')
  const service = services.find(candidate => candidate.name === name) ?? null
  if (service === null) {
    const wrong =
      name === null ? 'missing; it says which service runs the pre-check' : `${quoted(name)} is not valid`
    const allowed = alternatives(services.map(candidate => candidate.name))
    problems.add(
      problemText(
        'service',
        wrong,
        name === null ? `${allowed}; or config, a file with several targets` : allowed,
      ),
    )
  }
  const jobIds = jobIdRule({ service, request: defaults.values, unread: defaults.unread })
  const id = (input: InputName) => matching(inputs.optional(input), input, ID, problems)
  const endpoint = urlOf(inputs.optional('endpoint'), 'endpoint', problems)
  const request: TargetRequest = {
    ...shared,
    ...defaults.values,
    name: service?.name ?? '',
    tasks: listOf(inputs, 'job-ids', jobIds, problems).map(task => ({ id: task, label: null })),
    endpoint,
    instanceId: id('instance-id'),
    database: id('database'),
    request: await requestInput(inputs, context),
  }
  const plain = endpoint === null || service === null ? null : plainHttpProblem(service.credential, endpoint)
  if (plain !== null) problems.add(problemText('endpoint', plain, 'https, or http on this machine only'))
  const unread = new Set(TARGET_INPUTS.filter(field => problems.isAbout(field)))
  if (service === null || unread.has('mode')) return { targets: [], areAll: false }
  return {
    targets: [{ service, request, unread, given: [], placed: text => text, placeOf: () => null }],
    areAll: true,
  }
}

/** Returns the body as far as it can be read, an empty one for none, telling what is wrong with it; null where there is no input. */
async function requestInput(
  inputs: Inputs,
  { problems, addSecret }: RequestContext,
): Promise<RequestBody | null> {
  const text = inputs.optional('request')
  if (text === null) return null
  const [{ parseDocument }, { emptySecretsIn, isSecretPath, referencesIn, requestSchema, secretsIn }] =
    await Promise.all([import('./document.ts'), import('./request.ts')])
  const options = { file: 'request', schema: requestSchema, confidential: () => true, verbatim: isSecretPath }
  const read = await parseDocument(text, options)
  if ('problems' in read) {
    problems.add(...read.problems)
    return {}
  }
  for (const secret of secretsIn(read.value)) addSecret(secret, 'request')
  for (const { path, wrong, allowed } of [...emptySecretsIn(read.value), ...referencesIn(read.value)])
    problems.add(problemText(read.at(path), wrong, allowed))
  return read.value
}

/** The input, else the first of the environment variables that official actions, SDKs and Terraform use. */
function withFallback(
  inputs: Inputs,
  name: InputName,
  variables: readonly string[],
  rule: Rule,
  environment: Environment,
  problems: Problems,
): string | null {
  const own = inputs.optional(name)
  if (own !== null) return matching(own, name, rule, problems)
  const valueIn = (variable: string) => environment[variable]?.trim() ?? ''
  const variable = variables.find(candidate => valueIn(candidate) !== '')
  return variable === undefined
    ? null
    : matching(valueIn(variable), `${name} (from ${variable})`, rule, problems)
}
