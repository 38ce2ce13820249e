import type { Environment } from '../ports.ts'
import { GATE_MODES } from '../precheck/model.ts'
import { inEach, told } from '../precheck/sentence.ts'
import { DRS_APIS, PRECHECK_MODES, TARGET_INPUTS, type TargetSpec } from '../services/definition.ts'
import { refusePlainHttp } from './hosts.ts'
import { ID, listOf, matching, oneOf, REGION, type Rule, urlOf } from './input-values.ts'
import type { InputName, Inputs } from './inputs.ts'
import { jobIdRule } from './job-ids.ts'
import type { PlanContext } from './plan.ts'
import type { InputProblems } from './problems.ts'
import { alternatives, notValid, quoted } from './quoted.ts'
import type { RequestBody } from './request.ts'
import type { GivenTargets } from './targets.ts'

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

/** Tells every input that contradicts the config file. */
export function refuseBesideConfig(inputs: Inputs, problems: InputProblems): void {
  for (const field of NOT_BESIDE_CONFIG.filter(input => inputs.isSet(input))) {
    const wrong = told('must not stand beside config', '不能与 config 同时使用')
    problems.add({ field, wrong, allowed: told('put it into the config file', '把它写进配置文件') })
  }
}

/** What inputs and environment say for every target. */
export interface Defaults {
  readonly values: Pick<
    TargetSpec,
    'language' | 'settleSeconds' | 'mode' | 'precheckMode' | 'drsApi' | 'projectId' | 'region'
  >
  /** Those that are given but wrong. */
  readonly unread: ReadonlySet<string>
}

export function readDefaults(
  inputs: Inputs,
  shared: Pick<TargetSpec, 'language' | 'settleSeconds'>,
  { environment, problems }: PlanContext,
): Defaults {
  const mode = oneOf(inputs, 'mode', GATE_MODES, problems)
  const values = {
    ...shared,
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
export function readProjectName(inputs: Inputs, { environment, problems }: PlanContext): string | null {
  return withFallback(inputs, 'project-name', PROJECT_NAME_VARIABLES, ID, environment, problems)
}

/** Returns the one target that the inputs describe, named after its service, telling what is wrong with it. */
export async function targetInInputs(
  inputs: Inputs,
  defaults: Defaults,
  context: PlanContext,
): Promise<GivenTargets> {
  const { problems, services } = context
  const name = inputs.optional('service')
  const service = services.find(candidate => candidate.name === name) ?? null
  if (service === null) problems.add(noService(name, context))
  const jobIds = jobIdRule(service, defaults.values, defaults.unread)
  const id = (field: InputName) => matching(inputs.optional(field), { field }, ID, problems)
  const endpoint = urlOf(inputs.optional('endpoint'), { field: 'endpoint' }, problems)
  const given = {
    ...defaults.values,
    name: service?.name ?? '',
    tasks: listOf(inputs, 'job-ids', jobIds, problems).map(task => ({ id: task, label: null })),
    endpoint,
    instanceId: id('instance-id'),
    database: id('database'),
  }
  const body = await requestInput(inputs, context)
  const spec: TargetSpec = { ...given, request: body.request }
  if (endpoint !== null && service !== null)
    refusePlainHttp(service.credential, endpoint, { field: 'endpoint' }, problems)
  const wrong = TARGET_INPUTS.filter(field => problems.isAbout(field))
  const unread = new Set<string>(body.isRead ? wrong : [...wrong, 'request'])
  if (service === null || unread.has('mode')) return { targets: [], areAll: false }
  return {
    targets: [{ service, spec, unread, given: [], placed: problem => problem, placeOf: () => null }],
    areAll: true,
  }
}

function noService(name: string | null, { services }: PlanContext) {
  const allowed = alternatives(services.map(candidate => candidate.name))
  if (name !== null) return { field: 'service', wrong: notValid(quoted(name)), allowed }
  return {
    field: 'service',
    wrong: told('missing; it says which service runs the pre-check', '缺少；它指明由哪个服务执行预检查'),
    allowed: inEach(in_ =>
      told(
        `${in_(allowed)}; or config, a file with several targets`,
        `${in_(allowed)}；或 config，含多个目标的文件`,
      ),
    ),
  }
}

/** Returns the body as far as it can be read, an empty one for none, telling what is wrong with it; null where there is no input. */
async function requestInput(
  inputs: Inputs,
  { problems, addSecret }: PlanContext,
): Promise<{ readonly request: RequestBody | null; readonly isRead: boolean }> {
  const text = inputs.optional('request')
  if (text === null) return { request: null, isRead: true }
  const [{ parseDocument }, { emptySecretsIn, isSecretPath, referencesIn, requestSchema, secretsIn }] =
    await Promise.all([import('./document/document.ts'), import('./request.ts')])
  const options = { file: 'request', schema: requestSchema, confidential: () => true, verbatim: isSecretPath }
  const read = await parseDocument(text, options)
  problems.add(...read.problems)
  if (read.value === null) return { request: {}, isRead: false }
  for (const secret of secretsIn(read.value)) addSecret(secret, told('request', 'request'))
  const wrong = [...emptySecretsIn(read.value), ...referencesIn(read.value)]
  problems.add(...wrong.map(({ path, ...problem }) => ({ place: read.at(path), ...problem })))
  return { request: read.value, isRead: wrong.length === 0 }
}

/** The input, else the first of these environment variables that is set. */
function withFallback(
  inputs: Inputs,
  field: InputName,
  variables: readonly string[],
  rule: Rule,
  environment: Environment,
  problems: InputProblems,
): string | null {
  const own = inputs.optional(field)
  if (own !== null) return matching(own, { field }, rule, problems)
  const valueIn = (name: string) => environment[name]?.trim() ?? ''
  const variable = variables.find(name => valueIn(name) !== '')
  return variable === undefined ? null : matching(valueIn(variable), { field, variable }, rule, problems)
}
