import { OMS } from '../../identity/oms-basic.ts'
import type { Task } from '../../precheck/model.ts'
import { inEach, told } from '../../precheck/sentence.ts'
import type { ServiceDefinition, TargetInput, TargetProblem, TargetSpec, Tell } from '../definition.ts'
import { textOf } from '../text.ts'
import { OMS_ERRORS } from './errors.ts'
import { mixUpOf } from './ids.ts'
import type { BodyOf } from './oms.ts'

const ALWAYS: readonly TargetInput[] = ['job-ids', 'mode', 'endpoint']

const NO_ENDPOINT: TargetProblem = {
  field: 'endpoint',
  isMissing: true,
  wrong: told(
    'missing; OMS has no default address, so give its base URL, such as https://oms.example.com:8089',
    '缺少；OMS 没有默认地址，请填写其基础 URL，例如 https://oms.example.com:8089',
  ),
}

/** OceanBase Migration Service, Enterprise and Community. */
export const oms: ServiceDefinition = {
  name: 'oms',
  errors: OMS_ERRORS,
  catalogue: async () => (await import('./catalogue.ts')).catalogue,
  credential: OMS,
  uses: ({ mode }) => (mode === 'run' ? [...ALWAYS, 'request'] : ALWAYS),
  // A pre-check is read by the id of its own run, and the run says when it has ended.
  settleSeconds: () => null,
  plan(spec, tell) {
    const { endpoint } = spec
    const work = spec.mode === 'run' ? submissions(spec, tell) : foundRuns(spec, tell)
    mixUpsIn(spec).forEach(tell.warning)
    if (endpoint === null) tell.problem(NO_ENDPOINT)
    if (work === null || endpoint === null) return null
    const { tasks, bodyOf } = work
    return {
      endpoint,
      tasks,
      probe: async ports => (await import('./probe.ts')).probe(endpoint, tasks, ports),
      async connect(ports) {
        const { OmsService } = await import('./oms.ts')
        return new OmsService({ connection: ports.connection, endpoint }, bodyOf, ports)
      },
    }
  },
}

/** What a project id in the request is stays out of the text: nothing of a request is quoted. */
function mixUpsIn({ mode, tasks, request }: TargetSpec): readonly TargetProblem[] {
  const given = tasks.map(({ id }) => ({ id, field: 'job-ids' as const, shown: id }))
  const projectId = mode === 'run' ? request?.['projectId'] : null
  const own =
    typeof projectId === 'string' ? [{ id: projectId, field: 'request' as const, shown: 'projectId' }] : []
  return [...given, ...own].flatMap(({ id, field, shown }) => {
    const mixUp = mixUpOf(id, mode)
    return mixUp === null
      ? []
      : [{ field, wrong: inEach(in_ => told(`${shown} ${in_(mixUp)}`, `${shown} ${in_(mixUp)}`)) }]
  })
}

interface Work {
  readonly tasks: readonly Task[]
  readonly bodyOf: BodyOf
}

function foundRuns({ tasks }: TargetSpec, { problem }: Tell): Work | null {
  if (tasks.length > 0) return { tasks, bodyOf: null }
  problem({
    field: 'job-ids',
    isMissing: true,
    wrong: told(
      'missing; OMS with mode query needs at least one pre-check id (t_…)',
      '缺少；OMS 在 mode query 下至少需要一个预检查 ID（t_…）',
    ),
  })
  return null
}

/** Returns what to submit: each project with its id added to the request, or without ids the request as it is. */
function submissions({ tasks, request }: TargetSpec, { problem }: Tell): Work | null {
  if (tasks.length > 0) {
    if (request !== null && Object.hasOwn(request, 'projectId')) {
      problem({
        field: 'request',
        wrong: told(
          'projectId is given beside job-ids; leave one of them out',
          'projectId 与 job-ids 同时给出；请去掉其中之一',
        ),
      })
    }
    return { tasks, bodyOf: ({ id }) => ({ ...request, projectId: id }) }
  }
  if (request === null) {
    problem({
      field: 'job-ids',
      isMissing: true,
      wrong: told(
        'missing; OMS with mode run needs project ids (np_…) there, or request',
        '缺少；OMS 在 mode run 下需要项目 ID（np_…），或者 request',
      ),
    })
    return null
  }
  const id = request['projectId'] ?? request['name']
  if (typeof id !== 'string' || textOf(id) === null) {
    problem({
      field: 'request',
      isMissing: true,
      wrong: told(
        'missing projectId and name (either, as text), and there are no job-ids to tell what is pre-checked',
        '缺少 projectId 和 name（任一，须为文本），也没有 job-ids 指明要预检查什么',
      ),
    })
    return null
  }
  return { tasks: [{ id, label: null }], bodyOf: () => request }
}
