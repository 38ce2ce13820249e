import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import type { Simulator } from '../../simulator/server.ts'

/** One pre-check of each service as the matrix plays it: three reads while it runs, then the result. */

export const SERVICES = ['drs', 'ddm', 'oms'] as const
export type Service = (typeof SERVICES)[number]
export type Mode = 'run' | 'query'

/** When a run shows its result, counted from its start. Reads come every second. */
export const RUNS_FOR_MS = 3_500

export const TASK = '140b5236-88ad-43c8-811c-1268453jb101'
export const INSTANCE = '1f5c9fd6cd984056ba89c8c87cc03278in09'
const JOB = '65c77858-e6a2-4694-8810-ab0b501b0003'
export const PROJECT = 'np_4w3a'
export const PRECHECK = 't_57p'

/** The word by which messages name the task. */
export function taskName(service: Service, mode: Mode): string {
  if (service === 'drs') return TASK
  if (service === 'ddm') return `${INSTANCE}/orders`
  return mode === 'run' ? PROJECT : PRECHECK
}

export interface Course {
  readonly mode: Mode
  /** Time until the result is there; for ever when it never is. */
  readonly runsForMs: number
  /** A check item has failed while another is open. */
  readonly failing: boolean
  /** DRS goes on showing the result of an earlier run. */
  readonly oldResult: boolean
}

/** A scenario in which the pre-check of a service takes its course, and nothing else is known. */
export function courseOf(service: Service, course: Course): ScenarioInput {
  return { drs: drsCourse, ddm: ddmCourse, oms: omsCourse }[service](course)
}

/** The stage with an open item, and the one without where the run ever ends. */
function stages<T>({ runsForMs }: Course, open: T, whole: T): (T & { at: number })[] {
  const end = Number.isFinite(runsForMs) ? [{ ...whole, at: runsForMs }] : []
  return [{ ...open, at: 0 }, ...end]
}

function drsCourse(course: Course): ScenarioInput {
  const binlog = { item: 'binlogOn', result: course.failing ? 'FAILED' : 'PASSED' }
  const connection = (result: string) => ({ item: 'srcConnection', result })
  const whole = { process: '100%', items: [binlog, connection('PASSED')] }
  const timeline = stages(course, { process: '30%', items: [binlog, connection('')] }, whole)
  if (course.mode === 'query') return { drs: [{ id: TASK, earlier: { timeline } }] }
  if (!course.oldResult) return { drs: [{ id: TASK, timeline }] }
  return { drs: [{ id: TASK, timeline, earlier: { timeline: [whole], stays: 'forever' } }] }
}

function ddmCourse(course: Course): ScenarioInput {
  const zone = { name: 'Time zone', status: course.failing ? 'FAILED' : 'SUCCESS' }
  const sqlMode = (status: string) => ({ name: 'SQL mode', status })
  const timeline = stages(course, { items: [zone, sqlMode('')] }, { items: [zone, sqlMode('SUCCESS')] })
  const start = { items: [{ name: 'Storage space', status: 'SUCCESS' }] }
  return { ddm: [{ instance: INSTANCE, database: 'orders', start, timeline, jobs: [{ id: JOB, timeline }] }] }
}

function omsCourse(course: Course): ScenarioInput {
  const item = (checkType: string, status: string) => ({
    endpointType: 'SOURCE',
    role: 'MASTER',
    checkType,
    status,
  })
  const connect = item('RDB_CONNECT', course.failing ? 'FAILED' : 'PASSED')
  const timeline = stages(
    course,
    { status: 'RUNNING', progress: 30, items: [connect, item('DB_VERSION', 'RUNNING')] },
    { status: 'FINISHED', progress: 100, items: [connect, item('DB_VERSION', 'PASSED')] },
  )
  return { oms: { projects: [{ id: PROJECT, timeline }], prechecks: [{ id: PRECHECK, timeline }] } }
}

const NODES = [{ id: '7edae0250ebc464897bd92b8d3e8b769in01', user: 'root', password: 'made-up-of-a-node' }]

/** The inputs of a gate on that pre-check, which reads it every second. */
export function inputsOf(
  service: Service,
  mode: Mode,
  { url, credentials }: Pick<Simulator, 'url' | 'credentials'>,
): Readonly<Record<string, string>> {
  const common = { service, mode, endpoint: url, 'poll-interval-seconds': '1' }
  const huawei = {
    'project-id': credentials.projectId,
    // Cheaper than a key, whose every signature is one more secret to look for.
    'auth-token': credentials.authToken,
    'settle-seconds': '1',
  }
  const started = { request: JSON.stringify({ data_nodes: NODES, new_shard_number: '9' }) }
  switch (service) {
    case 'drs':
      return { ...common, ...huawei, 'job-ids': TASK }
    case 'ddm':
      return {
        ...{ ...common, ...huawei, 'instance-id': INSTANCE, database: 'orders' },
        ...(mode === 'query' ? { 'job-ids': JOB } : started),
      }
    case 'oms':
      return {
        ...common,
        'oms-user': credentials.omsUser,
        'oms-password': credentials.omsPassword,
        'job-ids': mode === 'query' ? PRECHECK : PROJECT,
      }
  }
}
