import type * as z from 'zod'
import type { Call } from '../../cloud/answer.ts'
import type { Connection } from '../../cloud/connection.ts'
import { urlBelow } from '../../cloud/url.ts'
import { type Sentence, told } from '../../precheck/sentence.ts'
import { shapeFault, unknownShape } from '../faults.ts'
import { type Envelope, envelope, errorInEnvelope, submittedId } from './envelope.ts'
import { OMS_ERRORS } from './errors.ts'
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
  const doing = told(`start the OMS pre-check of ${taskId}`, `启动 ${taskId} 的 OMS 预检查`)
  return call(access, 'SubmitPreCheck', { operation: 'start', doing, body }, submittedId)
}

/** Reads what the pre-check of a task has found so far. Throws `ApiFault`. */
export async function readPrecheck(access: OmsAccess, taskId: string, precheckId: string): Promise<OmsRun> {
  const [english, chinese] = taskId === precheckId ? ['', ''] : [` of ${taskId}`, `${taskId} 的`]
  const doing = told(
    `read the result of the OMS pre-check ${precheckId}${english}`,
    `读取 ${chinese} OMS 预检查 ${precheckId} 的结果`,
  )
  const what = { operation: 'read', isPoll: true, doing, body: { id: precheckId } } as const
  // Items that were announced and are not there may be the failed ones.
  return call(access, 'GetPreCheckResult', what, runData, ({ items }, { totalCount }) => {
    if (totalCount === null || totalCount <= items.length) return null
    return Number.isNaN(totalCount)
      ? told('an unreadable totalCount', '无法识别的 totalCount')
      : told(
          `a totalCount of ${totalCount} beside ${items.length} items`,
          `totalCount 为 ${totalCount}，却只有 ${items.length} 个检查项`,
        )
  })
}

async function call<T>(
  { connection, endpoint }: OmsAccess,
  action: string,
  what: Pick<Call<Envelope>, 'operation' | 'isPoll' | 'doing' | 'body'>,
  schema: z.ZodType<T>,
  wrongIn: (data: T, envelope: Envelope) => Sentence | null = () => null,
): Promise<T> {
  const { value, httpStatus, requestId, body } = await connection.call({
    ...what,
    method: 'POST',
    url: urlBelow(endpoint, `/api/v2?Action=${action}`),
    schema: envelope,
    errors: OMS_ERRORS,
    errorIn: errorInEnvelope,
  })
  const answer = { doing: what.doing, httpStatus, requestId: value.requestId ?? requestId, body }
  const data = schema.safeParse(value.data)
  if (!data.success) throw shapeFault('OMS', { ...answer, what: unknownShape(data.error, 'data') })
  const wrong = wrongIn(data.data, value)
  if (wrong !== null) throw shapeFault('OMS', { ...answer, what: wrong })
  return data.data
}
