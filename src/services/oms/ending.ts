import type { CheckItem, Overall } from '../../precheck/model.ts'
import { canonical } from '../canonical.ts'
import type { OmsRun } from './run.ts'

/** Whether a run has ended, and what it says as a whole. */
export type Ending =
  | { readonly kind: 'running' }
  | { readonly kind: 'ended'; readonly overall: Overall }
  /** A status that nobody has documented: neither an end nor a way on can be read from it. */
  | { readonly kind: 'unknown' }

/** Returns how a run stands. FAILED and SKIPPED end it whatever its items say; FINISHED only when nothing is left open. */
export function endingOf(run: OmsRun, items: readonly CheckItem[]): Ending {
  switch (run.status) {
    case 'INIT':
    case 'PENDING':
    case 'RUNNING':
      return { kind: 'running' }
    case 'FINISHED':
      return isWhole(run, items) ? { kind: 'ended', overall: 'none' } : { kind: 'running' }
    case 'FAILED':
      return { kind: 'ended', overall: 'run-failed' }
    case 'SKIPPED':
      return { kind: 'ended', overall: 'run-skipped' }
    default:
      return { kind: 'unknown' }
  }
}

function isWhole({ progress }: OmsRun, items: readonly CheckItem[]): boolean {
  return (progress === null || progress === 100) && !items.some(item => item.status === 'pending')
}

/** An answer with an unknown status, and since when polls have shown it, on `Clock.now`. */
export interface UnknownRun {
  readonly content: string
  readonly since: number
}

/**
 * How long a run may stand unchanged in an unknown status. It may be a step on the way, so it is not the end at once; it
 * may be an end, so the step does not wait for it until its deadline.
 */
export const UNKNOWN_STATUS_PATIENCE_MS = 60_000

/** Returns what is known of an unknown status after a poll that showed it; a run that moves gets its patience anew. */
export function unknownAfter(before: UnknownRun | null, run: OmsRun, now: number): UnknownRun {
  const content = canonical(run)
  return before?.content === content ? before : { content, since: now }
}
