import type { CredentialMethod, PlannedCredential } from '../identity/method.ts'
import { inputsThatAre, kindsOf, secretVariablesOf, variablesOf } from '../identity/methods.ts'
import { projectNameIn } from '../identity/project-name.ts'
import type { ProjectLookUp } from '../identity/projects.ts'
import { defaultEndpoint } from '../identity/regions.ts'
import type { Environment } from '../ports.ts'
import { inEach, told } from '../precheck/sentence.ts'
import type { PlannedTarget } from '../services/definition.ts'
import { refusePlainHttp } from './hosts.ts'
import { urlOf } from './input-values.ts'
import { type Inputs, secretInputs, variableOf } from './inputs.ts'
import type { Plan, PlanContext } from './plan.ts'
import type { InputProblems } from './problems.ts'
import { alternatives } from './quoted.ts'
import type { GivenTargets } from './targets.ts'

/** Characters that an HTTP header carries; Node would refuse each request with a stray line break in one. */
const PRINTABLE = /^[\x21-\x7e]+$/

/** Returns the variables that hold credentials; `${NAME}` in a config file must not reach them. */
export function credentialVariables(methods: readonly CredentialMethod[]): readonly string[] {
  return [...variablesOf(methods), ...secretInputs(methods).map(variableOf)]
}

/** Returns every secret that stands in the environment with its variable, used or not. */
export function secretsInEnvironment(
  environment: Environment,
  methods: readonly CredentialMethod[],
): readonly (readonly [name: string, secret: string])[] {
  return [...secretVariablesOf(methods), ...secretInputs(methods).map(variableOf)]
    .map(name => [name, valueIn(environment, name)] as const)
    .filter(([, value]) => value !== '')
}

/** Returns how the gate signs in, and which projects it has to ask for, telling all that is wrong with either. */
export function planIdentity(
  inputs: Inputs,
  given: GivenTargets,
  targets: readonly PlannedTarget[],
  projectName: string | null,
  context: PlanContext,
): Pick<Plan, 'credentials' | 'lookUps'> {
  const { environment, methods, problems } = context
  const taken = kindsOf(methods).flatMap(kind => {
    const ofKind = methods.filter(method => method.kind === kind)
    return takenFrom(inputs, environment, ofKind, problems) ?? []
  })
  const addresses = ownAddresses(inputs, methods, problems)
  const credentials = taken.map(one => {
    const address = addressOf(one.method, addresses, inputs, given, problems)
    const users = given.targets.filter(({ service }) => service.credential === one.method.kind)
    const region = users.map(({ spec }) => spec.region).find(name => name !== null) ?? null
    return [one.method.kind, { ...one, address, project: projectName ?? region }] as const
  })
  const input = methods.find(({ address }) => address?.looksUpProjects)?.address?.input
  const iam = (input === undefined ? null : addresses.get(input)) ?? null
  return { credentials: new Map(credentials), lookUps: lookUpsFor(targets, iam, projectName) }
}

/** Takes a credential whole from one source, not yet with where it signs in; half a method and two methods are problems. */
function takenFrom(
  inputs: Inputs,
  environment: Environment,
  methods: readonly CredentialMethod[],
  problems: InputProblems,
): PlannedCredential | null {
  const begun = methods.filter(({ inputs: own }) =>
    Object.keys(own).some(name => inputs.given(name) !== null),
  )
  if (begun.length === 0) return takenFromEnvironment(environment, methods)
  const isGiven = (name: string) => inputs.given(name) !== null
  const givenOf = (method: CredentialMethod) => Object.keys(method.inputs).filter(isGiven)
  const missingOf = (method: CredentialMethod) =>
    inputsThatAre('needed', [method]).filter(name => !isGiven(name))
  for (const method of begun.filter(one => missingOf(one).length > 0)) {
    const missing = missingOf(method)
    const needed = inputsThatAre('needed', [method])
    problems.add({
      field: givenOf(method).join(', '),
      wrong: told(
        `only half of a credential: ${missing.join(' and ')} missing`,
        `凭证只有一半：缺少 ${missing.join(' 和 ')}`,
      ),
      allowed: told(`all of ${needed.join(', ')}`, `${needed.join('、')} 全部给出`),
    })
  }
  if (begun.length > 1) {
    const names = begun.map(method => givenOf(method).join(' + '))
    problems.add({
      wrong: told(
        `${names.join(' and ')}: more than one way to sign in`,
        `${names.join(' 和 ')}：多于一种登录方式`,
      ),
      allowed: inEach(in_ => {
        const either = in_(alternatives(names))
        return told(`one of ${either}`, `${either} 之一`)
      }),
    })
  }
  for (const field of inputsThatAre('inHeader', methods)) {
    if (PRINTABLE.test(inputs.given(field) ?? 'none')) continue
    problems.add({
      field,
      wrong: told(
        'blanks, line breaks or other characters that no HTTP header can carry',
        '含有空格、换行或其他 HTTP 头无法携带的字符',
      ),
      allowed: told('the value alone, on one line', '只有值本身，占一行'),
    })
  }
  const method = begun.find(one => missingOf(one).length === 0)
  if (method === undefined) return null
  const values = valuesOf(method, name => inputs.given(name) ?? '')
  return { method, values, origin: told('the inputs', '输入参数'), address: null, project: null }
}

/** The first family that has all that its method needs. */
function takenFromEnvironment(
  environment: Environment,
  methods: readonly CredentialMethod[],
): PlannedCredential | null {
  for (const method of methods) {
    const needed = inputsThatAre('needed', [method])
    for (const family of method.families) {
      const values = valuesOf(method, name => valueIn(environment, family[name] ?? ''))
      if (needed.some(name => values[name] === '')) continue
      const variables = needed.map(name => family[name])
      const origin = told(variables.join(' and '), ` ${variables.join(' 和 ')} `)
      return { method, values, origin, address: null, project: null }
    }
  }
  return null
}

function valuesOf(
  { inputs }: CredentialMethod,
  read: (name: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(inputs).map(name => [name, read(name)]))
}

function valueIn(environment: Environment, name: string): string {
  return environment[name]?.trim() ?? ''
}

/** Returns the addresses that inputs name, as far as they can be read. */
function ownAddresses(
  inputs: Inputs,
  methods: readonly CredentialMethod[],
  problems: InputProblems,
): ReadonlyMap<string, URL> {
  const addresses = new Map<string, URL>()
  for (const { kind, address } of methods) {
    if (address === undefined) continue
    const where = { field: address.input }
    const url = urlOf(inputs.given(address.input), where, problems)
    if (url === null) continue
    refusePlainHttp(kind, url, where, problems)
    addresses.set(address.input, url)
  }
  return addresses
}

/** Returns where a method signs in for the targets of its kind, telling where there is nothing. */
function addressOf(
  { kind, address }: CredentialMethod,
  own: ReadonlyMap<string, URL>,
  inputs: Inputs,
  { targets, areAll }: GivenTargets,
  problems: InputProblems,
): URL | null {
  if (address === undefined) return null
  const users = targets.filter(({ service }) => service.credential === kind)
  const found =
    own.get(address.input) ??
    address.of(users.map(({ service, spec }) => ({ ...spec, service: service.name })))
  if (found instanceof URL) return found
  // There may be more regions than could be read; that is the problem then, not what follows from it.
  const areRegionsKnown = areAll && users.every(({ unread }) => !unread.has('region'))
  if (users.length > 0 && areRegionsKnown && inputs.given(address.input) === null)
    problems.add({ field: address.input, ...found })
  return null
}

/** Returns the projects that targets leave to be looked up, each once; `iam` is what an input names. */
function lookUpsFor(
  targets: readonly PlannedTarget[],
  iam: URL | null,
  projectName: string | null,
): readonly ProjectLookUp[] {
  const wanted = targets.filter(({ credential, projectId }) => credential.hasProjects && projectId === null)
  const regions = new Set(wanted.map(({ region }) => region).filter(region => region !== null))
  return [...regions].flatMap(region => {
    const first = targets.find(target => target.region === region)
    if (first === undefined) return []
    const ownIam = iam ?? defaultEndpoint('iam', region, first.endpoint)
    return { kind: first.credential, region, name: projectNameIn(region, projectName), iam: ownIam }
  })
}
