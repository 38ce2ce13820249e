import { z } from 'zod'
import { anything, httpStatus, itemSource, milliseconds, oneOrMore, overrides, timeline } from './common.ts'

/** How often a task stands in an answer that should hold it once. */
const entry = z.enum(['once', 'missing', 'twice']).default('once')
const errorFields = { error_code: anything, error_msg: anything }

/** One state of a DRS result entry. Keys in snake_case go over the wire as they are. */
export const drsStage = z.strictObject({
  at: milliseconds.default(0),
  ...itemSource,
  process: anything,
  result: anything,
  total_passed_rate: anything,
  precheck_id: anything,
  rds_instance_id: anything,
  job_direction: anything,
  ...errorFields,
  entry,
  /** Entries for tasks nobody asked about. */
  surplus: z.array(z.string()).default([]),
  /** From 300 on, the whole call is answered with this status and the error of this stage. */
  httpStatus: httpStatus.optional(),
  ...overrides,
  /** API v5: fields of the `job` around the result. */
  job: z.record(z.string(), z.json()).default({}),
})

/** One answer to a start of one task. */
export const drsStart = z.strictObject({
  status: z.enum(['success', 'failed']).default('success'),
  /** The id of the run; API v5 sends it as `query_id`, and makes one up when none is given. */
  precheckId: z.string().optional(),
  ...errorFields,
  entry,
  surplus: z.array(z.string()).default([]),
  httpStatus: httpStatus.optional(),
  /** Whether a run begins; without it, exactly when the status is `success`. */
  begins: z.boolean().optional(),
  /** The time line of this run, if not that of the task. */
  timeline: timeline(drsStage).optional(),
  /** The run that goes on in the task without being the caller's: takes the place of `earlier`, timed from this start. */
  otherRun: timeline(drsStage).optional(),
  ...overrides,
})

/** What a task shows in the place of an earlier result that is not to be seen yet. */
const HIDDEN_AS = ['missing', 'blank', 'no-result', 'running'] as const
export type HiddenAs = (typeof HIDDEN_AS)[number]

const drsTask = z.strictObject({
  id: z.string().min(1),
  /** The mode a start has to ask for; any when not set. */
  acceptsMode: z.enum(['forStartJob', 'forRetryJob']).optional(),
  /** A run that began when the simulator did, and how long its result is still served after a start. */
  earlier: z
    .strictObject({
      timeline: timeline(drsStage),
      /** The first reads of the task do not show it, as a replica that lags would have it. */
      hidden: z
        .strictObject({ reads: z.number().int().min(1).default(1), as: z.enum(HIDDEN_AS).default('missing') })
        .optional(),
      stays: z
        .union([
          z.literal('forever'),
          z.strictObject({ reads: z.number().int().min(0) }),
          z.strictObject({ ms: milliseconds }),
        ])
        .default({ reads: 0 }),
    })
    .default({ timeline: [], stays: { reads: 0 } }),
  start: oneOrMore(drsStart).default([drsStart.parse({})]),
  timeline: timeline(drsStage).default([]),
  /** API v5: runs that began when the simulator did. */
  runs: z.array(z.strictObject({ queryId: z.string().min(1), timeline: timeline(drsStage) })).default([]),
})

export const drs = z.array(drsTask).default([])
export type DrsTask = z.output<typeof drsTask>
export type DrsStage = z.output<typeof drsStage>
export type DrsStart = z.output<typeof drsStart>

/** One state of a DDM answer, to the start as well as to the query. */
const ddmStage = z.strictObject({
  at: milliseconds.default(0),
  ...itemSource,
  job_id: anything,
  ...errorFields,
  httpStatus: httpStatus.optional(),
  ...overrides,
})

const ddmSchema = z.strictObject({
  instance: z.string().min(1),
  database: z.string().min(1),
  /** Answers to successive starts; `at` has no meaning here. */
  start: oneOrMore(ddmStage).default([ddmStage.parse({})]),
  timeline: timeline(ddmStage).default([]),
  /** Jobs that began when the simulator did. */
  jobs: z.array(z.strictObject({ id: z.string(), timeline: timeline(ddmStage) })).default([]),
})

export const ddm = z.array(ddmSchema).default([])
export type DdmSchema = z.output<typeof ddmSchema>
export type DdmStage = z.output<typeof ddmStage>

/** Overrides of the envelope; `success: false` makes it an error. */
const envelope = z.record(z.string(), z.json()).optional()

export const omsStage = z.strictObject({
  at: milliseconds.default(0),
  ...itemSource,
  status: anything,
  progress: anything,
  /** The whole of `data`, in place of what the fields above would give. */
  data: anything,
  envelope,
  httpStatus: httpStatus.optional(),
  ...overrides,
})

const omsStart = z.strictObject({
  precheckId: z.string().optional(),
  data: anything,
  envelope,
  httpStatus: httpStatus.optional(),
  timeline: timeline(omsStage).optional(),
})

const omsProject = z.strictObject({
  /** What `SubmitPreCheck` names it by: `projectId`, else `name`. */
  id: z.string().min(1),
  start: oneOrMore(omsStart).default([{}]),
  timeline: timeline(omsStage).default([]),
})

export const oms = z
  .strictObject({
    edition: z.enum(['enterprise', 'community']).default('enterprise'),
    keyCase: z.enum(['camel', 'pascal', 'lower', 'upper']).default('camel'),
    dataAs: z.enum(['object', 'array']).default('object'),
    /** `single` is the bare item, `keyed` an object with one key per item. */
    itemsAs: z.enum(['array', 'single', 'keyed']).default('array'),
    healthy: z.boolean().default(true),
    projects: z.array(omsProject).default([]),
    /** Pre-checks that began when the simulator did. */
    prechecks: z.array(z.strictObject({ id: z.string(), timeline: timeline(omsStage) })).default([]),
  })
  .prefault({})
export type Oms = z.output<typeof oms>
export type OmsStage = z.output<typeof omsStage>
