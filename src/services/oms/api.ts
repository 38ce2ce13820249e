import type * as z from 'zod'
import type { Call } from '../../cloud/answer.ts'
import type { Connection } from '../../cloud/connection.ts'
import { urlBelow } from '../endpoint.ts'
import { shapeFault } from '../faults.ts'
import { type Envelope, envelope, errorInEnvelope, submittedId } from './envelope.ts'
import { type OmsRun, runData } from './run.ts'

/** The two calls of OMS (V4.2.2, Community V4.2.12 and later): submit a pre-check, read its result. */

export interface OmsAccess {
  readonly connection: Connection
  /** May have a path, where OMS stands behind a proxy. */
  readonly endpoint: URL
}

/** Submits a pre-check and returns its id: one try. Throws `ApiFault`. */
export async function submitPrecheck(
  access: OmsAccess,
  taskId: string,
  body: Readonly<Record<string, unknown>>,
): Promise<string> {
  const doing = `start the OMS pre-check of ${taskId}`
  return call(access, 'SubmitPreCheck', { operation: 'start', doing, body }, submittedId)
}

/** Reads what the pre-check of a task has found so far. Throws `ApiFault`. */
export async function readPrecheck(access: OmsAccess, taskId: string, precheckId: string): Promise<OmsRun> {
  const ofTask = taskId === precheckId ? '' : ` of ${taskId}`
  const doing = `read the result of the OMS pre-check ${precheckId}${ofTask}`
  const what = { operation: 'read', isPoll: true, doing, body: { id: precheckId } } as const
  // Items that were announced and are not there may be the failed ones.
  return call(access, 'GetPreCheckResult', what, runData, ({ items }, { totalCount }) => {
    if (totalCount === null || totalCount <= items.length) return null
    return Number.isNaN(totalCount)
      ? 'an unreadable totalCount'
      : `a totalCount of ${totalCount} beside ${items.length} items`
  })
}

async function call<T>(
  { connection, endpoint }: OmsAccess,
  action: string,
  what: Pick<Call<Envelope>, 'operation' | 'isPoll' | 'doing' | 'body'>,
  schema: z.ZodType<T>,
  wrongIn: (data: T, envelope: Envelope) => string | null = () => null,
): Promise<T> {
  const { value, httpStatus, requestId } = await connection.call({
    ...what,
    method: 'POST',
    url: urlBelow(endpoint, `/api/v2?Action=${action}`),
    schema: envelope,
    errorIn: errorInEnvelope,
  })
  const data = schema.safeParse(value.data)
  const wrong = data.success ? wrongIn(data.data, value) : `an unknown shape at ${placeOf(data.error)}`
  if (data.success && wrong === null) return data.data
  throw shapeFault('OMS', {
    doing: what.doing,
    what: wrong ?? 'an unknown shape',
    httpStatus,
    requestId: value.requestId ?? requestId,
  })
}

function placeOf(error: z.ZodError): string {
  return ['data', ...(error.issues[0]?.path ?? [])].join('.')
}
