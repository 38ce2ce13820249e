import * as z from 'zod'
import { wordOf } from '../text.ts'
import { anything, percentOf } from '../wire.ts'
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
const items = z.preprocess(value => {
  if (value === undefined) return []
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const values: unknown[] = Object.values(value)
  return values.every(one => typeof one === 'object' && one !== null) ? values.flat() : [value]
}, z.array(item))

export interface OmsRun {
  /** In capitals. */
  readonly status: string
  readonly progress: number | null
  readonly items: readonly OmsItem[]
}

export const runData = bareOrOnly(
  caseless({
    precheckstatus: anything,
    projectstatus: anything,
    progress: anything,
    precheckresults: items.optional(),
  }),
).transform((data, context): OmsRun => {
  const status = wordOf(data.precheckstatus ?? data.projectstatus)
  const progress = percentOf(data.progress)
  if (status === '') context.addIssue({ code: 'custom', path: ['preCheckStatus'], message: 'missing' })
  if (progress === undefined) context.addIssue({ code: 'custom', path: ['progress'], message: 'unreadable' })
  return { status, progress: progress ?? null, items: data.precheckresults ?? [] }
})
