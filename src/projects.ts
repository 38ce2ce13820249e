import type { Connection } from './cloud/connection.ts'
import { ApiFault } from './cloud/fault.ts'
import { projectIdsOf } from './cloud/iam.ts'
import type { PatientPorts } from './cloud/patiently.ts'
import type { Plan } from './plan/plan.ts'
import { defaultEndpoint } from './services/regions.ts'

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
  const found = new Map<string, readonly string[] | ApiFault>()
  if (connection !== null) {
    for (const region of regions) found.set(region, await projectIds(region, connection, plan, ports))
  }
  return {
    problems: [...found].flatMap(([region, ids]) =>
      ids instanceof ApiFault || ids.length < 2 ? [] : [severalText(region, ids)],
    ),
    idOf(region) {
      const ids = found.get(region) ?? []
      if (ids instanceof ApiFault) throw ids
      const [id] = ids
      if (id === undefined) throw noProject(region)
      return id
    },
  }
}

async function projectIds(
  region: string,
  connection: Connection,
  plan: Plan,
  ports: PatientPorts,
): Promise<readonly string[] | ApiFault> {
  try {
    const endpoint = plan.iamEndpoint ?? iamOf(region, plan)
    return await projectIdsOf(region, { ...ports, connection, endpoint })
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

function severalText(region: string, ids: readonly string[]): string {
  return `project-id: missing, and region ${region} has ${ids.length} projects of its name; allowed: one of ${ids.join(', ')}`
}

function noProject(region: string): ApiFault {
  return new ApiFault({
    kind: 'not-found',
    message: `Could not look up the project of region ${region}: this identity sees no project of that name.`,
    advice: 'Give project-id, or grant the identity access to the project of the region.',
  })
}
