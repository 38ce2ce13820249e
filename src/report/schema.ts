import * as z from 'zod'
import { DECISIONS, GATE_MODES, ITEM_STATUSES, REASONS } from '../precheck/model.ts'
import { LANGUAGES } from '../precheck/sentence.ts'
import { FAIL_ON } from '../precheck/verdict.ts'

/** The shape of `report.json`, version 1. `schema/report.schema.json` is generated from it. */

const text = z.string().nullable()
const reasonCode = z.enum(REASONS.map(([code]) => code))
const count = z.int().min(0)

const waiver = z.strictObject({ reason: z.string(), owner: z.string(), expires: z.iso.date() })
const listedWaiver = z.strictObject({ item: z.string(), service: text, task: text, ...waiver.shape })

const missedWaiver = z.strictObject({ ...listedWaiver.shape, why: z.enum(['changed', 'equal-names']) })

/** One thing to do. `changes`: it alters something; `tried`: it was run on a real database. */
const step = z.strictObject({
  text: z.string(),
  code: text,
  lang: text,
  changes: z.boolean(),
  tried: z.boolean(),
})

const place = z.strictObject({ file: z.string(), line: z.int().min(1) })

export const itemSchema = z.strictObject({
  id: z.string(),
  title: z.string().min(1),
  group: text,
  status: z.enum(ITEM_STATUSES),
  rawStatus: text,
  reason: text,
  detail: text,
  suggestion: text,
  steps: z.array(step).readonly(),
  adviceFrom: z.enum(['service', 'catalogue', 'team']).nullable(),
  doc: text,
  subJobs: z.array(z.strictObject({ id: text, name: text, status: text })).readonly(),
  skippable: z.boolean().nullable(),
  skipConsequence: text,
  blackObjects: z.json(),
  since: z.enum(['new', 'still']).nullable(),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .nullable(),
  waiver: waiver.nullable(),
})

/** The parts of a report around its check items: what stands for an item in them, others may say. */
const taskOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    id: z.string(),
    label: text,
    place: place.nullable(),
    precheckId: text,
    progress: z.number().min(0).max(100).nullable(),
    outcome: z.enum(DECISIONS),
    reasonCode,
    partial: z.boolean(),
    freshness: z.enum(['new', 'assumed', 'as-found']).nullable(),
    error: z
      .strictObject({
        code: text,
        message: z.string(),
        httpStatus: z.int().nullable(),
        requestId: text,
        advice: text,
      })
      .nullable(),
    items: z.array(item).readonly(),
  })

const targetOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    name: z.string(),
    service: z.string(),
    mode: z.enum(GATE_MODES),
    endpoint: z.string(),
    tasks: z.array(taskOf(item)).readonly(),
  })

const run = z.strictObject({
  ci: z.enum(['github', 'gitea', 'gitlab', 'jenkins']),
  repository: z.string(),
  sha: text,
  runId: z.string(),
  runAttempt: z.int().min(1),
  job: text,
  url: text,
})

const baseline = z.strictObject({
  finishedAt: z.iso.datetime(),
  decision: z.enum(DECISIONS),
  new: count,
  fixed: count,
  still: count,
  notSeen: count,
  fixedItems: z
    .array(
      z.strictObject({
        target: z.string(),
        task: z.string(),
        item: z.string(),
        title: z.string(),
        status: z.enum(ITEM_STATUSES),
      }),
    )
    .readonly(),
})

export const reportAround = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    schemaVersion: z.literal(1),
    gate: z.strictObject({
      name: z.string(),
      decision: z.enum(DECISIONS),
      reasonCode,
      enforced: z.boolean(),
      failOn: z.enum(FAIL_ON),
      language: z.enum(LANGUAGES),
    }),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime(),
    counts: z.strictObject({
      total: count,
      passed: count,
      warning: count,
      failed: count,
      waived: count,
      unknown: count,
    }),
    requests: count,
    polls: count,
    problems: z.array(z.string()).readonly(),
    targets: z.array(targetOf(item)).readonly(),
    run: run.nullable(),
    baseline: baseline.nullable(),
    waivers: z.strictObject({
      applied: count,
      expired: z.array(listedWaiver).readonly(),
      unused: z.array(listedWaiver).readonly(),
      missed: z.array(missedWaiver).readonly(),
    }),
  })

export const reportSchema = reportAround(itemSchema)

/** Returns the JSON schema (draft 2020-12) of `report.json`, as published in `schema/report.schema.json`. */
export function reportJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(reportSchema, { target: 'draft-2020-12' }),
    title: 'Report of the Migration Precheck Gate, version 1',
  }
}

export type Report = z.infer<typeof reportSchema>
export type ReportTarget = Report['targets'][number]
export type ReportTask = ReportTarget['tasks'][number]
export type ReportItem = ReportTask['items'][number]
