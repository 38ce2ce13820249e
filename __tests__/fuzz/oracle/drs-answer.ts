import type { Exchange } from './exchange.ts'
import { classOf, type FaultClass, hear, jsonIn } from './faults.ts'
import type { Overall } from './verdict.ts'
import {
  drsItemStatus,
  type Item,
  isObject,
  type Json,
  numbered,
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
  | {
      readonly kind: 'missing'
      readonly strangers: boolean
      /** What stood there is the finished result of an earlier run. */
      readonly isOldThere?: boolean
    }
  | {
      readonly kind: 'fault'
      readonly class: FaultClass
      readonly code: string | null
      readonly senseless: boolean
      /** Items of an entry with an error stay in the report; null where there is no entry. */
      readonly items: readonly Item[] | null
      /** That entry is under an id that nobody asked for. */
      readonly isStrange?: boolean
    }
  | Entry

export interface Entry {
  readonly kind: 'entry'
  /** Under an id that nobody asked for. */
  readonly isStrange: boolean
  readonly id: string | null
  readonly process: number | 'absent'
  readonly items: readonly Item[]
  readonly overall: Overall
  readonly isFinished: boolean
  /** What evidence is looked for in, and what has to stand unchanged. */
  readonly results: string
  readonly whole: Wording
}

/** Words as they came, and as they are compared; only where both differ something else was said for certain. */
export interface Wording {
  readonly strict: string
  readonly loose: string
}

/** Who may stand in an answer. */
export interface Names {
  /** The id that an entry of the task has to have. */
  readonly idOf: (key: string) => string
  /** Ids of an earlier run, which never count once the start gave another. */
  readonly isOutdated: (key: string, id: string) => boolean
  /** The ids of the other tasks of the gate. */
  readonly all: ReadonlySet<string>
}

export function sightingOf(
  exchange: Exchange,
  taskId: string,
  asked: readonly string[],
  names: Names,
  doubt: boolean,
): Sighting {
  const seen = sightingIn(exchange, taskId, asked, names, doubt)
  if (!doubt || seen.kind !== 'fault' || seen.items !== null) return seen
  // An answer that is none as a whole may report items all the same.
  return { ...seen, items: itemsAmid(exchange, names.idOf(taskId), asked.length === 1) }
}

function itemsAmid({ end }: Exchange, id: string, alone: boolean): readonly Item[] | null {
  const json = end.kind === 'answer' ? jsonIn(end) : null
  const list = isObject(json) && Array.isArray(json['results']) ? json['results'].filter(isObject) : []
  const isOwn = (entry: Json) => idIn(entry) === id || (alone && list.length === 1 && idIn(entry) === null)
  const own = list.filter(isOwn).map(entry => entry['precheck_result'])
  const items = own.flatMap(one => (Array.isArray(one) ? one.filter(hasShapeOfItem) : []))
  return items.length === 0 ? null : itemsOf(items)
}

function sightingIn(
  exchange: Exchange,
  taskId: string,
  asked: readonly string[],
  names: Names,
  doubt: boolean,
): Sighting {
  const heard = hear(exchange.end, 'read', false)
  if (heard.kind === 'fault') return { ...heard, items: null }
  const { json } = heard
  const list = isObject(json) ? (json['results'] ?? []) : null
  if (!Array.isArray(list) || !list.every(isObject)) return senseless()
  const bad = credentialCodeIn(list)
  if (bad !== null)
    return { kind: 'fault', class: 'authentication-failed', code: bad, senseless: false, items: null }
  const ownOf = (key: string) => list.filter(entry => idIn(entry) === names.idOf(key))
  // Two entries for one task make nonsense of the whole answer.
  if (asked.some(key => ownOf(key).length > 1)) return senseless()
  const [entry] = ownOf(taskId)
  if (asked.length > 1 || list.length !== 1)
    return inList(entry, list, { asked, names, owned: asked.flatMap(ownOf).length, doubt })
  const [single = {}] = list
  const id = idIn(single)
  if (entry === undefined && id !== null) {
    if (names.isOutdated(taskId, id)) {
      const old = entrySeen(single, true)
      return { kind: 'missing', strangers: false, isOldThere: old.kind === 'entry' && old.isFinished }
    }
    // The task's own id is strange where the start gave another, but it is no other task's.
    if (names.all.has(id) && id !== taskId) return senseless()
  }
  return entrySeen(single, entry === undefined && id !== null)
}

interface Listed {
  readonly asked: readonly string[]
  readonly names: Names
  readonly owned: number
  readonly doubt: boolean
}

/** One of several: surplus entries are ignored, unless one of another task may stand in the place of this one. */
function inList(
  entry: Json | undefined,
  list: readonly Json[],
  { asked, names, owned, doubt }: Listed,
): Sighting {
  if (entry !== undefined) return entrySeen(entry, false)
  // Another id of a task that was asked for is beside its own entry, not in place of another's.
  const mine = new Set([...asked, ...asked.map(names.idOf)])
  const hasIntruder = list.some(one => {
    const id = idIn(one)
    return id !== null && names.all.has(id) && !mine.has(id)
  })
  return doubt && hasIntruder ? senseless() : { kind: 'missing', strangers: list.length > owned }
}

const idIn = (entry: Json) => text(entry['precheck_id'])

/** An answer of the class authentication-failed stops every user of the credential, wherever in the answer it stands. */
export function credentialCodeIn(list: readonly Json[]): string | null {
  const codes = list.map(entry => text(entry['error_code']))
  return codes.find(code => classOf('read', 200, code) === 'authentication-failed') ?? null
}

function senseless(): Sighting {
  return { kind: 'fault', class: 'transient', code: null, senseless: true, items: null }
}

function entrySeen(entry: Json, isStrange: boolean): Sighting {
  const list = entry['precheck_result'] ?? []
  const idIsText =
    entry['precheck_id'] === null || ['undefined', 'string'].includes(typeof entry['precheck_id'])
  if (!Array.isArray(list) || !list.every(hasShapeOfItem) || !idIsText) return senseless()
  const items = itemsOf(list)
  const code = text(entry['error_code'])
  if (code !== null || text(entry['error_msg']) !== null)
    return { kind: 'fault', class: classOf('read', 200, code), code, senseless: false, items, isStrange }
  const process = percent(entry['process'])
  if (process === 'unreadable') return senseless()
  const overall = overallOf(entry)
  const results = wordingOf(list)
  return {
    kind: 'entry',
    isStrange,
    id: idIn(entry),
    process,
    items,
    overall,
    isFinished: process === 100 && !items.some(({ status }) => status === 'pending'),
    results,
    whole: {
      strict: `${results}\n${sameAs([entry['result'], entry['total_passed_rate']])}`,
      loose: `${results}\n${overall}`,
    },
  }
}

function itemsOf(list: readonly Json[]): readonly Item[] {
  return numbered(
    list.map(item => ({
      name: text(item['item']) ?? '-',
      status: drsItemStatus(item),
      reason: text(item['failed_reason']),
    })),
  )
}

/** Items by name, result and reason: words without case, and null, absent and empty are the same. */
function wordingOf(list: readonly Json[]): string {
  return sameEntries(
    list.map(item => [text(item['item']), word(item['result']), text(item['failed_reason'])]),
  )
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
  const said = text(entry['result'])
  const result = truth(entry['result'])
  const rate = percent(entry['total_passed_rate'])
  if ((said !== null && result === null) || rate === 'unreadable') return 'unreadable'
  if (result === null && rate === 'absent') return 'silent'
  return result === false || (typeof rate === 'number' && rate < 100) ? 'bad' : 'good'
}

/** True for an entry as it stands before any run. */
export function isBlank(seen: Entry): boolean {
  return seen.items.length === 0 && (seen.process === 'absent' || seen.process === 0)
}

export const isNoResult = (code: string | null) => word(code) === 'DRS.M00002'
