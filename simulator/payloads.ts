import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import type { PayloadName } from './scenario/common.ts'

const FILES = {
  'drs-mysql': 'drs-result-mysql.json',
  'drs-dds': 'drs-result-dds.json',
  ddm: 'ddm-result.json',
  oms: 'oms-result.json',
} as const

const FAILED_EDITS = 'drs-mysql-failed.edits.json'
const edits = z.object({
  base: z.string(),
  set: z.record(z.string(), z.json()),
  items: z.array(z.record(z.string(), z.json())),
})

/** A documented answer, opened up: what stands around the check items, and the items. */
export interface Payload {
  readonly fields: JsonObject
  readonly items: readonly Json[]
}

const loaded = new Map<PayloadName, Payload>()

/** One of the built-in payloads: a DRS result entry, a DDM answer, or the `data` of an OMS answer. */
export function loadPayload(name: PayloadName): Payload {
  const payload = loaded.get(name) ?? readNamed(name)
  loaded.set(name, payload)
  return payload
}

function readNamed(name: PayloadName): Payload {
  switch (name) {
    case 'drs-mysql':
    case 'drs-dds':
      return drsEntry(FILES[name])
    case 'drs-mysql-failed':
      return failedEntry()
    case 'ddm':
      return opened(readPayload(FILES.ddm), 'pre_check_results')
    case 'oms':
      return opened(objectAt(readPayload(FILES.oms), 'data'), 'preCheckResults')
  }
}

function readPayload(file: string): JsonObject {
  return z.record(z.string(), z.json()).parse(JSON.parse(readFile(file)))
}

function readFile(file: string): string {
  return readFileSync(new URL(`./payloads/${file}`, import.meta.url), 'utf8')
}

function drsEntry(file: string): Payload {
  const { results } = readPayload(file)
  const [entry] = Array.isArray(results) ? results : []
  if (!isJsonObject(entry)) throw new Error(`${file} has no result entry`)
  return opened(entry, 'precheck_result')
}

/** The passing MySQL answer with the edits laid over it, item by item; an unknown item is added at the end. */
function failedEntry(): Payload {
  const { base, set, items } = edits.parse(JSON.parse(readFile(FAILED_EDITS)))
  const { fields, items: before } = drsEntry(base)
  const named = new Map(before.filter(isJsonObject).map(item => [item['item'], item]))
  for (const edit of items) named.set(edit['item'], { ...named.get(edit['item']), ...edit })
  return { fields: { ...fields, ...set }, items: [...named.values()] }
}

function opened(whole: JsonObject, listName: string): Payload {
  const { [listName]: items, ...fields } = whole
  if (!Array.isArray(items)) throw new Error(`The payload has no list ${listName}`)
  return { fields, items }
}

function objectAt(whole: JsonObject, key: string): JsonObject {
  const value = whole[key]
  if (!isJsonObject(value)) throw new Error(`The payload has no object ${key}`)
  return value
}

interface ItemSource {
  readonly items?: readonly Json[] | undefined
  readonly payload?: PayloadName | undefined
  readonly done?: number | undefined
  readonly rest: 'absent' | 'pending'
}

/**
 * What a stage shows: its payload or list, of which the first `done` items are finished. `fields` and `items`
 * are null where the stage names neither, so that a service can leave the list out of its answer.
 */
export function stagedPayload(
  stage: ItemSource,
  pending: JsonObject,
): { readonly fields: JsonObject; readonly items: readonly Json[] | null; readonly total: number } {
  const payload = stage.payload === undefined ? null : loadPayload(stage.payload)
  const all = stage.items ?? payload?.items ?? null
  const fields = payload?.fields ?? {}
  if (all === null) return { fields, items: null, total: 0 }
  const done = stage.done ?? all.length
  const finished = all.slice(0, done)
  const open = stage.rest === 'absent' ? [] : all.slice(done).map(item => asPending(item, pending))
  return { fields, items: [...finished, ...open], total: all.length }
}

function asPending(item: Json, pending: JsonObject): Json {
  return isJsonObject(item) ? { ...item, ...pending } : item
}
