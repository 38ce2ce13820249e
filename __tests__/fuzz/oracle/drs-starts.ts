import { credentialCodeIn } from './drs-answer.ts'
import type { Exchange } from './exchange.ts'
import { classOf, type FaultClass, hear } from './faults.ts'
import { remembered } from './remembered.ts'
import { isTooOften, type StartEnd, startEndOf } from './starts.ts'
import { isObject, type Json, text, word } from './words.ts'

/** The start calls of DRS, and what each says of one task. */

export const isStart = ({ path }: Exchange) => path.endsWith('/jobs/batch-precheck')

/** The tasks that a call is about. */
export const idsIn = remembered(({ body }: Exchange): readonly string[] => {
  const json: unknown = body === '' ? null : JSON.parse(body)
  const jobs = isObject(json) && Array.isArray(json['jobs']) ? json['jobs'] : []
  return jobs.map(job => String(isObject(job) ? job['job_id'] : job))
})

export interface Started {
  readonly end: StartEnd
  readonly precheckId: string | null
  readonly class: FaultClass | null
  readonly isPutOff: boolean
}

const LOST: Started = { end: 'unconfirmed', precheckId: null, class: null, isPutOff: false }

/** A 400 of several tasks that one of them can be the cause of. */
export function isOfTheBatch(heard: { readonly status: number | null; readonly class: FaultClass }): boolean {
  const credential = heard.class === 'authentication-failed' || heard.class === 'permission-denied'
  return heard.status === 400 && heard.class !== 'transient' && !credential
}

export function startOf(exchange: Exchange, key: string): Started {
  const heard = hear(exchange.end, 'start', false)
  const ids = idsIn(exchange)
  if (heard.kind === 'fault') {
    const end = ids.length > 1 && isOfTheBatch(heard) ? 'as a batch' : startEndOf(heard)
    const isPutOff = end === 'too often' || (end === 'nothing started' && heard.status !== null)
    return { end, precheckId: null, class: heard.class, isPutOff }
  }
  const { json } = heard
  const list = isObject(json) ? (json['results'] ?? []) : null
  if (!Array.isArray(list) || !list.every(isObject)) return LOST
  if (credentialCodeIn(list) !== null)
    return { end: 'refused', precheckId: null, class: 'authentication-failed', isPutOff: false }
  const alone = ids.length === 1 && list.length === 1
  const own = list.filter(entry => (idOf(entry['id']) ?? (alone ? key : entry['precheck_id'])) === key)
  const [entry] = own
  return entry === undefined || own.length > 1 ? LOST : entrySays(entry)
}

/** A start entry without status and without error confirms nothing. */
function entrySays(entry: Json): Started {
  const code = text(entry['error_code'])
  const failed = word(entry['status']) === 'FAILED' || text(entry['error_msg']) !== null
  if (code === null && !failed) {
    const precheckId = typeof entry['precheck_id'] === 'string' ? text(entry['precheck_id']) : null
    return word(entry['status']) === 'SUCCESS'
      ? { ...LOST, end: 'confirmed', precheckId }
      : { ...LOST, precheckId }
  }
  const kind = classOf('start', 200, code)
  const often = isTooOften(code)
  const end = often ? 'too often' : kind === 'transient' ? 'unconfirmed' : 'refused'
  return { end, precheckId: null, class: kind, isPutOff: often }
}

/** An id that is no text is none. */
const idOf = (value: unknown) => (typeof value === 'string' ? value : null)
