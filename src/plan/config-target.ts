import * as z from 'zod'
import { MODES, type Task } from '../precheck/model.ts'
import { DRS_APIS, PRECHECK_MODES } from '../services/definition.ts'
import { memberOf } from './allowed.ts'
import { ID, REGION, type Rule } from './fields.ts'
import { JOB_ID } from './job-ids.ts'
import { type RequestBody, requestSchema } from './request.ts'

/** One target of a config file, read as far as it goes, so that one wrong key does not hide what is wrong with the others. */

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
const taskId = text(JOB_ID)

/** The schema of a target; `services` are the names it may give as `service`. */
export function targetSchema(services: readonly string[]) {
  return z.strictObject({
    name: text(NAME),
    service: z.enum(services),
    'job-ids': z
      .array(z.union([taskId, z.strictObject({ id: taskId, label: text(LABEL).optional() })]))
      .optional()
      .describe('a list of ids, or of { id, label }'),
    mode: z.enum(MODES).optional(),
    'precheck-mode': z.enum(PRECHECK_MODES).optional(),
    'drs-api': z.enum(DRS_APIS).optional(),
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

export type TargetSchema = ReturnType<typeof targetSchema>

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

/** Returns a reader of what of a target can be read; it takes what stands there, whatever that is. */
export function targetReader(schema: TargetSchema): (content: unknown) => ConfigTarget {
  // Made once: a file can have some thousand targets.
  const partial = schema.partial()
  return content => targetOf(content, schema, partial)
}

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

/** Returns one task for each id that is meant, also for those that cannot be read. */
function tasksOf(ids: unknown, { shape }: TargetSchema): readonly Task[] {
  if (ids === undefined || ids === null) return []
  return [ids].flat().map(id => {
    const [task = UNREAD_TASK] = shape['job-ids'].safeParse([id]).data ?? []
    return typeof task === 'string' ? { id: task, label: null } : { id: task.id, label: task.label ?? null }
  })
}

/** The id that stands in for one that cannot be read. */
export const UNREAD_TASK = ''
