import type { Earlier, Poll } from './drs-freshness.ts'
import type { Exchange } from './exchange.ts'
import { classOf, type FaultClass, hear } from './faults.ts'
import type { Overall } from './verdict.ts'
import {
  drsStatus,
  type Item,
  isObject,
  type Json,
  percent,
  sameAs,
  sameEntries,
  text,
  truth,
  word,
} from './words.ts'

/** What one answer of the result API says of one task. */
export type Sighting =
  /** `strangers`: entries under ids that nobody asked for, one of which may be this task's. */
  | { readonly kind: 'missing'; readonly strangers: boolean }
  | {
      readonly kind: 'fault'
      readonly class: FaultClass
      readonly code: string | null
      readonly senseless: boolean
      /** Items of an entry with an error code stay in the report; null where there is no entry. */
      readonly items: readonly Item[] | null
    }
  | {
      readonly kind: 'entry'
      readonly process: number | 'absent'
      readonly items: readonly Item[]
      readonly overall: Overall
      readonly isFinished: boolean
      /** Everything but `process`, items without order. */
      readonly content: string
    }

export function sightingOf(
  exchange: Exchange,
  taskId: string,
  asked: readonly string[],
  precheckIdOf: (taskId: string) => string | null,
): Sighting {
  const heard = hear(exchange.end, 'read', false)
  if (heard.kind === 'fault') return { ...heard, items: null }
  const { json } = heard
  const list = isObject(json) ? (json['results'] ?? []) : null
  if (!Array.isArray(list) || !list.every(isObject)) return senseless()
  const bad = credentialCodeIn(list)
  if (bad !== null)
    return { kind: 'fault', class: 'authentication-failed', code: bad, senseless: false, items: null }
  const ownOf = (id: string): readonly Json[] => {
    if (list.length === 1 && asked.length === 1) return list
    const byId = list.filter(entry => precheckIdOf(id) !== null && entry['precheck_id'] === precheckIdOf(id))
    return byId.length > 0 ? byId : list.filter(entry => entry['precheck_id'] === id)
  }
  // Two entries for one task, or one for two, make nonsense of the whole answer.
  const owned = asked.flatMap(ownOf)
  if (asked.some(id => ownOf(id).length > 1) || new Set(owned).size < owned.length) return senseless()
  const [entry] = ownOf(taskId)
  return entry === undefined ? { kind: 'missing', strangers: list.length > owned.length } : entrySeen(entry)
}

/** An answer of the class authentication-failed stops every user of the credential, wherever in the answer it stands. */
export function credentialCodeIn(list: readonly Json[]): string | null {
  const codes = list.map(entry => text(entry['error_code']))
  return codes.find(code => classOf('read', 200, code) === 'authentication-failed') ?? null
}

function senseless(): Sighting {
  return { kind: 'fault', class: 'transient', code: null, senseless: true, items: null }
}

function entrySeen(entry: Json): Sighting {
  const list = entry['precheck_result'] ?? []
  const idIsText =
    entry['precheck_id'] === null || ['undefined', 'string'].includes(typeof entry['precheck_id'])
  if (!Array.isArray(list) || !list.every(hasShapeOfItem) || !idIsText) return senseless()
  const items = list.map(
    (item): Item => ({
      id: text(item['item']) ?? '-',
      status: drsStatus(item['result']),
      reason: text(item['failed_reason']),
    }),
  )
  const code = text(entry['error_code'])
  if (code !== null)
    return { kind: 'fault', class: classOf('read', 200, code), code, senseless: false, items }
  const process = percent(entry['process'])
  if (process === 'unreadable') return senseless()
  const { process: _left, precheck_result: _out, ...rest } = entry
  return {
    kind: 'entry',
    process,
    items,
    overall: overallOf(entry),
    isFinished: process === 100 && !items.some(({ status }) => status === 'pending'),
    content: `${sameAs(rest)}\n${sameEntries(list)}`,
  }
}

/** What the vendor's page calls a list is one, and a name is a text. */
function hasShapeOfItem(item: unknown): item is Json {
  if (!isObject(item)) return false
  const { item: name, failed_sub_jobs: parts } = item
  const namedRight = name === undefined || name === null || typeof name === 'string'
  return (
    namedRight && (parts === undefined || parts === null || (Array.isArray(parts) && parts.every(isObject)))
  )
}

function overallOf(entry: Json): Overall {
  const result = truth(entry['result'])
  const rate = percent(entry['total_passed_rate'])
  if (result === null && typeof rate !== 'number') return 'silent'
  return result === false || (typeof rate === 'number' && rate < 100) ? 'bad' : 'good'
}

/** The items of the last entry that was one of the run that counts. */
export function drsContents(
  polls: readonly Poll[],
  lastCounts: boolean,
  earlier: Earlier | null,
): readonly Item[] {
  const firstProof = polls.findIndex(({ seen }) => provesNewRun(seen, earlier))
  const shown = polls.flatMap(({ seen }, index) => {
    const counts =
      earlier === null ||
      earlier.kind === 'none' ||
      (firstProof >= 0 && index >= firstProof) ||
      (lastCounts && index === polls.length - 1)
    const items = seen.kind === 'missing' ? null : seen.items
    return counts && items !== null ? [items] : []
  })
  return shown.at(-1) ?? []
}

/** Evidence of a new run by itself. */
export function provesNewRun(seen: Sighting, earlier: Earlier | null): boolean {
  if (seen.kind !== 'entry') return false
  if (typeof seen.process === 'number' && seen.process < 100) return true
  return earlier?.kind === 'found' && earlier.content !== seen.content
}

/** True for an entry as it stands before any run. */
export function isBlank(seen: Extract<Sighting, { kind: 'entry' }>): boolean {
  return seen.items.length === 0 && (seen.process === 'absent' || seen.process === 0)
}

export const isNoResult = (code: string | null) => word(code) === 'DRS.M00002'
