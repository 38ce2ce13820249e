import * as z from 'zod'
import { MODES } from '../precheck/model.ts'
import { PRECHECK_MODES } from '../services/definition.ts'
import { type DocumentResult, parseDocument } from './document.ts'
import { ID, REGION, type Rule } from './fields.ts'
import { quoted } from './problems.ts'
import { requestSchema } from './request.ts'

/** The file with several targets (contract of the file: docs/config.md). */

const NAME: Rule = {
  pattern: /^[^\p{C}\s](?:[^\p{C}\n]{0,98}[^\p{C}\s])?$/u,
  allowed: '1 to 100 characters on one line, without blanks at either end',
}
const LABEL: Rule = {
  ...NAME,
  pattern: /^[^\p{C}\s](?:[^\p{C}\n]{0,198}[^\p{C}\s])?$/u,
  allowed: '1 to 200 characters on one line',
}

const text = ({ pattern, allowed }: Rule) => z.string().regex(pattern).describe(allowed)
const taskId = text(ID)

function targetSchema(services: readonly string[]) {
  return z.strictObject({
    name: text(NAME),
    service: z.enum(services),
    'job-ids': z
      .array(z.union([taskId, z.strictObject({ id: taskId, label: text(LABEL).optional() })]))
      .optional()
      .describe('a list of ids, or of { id, label }'),
    mode: z.enum(MODES).optional(),
    'precheck-mode': z.enum(PRECHECK_MODES).optional(),
    'project-id': text(ID).optional(),
    region: text(REGION).optional(),
    // Only text here: an address can hold a password, which an error of the schema would quote.
    endpoint: z.string().optional().meta({
      description: 'a base URL such as https://oms.example.com:8089',
      format: 'uri',
      pattern: '^https?://',
    }),
    'instance-id': text(ID).optional(),
    database: text(ID).optional(),
    request: requestSchema.optional(),
  })
}

function configSchema(services: readonly string[]) {
  return z
    .strictObject({
      version: z.literal(1),
      targets: z
        .array(targetSchema(services))
        .min(1)
        .superRefine(refuseTwins)
        .describe('at least one target'),
    })
    .meta({ title: 'Targets of the Migration Precheck Gate' })
}

export type ConfigFile = z.infer<ReturnType<typeof configSchema>>
export type ConfigTarget = z.infer<ReturnType<typeof targetSchema>>

/** Reads a config file; every problem has file, line and column. */
export function parseConfigFile(
  content: string,
  file: string,
  services: readonly string[],
): Promise<DocumentResult<ConfigFile>> {
  const confidential = (path: readonly PropertyKey[]) => path[0] === 'targets' && path[2] === 'request'
  return parseDocument(content, { file, schema: configSchema(services), confidential })
}

/** The JSON schema of the file, for editors; `schema/config.schema.json` is this, written out. */
export function configJsonSchema(services: readonly string[]) {
  return z.toJSONSchema(configSchema(services), { io: 'input' })
}

/** Returns the tasks of a target with their labels. */
export function tasksOf(target: ConfigTarget) {
  return (target['job-ids'] ?? []).map(job =>
    typeof job === 'string' ? { id: job, label: null } : { id: job.id, label: job.label ?? null },
  )
}

/** Names tell targets apart in every report, and a task in two targets would be started twice. */
function refuseTwins(targets: readonly ConfigTarget[], context: z.RefinementCtx): void {
  const names = new Set<string>()
  const tasks = new SeenTasks()
  const refuse = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message })
  targets.forEach((target, index) => {
    if (names.has(target.name))
      refuse([index, 'name'], `target name ${quoted(target.name)} is there twice; allowed: each name once`)
    names.add(target.name)
    tasksOf(target).forEach(({ id }, place) => {
      if (tasks.hasSeen(target, [id]))
        refuse(
          [index, 'job-ids', place],
          `task ${quoted(id)} is there twice; allowed: each task in one target, once`,
        )
    })
    const { 'instance-id': instance, database } = target
    if (instance !== undefined && database !== undefined && tasks.hasSeen(target, [instance, database]))
      refuse(
        [index, 'database'],
        `database ${quoted(database)} of this instance is there twice; allowed: each in one target`,
      )
  })
}

/** Ids are unique within a service, but two installations of it, each with an endpoint of its own, may have the same. */
class SeenTasks {
  readonly #endpoints = new Map<string, readonly (string | null)[]>()

  hasSeen({ service, endpoint }: ConfigTarget, id: readonly string[]): boolean {
    const key = JSON.stringify([service, ...id])
    const before = this.#endpoints.get(key) ?? []
    const own = endpoint === undefined ? null : plainAddress(endpoint)
    this.#endpoints.set(key, [...before, own])
    return before.some(other => other === null || own === null || other === own)
  }
}

function plainAddress(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).href.replace(/\/+$/, '') : endpoint
}
