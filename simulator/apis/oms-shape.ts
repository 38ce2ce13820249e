import { type Answer, jsonAnswer } from '../http.ts'
import { defined, isJsonObject, type Json, type JsonObject, without } from '../json.ts'
import { stagedPayload } from '../payloads.ts'
import type { Oms, OmsStage } from '../scenario/services.ts'

const PENDING_ITEM = { status: 'PENDING' }

/** The names by which the two editions call the id and the state of a run. */
const NAMES = {
  enterprise: { id: 'projectId', status: 'projectStatus' },
  community: { id: 'preCheckId', status: 'preCheckStatus' },
} as const

/** The `data` of a result in the shape of the scenario's edition. */
export function omsData(oms: Oms, precheckId: string, stage: OmsStage): Json {
  const { fields, items } = stagedPayload(stage, PENDING_ITEM)
  const names = NAMES[oms.edition]
  const data = defined({
    [names.id]: precheckId,
    [names.status]: stage.status ?? fields['projectStatus'],
    preCheckResults: items === null ? undefined : shapeItems(items, oms.itemsAs),
    progress: stage.progress ?? fields['progress'],
  })
  const shaped = { ...without(data, stage.absent), ...stage.raw }
  return oms.dataAs === 'array' ? [shaped] : shaped
}

function shapeItems(items: readonly Json[], shape: Oms['itemsAs']): Json {
  switch (shape) {
    case 'array':
      return items
    case 'single':
      return items[0] ?? {}
    case 'keyed':
      return Object.fromEntries(items.map((item, index) => [String(index), item]))
  }
}

/**
 * An answer in the envelope that OMS puts around everything. A failing one leaves out what it has no value
 * for, a good one says null (both seen in the vendor's examples).
 */
export function omsAnswer(
  oms: Oms,
  status: number,
  data: Json,
  envelope: JsonObject,
  requestId: string,
): Answer {
  const good: JsonObject = {
    success: true,
    errorDetail: null,
    code: null,
    message: null,
    advice: null,
    requestId,
    pageNumber: null,
    pageSize: null,
    totalCount: null,
    cost: '12 ms',
    data,
  }
  const failed: JsonObject = { success: false, requestId, ...(data === null ? {} : { data }) }
  const whole = { ...(envelope['success'] === false ? failed : good), ...envelope }
  return jsonAnswer(status, inCase(whole, oms.keyCase))
}

/** The usual way to fail: HTTP 200, `success: false`, the real cause in `errorDetail`. */
export function omsFailure(oms: Oms, code: string, message: string, requestId: string): Answer {
  const errorDetail = { code, message, requestId }
  const envelope = { success: false, code, message: `[${code}]: internal error`, errorDetail }
  return omsAnswer(oms, 200, null, envelope, requestId)
}

function inCase(value: Json, keyCase: Oms['keyCase']): Json {
  if (Array.isArray(value)) return value.map((entry: Json) => inCase(entry, keyCase))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [keyIn(key, keyCase), inCase(entry, keyCase)]),
  )
}

/** Returns a key in the letter case of a scenario. */
export function keyIn(key: string, keyCase: Oms['keyCase']): string {
  switch (keyCase) {
    case 'camel':
      return key
    case 'pascal':
      return key.charAt(0).toUpperCase() + key.slice(1)
    case 'lower':
      return key.toLowerCase()
    case 'upper':
      return key.toUpperCase()
  }
}
