import type { CatalogueData } from '../catalogue/files.ts'
import type { Connection } from '../cloud/connection.ts'
import type { ServiceErrors } from '../cloud/error-table.ts'
import type { ApiFault } from '../cloud/fault.ts'
import type { CredentialKind } from '../identity/method.ts'
import type { Clock, Deadline, Random } from '../ports.ts'
import type { Mode, Task } from '../precheck/model.ts'
import type { RunIds } from '../precheck/run-ids.ts'
import type { Sentence } from '../precheck/sentence.ts'
import type { PrecheckService } from '../precheck/service.ts'

/** One target as the user wrote it, from inputs or from the config file: read, but not yet understood. */
export interface TargetSpec {
  readonly name: string
  readonly tasks: readonly Task[]
  readonly mode: Mode
  readonly precheckMode: PrecheckMode
  readonly drsApi: (typeof DRS_APIS)[number]
  readonly projectId: string | null
  readonly region: string | null
  readonly endpoint: URL | null
  readonly instanceId: string | null
  readonly database: string | null
  readonly request: Readonly<Record<string, unknown>> | null
  readonly language: string
  /** null stands for `auto`. */
  readonly settleSeconds: number | null
}

export const PRECHECK_MODES = ['forStartJob', 'forRetryJob'] as const
export type PrecheckMode = (typeof PRECHECK_MODES)[number]

export const DRS_APIS = ['v3', 'v5'] as const

/** What decides which inputs a target uses. */
export type TargetKind = Pick<TargetSpec, 'mode' | 'drsApi'>

export interface ServicePorts {
  readonly connection: Connection
  readonly clock: Clock
  readonly random: Random
  readonly deadline: Deadline
  /** Milliseconds between reads that a service makes on its own account, before the start. */
  readonly pauseMs: number
  /** The ids of all tasks of this endpoint, and of their runs. */
  readonly runIds: RunIds
  /** A hint for the user that belongs to this target. */
  readonly notice: (level: 'warning' | 'notice', text: Sentence) => void
  /** Of a Huawei Cloud target: as given, or looked up by its region; empty for others. */
  readonly projectId: string
}

/** What a look at a target needs that starts nothing. */
export interface ProbePorts extends Omit<ServicePorts, 'pauseMs'> {
  /** Does something once for all targets of the gate that would do it under the same name. */
  readonly once: (name: string, work: () => Promise<ApiFault | null>) => Promise<ApiFault | null>
}

/** What a service makes of a target. */
export interface PlannedWork {
  readonly endpoint: URL
  readonly tasks: readonly Task[]
  /** Loads the service, which costs time and memory that a gate with wrong inputs need not spend. */
  connect(ports: ServicePorts): Promise<PrecheckService>
  /**
   * Looks at what a run would meet, and starts nothing. Returns the faults by task id. Absent where nothing can be read
   * without a run.
   */
  probe?(ports: ProbePorts): Promise<ReadonlyMap<string, ApiFault>>
}

/** A target that can be checked: everything about it is valid. */
export interface PlannedTarget extends PlannedWork {
  readonly name: string
  readonly service: string
  readonly mode: Mode
  readonly credential: CredentialKind
  /** null: looked up by the region before any pre-check call. */
  readonly projectId: string | null
  readonly region: string | null
}

export const TARGET_INPUTS = [
  'job-ids',
  'mode',
  'precheck-mode',
  'drs-api',
  'project-id',
  'region',
  'endpoint',
  'instance-id',
  'database',
  'request',
  'settle-seconds',
] as const
export type TargetInput = (typeof TARGET_INPUTS)[number]

/** A service that runs pre-checks. A new one is a folder of its own and one line in `registry.ts`. */
export interface ServiceDefinition {
  readonly name: string
  readonly credential: CredentialKind
  /** What its error codes mean. A code means the same whichever service sends it, so that all rows make one table. */
  readonly errors: ServiceErrors
  /** Loads what is known of its check items; absent where nothing is. */
  readonly catalogue?: () => Promise<CatalogueData>
  /** Inputs that a target of this service uses; any other that is set is reported as unused. */
  uses(kind: TargetKind): readonly TargetInput[]
  /** What `auto` stands for in settle-seconds, in seconds; null where nothing has to settle. */
  settleSeconds(kind: TargetKind): number | null
  /** True where `job-ids` name a run of a task, as `<task id>:<run id>`; without it they never do. */
  namesRuns?(kind: TargetKind): boolean
  /** Tells everything that is wrong with a target. What it returns counts where nothing was; null where there is nothing to return. */
  plan(spec: TargetSpec, tell: Tell): PlannedWork | null
}

/** Who is told what is wrong with a target; a warning stops nothing. */
export interface Tell {
  readonly problem: (problem: TargetProblem) => void
  readonly warning: (problem: TargetProblem) => void
}

/** Returns the target as its service plans it; null after telling everything that is wrong with it. */
export function planTarget(service: ServiceDefinition, spec: TargetSpec, tell: Tell): PlannedTarget | null {
  let isWrong = false
  const problem = (wrong: TargetProblem) => {
    isWrong = true
    tell.problem(wrong)
  }
  const work = service.plan(spec, { ...tell, problem })
  if (work === null || isWrong) return null
  const { name, mode, projectId, region } = spec
  const { name: of, credential } = service
  const place = credential.hasProjects ? { projectId, region } : { projectId: null, region: null }
  return { name, service: of, mode, credential, ...place, ...work }
}

/** What is wrong with a target, as facts. */
export interface TargetProblem {
  readonly field: TargetInput
  /** Nothing is given there, nor where it could come from instead. */
  readonly isMissing?: boolean
  readonly wrong: Sentence
  readonly allowed?: Sentence
}
