import { HUAWEI_CLOUD } from '../../identity/huawei-cloud.ts'
import type { Task } from '../../precheck/model.ts'
import { told } from '../../precheck/sentence.ts'
import type {
  PlannedWork,
  ServiceDefinition,
  TargetInput,
  TargetKind,
  TargetProblem,
  TargetSpec,
} from '../definition.ts'
import { huaweiEndpoint } from '../endpoint.ts'
import { DRS_ERRORS } from './errors.ts'

/** `auto` for settle-seconds: how long a result that could be an earlier run's must stand unchanged. */
const SETTLE_SECONDS = 120

/** Real ids end in letters that are not hexadecimal, so a strict UUID check would turn them away. */
const USUAL_TASK_ID = /^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$/i

const ALWAYS: readonly TargetInput[] = ['job-ids', 'mode', 'drs-api', 'project-id', 'region', 'endpoint']

const NO_TASK: TargetProblem = {
  field: 'job-ids',
  isMissing: true,
  wrong: told('missing; DRS needs at least one task id', '缺少；DRS 至少需要一个任务 ID'),
}

/** Huawei Cloud Data Replication Service. */
export const drs: ServiceDefinition = {
  name: 'drs',
  errors: DRS_ERRORS,
  catalogue: async () => (await import('./catalogue.ts')).catalogue,
  credential: HUAWEI_CLOUD,
  uses,
  settleSeconds: kind => (settles(kind) ? SETTLE_SECONDS : null),
  namesRuns,
  plan(spec, tell) {
    if (spec.tasks.length === 0) tell.problem(NO_TASK)
    const { tasks, queryIds } = tasksOf(spec)
    for (const { id } of tasks.filter(task => !USUAL_TASK_ID.test(task.id))) {
      tell.warning({
        field: 'job-ids',
        wrong: told(
          `${id} does not look like a DRS task id (8-4-4-4-12 characters)`,
          `${id} 不像 DRS 任务 ID（8-4-4-4-12 个字符）`,
        ),
      })
    }
    for (const id of namesRuns(spec) ? repeated(tasks) : []) {
      tell.problem({
        field: 'job-ids',
        wrong: told(`task ${id} is there twice`, `任务 ${id} 出现了两次`),
        allowed: told('one run of each task', '每个任务一次运行'),
      })
    }
    const endpoint = huaweiEndpoint('drs', spec, tell)
    return endpoint === null ? null : plannedWork({ ...spec, tasks }, endpoint, queryIds)
  },
}

function uses(kind: TargetKind): readonly TargetInput[] {
  if (kind.mode === 'query') return ALWAYS
  return settles(kind) ? [...ALWAYS, 'precheck-mode', 'settle-seconds'] : [...ALWAYS, 'precheck-mode']
}

/** A result of v5 is asked for by the id of its run, so it cannot be an old one. */
function settles({ mode, drsApi }: TargetKind): boolean {
  return mode === 'run' && drsApi === 'v3'
}

function namesRuns({ mode, drsApi }: TargetKind): boolean {
  return mode === 'query' && drsApi === 'v5'
}

/** Returns the tasks that are meant, and by task the run of each that has to be read. */
function tasksOf(spec: TargetSpec): {
  readonly tasks: readonly Task[]
  readonly queryIds: ReadonlyMap<string, string>
} {
  if (!namesRuns(spec)) return { tasks: spec.tasks, queryIds: new Map() }
  const parts = spec.tasks.map(({ id, label }) => {
    const [task = '', run = ''] = id.split(':')
    return { task: { id: task, label }, run }
  })
  const queryIds = new Map(parts.map(({ task, run }) => [task.id, run]))
  return { tasks: parts.map(({ task }) => task), queryIds }
}

function repeated(tasks: readonly Task[]): readonly string[] {
  const ids = tasks.map(({ id }) => id)
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

function plannedWork(spec: TargetSpec, endpoint: URL, queryIds: ReadonlyMap<string, string>): PlannedWork {
  const { mode, tasks, language, precheckMode } = spec
  const access = { endpoint, language, precheckMode }
  // A result of v5 can be asked for only by the id of a run.
  const probe: Pick<PlannedWork, 'probe'> =
    spec.drsApi === 'v5'
      ? {}
      : { probe: async ports => (await import('./probe.ts')).probe({ ...ports, ...access }, tasks, ports) }
  return {
    ...probe,
    endpoint,
    tasks,
    async connect(ports) {
      if (spec.drsApi === 'v5') {
        const { DrsV5Service } = await import('./v5/drs-v5.ts')
        return new DrsV5Service({ ...ports, ...access }, mode === 'run' ? null : queryIds)
      }
      const { DrsService } = await import('./drs.ts')
      return new DrsService(
        { ...ports, ...access },
        { mode, settleMs: (spec.settleSeconds ?? SETTLE_SECONDS) * 1_000 },
        ports,
      )
    },
  }
}
