import type { Connection } from '../cloud/connection.ts'
import { ApiFault } from '../cloud/fault.ts'
import type { PatientPorts } from '../cloud/patiently.ts'
import type { Plan } from '../plan/plan.ts'
import { told } from '../precheck/sentence.ts'
import { type Project, projectsSeen } from './iam-user.ts'
import { projectNameIn } from './project-name.ts'
import { defaultEndpoint } from './regions.ts'

/** The project ids of regions that targets named without one. */
export interface Projects {
  /** What makes the inputs invalid: more than one project of the name. */
  readonly problems: readonly string[]
  /** Throws the `ApiFault` that kept the id from being known. */
  idOf(region: string): string
}

/** Looks up each region once, before any pre-check call. `connection` is null without credentials: nothing is looked up then. */
export async function lookUpProjects(
  plan: Plan,
  connection: Connection | null,
  ports: PatientPorts,
): Promise<Projects> {
  const regions = new Set(
    plan.targets
      .filter(({ credential, projectId }) => credential === 'huawei-cloud' && projectId === null)
      .map(({ region }) => region)
      .filter(region => region !== null),
  )
  const found = new Map<string, Seen | ApiFault>()
  if (connection !== null) {
    for (const region of regions) found.set(region, await seenIn(region, connection, plan, ports))
  }
  return {
    problems: [...found.values()].flatMap(seen =>
      seen instanceof ApiFault || seen.fitting.length < 2 ? [] : [severalText(seen)],
    ),
    idOf(region) {
      const seen = found.get(region) ?? { region, name: region, fitting: [], others: [] }
      if (seen instanceof ApiFault) throw seen
      const [project] = seen.fitting
      if (project === undefined) throw noProject(seen)
      return project.id
    },
  }
}

/** What the identity sees when the project of a region is looked up. */
interface Seen {
  readonly region: string
  /** What the project is called that is looked for. */
  readonly name: string
  readonly fitting: readonly Project[]
  readonly others: readonly Project[]
}

async function seenIn(
  region: string,
  connection: Connection,
  plan: Plan,
  ports: PatientPorts,
): Promise<Seen | ApiFault> {
  try {
    const endpoint = plan.iamEndpoint ?? iamOf(region, plan)
    const name = projectNameIn(region, plan.projectName)
    const projects = await projectsSeen(region, { ...ports, connection, endpoint })
    const fitting = projects.filter(project => project.name === name)
    return { region, name, fitting, others: projects.filter(project => project.name !== name) }
  } catch (error) {
    if (error instanceof ApiFault) return error
    throw error
  }
}

/** The IAM of the cloud that the region's targets stand in. */
function iamOf(region: string, { targets }: Plan): URL {
  const endpoint = targets.find(target => target.region === region)?.endpoint ?? null
  return defaultEndpoint('iam', region, endpoint)
}

function severalText({ region, name, fitting }: Seen): string {
  const ids = fitting.map(({ id }) => id).join(', ')
  const which = name === region ? 'of its name' : `named ${name}`
  return `project-id: missing, and region ${region} has ${fitting.length} projects ${which}; allowed: one of ${ids}`
}

/** More are no help to choose from. */
const NAMES_SHOWN = 10

function noProject({ region, name, others }: Seen): ApiFault {
  const shown = others.slice(0, NAMES_SHOWN).map(project => `${project.name} (${project.id})`)
  const more = others.length - shown.length
  const english =
    others.length === 0
      ? 'it sees none at all'
      : `it sees ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  const chinese =
    others.length === 0
      ? '它看不到任何项目'
      : `它能看到 ${shown.join('、')}${more > 0 ? ` 以及另外 ${more} 个` : ''}`
  return new ApiFault({
    kind: 'not-found',
    message: told(
      `Could not look up the project of region ${region}: this identity sees no project named ${name}; ${english}.`,
      `无法查询区域 ${region} 的项目：该身份看不到名为 ${name} 的项目；${chinese}。`,
    ),
    advice: told(
      'Give project-name (a name) or project-id (the id beside it) of one of them, or grant the identity access to the project of the region.',
      '请提供其中之一的 project-name（名称）或 project-id（旁边的 ID），或授予该身份访问该区域项目的权限。',
    ),
  })
}
