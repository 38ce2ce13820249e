import { findingsOf, severityOf } from './findings.ts'
import type { Report } from './schema.ts'

/** What is known before anything is written, in the order of `action.yml`. */
const VERDICT_OUTPUTS = [
  'decision',
  'reason-code',
  'total-count',
  'passed-count',
  'warning-count',
  'failed-count',
  'waived-count',
  'unknown-count',
  'failed-items',
  'precheck-ids',
] as const
/** The paths of what has been written. */
export const PATH_OUTPUTS = ['report-json', 'report-junit', 'report-html'] as const
export type PathOutput = (typeof PATH_OUTPUTS)[number]

/** Every output of the action. */
export const OUTPUT_NAMES = [...VERDICT_OUTPUTS, ...PATH_OUTPUTS] as const
export type OutputName = (typeof OUTPUT_NAMES)[number]

/** A step that puts the output into its environment cannot start when one string exceeds about 128 KiB. */
export const FAILED_ITEMS_MAX_BYTES = 32 * 1024

/** GitHub takes one MiB of outputs from a job, counted in UTF-16. Some 5,000 tasks of DRS; `report.json` has the ids of all. */
export const PRECHECK_IDS_MAX_BYTES = 384 * 1024

/** Returns the value of every output but the paths; none is ever left out, whatever the decision. */
export function outputsOf(report: Report): Readonly<Record<(typeof VERDICT_OUTPUTS)[number], string>> {
  const { gate, counts } = report
  return {
    decision: gate.decision,
    'reason-code': gate.reasonCode,
    'total-count': String(counts.total),
    'passed-count': String(counts.passed),
    'warning-count': String(counts.warning),
    'failed-count': String(counts.failed),
    'waived-count': String(counts.waived),
    'unknown-count': String(counts.unknown),
    'failed-items': failedItems(report),
    'precheck-ids': precheckIds(report),
  }
}

function failedItems(report: Report): string {
  const entries = findingsOf(report)
    .filter(({ item }) => severityOf(item) === 'failed' || report.gate.failOn === 'warning')
    .map(({ target, task, item }) =>
      JSON.stringify({ target: target.name, task: task.id, item: item.id, status: item.status }),
    )
  const whole = `[${entries.join(',')}]`
  if (Buffer.byteLength(whole) <= FAILED_ITEMS_MAX_BYTES) return whole
  // The count of what is left out is taken as wide as it can get, so that it always has room.
  let room = FAILED_ITEMS_MAX_BYTES - Buffer.byteLength(`[${moreEntry(entries.length)}]`)
  let kept = 0
  for (const entry of entries) {
    room -= Buffer.byteLength(entry) + 1
    if (room < 0) break
    kept += 1
  }
  return `[${[...entries.slice(0, kept), moreEntry(entries.length - kept)].join(',')}]`
}

const moreEntry = (more: number) => JSON.stringify({ more })

/** Tasks without a pre-check id are left out, and those for which there is no room: their number stands under the name that no target has. */
function precheckIds({ targets }: Report): string {
  let room = PRECHECK_IDS_MAX_BYTES - Buffer.byteLength(`{"":${moreEntry(Number.MAX_SAFE_INTEGER)}}`)
  let more = 0
  const kept = targets.map(({ name, tasks }) => {
    room -= Buffer.byteLength(`${JSON.stringify(name)}:{},`)
    const started = tasks.filter(task => task.precheckId !== null)
    const ids = started.map(task => [task.id, task.precheckId] as const)
    const fitting = ids.filter(([id, precheckId]) => {
      room -= Buffer.byteLength(`${JSON.stringify(id)}:${JSON.stringify(precheckId)},`)
      return room >= 0
    })
    more += ids.length - fitting.length
    // `Object.fromEntries` keeps a key such as `__proto__`.
    return [name, Object.fromEntries(fitting)] as const
  })
  const rest = more === 0 ? [] : [['', { more }] as const]
  const shown = more === 0 ? kept : kept.filter(([, ids]) => Object.keys(ids).length > 0)
  return JSON.stringify(Object.fromEntries([...shown, ...rest]))
}
