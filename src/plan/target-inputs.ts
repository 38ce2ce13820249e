import { MODES } from '../precheck/model.ts'
import { PRECHECK_MODES, type ServiceDefinition, type TargetRequest } from '../services/definition.ts'
import { type Environment, firstSet, PROJECT_VARIABLES, REGION_VARIABLES } from './credentials.ts'
import { ID, listOf, matching, oneOf, REGION, type Rule, urlOf } from './fields.ts'
import { plainHttpProblem } from './hosts.ts'
import type { InputName, Inputs } from './inputs.ts'
import { alternatives, type Problems, problemText, quoted } from './problems.ts'

export interface Requested {
  readonly service: ServiceDefinition
  readonly request: TargetRequest
}

/** Returns the one target that the inputs describe, named after its service; null after telling the problem. */
export function requestFromInputs(
  inputs: Inputs,
  shared: Pick<TargetRequest, 'language' | 'settleSeconds'>,
  context: { readonly environment: Environment; readonly services: readonly ServiceDefinition[] },
  problems: Problems,
): Requested | null {
  const service = serviceOf(inputs, context.services, problems)
  const id = (name: InputName) => matching(inputs.optional(name), name, ID, problems)
  const endpoint = urlOf(inputs.optional('endpoint'), 'endpoint', problems)
  const request: TargetRequest = {
    ...shared,
    name: service?.name ?? '',
    tasks: listOf(inputs, 'job-ids', ID, problems).map(task => ({ id: task, label: null })),
    mode: oneOf(inputs, 'mode', MODES, problems),
    precheckMode: oneOf(inputs, 'precheck-mode', PRECHECK_MODES, problems),
    projectId: withFallback(inputs, 'project-id', PROJECT_VARIABLES, ID, context.environment, problems),
    region: withFallback(inputs, 'region', REGION_VARIABLES, REGION, context.environment, problems),
    endpoint,
    instanceId: id('instance-id'),
    database: id('database'),
    request: null,
  }
  if (service === null) return null
  const plain = endpoint === null ? null : plainHttpProblem(service.credential, endpoint)
  if (plain !== null) problems.add(problemText('endpoint', plain, 'https, or http on this machine only'))
  return { service, request }
}

function serviceOf(
  inputs: Inputs,
  services: readonly ServiceDefinition[],
  problems: Problems,
): ServiceDefinition | null {
  const name = inputs.optional('service')
  const service = services.find(candidate => candidate.name === name) ?? null
  if (service === null) {
    const wrong =
      name === null ? 'missing; it says which service runs the pre-check' : `${quoted(name)} is not valid`
    problems.add(problemText('service', wrong, alternatives(services.map(({ name }) => name))))
  }
  return service
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
  const variable = firstSet(variables, environment)
  return variable === null
    ? null
    : matching(variable.value, `${name} (from ${variable.name})`, rule, problems)
}
