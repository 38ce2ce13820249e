import type { Exchange } from './exchange.ts'
import { type Heard, hear, senseless } from './faults.ts'
import type { Findings } from './findings.ts'
import { type StartCall, startEndOf, wrongStartsOf } from './starts.ts'
import { ddmStatus, type Item, isObject, type Json, numberedIds, sameEntries, text } from './words.ts'

/** Section 3.3 of the contract: one schema a target. */

export interface DdmQuestion {
  readonly mode: 'run' | 'query'
  readonly settleMs: number
  readonly deadlineAt: number
  readonly exchanges: readonly Exchange[]
}

interface Reading {
  readonly at: number
  readonly entries: readonly Json[]
}

const POLLS_UNCHANGED = 3
const TIMES_LONGER_WITHOUT_NEWS = 5
const BEFORE_DEADLINE_MS = 10_000

export function ddmFindings({ mode, settleMs, deadlineAt, exchanges }: DdmQuestion): Findings {
  const ended = exchanges.filter(({ end }) => end.kind !== 'cut-off')
  const starts = ended.filter(isStart).map(exchange => ({ exchange, heard: startOf(exchange) }))
  const reads = ended
    .filter(exchange => !isStart(exchange))
    .map(exchange => ({ exchange, heard: resultOf(exchange) }))
  const begun = starts.map(({ heard }) => entriesIn(heard)).find(entries => entries !== null) ?? null
  const startEntries = mode === 'query' ? null : begun
  const readings = reads.flatMap(({ exchange, heard }): readonly Reading[] => {
    const entries = entriesIn(heard)
    return entries === null ? [] : [{ at: exchange.end.at, entries }]
  })
  const last = readings.at(-1)
  const items = itemsOf(startEntries ?? [], last?.entries ?? [])
  const lastRead = reads.at(-1)
  const isLastUnderstood = lastRead !== undefined && lastRead.heard.kind === 'content'
  const finished =
    isLastUnderstood &&
    last !== undefined &&
    last.entries.length > 0 &&
    items.every(({ status }) => status !== 'pending') &&
    stands(readings, startEntries, { settleMs, deadlineAt })
  const cutStart = exchanges.some(exchange => isStart(exchange) && exchange.end.kind === 'cut-off')
  const grounds = new Set([...starts, ...reads].flatMap(({ heard }) => groundsOf(heard)))
  return {
    isStarted: mode === 'query' || starts.length > 0,
    items,
    finished: finished ? 'no such thing' : null,
    perhaps: null,
    mayGiveUp: false,
    lastReadAt: lastRead?.exchange.end.at ?? null,
    grounds: cutStart ? new Set([...grounds, 'service-unavailable']) : grounds,
    wrongStarts: wrongStartsOf(
      starts.map(
        ({ exchange, heard }): StartCall => ({
          sentAt: exchange.sentAt,
          at: exchange.end.at,
          end: heard.kind === 'fault' ? startEndOf(heard) : 'confirmed',
        }),
      ),
    ),
  }
}

const isStart = ({ method }: Exchange) => method === 'POST'

/** A start answer needs a `job_id` that can be asked for. */
function startOf({ end }: Exchange): Heard {
  const heard = hear(end, 'start', false)
  if (heard.kind === 'fault' || end.kind !== 'answer') return heard
  const { json } = heard
  const id = isObject(json) ? json['job_id'] : null
  const named = typeof id === 'string' && id.trim() !== '' && !/^\.+$/.test(id.trim())
  return named && isObject(json) && hasList(json) ? heard : senseless(end.status)
}

function resultOf({ end }: Exchange): Heard {
  const heard = hear(end, 'read', false)
  if (heard.kind === 'fault' || end.kind !== 'answer') return heard
  const { json } = heard
  const isResult = isObject(json) && ('job_id' in json || 'pre_check_results' in json) && hasList(json)
  return isResult ? heard : senseless(end.status)
}

function hasList(json: Json): boolean {
  const list = json['pre_check_results'] ?? []
  return Array.isArray(list) && list.every(isObject)
}

function entriesIn(heard: Heard): readonly Json[] | null {
  if (heard.kind === 'fault' || !isObject(heard.json)) return null
  const list = heard.json['pre_check_results'] ?? []
  return Array.isArray(list) ? list.filter(isObject) : null
}

function stands(
  readings: readonly Reading[],
  start: readonly Json[] | null,
  { settleMs, deadlineAt }: { readonly settleMs: number; readonly deadlineAt: number },
): boolean {
  const last = readings.at(-1)
  if (last === undefined) return false
  const now = sameEntries(last.entries)
  const row = readings.slice(readings.findLastIndex(({ entries }) => sameEntries(entries) !== now) + 1)
  const stoodMs = last.at - (row[0]?.at ?? last.at)
  if (row.length < POLLS_UNCHANGED || stoodMs < settleMs) return false
  const known = new Set((start ?? []).map(nameOf))
  const hasNews = start === null || last.entries.map(nameOf).some(name => name !== null && !known.has(name))
  return (
    hasNews || stoodMs >= settleMs * TIMES_LONGER_WITHOUT_NEWS || last.at >= deadlineAt - BEFORE_DEADLINE_MS
  )
}

const nameOf = (entry: Json) => text(entry['name'])?.trim() ?? null

function itemsOf(start: readonly Json[], result: readonly Json[]): readonly Item[] {
  const kept = start.flatMap(entry => {
    const name = nameOf(entry)
    const same = name === null ? [] : result.filter(other => nameOf(other) === name)
    if (same.length === 0) return [{ entry, id: name ?? '-' }]
    const contradicted =
      ddmStatus(entry['status']) === 'failed' && !same.some(other => ddmStatus(other['status']) === 'failed')
    return contradicted ? [{ entry, id: `${name}#start` }] : []
  })
  const all = [...result.map(entry => ({ entry, id: nameOf(entry) ?? '-' })), ...kept]
  const ids = numberedIds(all.map(({ id }) => id))
  return all.map(({ entry, id }, index) => ({
    id: ids[index] ?? id,
    status: ddmStatus(entry['status']),
    reason: text(entry['error_message']),
  }))
}

function groundsOf(heard: Heard): readonly string[] {
  if (heard.kind === 'content') return []
  if (heard.class !== 'transient') return [heard.class]
  return heard.senseless ? ['invalid-response'] : ['service-unavailable']
}
