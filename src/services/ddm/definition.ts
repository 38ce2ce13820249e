import { HUAWEI_CLOUD } from '../../identity/huawei-cloud.ts'
import { type Sentence, told } from '../../precheck/sentence.ts'
import type { PlannedWork, ServiceDefinition, TargetInput, TargetSpec, Tell } from '../definition.ts'
import { huaweiEndpoint } from '../endpoint.ts'
import type { DdmAccess } from './api.ts'
import type { DdmRun } from './ddm.ts'
import { DDM_ERRORS } from './errors.ts'

/** `auto` for settle-seconds: how long a result must stand unchanged before it is taken for whole. */
const SETTLE_SECONDS = 60

const ALWAYS: readonly TargetInput[] = [
  'mode',
  'project-id',
  'region',
  'endpoint',
  'instance-id',
  'database',
  'settle-seconds',
]

/** Huawei Cloud Distributed Database Middleware: the pre-check of a shard configuration. */
export const ddm: ServiceDefinition = {
  name: 'ddm',
  errors: DDM_ERRORS,
  catalogue: async () => (await import('./catalogue.ts')).catalogue,
  credential: HUAWEI_CLOUD,
  uses: ({ mode }) => [...ALWAYS, mode === 'run' ? 'request' : 'job-ids'],
  settleSeconds: () => SETTLE_SECONDS,
  plan(spec, tell) {
    const run = runOf(spec, tell)
    const schema = schemaOf(spec, tell)
    const endpoint = huaweiEndpoint('ddm', spec, tell)
    if (run === null || schema === null || endpoint === null) return null
    return plannedWork(spec, endpoint, run, schema)
  },
}

/** Returns what to run or to read; null after telling the problem. */
function runOf({ mode, request, tasks }: TargetSpec, { problem }: Tell): DdmRun | null {
  if (mode === 'run') {
    if (tasks.length > 0) {
      problem({
        field: 'job-ids',
        wrong: told(
          'must be empty for DDM with mode run; the pre-check gets its id when it starts',
          'DDM 在 mode run 下必须为空；预检查启动时才有 ID',
        ),
      })
    }
    if (request !== null) return { mode, request }
    problem({
      field: 'request',
      isMissing: true,
      wrong: told(
        'missing; DDM needs the body of the start call (data_nodes, new_shard_number)',
        '缺少；DDM 需要启动请求的请求体（data_nodes、new_shard_number）',
      ),
    })
    return null
  }
  const [task] = tasks
  if (task !== undefined && tasks.length === 1) return { mode, jobId: task.id }
  const isMissing = tasks.length === 0
  const count = isMissing
    ? { en: 'missing', zh: '缺少' }
    : { en: `${tasks.length} ids`, zh: `${tasks.length} 个 ID` }
  problem({
    field: 'job-ids',
    isMissing,
    wrong: told(
      `${count.en}; DDM with mode query needs exactly one, the job id of the pre-check`,
      `${count.zh}；DDM 在 mode query 下只需要一个，即预检查的任务 ID`,
    ),
  })
  return null
}

function schemaOf({ instanceId, database }: TargetSpec, { problem }: Tell) {
  const missing = (field: TargetInput, wrong: Sentence) => problem({ field, isMissing: true, wrong })
  if (instanceId === null)
    missing(
      'instance-id',
      told('missing; it says which DDM instance the schema is on', '缺少；它指明逻辑库所在的 DDM 实例'),
    )
  if (database === null)
    missing(
      'database',
      told(
        'missing; it says which schema of the DDM instance to check',
        '缺少；它指明要检查 DDM 实例的哪个逻辑库',
      ),
    )
  return instanceId === null || database === null ? null : { instanceId, database }
}

function plannedWork(
  spec: TargetSpec,
  endpoint: URL,
  run: DdmRun,
  schema: Pick<DdmAccess, 'instanceId' | 'database'>,
): PlannedWork {
  const id = `${schema.instanceId}/${schema.database}`
  return {
    endpoint,
    tasks: [{ id, label: spec.tasks[0]?.label ?? null }],
    async connect(ports) {
      const { DdmService } = await import('./ddm.ts')
      const { connection, projectId } = ports
      const access = { connection, endpoint, projectId, language: spec.language, ...schema }
      return new DdmService(access, run, (spec.settleSeconds ?? SETTLE_SECONDS) * 1_000, ports)
    },
  }
}
