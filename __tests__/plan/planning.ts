import type { FileAtRef, LocalFile, Protection } from '../../src/files/ports.ts'
import type { WaiversSource } from '../../src/github/event.ts'
import type { CredentialMethod } from '../../src/identity/method.ts'
import { METHODS } from '../../src/identity/methods.ts'
import { Inputs, inputNames } from '../../src/plan/inputs.ts'
import { planNetwork } from '../../src/plan/network.ts'
import { makePlan, type Plan, planReport, type ReportSettings } from '../../src/plan/plan.ts'
import { InputProblems } from '../../src/plan/problems.ts'
import type { Environment } from '../../src/ports.ts'
import { type Sentence, verbatim } from '../../src/precheck/sentence.ts'
import type { ServiceDefinition } from '../../src/services/definition.ts'
import { SERVICES } from '../../src/services/registry.ts'

/** Plans from plain objects: inputs as a record, files as texts, no runner and no network. */

export type Values = Readonly<Record<string, string>>

export interface Surroundings {
  readonly environment?: Environment
  /** Text by path; an `Error` says why the file cannot be read. */
  readonly workspace?: Readonly<Record<string, string | Error>>
  /** By `path@ref`; what is not there is absent. */
  readonly refs?: Readonly<Record<string, FileAtRef>>
  readonly defaultWaivers?: WaiversSource
  /** By branch; unprotected is what is not there. */
  readonly branches?: Readonly<Record<string, Protection>>
  /** The ways to sign in; all that there are where it is absent. */
  readonly methods?: readonly CredentialMethod[]
  /** The services; all that there are where it is absent. */
  readonly services?: readonly ServiceDefinition[]
}

export interface Planning {
  readonly plan: Plan | null
  readonly report: ReportSettings
  readonly problems: readonly string[]
  readonly unavailable: readonly string[]
  readonly warnings: readonly string[]
  /** Secrets of requests, each with where it stands. */
  readonly secrets: readonly (readonly [secret: string, where: string])[]
  /** What was asked of the file ports, in order: a path, or `path@ref`. */
  readonly asked: readonly string[]
  /** PEM certificates. */
  readonly trusted: readonly string[]
}

/** The services as a message lists them, each in quotation marks or as it is: a new one is listed like the others. */
export function listOfServices(mark: '' | '"'): string {
  const names = SERVICES.map(({ name }) => mark + name + mark)
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

export const TASK = '140b5236-88ad-43c8-811c-1268453jb101'
export const OTHER_TASK = 'a281f62f-4631-45d6-a2d3-679a9f4jb105'

/** The least that each service takes. */
export const DRS: Values = { service: 'drs', 'job-ids': TASK, region: 'cn-north-4', 'project-id': 'p1' }
export const DDM: Values = {
  service: 'ddm',
  'instance-id': 'in09',
  database: 'orders',
  request: '{"new_shard_number": "9"}',
  region: 'cn-north-4',
}
export const OMS: Values = { service: 'oms', endpoint: 'https://oms.example.com:8089', 'job-ids': 'np_1' }
export const KEYS: Values = { 'access-key-id': 'AKIDEXAMPLE', 'secret-access-key': 'secret-key-example' }

export async function planWith(values: Values, around: Surroundings = {}): Promise<Planning> {
  const { methods = METHODS } = around
  const known = inputNames(methods)
  const strange = Object.keys(values).filter(name => !known.includes(name))
  if (strange.length > 0) throw new Error(`There is no input ${strange.join(', ')}`)
  const inputs = new Inputs(name => values[name] ?? '', known)
  const problems = new InputProblems()
  const unavailable = new InputProblems()
  const warnings: string[] = []
  const secrets: (readonly [string, string])[] = []
  const asked: string[] = []
  const trusted: string[] = []
  const readWorkspace = async (path: string): Promise<LocalFile> => {
    asked.push(path)
    const file = around.workspace?.[path] ?? null
    if (file instanceof Error) return { kind: 'refused', why: verbatim(file.message) }
    return file === null ? { kind: 'absent' } : { kind: 'found', text: file }
  }
  const report = planReport(inputs, problems)
  const context = {
    environment: around.environment ?? {},
    services: around.services ?? SERVICES,
    methods,
    problems,
    unavailable,
    defaultWaivers: around.defaultWaivers ?? { from: 'workspace' as const },
    addSecret: (secret: string, where: Sentence) => void secrets.push([secret, where.in('en-us')]),
    warn: (text: Sentence) => void warnings.push(text.in('en-us')),
    files: {
      readWorkspace,
      readAnywhere: readWorkspace,
      readAtRef: async (path: string, ref: string) => {
        asked.push(`${path}@${ref}`)
        return around.refs?.[`${path}@${ref}`] ?? { kind: 'absent' }
      },
      protectionOf: async (branch: string) => {
        asked.push(`protection of ${branch}`)
        return around.branches?.[branch] ?? { kind: 'unprotected' }
      },
    },
  }
  await planNetwork(inputs, certificates => void trusted.push(...certificates), context)
  const plan = await makePlan(inputs, report, context)
  return {
    plan,
    report,
    problems: problems.all.map(problem => problem.in('en-us')),
    unavailable: unavailable.all.map(problem => problem.in('en-us')),
    warnings,
    secrets,
    asked,
    trusted,
  }
}

export const FILE = 'ci/gate.yml'

/** The same with a config file in the workspace. */
export function planConfig(text: string, values: Values = {}, around: Surroundings = {}): Promise<Planning> {
  return planWith(
    { config: FILE, ...values },
    { ...around, workspace: { [FILE]: text, ...around.workspace } },
  )
}

/** The plan's only target. Throws the problems when there is none. */
export function targetOf({ plan, problems }: Planning) {
  const [target, ...more] = plan?.targets ?? []
  if (target === undefined || more.length > 0) throw new Error(`Not one target: ${problems.join('\n')}`)
  return target
}
