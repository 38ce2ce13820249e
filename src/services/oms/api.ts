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
  const body = { id: precheckId }
  return call(access, 'GetPreCheckResult', { operation: 'read', isPoll: true, doing, body }, runData)
}

async function call<T>(
  { connection, endpoint }: OmsAccess,
  action: string,
  what: Pick<Call<Envelope>, 'operation' | 'isPoll' | 'doing' | 'body'>,
  schema: z.ZodType<T>,
): Promise<T> {
  const { value, httpStatus, requestId } = await connection.call({
    ...what,
    method: 'POST',
    url: urlBelow(endpoint, `/api/v2?Action=${action}`),
    schema: envelope,
    errorIn: errorInEnvelope,
  })
  const data = schema.safeParse(value.data)
  if (data.success) return data.data
  const place = ['data', ...(data.error.issues[0]?.path ?? [])].join('.')
  throw shapeFault('OMS', {
    doing: what.doing,
    what: `an unknown shape at ${place}`,
    httpStatus,
    requestId: value.requestId ?? requestId,
  })
}
