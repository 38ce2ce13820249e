import { credentialCodeIn, drsContents, type Sighting, sightingOf } from './drs-answer.ts'
import { freshnessOf, type Poll, preReadOf } from './drs-freshness.ts'
import type { AskedTask, Exchange } from './exchange.ts'
import { classOf, type FaultClass, hear } from './faults.ts'
import type { Findings } from './findings.ts'
import { remembered, rememberedById } from './remembered.ts'
import { isTooOften, type StartCall, type StartEnd, startEndOf, wrongStartsOf } from './starts.ts'
import { isObject, text, word } from './words.ts'

/** Section 3.2 of the contract. */

export interface DrsQuestion {
  readonly task: AskedTask
  readonly mode: 'run' | 'query'
  readonly settleMs: number
  /** The exchanges of the target, in the order in which they were sent. */
  readonly exchanges: readonly Exchange[]
}

export function drsFindings({ task, mode, settleMs, exchanges }: DrsQuestion): Findings {
  const own = exchanges.filter(
    exchange => idsIn(exchange).includes(task.key) && exchange.end.kind !== 'cut-off',
  )
  const starts = own.filter(isStart).map(exchange => ({ exchange, ...startOf(exchange, task.key) }))
  const cutStart = exchanges.some(
    one => isStart(one) && one.end.kind === 'cut-off' && idsIn(one).includes(task.key),
  )
  const firstStart = starts[0]?.exchange.sentAt ?? Number.POSITIVE_INFINITY
  const reads = own.filter(exchange => !isStart(exchange))
  const preReads = mode === 'run' ? reads.filter(({ sentAt }) => sentAt < firstStart) : []
  const begun = beginningOf(exchanges, task.key)
  const precheckIdOf = rememberedById(id => beginningOf(exchanges, id)?.precheckId ?? null)
  const seenIn = (exchange: Exchange) => sightingOf(exchange, task.key, idsIn(exchange), precheckIdOf)
  const polls = reads
    .filter(exchange => !preReads.includes(exchange) && !isSentAgainAlone(exchange, reads))
    .map(
      (exchange): Poll => ({
        at: exchange.end.at,
        seen: seenIn(exchange),
      }),
    )
  const earlier = preReadOf(
    preReads.map(exchange => sightingOf(exchange, task.key, idsIn(exchange), () => null)),
  )
  const startedAt = { least: begun?.exchange.end.at ?? 0, most: latestStart(exchanges, polls) }
  const freshness =
    mode === 'query'
      ? ('counts' as const)
      : begun === undefined
        ? ('old' as const)
        : freshnessOf(earlier, polls, { ...startedAt, confirmed: begun.end === 'confirmed', settleMs })
  const counted = drsContents(
    polls,
    freshness === 'counts' || freshness === 'settled',
    mode === 'query' ? null : earlier,
  )
  const last = polls.at(-1)
  const finished = last?.seen.kind === 'entry' && last.seen.isFinished
  const grounds = new Set([
    ...reads.flatMap(exchange => groundsOfRead(seenIn(exchange))),
    ...starts.flatMap(groundsOfStart),
  ])
  return {
    isStarted: mode === 'query' || starts.length > 0,
    items: counted,
    finished: finished && (freshness === 'counts' || freshness === 'settled') ? last.seen.overall : null,
    perhaps:
      finished && freshness === 'either' ? { items: last.seen.items, overall: last.seen.overall } : null,
    mayGiveUp: freshness === 'given up' || (freshness === 'either' && begun?.end === 'unconfirmed'),
    lastReadAt: last?.at ?? null,
    grounds: cutStart ? new Set([...grounds, 'service-unavailable']) : grounds,
    wrongStarts: wrongStartsOf(
      starts.map(({ exchange, end }): StartCall => ({ sentAt: exchange.sentAt, at: exchange.end.at, end })),
    ),
  }
}

/** A batch of reads that was turned down as a whole says nothing of its tasks: the calls for each alone do. */
function isSentAgainAlone(exchange: Exchange, reads: readonly Exchange[]): boolean {
  if (idsIn(exchange).length === 1) return false
  const heard = hear(exchange.end, 'read', false)
  return (
    heard.kind === 'fault' &&
    isOfTheBatch(heard) &&
    reads.some(other => idsIn(other).length === 1 && other.sentAt >= exchange.end.at)
  )
}

/** A 400 of several tasks that one of them can be the cause of. */
function isOfTheBatch(heard: { readonly status: number | null; readonly class: FaultClass }): boolean {
  const credential = heard.class === 'authentication-failed' || heard.class === 'permission-denied'
  return heard.status === 400 && heard.class !== 'transient' && !credential
}

/** A batch that was turned down is started task by task, and the gate may take none for started before the last is. */
function latestStart(exchanges: readonly Exchange[], polls: readonly Poll[]): number {
  const firstPoll = polls[0]?.at ?? Number.POSITIVE_INFINITY
  return Math.max(
    0,
    ...exchanges
      .filter(isStart)
      .map(({ end }) => end.at)
      .filter(at => at <= firstPoll),
  )
}

/** The start that began a run, or may have. */
function beginningOf(exchanges: readonly Exchange[], key: string) {
  const own = exchanges.filter(one => isStart(one) && one.end.kind !== 'cut-off' && idsIn(one).includes(key))
  const found = own.map(exchange => ({ exchange, ...startOf(exchange, key) }))
  return found.find(({ end }) => end === 'confirmed' || end === 'unconfirmed')
}

const isStart = ({ path }: Exchange) => path.endsWith('/jobs/batch-precheck')

const idsIn = remembered(({ body }: Exchange): readonly string[] => {
  const json: unknown = body === '' ? null : JSON.parse(body)
  const jobs = isObject(json) && Array.isArray(json['jobs']) ? json['jobs'] : []
  return jobs.map(job => String(isObject(job) ? job['job_id'] : job))
})

function startOf(
  exchange: Exchange,
  key: string,
): { end: StartEnd; precheckId: string | null; class: FaultClass | null } {
  const heard = hear(exchange.end, 'start', false)
  const ids = idsIn(exchange)
  if (heard.kind === 'fault') {
    return {
      end: ids.length > 1 && isOfTheBatch(heard) ? 'as a batch' : startEndOf(heard),
      precheckId: null,
      class: heard.class,
    }
  }
  const { json } = heard
  const list = isObject(json) ? (json['results'] ?? []) : null
  const lost = { end: 'unconfirmed' as const, precheckId: null, class: null }
  if (!Array.isArray(list) || !list.every(isObject)) return lost
  if (credentialCodeIn(list) !== null)
    return { end: 'refused', precheckId: null, class: 'authentication-failed' }
  const alone = ids.length === 1 && list.length === 1
  const own = list.filter(entry => (idOf(entry['id']) ?? (alone ? key : entry['precheck_id'])) === key)
  const [entry] = own
  if (entry === undefined || own.length > 1) return lost
  const code = text(entry['error_code'])
  if (code !== null || word(entry['status']) === 'FAILED') {
    const kind = classOf('start', 200, code)
    const mayRun = kind === 'transient' && !isTooOften(code)
    return {
      end: mayRun ? 'unconfirmed' : isTooOften(code) ? 'too often' : 'refused',
      precheckId: null,
      class: kind,
    }
  }
  const precheckId = typeof entry['precheck_id'] === 'string' ? text(entry['precheck_id']) : null
  const confirmed = word(entry['status']) === 'SUCCESS' || precheckId !== null
  return confirmed ? { end: 'confirmed', precheckId, class: null } : lost
}

/** An id that is no text is none. */
const idOf = (value: unknown) => (typeof value === 'string' ? value : null)

function groundsOfStart({ end, class: kind }: ReturnType<typeof startOf>): readonly string[] {
  if (kind !== null && kind !== 'transient') return [kind]
  return end === 'confirmed' ? [] : ['service-unavailable', 'invalid-response']
}

function groundsOfRead(seen: Sighting): readonly string[] {
  if (seen.kind !== 'fault') return []
  return seen.class === 'transient'
    ? [seen.senseless ? 'invalid-response' : 'service-unavailable']
    : [seen.class]
}
