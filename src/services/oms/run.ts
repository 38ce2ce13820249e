import * as z from 'zod'
import { textOf, wordOf } from '../text.ts'
import { anything, percentOf, readable } from '../wire.ts'
import { bareOrOnly, caseless } from './caseless.ts'

/**
 * What GetPreCheckResult says of a run, in either edition: Enterprise has `projectId` and `projectStatus`, Community
 * `preCheckId` and `preCheckStatus`. Despite their names both describe the run, not the project.
 */

const itemFields = {
  name: anything,
  endpointtype: anything,
  role: anything,
  checktype: anything,
  status: anything,
  message: anything,
  errordetail: anything,
  skippable: anything,
  skipconsequence: anything,
  blackobjectsinfo: anything,
}
const NAMING_FIELDS = ['name', 'endpointtype', 'role', 'checktype', 'status'] as const

/** Some other object among the items must not be taken for an item that is still pending. */
const item = caseless(itemFields).refine(entry => NAMING_FIELDS.some(field => entry[field] !== undefined))
export type OmsItem = z.infer<typeof item>

/**
 * The items come as a list, as a map with one item or list of items a key, or as one bare item: the table of the API has
 * an object where its example has an array. An item has single values, a map has none.
 */
const items = z.preprocess(listed, z.array(item))

function listed(value: unknown): unknown {
  if (value === undefined) return []
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const values: unknown[] = Object.values(value)
  return values.every(one => typeof one === 'object' && one !== null) ? values.flat() : [value]
}

export interface OmsRun {
  /** In capitals, the worse of the two that an answer can hold. */
  readonly status: string
  readonly progress: number | null
  readonly precheckId: string | null
  readonly projectId: string | null
  readonly items: readonly OmsItem[]
}

const UNFINISHED: readonly string[] = ['INIT', 'PENDING', 'RUNNING']

/** Status words from the worst on: of two that disagree the worse one holds. */
function rankOf(status: string): number {
  if (status === 'FAILED') return 0
  if (status === 'SKIPPED') return 2
  if (UNFINISHED.includes(status)) return 3
  return status === 'FINISHED' ? 4 : 1
}

export const runData = bareOrOnly(
  caseless({
    precheckid: anything,
    projectid: anything,
    precheckstatus: anything,
    projectstatus: anything,
    progress: anything,
    precheckresults: items.optional(),
  }),
).transform((data, context): OmsRun => {
  const words = [wordOf(data.precheckstatus), wordOf(data.projectstatus)].filter(word => word !== '')
  const [status = ''] = words.toSorted((a, b) => rankOf(a) - rankOf(b))
  const progress = percentOf(data.progress)
  const found = data.precheckresults ?? []
  const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (status === '') wrong('preCheckStatus', 'missing')
  if (progress === undefined) wrong('progress', 'unreadable')
  return {
    status,
    progress: progress ?? null,
    precheckId: textOf(data.precheckid),
    projectId: textOf(data.projectid),
    items: found,
  }
})

/** What an answer reports that is none as a whole: an error, or one that makes no sense. */
export type Amid = Pick<OmsRun, 'precheckId' | 'projectId' | 'items'>

const anyRun = caseless({
  precheckid: anything,
  projectid: anything,
  precheckresults: z.preprocess(listed, readable(item)),
})
const anyAnswer = caseless({ data: bareOrOnly(anyRun) }).transform(
  ({ data }): Amid => ({
    precheckId: textOf(data.precheckid),
    projectId: textOf(data.projectid),
    items: data.precheckresults,
  }),
)

/** Returns what can be read of a run in such an answer; null where there is none. */
export function runAmid(body: unknown): Amid | null {
  return anyAnswer.safeParse(body).data ?? null
}
