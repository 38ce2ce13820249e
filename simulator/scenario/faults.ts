import { z } from 'zod'
import { OPERATIONS } from '../operations.ts'
import { milliseconds, oneOrMore } from './common.ts'

const GROUPS = ['*', 'drs.*', 'ddm.*', 'oms.*', 'iam.*', 'sts.*', 'github.*'] as const
/** An operation, or a group of them such as `drs.*`. A closed list, so that a slip of the pen is an error. */
const operations = oneOrMore(z.enum([...OPERATIONS, ...GROUPS]))

const positive = z.number().int().min(1)
const headers = z.record(z.string(), z.string()).default({})

/** Takes the place of the service's answer; the service does nothing unless `processed`. */
const answer = z.strictObject({
  kind: z.literal('answer'),
  status: z.number().int().min(200).max(599),
  headers,
  json: z.json().optional(),
  text: z.string().optional(),
  html: z.string().optional(),
  /** For bytes that are no UTF-8. */
  base64: z.base64().optional(),
  processed: z.boolean().default(false),
})
const redirect = z.strictObject({
  kind: z.literal('redirect'),
  to: z.string(),
  status: z.number().int().min(300).max(399).default(302),
  processed: z.boolean().default(false),
})
const throttle = z.strictObject({
  kind: z.literal('throttle'),
  limit: positive.default(10),
  windowMs: positive.default(60_000),
  /** Whole seconds, or a date that lies so many milliseconds ahead. */
  retryAfter: z
    .union([z.strictObject({ seconds: z.number().int().min(0) }), z.strictObject({ dateInMs: z.number() })])
    .optional(),
  processed: z.boolean().default(false),
})
const echo = z.strictObject({
  kind: z.literal('echo'),
  /** `body`, `path`, or the name of a request header; lands in the text of the error. */
  what: z.string(),
  status: z.number().int().min(200).max(599).default(400),
  code: z.string().default('DRS.M00200'),
  processed: z.boolean().default(false),
})

/** Changes the service's own answer. */
const contentType = z.strictObject({ kind: z.literal('content-type'), value: z.string() })
const gzip = z.strictObject({ kind: z.literal('gzip') })
const date = z.strictObject({ kind: z.literal('date'), offsetMs: z.number().int() })

/** Harms the transport; the service has done its work unless `processed: false`. */
const processed = z.boolean().default(true)
const reset = z.strictObject({
  kind: z.literal('reset'),
  when: z.enum(['before-answer', 'after-headers', 'mid-body', 'after-answer']).default('before-answer'),
  processed,
})
const hang = z.strictObject({
  kind: z.literal('hang'),
  after: z.enum(['request', 'headers']).default('request'),
  processed,
})
const slow = z.strictObject({
  kind: z.literal('slow'),
  bytesPerTick: positive.default(1),
  tickMs: positive.default(100),
  processed,
})
const delay = z.strictObject({ kind: z.literal('delay'), ms: milliseconds, processed })
/** Announces more bytes than it sends, then closes. */
const truncate = z.strictObject({
  kind: z.literal('truncate'),
  missingBytes: positive.default(100),
  processed,
})
const oversize = z.strictObject({ kind: z.literal('oversize'), mebibytes: positive, processed })
/** Bytes onto the socket in place of an HTTP answer. */
const bytes = z.strictObject({ kind: z.literal('bytes'), text: z.string(), processed })

export const fault = z.discriminatedUnion('kind', [
  answer,
  redirect,
  throttle,
  echo,
  contentType,
  gzip,
  date,
  reset,
  hang,
  slow,
  delay,
  truncate,
  oversize,
  bytes,
])
export type Fault = z.output<typeof fault>

/** Which requests a rule is for. All that is set must fit. */
const when = z.strictObject({
  operation: operations.optional(),
  /** Patterns with `*` over the `Host` header and the path with its query. */
  host: z.string().optional(),
  path: z.string().optional(),
  bodyContains: z.string().optional(),
  /** The nth fitting request (from 1), or a range of them. */
  calls: z
    .union([positive, z.strictObject({ from: positive.default(1), to: positive.optional() })])
    .optional(),
  /** Time since the simulator began. */
  fromMs: milliseconds.optional(),
  untilMs: milliseconds.optional(),
  /** About this share of the requests that fit, by chance; the same ones for the same seed. */
  share: z.number().min(0).max(1).optional(),
  seed: z.number().int().min(0).default(1),
})

export const rules = z.array(z.strictObject({ when: when.prefault({}), fault })).default([])
export type Rule = z.output<typeof rules>[number]

/** So many requests per window, the rest answered with APIGW.0308. */
export const rateLimits = z
  .array(
    z.strictObject({
      operation: operations,
      requests: positive,
      windowMs: positive,
      /** Whether refused requests use up the next ones too, as one service was seen to do. */
      countRefused: z.boolean().default(false),
      retryAfterSeconds: z.number().int().min(0).optional(),
    }),
  )
  .default([])
export type RateLimit = z.output<typeof rateLimits>[number]
