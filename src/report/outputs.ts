import { findingsOf, severityOf } from './findings.ts'
import type { Report } from './schema.ts'

/** Every output of the action, in the order of the contract and of `action.yml`. */
export const OUTPUT_NAMES = [
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
  'report-json',
  'report-junit',
] as const
export type OutputName = (typeof OUTPUT_NAMES)[number]

/** A step that puts the output into its environment cannot start when one string exceeds about 128 KiB. */
export const FAILED_ITEMS_MAX_BYTES = 32 * 1024

export interface ReportPaths {
  /** Absolute. */
  readonly json: string
  readonly junit: string
}

/** Returns the value of every output; none is ever left out, whatever the decision. */
export function outputsOf(report: Report, paths: ReportPaths): Readonly<Record<OutputName, string>> {
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
    'report-json': paths.json,
    'report-junit': paths.junit,
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

/** `Object.fromEntries` keeps a key such as `__proto__`. Tasks without a pre-check id are left out. */
function precheckIds(report: Report): string {
  const targets = report.targets.map(({ name, tasks }) => {
    const ids = tasks.filter(task => task.precheckId !== null).map(task => [task.id, task.precheckId])
    return [name, Object.fromEntries(ids)]
  })
  return JSON.stringify(Object.fromEntries(targets))
}
