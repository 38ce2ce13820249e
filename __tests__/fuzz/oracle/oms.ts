import type { AskedTask, Exchange } from './exchange.ts'
import { type Heard, hear, lowerKeys, only, senseless } from './faults.ts'
import type { Findings } from './findings.ts'
import { type StartCall, startEndOf, wrongStartsOf } from './starts.ts'
import type { Overall } from './verdict.ts'
import {
  type Item,
  isObject,
  type Json,
  numberedIds,
  omsStatus,
  percent,
  text,
  truth,
  word,
} from './words.ts'

/** Section 3.4 of the contract. */

export interface OmsQuestion {
  readonly task: AskedTask
  readonly mode: 'run' | 'query'
  readonly exchanges: readonly Exchange[]
}

interface Run {
  readonly status: string
  readonly progress: number | 'absent'
  readonly items: readonly Item[]
}

export function omsFindings({ task, mode, exchanges }: OmsQuestion): Findings {
  const ended = exchanges.filter(({ end }) => end.kind !== 'cut-off')
  const isOwnStart = (one: Exchange) =>
    one.path.endsWith('Action=SubmitPreCheck') && idIn(one, 'projectId') === task.key
  const starts = ended.filter(isOwnStart).map(exchange => ({ exchange, heard: hearOms(exchange, 'start') }))
  const precheckId =
    mode === 'query'
      ? task.key
      : (starts.map(({ heard }) => submittedId(heard)).find(id => id !== null) ?? null)
  const reads = ended
    .filter(
      one =>
        one.path.endsWith('Action=GetPreCheckResult') &&
        precheckId !== null &&
        idIn(one, 'id') === precheckId,
    )
    .map(exchange => ({ exchange, heard: hearOms(exchange, 'read') }))
  const runs = reads.map(({ heard }) => runOf(heard))
  const shown = runs.findLast(run => run !== null) ?? null
  const last = runs.at(-1) ?? null
  const cutStart = exchanges.some(one => isOwnStart(one) && one.end.kind === 'cut-off')
  const grounds = new Set(
    [...starts, ...reads].flatMap(({ heard }) =>
      groundsOf(heard, starts.length > 0 && heard === starts[0]?.heard),
    ),
  )
  if (runs.some(run => run !== null && !KNOWN.includes(run.status))) grounds.add('unknown-status')
  if (runs.some((run, index) => run === null && reads[index]?.heard.kind === 'content'))
    grounds.add('invalid-response')
  if (starts.some(({ heard }) => heard.kind === 'content' && submittedId(heard) === null))
    grounds.add('invalid-response')
  if (cutStart) grounds.add('service-unavailable')
  return {
    isStarted: mode === 'query' || starts.length > 0,
    items: shown?.items ?? [],
    finished: last === null ? null : endOf(last),
    perhaps: null,
    mayGiveUp: false,
    lastReadAt: reads.at(-1)?.exchange.end.at ?? null,
    grounds,
    wrongStarts: wrongStartsOf(
      starts.map(
        ({ exchange, heard }): StartCall => ({
          sentAt: exchange.sentAt,
          at: exchange.end.at,
          end:
            heard.kind === 'fault'
              ? startEndOf(heard)
              : submittedId(heard) === null
                ? 'unconfirmed'
                : 'confirmed',
        }),
      ),
    ),
  }
}

const KNOWN = ['INIT', 'PENDING', 'RUNNING', 'FINISHED', 'FAILED', 'SKIPPED']

function idIn({ body }: Exchange, field: string): string | null {
  const json: unknown = body === '' ? null : JSON.parse(body)
  return isObject(json) ? text(json[field]) : null
}

/** Content only where the envelope says that the call worked. */
function hearOms({ end }: Exchange, operation: 'start' | 'read'): Heard {
  const heard = hear(end, operation, true)
  if (heard.kind === 'fault' || end.kind !== 'answer') return heard
  const worked = isObject(heard.json) && truth(lowerKeys(heard.json)['success']) === true
  return worked ? heard : senseless(end.status)
}

function dataOf(heard: Heard): unknown {
  return heard.kind === 'content' && isObject(heard.json) ? only(lowerKeys(heard.json)['data']) : undefined
}

function submittedId(heard: Heard): string | null {
  const data = dataOf(heard)
  const id = isObject(data) ? lowerKeys(data)['precheckid'] : data
  return typeof id === 'string' ? (text(id)?.trim() ?? null) : null
}

/** null: no run can be read from the answer. */
function runOf(heard: Heard): Run | null {
  const data = dataOf(heard)
  if (!isObject(data)) return null
  const fields = lowerKeys(data)
  const status = word(fields['precheckstatus'] ?? fields['projectstatus'])
  const progress = percent(fields['progress'])
  const list = listOf(fields['precheckresults'])
  return status === '' || progress === 'unreadable' || list === null
    ? null
    : { status, progress, items: itemsOf(list) }
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
  const ids = numberedIds(
    list.map(item => [item['endpointtype'], item['role'], item['checktype']].map(part).join('/')),
  )
  return list.map((item, index) => ({
    id: ids[index] ?? '-',
    status: omsStatus(item['status']),
    reason: text(item['message']),
  }))
}

function endOf({ status, progress, items }: Run): Overall | null {
  if (status === 'FAILED') return 'run failed'
  if (status === 'SKIPPED') return 'run skipped'
  const whole = progress === 'absent' || progress === 100
  const open = items.some(item => item.status === 'pending')
  return status === 'FINISHED' && whole && !open ? 'no such thing' : null
}

function groundsOf(heard: Heard, isStart: boolean): readonly string[] {
  if (heard.kind === 'content') return []
  if (heard.class !== 'transient') return [heard.class]
  if (heard.senseless) return ['invalid-response']
  return isStart ? ['service-unavailable', 'invalid-response'] : ['service-unavailable']
}
