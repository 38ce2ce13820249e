import { OMS } from '../../identity/oms-basic.ts'
import type { Task } from '../../precheck/model.ts'
import type { PlannedTarget, ServiceDefinition, TargetInput, TargetRequest } from '../definition.ts'
import { textOf } from '../text.ts'
import { mixUpOf } from './ids.ts'
import type { OmsRequest } from './oms.ts'

const ALWAYS: readonly TargetInput[] = ['job-ids', 'mode', 'endpoint']

/** OceanBase Migration Service, Enterprise and Community. */
export const oms: ServiceDefinition = {
  name: 'oms',
  catalogue: async () => (await import('./catalogue.ts')).catalogue,
  credential: OMS,
  uses: ({ mode }) => (mode === 'run' ? [...ALWAYS, 'request'] : ALWAYS),
  // A pre-check is read by the id of its own run, and the run says when it has ended.
  settleSeconds: () => null,
  plan(request, { problem, warning }) {
    const problems: string[] = []
    const tell = (text: string) => void problems.push(text)
    const { endpoint } = request
    const work = request.mode === 'run' ? submissions(request, tell) : foundRuns(request, tell)
    mixUpsIn(request).forEach(warning)
    if (endpoint === null) {
      tell(
        'endpoint: missing; OMS has no default address, so give its base URL, such as https://oms.example.com:8089',
      )
    }
    problems.forEach(problem)
    if (problems.length > 0 || work === null || endpoint === null) return null
    return plannedTarget(request, endpoint, work)
  },
}

/** What a project id in the request is stays out of the text: nothing of a request is quoted. */
function mixUpsIn({ mode, tasks, request }: TargetRequest): readonly string[] {
  const given = tasks.map(({ id }) => ({ id, shown: `job-ids: ${id}` }))
  const projectId = mode === 'run' ? request?.['projectId'] : null
  const own = typeof projectId === 'string' ? [{ id: projectId, shown: 'request: projectId' }] : []
  return [...given, ...own].flatMap(({ id, shown }) => {
    const mixUp = mixUpOf(id, mode)
    return mixUp === null ? [] : [`${shown} ${mixUp.in('en-us')}`]
  })
}

interface Work {
  readonly tasks: readonly Task[]
  readonly request: OmsRequest
}

function foundRuns({ tasks }: TargetRequest, problem: (text: string) => void): Work | null {
  if (tasks.length > 0) return { tasks, request: { mode: 'query' } }
  problem('job-ids: missing; OMS with mode query needs at least one pre-check id (t_…)')
  return null
}

/** Returns what to submit: each project with its id added to the request, or without ids the request as it is. */
function submissions({ tasks, request }: TargetRequest, problem: (text: string) => void): Work | null {
  if (tasks.length > 0) {
    if (request !== null && Object.hasOwn(request, 'projectId')) {
      problem('request: projectId is given beside job-ids; leave one of them out')
    }
    const bodyOf = ({ id }: Task) => ({ ...request, projectId: id })
    return { tasks, request: { mode: 'run', bodyOf } }
  }
  if (request === null) {
    problem('job-ids: missing; OMS with mode run needs project ids (np_…) there, or request')
    return null
  }
  const id = request['projectId'] ?? request['name']
  if (typeof id !== 'string' || textOf(id) === null) {
    problem(
      'request: missing projectId and name (either, as text), and there are no job-ids to tell what is pre-checked',
    )
    return null
  }
  return { tasks: [{ id, label: null }], request: { mode: 'run', bodyOf: () => request } }
}

function plannedTarget(request: TargetRequest, endpoint: URL, work: Work): PlannedTarget {
  const { name, mode } = request
  return {
    name,
    service: oms.name,
    mode,
    endpoint,
    tasks: work.tasks,
    credential: oms.credential,
    projectId: null,
    region: null,
    async probe(ports) {
      const { probe } = await import('./probe.ts')
      return probe(endpoint, work.tasks, ports)
    },
    async connect(ports) {
      const { OmsService } = await import('./oms.ts')
      return new OmsService({ connection: ports.connection, endpoint }, work.request, ports)
    },
  }
}
