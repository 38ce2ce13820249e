import type { CredentialMethod } from '../identity/method.ts'
import { inputsOf } from '../identity/methods.ts'
import { belongsTo } from '../identity/project-name.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import { TARGET_INPUTS } from '../services/definition.ts'
import type { InputName, Inputs } from './inputs.ts'
import type { Plan } from './plan.ts'
import { type InputProblem, problemSentence } from './problems.ts'
import { NOT_BESIDE_CONFIG } from './target-in-inputs.ts'
import type { GivenTarget } from './targets.ts'

/** An input that means something only beside another. */
const NEEDS: readonly (readonly [InputName, InputName])[] = [
  ['config-ref', 'config'],
  ['allowed-hosts', 'config'],
  ['allowed-variables', 'config'],
  ['waivers-ref', 'waivers'],
  ['commit-sha', 'commit-status'],
]

/** Means something where calls are made for a project. */
const PROJECT_NAME: InputName = 'project-name'

/** Returns a warning for each input that is set and that no target uses: most often a slip in the workflow. */
export function unusedInputs(
  inputs: Inputs,
  targets: readonly GivenTarget[],
  credentials: Plan['credentials'],
  methods: readonly CredentialMethod[],
): readonly Sentence[] {
  if (targets.length === 0) return []
  const kinds = new Set(targets.map(({ service }) => service.credential))
  const strange = methods.filter(({ kind }) => !kinds.has(kind))
  const used = new Set<string>(targets.flatMap(({ service, spec }) => service.uses(spec)))
  // Those are errors beside a config file, which says more than a warning.
  const refused = new Set(inputs.isSet('config') ? NOT_BESIDE_CONFIG : [])
  const ofTargets = [
    ...TARGET_INPUTS.filter(name => !used.has(name) && !refused.has(name)),
    ...inputsOf(strange),
    ...([...kinds].some(({ hasProjects }) => hasProjects) ? [] : [PROJECT_NAME]),
  ].filter(name => inputs.given(name) !== null)
  const alone = NEEDS.filter(([name, needed]) => inputs.isSet(name) && !inputs.isSet(needed))
  return [
    ...ofTargets.map(field => ({ field, wrong: noMeaningFor(targets) })),
    ...alone.map(([field, needed]) => ({
      field,
      wrong: told(`is set, but has no meaning without ${needed}`, `已设置，但没有 ${needed} 就不起作用`),
    })),
    ...idleAddresses(inputs, targets, credentials, methods),
    ...idleProjectName(inputs, targets, credentials),
    ...targets.flatMap(unusedKeys),
  ].map(problemSentence)
}

/** Where nobody signs in and nothing is looked up, no address for it is needed. */
function idleAddresses(
  inputs: Inputs,
  targets: readonly GivenTarget[],
  credentials: Plan['credentials'],
  methods: readonly CredentialMethod[],
): readonly InputProblem[] {
  return methods.flatMap(({ kind, address }) => {
    const method = credentials.get(kind)?.method
    const users = targets.filter(({ service }) => service.credential === kind)
    if (address === undefined || method === undefined || users.length === 0) return []
    const looksUp = address.looksUpProjects && users.some(({ spec }) => spec.projectId === null)
    const isIdle = method.address?.input !== address.input && !looksUp
    return isIdle && inputs.given(address.input) !== null
      ? [{ field: address.input, wrong: address.whenIdle }]
      : []
  })
}

/** A project that no target is looked up by, and no token is for. */
function idleProjectName(
  inputs: Inputs,
  targets: readonly GivenTarget[],
  credentials: Plan['credentials'],
): readonly InputProblem[] {
  const users = targets.filter(({ service }) => service.credential.hasProjects)
  const name = inputs.optional(PROJECT_NAME)
  if (name === null || users.length === 0) return []
  const isLookedUp = users.some(
    ({ spec: { projectId, region } }) => projectId === null && region !== null && belongsTo(region, name),
  )
  if (isLookedUp || [...credentials.values()].some(({ method }) => method.isOfProject)) return []
  const wrong = told(
    'is set, but every target has its project-id or is in a region that the name does not begin with',
    '已设置，但每个目标都有 project-id，或者所在区域不是该名称的开头',
  )
  return [{ field: PROJECT_NAME, wrong }]
}

/** Keys of a config file that its own target does not use. */
function unusedKeys(target: GivenTarget): readonly InputProblem[] {
  const used = target.service.uses(target.spec)
  return target.given
    .filter(key => !used.includes(key))
    .map(field => target.placed({ field, wrong: noMeaningFor([target]) }))
}

function noMeaningFor(targets: readonly GivenTarget[]): Sentence {
  return inEach(in_ => {
    const names = [...new Set(targets.map(target => in_(inWords(target))))]
    return told(
      `is set, but has no meaning for ${names.join(', ')}`,
      `已设置，但对 ${names.join('、')} 不起作用`,
    )
  })
}

function inWords({ service, spec }: GivenTarget): Sentence {
  const { mode, drsApi } = spec
  const api = drsApi === 'v3' || !service.uses(spec).includes('drs-api') ? null : drsApi
  return told(
    `${service.name} with mode ${mode}${api === null ? '' : ` and drs-api ${api}`}`,
    `${service.name}（mode ${mode}${api === null ? '' : `，drs-api ${api}`}）`,
  )
}
