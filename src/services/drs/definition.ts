import type { PlannedTarget, ServiceDefinition, TargetInput, TargetRequest } from '../definition.ts'
import { huaweiEndpoint, needsProject } from '../endpoint.ts'

/** `auto` for settle-seconds: how long a result that could be an earlier run's must stand unchanged. */
const SETTLE_SECONDS = 120

/** Real ids end in letters that are not hexadecimal, so a strict UUID check would turn them away. */
const USUAL_TASK_ID = /^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$/i

const ALWAYS: readonly TargetInput[] = ['job-ids', 'mode', 'project-id', 'region', 'endpoint']

/** Huawei Cloud Data Replication Service. */
export const drs: ServiceDefinition = {
  name: 'drs',
  credential: 'huawei-cloud',
  uses: ({ mode }) => (mode === 'run' ? [...ALWAYS, 'precheck-mode', 'settle-seconds'] : ALWAYS),
  settleSeconds: ({ mode }) => (mode === 'run' ? SETTLE_SECONDS : null),
  plan(request, { problem, warning }) {
    const problems: string[] = []
    const tell = (text: string) => problems.push(text)
    if (request.tasks.length === 0) tell('job-ids: missing; DRS needs at least one task id')
    for (const { id } of request.tasks.filter(task => !USUAL_TASK_ID.test(task.id))) {
      warning(`job-ids: ${id} does not look like a DRS task id (8-4-4-4-12 characters)`)
    }
    needsProject(request, tell)
    const endpoint = huaweiEndpoint('drs', request, tell)
    problems.forEach(problem)
    return problems.length > 0 || endpoint === null ? null : plannedTarget(request, endpoint)
  },
}

function plannedTarget(request: TargetRequest, endpoint: URL): PlannedTarget {
  const { name, mode, tasks, language, precheckMode, region, projectId } = request
  return {
    name,
    service: drs.name,
    mode,
    endpoint,
    tasks,
    credential: drs.credential,
    projectId,
    region,
    async connect(ports) {
      const { drsService } = await import('./drs.ts')
      const access = { ...ports, endpoint, language, precheckMode }
      return drsService(access, { mode, settleMs: (request.settleSeconds ?? SETTLE_SECONDS) * 1_000 }, ports)
    },
  }
}
