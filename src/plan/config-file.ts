import * as z from 'zod'
import { MODES, type Task } from '../precheck/model.ts'
import { inEach, told } from '../precheck/sentence.ts'
import { DRS_APIS, PRECHECK_MODES } from '../services/definition.ts'
import { memberOf, type Path, saying } from './document/allowed.ts'
import { parseDocument } from './document/document.ts'
import type { PathProblem } from './document/issues.ts'
import { ID, REGION, type Rule } from './input-values.ts'
import { JOB_ID } from './job-ids.ts'
import { quoted } from './quoted.ts'
import { isSecretPath, type RequestBody, requestSchema } from './request.ts'

/** The file with several targets (contract of the file: docs/config.md). A target is read as far as it goes, so that one wrong key does not hide what is wrong with the others. */

const NAME: Rule = {
  pattern: /^[^\p{C}\s](?:[^\p{C}\n]{0,98}[^\p{C}\s])?$/u,
  allowed: told(
    '1 to 100 characters on one line, without blanks at either end',
    '1 到 100 个字符，占一行，首尾没有空格',
  ),
}
const LABEL: Rule = {
  pattern: /^[^\p{C}\s](?:[^\p{C}\n]{0,198}[^\p{C}\s])?$/u,
  allowed: told('1 to 200 characters on one line', '1 到 200 个字符，占一行'),
}

const text = ({ pattern, allowed }: Rule) => saying(z.string().regex(pattern), allowed)
const taskId = text(JOB_ID)
const JOB_IDS = told('a list of ids, or of { id, label }', 'ID 的列表，或 { id, label } 的列表')
const ENDPOINT = told(
  'a base URL such as https://oms.example.com:8089',
  '基础 URL，例如 https://oms.example.com:8089',
)

function targetSchema(services: readonly string[]) {
  return z.strictObject({
    name: text(NAME),
    service: z.enum(services),
    'job-ids': saying(
      z.array(z.union([taskId, z.strictObject({ id: taskId, label: text(LABEL).optional() })])).optional(),
      JOB_IDS,
    ),
    mode: z.enum(MODES).optional(),
    'precheck-mode': z.enum(PRECHECK_MODES).optional(),
    'drs-api': z.enum(DRS_APIS).optional(),
    'project-id': text(ID).optional(),
    region: text(REGION).optional(),
    // Only text here: an address can hold a password, which an error of the schema would quote.
    endpoint: saying(z.string().optional().meta({ format: 'uri', pattern: '^https?://' }), ENDPOINT),
    'instance-id': text(ID).optional(),
    database: text(ID).optional(),
    request: requestSchema.optional(),
  })
}

type TargetSchema = ReturnType<typeof targetSchema>

function configSchema(target: TargetSchema) {
  return z
    .strictObject({
      version: z.literal(1),
      targets: saying(z.array(target).min(1), told('at least one target', '至少一个目标')),
    })
    .meta({ title: 'Targets of the Migration Precheck Gate' })
}

/** The JSON schema of the file, for editors; `schema/config.schema.json` is this, written out. */
export function configJsonSchema(services: readonly string[]) {
  return z.toJSONSchema(configSchema(targetSchema(services)), { io: 'input' })
}

/** A target as far as it can be read. */
export interface ConfigTarget {
  /** Those keys whose values are right. */
  readonly keys: z.infer<ReturnType<TargetSchema['partial']>>
  /** Those that are there, or have to be, but whose values are wrong or not to be known. */
  readonly unread: ReadonlySet<string>
  /** What stands in for a wrong `request` or for wrong ids, so that the rest can be judged. */
  readonly request: RequestBody | null
  readonly tasks: readonly Task[]
}

/** Reads a config file. Its targets come in its order, also those with problems. */
export async function parseConfigFile(source: string, file: string, services: readonly string[]) {
  const target = targetSchema(services)
  const targetsIn = targetsReader(target)
  const confidential = (path: Path) => path[0] === 'targets' && path[2] === 'request'
  const { content, problems, at } = await parseDocument(source, {
    file,
    schema: configSchema(target),
    check: content => twinsIn(targetsIn(content)),
    confidential,
    verbatim: path => confidential(path) && isSecretPath(path.slice(3)),
  })
  return { targets: targetsIn(content), problems, at }
}

function targetsReader(schema: TargetSchema): (content: unknown) => readonly ConfigTarget[] {
  // Made once: a file can have some thousand targets.
  const partial = schema.partial()
  return content => {
    const targets = memberOf(content, 'targets')
    return Array.isArray(targets) ? targets.map(target => targetOf(target, schema, partial)) : []
  }
}

/** Takes what stands there, whatever that is. */
function targetOf(
  content: unknown,
  schema: TargetSchema,
  partial: ReturnType<TargetSchema['partial']>,
): ConfigTarget {
  const known = Object.keys(schema.shape).filter(key => memberOf(content, key) !== undefined)
  const entries = known.map(key => [key, memberOf(content, key)] as const)
  const { error } = schema.safeParse(Object.fromEntries(entries))
  const unread = new Set(error?.issues.map(({ path }) => String(path[0])))
  const keys = partial.parse(Object.fromEntries(entries.filter(([key]) => !unread.has(key))))
  const request = memberOf(content, 'request')
  return {
    keys,
    unread,
    request: request === undefined ? null : (anyMapping.safeParse(request).data ?? {}),
    tasks: tasksOf(memberOf(content, 'job-ids'), schema),
  }
}

const anyMapping = z.record(z.string(), z.unknown())

/** The id that stands in for one that cannot be read. */
const UNREAD_TASK = ''

/** Returns one task for each id that is meant, also for those that cannot be read. */
function tasksOf(ids: unknown, { shape }: TargetSchema): readonly Task[] {
  if (ids === undefined || ids === null) return []
  return [ids].flat().map(id => {
    const [task = UNREAD_TASK] = shape['job-ids'].safeParse([id]).data ?? []
    return typeof task === 'string' ? { id: task, label: null } : { id: task.id, label: task.label ?? null }
  })
}

/** Names tell targets apart in every report, and labels their tasks; a task in two targets would be started twice. Compared is what can be read. */
function twinsIn(targets: readonly ConfigTarget[]): readonly PathProblem[] {
  const problems: PathProblem[] = []
  const names = new Set<string>()
  const tasks = new SeenTasks()
  for (const [index, target] of targets.entries()) {
    const { name, 'instance-id': instance, database } = target.keys
    const refuse = (path: Path, problem: Omit<PathProblem, 'path'>) =>
      problems.push({ path: ['targets', index, ...path], ...problem })
    if (name !== undefined && names.has(name)) refuse(['name'], twice(name, TWIN_NAME))
    if (name !== undefined) names.add(name)
    const labels = new Set<string>()
    for (const [place, { id, label }] of target.tasks.entries()) {
      if (id !== UNREAD_TASK && tasks.hasSeen(target, [id])) refuse(['job-ids', place], twice(id, TWIN_TASK))
      if (label !== null && labels.has(label)) refuse(['job-ids', place], twice(label, TWIN_LABEL))
      if (label !== null) labels.add(label)
    }
    if (instance !== undefined && database !== undefined && tasks.hasSeen(target, [instance, database]))
      refuse(['database'], twice(database, TWIN_DATABASE))
  }
  return problems
}

const TWIN_NAME = {
  what: (name: string) => told(`target name ${name}`, `目标名称 ${name} `),
  allowed: told('each name once', '每个名称一次'),
}
const TWIN_TASK = {
  what: (id: string) => told(`task ${id}`, `任务 ${id} `),
  allowed: told('each task in one target, once', '每个任务只在一个目标中出现一次'),
}
const TWIN_LABEL = {
  what: (label: string) => told(`label ${label}`, `标签 ${label} `),
  allowed: told('each label once in a target', '同一目标中每个标签一次'),
}
const TWIN_DATABASE = {
  what: (name: string) => told(`database ${name} of this instance`, `此实例的逻辑库 ${name} `),
  allowed: told('each in one target', '每个逻辑库只在一个目标中'),
}

function twice(value: string, { what, allowed }: typeof TWIN_NAME): Omit<PathProblem, 'path'> {
  const wrong = inEach(in_ => {
    const named = in_(what(in_(quoted(value))))
    return told(`${named} is there twice`, `${named}出现了两次`)
  })
  return { wrong, allowed }
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
