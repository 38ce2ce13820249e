import type { AskedTask, Exchange } from './exchange.ts'
import { classOf, errorWithin, type Heard, hear, jsonIn, lowerKeys, only, senseless } from './faults.ts'
import { DOUBTS, type Findings, type View } from './findings.ts'
import { isTooOften, type StartCall, startEndOf, wrongStartsOf } from './starts.ts'
import type { Overall } from './verdict.ts'
import {
  type Item,
  isLost,
  isObject,
  type Json,
  numbered,
  omsStatus,
  percent,
  text,
  truth,
  word,
} from './words.ts'

/** Section 3.4 of the contract, and 3.0 for OMS. */

export interface OmsQuestion {
  readonly task: AskedTask
  /** All tasks of the target. */
  readonly tasks: readonly AskedTask[]
  readonly mode: 'run' | 'query'
  readonly exchanges: readonly Exchange[]
}

interface Run {
  readonly status: string
  /** One of the two words says so. */
  readonly saysFinished: boolean
  readonly progress: number | 'absent'
  readonly items: readonly Item[]
  /** Under an id that nobody asked for. */
  readonly isStrange: boolean
}

export function omsFindings(question: OmsQuestion): Findings {
  const { task, mode, exchanges } = question
  const { starts, precheckId } = startedOf(question, task.key)
  const cutStart = exchanges.some(one => isStartOf(one, task.key) && one.end.kind === 'cut-off')
  const reads = exchanges.filter(
    one => one.end.kind !== 'cut-off' && isRead(one) && precheckId !== null && idIn(one, 'id') === precheckId,
  )
  const ids = idsOf(question, precheckId)
  const readings = DOUBTS.map(doubt =>
    reads.map(exchange => {
      const heard = hearOms(exchange, 'read', doubt)
      return { heard, run: runOf(heard, ids, doubt), amid: doubt ? itemsAmid(exchange, ids) : null }
    }),
  )
  const starting = starts.flatMap(({ exchange, heard }, index) => [
    ...groundsOf(heard, index === 0),
    ...groundsOf(hearOms(exchange, 'start', true), index === 0),
    ...(heard.kind === 'content' && submittedId(heard) === null ? ['invalid-response'] : []),
  ])
  const grounds = new Set([
    ...starting,
    ...readings.flat().flatMap(groundsOfRead),
    ...(cutStart ? ['service-unavailable'] : []),
  ])
  const views = DOUBTS.flatMap((doubt, index) =>
    DOUBTS.map(forgives => viewOf(readings[index] ?? [], mode, { doubt, forgives })),
  )
  return {
    isStarted: mode === 'query' || starts.length > 0,
    views: withSharedRun(views, question, { starts, precheckId, firstReadAt: reads[0]?.end.at }),
    mayGiveUp: false,
    grounds,
    wrongStarts: wrongStartsOf(starts.map(callOf), null),
  }
}

interface Own {
  readonly starts: readonly Submitted[]
  readonly precheckId: string | null
  readonly firstReadAt: number | undefined
}

/**
 * Two submits with one pre-check id end at once, both; the later one may come when the first project has been read, and one whose
 * answer may be read as an error has given no id.
 */
function withSharedRun(
  views: readonly View[],
  question: OmsQuestion,
  { starts, precheckId, firstReadAt }: Own,
): readonly View[] {
  const { task, tasks, mode } = question
  if (mode === 'query' || precheckId === null) return views
  const others = tasks.filter(({ key }) => key !== task.key).map(({ key }) => startedOf(question, key))
  const twins = others.filter(other => other.precheckId === precheckId).flatMap(({ starts }) => starts)
  if (twins.length === 0) return views
  const ended: View = { items: [], ending: null, only: 'invalid-response' }
  const isLate = twins.some(({ exchange }) => exchange.end.at > (firstReadAt ?? Number.POSITIVE_INFINITY))
  const isDoubtful = [...starts, ...twins].some(
    ({ exchange }) => hearOms(exchange, 'start', true).kind === 'fault',
  )
  const shown = views.map(({ items }) => ({ ...ended, items }))
  return isLate || isDoubtful ? [...views, ...shown, ended] : [...shown, ended]
}

const KNOWN = ['INIT', 'PENDING', 'RUNNING', 'FINISHED', 'FAILED', 'SKIPPED']

const isRead = ({ path }: Exchange) => path.endsWith('Action=GetPreCheckResult')
const isStartOf = (one: Exchange, key: string) =>
  one.path.endsWith('Action=SubmitPreCheck') && idIn(one, 'projectId') === key

interface Submitted {
  readonly exchange: Exchange
  readonly heard: Heard
}

function startedOf({ mode, exchanges }: OmsQuestion, key: string) {
  const starts = exchanges
    .filter(one => isStartOf(one, key) && one.end.kind !== 'cut-off')
    .map((exchange): Submitted => ({ exchange, heard: hearOms(exchange, 'start', false) }))
  const given = starts.map(({ heard }) => submittedId(heard)).find(id => id !== null) ?? null
  return { starts, precheckId: mode === 'query' ? key : given }
}

const callOf = ({ exchange, heard }: Submitted): StartCall => ({
  sentAt: exchange.sentAt,
  at: exchange.end.at,
  end: heard.kind === 'fault' ? startEndOf(heard) : submittedId(heard) === null ? 'unconfirmed' : 'confirmed',
})

interface Ids {
  readonly precheckId: string | null
  readonly isProject: (id: string) => boolean
  readonly others: ReadonlySet<string>
}

function idsOf(question: OmsQuestion, precheckId: string | null): Ids {
  const { task, tasks, mode } = question
  const others = tasks.filter(({ key }) => key !== task.key)
  const known = others.flatMap(({ key }) => [key, startedOf(question, key).precheckId])
  return {
    precheckId,
    isProject: id => (mode === 'run' ? id === task.key : id.startsWith('np_')),
    others: new Set(known.filter(id => id !== null)),
  }
}

function idIn({ body }: Exchange, field: string): string | null {
  const json: unknown = body === '' ? null : JSON.parse(body)
  return isObject(json) ? text(json[field]) : null
}

/** Content only where the envelope says that the call worked. */
function hearOms({ end }: Exchange, operation: 'start' | 'read', doubt: boolean): Heard {
  const heard = hear(end, operation, true, doubt)
  if (heard.kind === 'fault' || end.kind !== 'answer') return heard
  const envelope = isObject(heard.json) ? lowerKeys(heard.json) : {}
  if (truth(envelope['success']) !== true) return senseless(end.status)
  const data = only(envelope['data'])
  const within = isObject(data) && isSuccess(lowerKeys(data)) ? errorWithin(lowerKeys(data), doubt) : null
  if (within === null) return heard
  const kind = classOf(operation, end.status, within.code)
  return {
    ...within,
    kind: 'fault',
    class: kind,
    senseless: false,
    nothingStarted: false,
    status: end.status,
  }
}

/** A run that has not ended well, or has not ended, says so itself. */
const isSuccess = (data: Json) =>
  [data['precheckstatus'], data['projectstatus']].map(word).every(one => one === '' || one === 'FINISHED')

function dataOf(heard: Heard): unknown {
  return heard.kind === 'content' && isObject(heard.json) ? only(lowerKeys(heard.json)['data']) : undefined
}

function submittedId(heard: Heard): string | null {
  const data = dataOf(heard)
  const id = isObject(data) ? lowerKeys(data)['precheckid'] : data
  return typeof id === 'string' ? (text(id)?.trim() ?? null) : null
}

/** null: no run can be read from the answer, or it is another task's. */
function runOf(heard: Heard, ids: Ids, doubt: boolean): Run | null {
  const data = dataOf(heard)
  if (!isObject(data) || heard.kind === 'fault' || !isObject(heard.json)) return null
  const fields = lowerKeys(data)
  const words = [word(fields['precheckstatus']), word(fields['projectstatus'])]
  const status = worst(words)
  const progress = percent(fields['progress'])
  const list = listOf(fields['precheckresults'])
  const whose = whoseRun(fields, ids, doubt)
  if (status === '' || progress === 'unreadable' || list === null || whose === 'nobody') return null
  const total = countOf(lowerKeys(heard.json)['totalcount'], doubt)
  if (total !== null && total > list.length) return null
  const saysFinished = words.includes('FINISHED')
  return { status, saysFinished, progress, items: itemsOf(list), isStrange: whose === 'strange' }
}

/** What an answer reports that is none as a whole: an error, or one that makes no sense. null: nothing, or another task's. */
function itemsAmid({ end }: Exchange, ids: Ids): readonly Item[] | null {
  const json = end.kind === 'answer' ? jsonIn(end) : null
  const data = isObject(json) ? only(lowerKeys(json)['data']) : null
  if (!isObject(data)) return null
  const fields = lowerKeys(data)
  const value = fields['precheckresults']
  const values = isObject(value) ? Object.values(value) : []
  const isMap = values.length > 0 && values.every(one => typeof one === 'object' && one !== null)
  const list = Array.isArray(value) ? value : isMap ? values.flat() : [value]
  const items = list.filter(isItem).map(lowerKeys)
  return items.length === 0 || whoseRun(fields, ids, false) === 'nobody' ? null : itemsOf(items)
}

/** Worst first: FAILED, an unknown word, SKIPPED, unfinished, FINISHED. */
function worst(words: readonly string[]): string {
  const said = words.filter(one => one !== '')
  const rank = (one: string) =>
    one === 'FAILED' ? 0 : !KNOWN.includes(one) ? 1 : one === 'SKIPPED' ? 2 : one === 'FINISHED' ? 4 : 3
  return said.toSorted((a, b) => rank(a) - rank(b))[0] ?? ''
}

function whoseRun(fields: Json, ids: Ids, doubt: boolean): 'own' | 'strange' | 'nobody' {
  const named = [fields['precheckid'], fields['projectid']].filter(value => value !== undefined)
  if (doubt && named.some(value => typeof value !== 'string')) return 'nobody'
  const id = (value: unknown) => text(value)?.trim() ?? null
  const [run, project] = [id(fields['precheckid']), id(fields['projectid'])]
  const isOwn =
    (run === null || run === ids.precheckId) &&
    (project === null || project === ids.precheckId || ids.isProject(project))
  if (isOwn) return 'own'
  return [run, project].some(one => one !== null && ids.others.has(one)) ? 'nobody' : 'strange'
}

/** `doubt`: also a number that is written as a text; one that cannot be read may be any. */
function countOf(value: unknown, doubt: boolean): number | null {
  if (typeof value === 'number') return value
  if (!doubt || text(value) === null) return null
  return typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : Number.POSITIVE_INFINITY
}

/** An array, an object with one entry or list a key, or the bare entry. */
function listOf(value: unknown): readonly Json[] | null {
  if (value === undefined) return []
  if (typeof value !== 'object' || value === null) return null
  const values: readonly unknown[] = Object.values(value)
  const isMap = !Array.isArray(value) && values.every(one => typeof one === 'object' && one !== null)
  const list = Array.isArray(value) ? value : isMap ? values.flat() : [value]
  return list.every(isItem) ? list.map(lowerKeys) : null
}

function isItem(value: unknown): value is Json {
  const names = ['name', 'endpointtype', 'role', 'checktype', 'status']
  return isObject(value) && names.some(name => lowerKeys(value)[name] !== undefined)
}

function itemsOf(list: readonly Json[]): readonly Item[] {
  const part = (value: unknown) => text(value)?.trim() ?? '-'
  return numbered(
    list.map(item => ({
      name: [item['endpointtype'], item['role'], item['checktype']].map(part).join('/'),
      status: omsStatus(item['status']),
      reason: text(item['message']),
    })),
  )
}

/** `forgives`: of a run that FAILED nothing is missed. */
function viewOf(
  reads: readonly { readonly run: Run | null; readonly amid: readonly Item[] | null }[],
  mode: OmsQuestion['mode'],
  { doubt, forgives }: { readonly doubt: boolean; readonly forgives: boolean },
): View {
  const shown = reads.flatMap(({ run, amid }) => {
    const items = run?.items ?? amid
    return items === null ? [] : [{ items }]
  })
  const last = reads.at(-1)?.run ?? null
  const items = shown.at(-1)?.items ?? []
  const overall = last === null ? null : endOf(last, doubt)
  if (last === null || overall === null) return { items, ending: null }
  const lost = isLost(
    shown.slice(0, -1).map(run => run.items),
    items,
  )
  const freshness = mode === 'query' ? 'as-found' : last.isStrange ? 'assumed' : 'new'
  const isMissed = lost && !(forgives && overall === 'run failed')
  return { items, ending: { overall, lost: isMissed, freshness } }
}

/** `doubt`: a result that one field calls finished has ended, though the other cannot be read. */
function endOf({ status, saysFinished, progress, items }: Run, doubt: boolean): Overall | null {
  if (status === 'FAILED') return 'run failed'
  if (status === 'SKIPPED') return 'run skipped'
  const whole = progress === 'absent' || progress === 100
  const open = items.some(item => item.status === 'pending')
  if (!saysFinished || !whole || open) return null
  if (status === 'FINISHED') return 'no such thing'
  return doubt && !KNOWN.includes(status) ? 'unreadable' : null
}

function groundsOfRead({
  heard,
  run,
}: {
  readonly heard: Heard
  readonly run: Run | null
}): readonly string[] {
  if (run !== null) return KNOWN.includes(run.status) ? [] : ['unknown-status']
  return heard.kind === 'content' ? ['invalid-response'] : groundsOf(heard, false)
}

function groundsOf(heard: Heard, isStart: boolean): readonly string[] {
  if (heard.kind === 'content') return []
  if (heard.class !== 'transient') return [heard.class]
  if (heard.senseless) return ['invalid-response']
  // A code of DRS says the same wherever it stands.
  if (isTooOften(heard.code)) return ['start-refused', 'service-unavailable']
  return isStart ? ['service-unavailable', 'invalid-response'] : ['service-unavailable']
}
