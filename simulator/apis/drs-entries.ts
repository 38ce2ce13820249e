import { type Answer, jsonAnswer, serviceError } from '../http.ts'
import { defined, isJsonObject, type Json, type JsonObject, without } from '../json.ts'
import { localise } from '../localise.ts'
import { stagedPayload } from '../payloads.ts'
import type { DrsStage, DrsStart } from '../scenario/services.ts'

const FIRST_REFUSING_STATUS = 300
/** Real runs were seen with items whose result was empty while they were still checked. */
const PENDING_ITEM = { result: '' }

type Shown = DrsStart | DrsStage

/** A start answer or result stage that turns the whole call into an error, the other tasks included. */
export function refusesWholeCall(shown: Shown): boolean {
  return (shown.httpStatus ?? 0) >= FIRST_REFUSING_STATUS
}

export function wholeCallError(shown: Shown, language: string): Answer {
  const code = typeof shown.error_code === 'string' ? shown.error_code : 'DRS.M00004'
  const message = localise(shown.error_msg ?? 'The service is abnormal.', language)
  return serviceError(shown.httpStatus ?? 500, code, message)
}

/** The answer of a batch call; a 2xx status set on any task is the status of the whole. */
export function batchAnswer(
  shown: readonly Shown[],
  entries: readonly JsonObject[],
  language: string,
): Answer {
  const status = shown.find(({ httpStatus }) => httpStatus !== undefined)?.httpStatus ?? 200
  return jsonAnswer(status, localise({ count: entries.length, results: entries }, language))
}

/** What a start call says of one task: usually one entry. */
export function startEntries(taskId: string, start: DrsStart): readonly JsonObject[] {
  const fields = defined({
    id: taskId,
    precheck_id: start.status === 'success' ? (start.precheckId ?? taskId) : start.precheckId,
    status: start.status,
    error_code: start.error_code,
    error_msg: start.error_msg,
  })
  const surplus = start.surplus.map(id => ({ id, precheck_id: id, status: 'success' }))
  return [...repeated(overridden(fields, start), start.entry), ...surplus]
}

/** What a result call says of one task: usually one entry. */
export function resultEntries(precheckId: string, stage: DrsStage): readonly JsonObject[] {
  const entry = {
    ...resultFields(stage, 'precheck_result'),
    ...defined({
      precheck_id: stage.precheck_id ?? precheckId,
      error_code: stage.error_code,
      error_msg: stage.error_msg,
    }),
  }
  const surplus = stage.surplus.map(id => ({ ...entry, precheck_id: id }))
  return [...repeated(overridden(entry, stage), stage.entry), ...surplus]
}

/** The result of a run without what says whose it is. The list of items has another name in each version of the API. */
export function resultFields(stage: DrsStage, listName: 'precheck_result' | 'precheck_results'): JsonObject {
  const { fields, items, total } = stagedPayload(stage, PENDING_ITEM)
  const computed = items === null ? {} : overallOf(items, total, stage.process ?? fields['process'])
  return {
    ...without(fields, ['precheck_id']),
    ...computed,
    ...defined({
      process: stage.process,
      result: stage.result,
      total_passed_rate: stage.total_passed_rate,
      rds_instance_id: stage.rds_instance_id,
      job_direction: stage.job_direction,
      [listName]: items ?? undefined,
    }),
  }
}

/** The overall part that fits the items: alarms count as passed, and an unfinished run is not passed yet. */
function overallOf(items: readonly Json[], total: number, process: Json | undefined): JsonObject {
  const results = items.map(item => (isJsonObject(item) ? item['result'] : undefined))
  const passed = results.filter(result => result === 'PASSED' || result === 'ALARM').length
  const finished = process === '100%'
  return {
    result: finished && !results.includes('FAILED'),
    total_passed_rate: `${total === 0 ? 0 : Math.floor((passed * 100) / total)}%`,
  }
}

export function overridden(
  fields: JsonObject,
  by: { readonly absent: readonly string[]; readonly raw: JsonObject },
): JsonObject {
  return { ...without(fields, by.absent), ...by.raw }
}

function repeated(entry: JsonObject, times: 'once' | 'missing' | 'twice'): readonly JsonObject[] {
  switch (times) {
    case 'once':
      return [entry]
    case 'missing':
      return []
    case 'twice':
      return [entry, entry]
  }
}
