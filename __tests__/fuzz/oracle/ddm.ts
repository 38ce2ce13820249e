import type { AskedTask, Exchange } from './exchange.ts'
import { type Heard, hear, jsonIn, senseless } from './faults.ts'
import { DOUBTS, type Findings, type View } from './findings.ts'
import { isTooOften, type StartCall, startEndOf, wrongStartsOf } from './starts.ts'
import { ddmStatus, type Item, isLost, isObject, type Json, numbered, sameEntries, text } from './words.ts'

/** Section 3.3 of the contract, and 3.0 for DDM: one schema a target. */

export interface DdmQuestion {
  readonly task: AskedTask
  readonly mode: 'run' | 'query'
  readonly settleMs: number
  readonly deadlineAt: number
  readonly exchanges: readonly Exchange[]
}

/** One read; null where it failed, so that what stood before it stands no longer. */
interface Reading {
  readonly at: number
  readonly shown: Shown | null
  /** What an answer reports that is none as a whole. */
  readonly amid: Shown | null
}

interface Shown {
  readonly entries: readonly Json[]
  readonly isStrange: boolean
}

const POLLS_UNCHANGED = 3
const TIMES_LONGER_WITHOUT_NEWS = 5
const BEFORE_DEADLINE_MS = 10_000

export function ddmFindings({ task, mode, settleMs, deadlineAt, exchanges }: DdmQuestion): Findings {
  const ended = exchanges.filter(({ end }) => end.kind !== 'cut-off')
  const starts = ended.filter(isStart).map(exchange => ({ exchange, heard: startOf(exchange) }))
  const reads = ended.filter(exchange => !isStart(exchange))
  const begun = mode === 'query' ? null : startAnswer(starts.map(({ heard }) => heard))
  const jobId = mode === 'query' ? task.key : (begun?.jobId ?? null)
  const cutStart = exchanges.some(exchange => isStart(exchange) && exchange.end.kind === 'cut-off')
  const read = { mode, settleMs, deadlineAt, start: begun?.entries ?? null, isRun: mode === 'run' }
  const heard = DOUBTS.map(doubt => reads.map(exchange => ({ exchange, heard: resultOf(exchange, doubt) })))
  const grounds = [...starts, ...heard.flat()].flatMap(one => groundsOf(one.heard))
  return {
    isStarted: mode === 'query' || starts.length > 0,
    views: heard.map((answers, index) => viewOf(answers.map(readingOf(jobId)), read, DOUBTS[index] === true)),
    mayGiveUp: false,
    grounds: new Set([...grounds, ...(cutStart ? ['service-unavailable'] : [])]),
    wrongStarts: wrongStartsOf(
      starts.map(
        ({ exchange, heard: said }): StartCall => ({
          sentAt: exchange.sentAt,
          at: exchange.end.at,
          end: said.kind === 'fault' ? startEndOf(said) : 'confirmed',
        }),
      ),
      null,
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

function startAnswer(heard: readonly Heard[]) {
  const [json] = heard.flatMap(one => (one.kind === 'content' && isObject(one.json) ? [one.json] : []))
  return json === undefined ? null : { jobId: text(json['job_id']), entries: entriesIn(json) }
}

/** `doubt`: an id that is no text is a wrong shape. */
function resultOf({ end }: Exchange, doubt: boolean): Heard {
  const heard = hear(end, 'read', false)
  if (heard.kind === 'fault' || end.kind !== 'answer') return heard
  const { json } = heard
  const isResult = isObject(json) && ('job_id' in json || 'pre_check_results' in json) && hasList(json)
  if (!isResult) return senseless(end.status)
  const id = json['job_id'] ?? ''
  return doubt && typeof id !== 'string' ? senseless(end.status) : heard
}

function hasList(json: Json): boolean {
  const list = json['pre_check_results'] ?? []
  return Array.isArray(list) && list.every(isObject)
}

function entriesIn(json: Json): readonly Json[] {
  const list = json['pre_check_results'] ?? []
  return Array.isArray(list) ? list.filter(isObject) : []
}

const readingOf =
  (jobId: string | null) =>
  ({ exchange, heard }: { readonly exchange: Exchange; readonly heard: Heard }): Reading => {
    const { end } = exchange
    const json = end.kind === 'answer' ? jsonIn(end) : null
    if (!isObject(json)) return { at: end.at, shown: null, amid: null }
    const id = text(json['job_id'])
    const shown = { entries: entriesIn(json), isStrange: id !== null && id.trim() !== jobId?.trim() }
    return heard.kind === 'fault'
      ? { at: end.at, shown: null, amid: shown }
      : { at: end.at, shown, amid: null }
  }

interface Settling {
  readonly mode: 'run' | 'query'
  readonly settleMs: number
  readonly deadlineAt: number
  /** Null in mode query. */
  readonly start: readonly Json[] | null
}

function viewOf(readings: readonly Reading[], settling: Settling, doubt: boolean): View {
  const { mode, start } = settling
  const shown = readings.flatMap(({ shown: whole, amid }) => {
    const seen = whole ?? (doubt && amid !== null && amid.entries.length > 0 ? amid : null)
    return seen === null ? [] : [seen]
  })
  const last = shown.at(-1)
  const items = itemsOf(start ?? [], last?.entries ?? [])
  const isWhole =
    readings.at(-1)?.shown !== null &&
    last !== undefined &&
    last.entries.length > 0 &&
    items.every(({ status }) => status !== 'pending')
  const stood = isWhole ? stands(readings, settling) : null
  if (stood === null) return { items, ending: null }
  const earlier = shown.slice(0, -1).map(({ entries }) => itemsOf([], entries))
  const reported = doubt ? [...earlier, itemsOf(start ?? [], [])] : earlier
  const isStrange = last?.isStrange === true || (doubt && shown.some(one => one.isStrange))
  const freshness = mode === 'query' ? 'as-found' : isStrange || !stood.hasNews ? 'assumed' : 'new'
  const bare = doubt ? items : items.map(item => ({ ...item, name: item.name.replace(/#start$/, '') }))
  return { items, ending: { overall: 'no such thing', lost: isLost(reported, bare), freshness } }
}

/** Null where the list has not stood unchanged for long enough. */
function stands(
  readings: readonly Reading[],
  { settleMs, deadlineAt, start }: Settling,
): { readonly hasNews: boolean } | null {
  const last = readings.at(-1)
  const content = ({ shown }: Reading) => (shown === null ? null : sameEntries(shown.entries))
  if (!last?.shown) return null
  const now = content(last)
  const row = readings.slice(readings.findLastIndex(reading => content(reading) !== now) + 1)
  const stoodMs = last.at - (row[0]?.at ?? last.at)
  if (row.length < POLLS_UNCHANGED || stoodMs < settleMs) return null
  const known = new Set((start ?? []).map(nameOf))
  const names = last.shown.entries.map(nameOf)
  // An empty start answer has not said which checks are made at once, so nothing can be told from it.
  const hasNews =
    start === null || (start.length > 0 && names.some(name => name !== null && !known.has(name)))
  const isLong = stoodMs >= settleMs * TIMES_LONGER_WITHOUT_NEWS || last.at >= deadlineAt - BEFORE_DEADLINE_MS
  return hasNews || isLong ? { hasNews } : null
}

const nameOf = (entry: Json) => text(entry['name'])?.trim() ?? null

function itemsOf(start: readonly Json[], result: readonly Json[]): readonly Item[] {
  const kept = start.flatMap(entry => {
    const name = nameOf(entry)
    const same = name === null ? [] : result.filter(other => nameOf(other) === name)
    if (same.length === 0) return [{ entry, name: name ?? '-' }]
    const contradicted =
      ddmStatus(entry['status']) === 'failed' && !same.some(other => ddmStatus(other['status']) === 'failed')
    return contradicted ? [{ entry, name: `${name}#start` }] : []
  })
  const all = [...result.map(entry => ({ entry, name: nameOf(entry) ?? '-' })), ...kept]
  return numbered(
    all.map(({ entry, name }) => ({
      name,
      status: ddmStatus(entry['status']),
      reason: text(entry['error_message']),
    })),
  )
}

function groundsOf(heard: Heard): readonly string[] {
  if (heard.kind === 'content') return []
  if (heard.class !== 'transient') return [heard.class]
  // A code of DRS says the same wherever it stands.
  if (isTooOften(heard.code)) return ['start-refused', 'service-unavailable']
  return heard.senseless ? ['invalid-response'] : ['service-unavailable']
}
