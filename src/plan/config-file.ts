import * as z from 'zod'
import { memberOf, type Path } from './allowed.ts'
import {
  type ConfigTarget,
  type TargetSchema,
  targetReader,
  targetSchema,
  UNREAD_TASK,
} from './config-target.ts'
import { IN_ANY_LIST, type LineOf, type Positions, parseDocument } from './document.ts'
import { quoted } from './problems.ts'
import { isSecretPath } from './request.ts'

/** The file with several targets (contract of the file: docs/config.md). */

function configSchema(services: readonly string[]) {
  const target = targetSchema(services)
  return z
    .strictObject({
      version: z.literal(1),
      targets: z
        .array(target)
        .min(1)
        .superRefine(refuseTwins(target), IN_ANY_LIST)
        .describe('at least one target'),
    })
    .meta({ title: 'Targets of the Migration Precheck Gate' })
}

export interface ConfigFile {
  /** In the order of the file, also those with problems. */
  readonly targets: readonly ConfigTarget[]
  readonly problems: readonly string[]
  readonly at: Positions
  readonly lineOf: LineOf
}

/** Reads a config file; every problem has file, line and column. */
export async function parseConfigFile(
  text: string,
  file: string,
  services: readonly string[],
): Promise<ConfigFile> {
  const confidential = (path: Path) => path[0] === 'targets' && path[2] === 'request'
  const verbatim = (path: Path) => confidential(path) && isSecretPath(path.slice(3))
  const read = await parseDocument(text, { file, schema: configSchema(services), confidential, verbatim })
  const problems = 'problems' in read ? read.problems : []
  const { content, at, lineOf } =
    'problems' in read ? (read.rest ?? NOTHING) : { ...read, content: read.value }
  const targets = memberOf(content, 'targets')
  const targetOf = targetReader(targetSchema(services))
  return { targets: Array.isArray(targets) ? targets.map(targetOf) : [], problems, at, lineOf }
}

/** What is read of a text that is no document. */
const NOTHING = { content: null, at: () => '', lineOf: () => 1 }

/** The JSON schema of the file, for editors; `schema/config.schema.json` is this, written out. */
export function configJsonSchema(services: readonly string[]) {
  return z.toJSONSchema(configSchema(services), { io: 'input' })
}

/** Names tell targets apart in every report, and labels their tasks; a task in two targets would be started twice. Compared is what can be read. */
function refuseTwins(schema: TargetSchema) {
  const targetOf = targetReader(schema)
  return (contents: readonly unknown[], context: z.RefinementCtx): void => {
    const names = new Set<string>()
    const tasks = new SeenTasks()
    const refuse = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const targets = contents.map(targetOf)
    targets.forEach((target, index) => {
      const { name, 'instance-id': instance, database } = target.keys
      if (name !== undefined && names.has(name))
        refuse([index, 'name'], `target name ${quoted(name)} is there twice; allowed: each name once`)
      if (name !== undefined) names.add(name)
      const labels = new Set<string>()
      target.tasks.forEach(({ id, label }, place) => {
        if (id !== UNREAD_TASK && tasks.hasSeen(target, [id]))
          refuse(
            [index, 'job-ids', place],
            `task ${quoted(id)} is there twice; allowed: each task in one target, once`,
          )
        if (label !== null && labels.has(label))
          refuse(
            [index, 'job-ids', place],
            `label ${quoted(label)} is there twice; allowed: each label once in a target`,
          )
        if (label !== null) labels.add(label)
      })
      if (instance !== undefined && database !== undefined && tasks.hasSeen(target, [instance, database]))
        refuse(
          [index, 'database'],
          `database ${quoted(database)} of this instance is there twice; allowed: each in one target`,
        )
    })
  }
}

/** Ids are unique within a service, but two installations of it, each with an endpoint of its own, may have the same. */
class SeenTasks {
  readonly #endpoints = new Map<string, Set<string | null>>()

  hasSeen({ keys: { service, endpoint }, unread }: ConfigTarget, id: readonly string[]): boolean {
    if (service === undefined || unread.has('endpoint')) return false
    const key = JSON.stringify([service, ...id])
    const seen = this.#endpoints.get(key) ?? new Set()
    const own = endpoint === undefined ? null : plainAddress(endpoint)
    const isTwin = own === null ? seen.size > 0 : seen.has(null) || seen.has(own)
    this.#endpoints.set(key, seen.add(own))
    return isTwin
  }
}

function plainAddress(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).href.replace(/\/+$/, '') : endpoint
}
