import * as z from 'zod/mini'
import type { Connection } from '../cloud/connection.ts'
import { errorInJson } from '../cloud/error-body.ts'
import { ApiFault } from '../cloud/fault.ts'
import { type RetryPorts, withRetries } from '../cloud/retry.ts'
import { ID_IN_URL, urlBelow } from '../cloud/url.ts'
import { type Sentence, told } from '../precheck/sentence.ts'
import type { CredentialKind } from './method.ts'

/** A project whose id has to be asked for. */
export interface ProjectLookUp {
  readonly kind: CredentialKind
  readonly region: string
  readonly name: string
  /** The IAM that knows it. */
  readonly iam: URL
}

/** The project ids of targets. */
export interface Projects {
  /** What makes the inputs invalid: more than one project of the name. */
  readonly problems: readonly Sentence[]
  /** Returns the id that a target gives or that was looked up for it, an empty one where calls are made for none. Throws the `ApiFault` that kept it from being known. */
  idOf(target: {
    readonly credential: CredentialKind
    readonly region: string | null
    readonly projectId: string | null
  }): string
}

type Seen = readonly { readonly id: string; readonly name: string }[]

/** Looks up each project once, before any pre-check call. Without a connection of its kind it is not looked up. */
export async function lookUpProjects(
  wanted: readonly ProjectLookUp[],
  connections: ReadonlyMap<CredentialKind, Connection>,
  ports: RetryPorts,
): Promise<Projects> {
  const ids = new Map<string, string | ApiFault>()
  const problems: Sentence[] = []
  for (const lookUp of wanted) {
    const connection = connections.get(lookUp.kind)
    const seen = connection === undefined ? null : await projectsSeen(lookUp, connection, ports)
    if (seen === null) continue
    const fitting = seen instanceof ApiFault ? [] : seen.filter(({ name }) => name === lookUp.name)
    if (fitting.length > 1) problems.push(severalText(lookUp, fitting))
    const found = fitting[0] ?? (seen instanceof ApiFault ? seen : noProject(lookUp, seen))
    ids.set(keyOf(lookUp.kind, lookUp.region), found instanceof ApiFault ? found : usableId(lookUp, found))
  }
  return {
    problems,
    idOf({ credential, region, projectId }) {
      if (projectId !== null || !credential.hasProjects) return projectId ?? ''
      const id = ids.get(keyOf(credential, region))
      if (id instanceof ApiFault) throw id
      if (id === undefined) throw new Error(`The project of region ${region} was not looked up`)
      return id
    },
  }
}

function keyOf({ name }: CredentialKind, region: string | null): string {
  return `${name} ${region}`
}

const answerSchema = z.looseObject({
  projects: z.array(z.looseObject({ id: z.string(), name: z.string() })),
})

/**
 * Returns the projects that the identity sees, or why it sees none. Asks for what the identity may see, which needs no
 * permission of its own; never creates one, as the vendor's SDKs do when there is none. Source: API page iam_06_0003 of IAM v3.
 */
async function projectsSeen(
  { region, iam }: ProjectLookUp,
  connection: Connection,
  ports: RetryPorts,
): Promise<Seen | ApiFault> {
  const call = {
    operation: 'read',
    doing: told(
      `look up the project of region ${region} at ${iam.host}`,
      `在 ${iam.host} 查询区域 ${region} 的项目`,
    ),
    method: 'GET',
    url: urlBelow(iam, '/v3/auth/projects'),
    schema: answerSchema,
    errorIn: errorInJson,
    addressInput: 'iam-endpoint',
  } as const
  try {
    return (await withRetries(() => connection.call(call), ports)).value.projects
  } catch (error) {
    if (error instanceof ApiFault) return withLookUpAdvice(error)
    throw error
  }
}

/** The rights of a service are of no use here. */
function withLookUpAdvice(fault: ApiFault): ApiFault {
  if (fault.kind !== 'permission-denied') return fault
  return fault.with({
    advice: told(
      'Give project-id, so that nothing has to be looked up, or let this identity list its projects at IAM.',
      '请提供 project-id，这样就不需要查询；或允许该身份在 IAM 中列出其项目。',
    ),
  })
}

function severalText({ region, name }: ProjectLookUp, fitting: Seen): Sentence {
  const ids = fitting.map(({ id }) => id).join(', ')
  const which =
    name === region ? { en: 'of its name', zh: '与它同名' } : { en: `named ${name}`, zh: `名为 ${name}` }
  return told(
    `project-id: missing, and region ${region} has ${fitting.length} projects ${which.en}; allowed: one of ${ids}`,
    `project-id：缺少，而区域 ${region} 有 ${fitting.length} 个项目${which.zh}；允许：${ids} 之一`,
  )
}

/** It becomes part of the path of every call that is made for the project. */
function usableId({ region, iam }: ProjectLookUp, { id }: Seen[number]): string | ApiFault {
  if (ID_IN_URL.test(id)) return id
  const shown = id === '' ? { en: 'an empty id', zh: '空的 ID' } : { en: `the id ${id}`, zh: `ID ${id}` }
  return new ApiFault({
    kind: 'service-error',
    what: told(
      `Could not look up the project of region ${region}: ${iam.host} gives it ${shown.en}, and an id has 1 to 64 letters, digits, _ and -.`,
      `无法查询区域 ${region} 的项目：${iam.host} 给出的是${shown.zh}，而 ID 由 1 到 64 个字母、数字、_ 和 - 组成。`,
    ),
    advice: told(
      'Give project-id, so that nothing has to be looked up, and check that iam-endpoint is the address of IAM.',
      '请提供 project-id，这样就不需要查询；并检查 iam-endpoint 是否为 IAM 的地址。',
    ),
  })
}

/** More are no help to choose from. */
const NAMES_SHOWN = 10

function noProject({ region, name }: ProjectLookUp, seen: Seen): ApiFault {
  const shown = seen.slice(0, NAMES_SHOWN).map(project => `${project.name} (${project.id})`)
  const more = seen.length - shown.length
  const english =
    seen.length === 0
      ? 'it sees none at all'
      : `it sees ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  const chinese =
    seen.length === 0
      ? '它看不到任何项目'
      : `它能看到 ${shown.join('、')}${more > 0 ? ` 以及另外 ${more} 个` : ''}`
  return new ApiFault({
    kind: 'not-found',
    what: told(
      `Could not look up the project of region ${region}: this identity sees no project named ${name}; ${english}.`,
      `无法查询区域 ${region} 的项目：该身份看不到名为 ${name} 的项目；${chinese}。`,
    ),
    advice: told(
      'Give project-name (a name) or project-id (the id beside it) of one of them, or grant the identity access to the project of the region.',
      '请提供其中之一的 project-name（名称）或 project-id（旁边的 ID），或授予该身份访问该区域项目的权限。',
    ),
  })
}
