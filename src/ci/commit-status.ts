import { type EndableDeadline, startDeadline, within } from '../deadline.ts'
import type { CommitStatus } from '../github/routes.ts'
import type { StatusResult } from '../github/status.ts'
import type { Clock, Deadline } from '../ports.ts'
import type { Notice } from '../report/dossier.ts'

/** When the statuses of one run are posted: `pending` for as long as that may still say something, then one final one. */

/** One try of the first status, which goes out beside the pre-check. */
const PENDING_TRY_MS = 10_000
const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 60_000
/** For a try that is under way when the pre-check ends: cut off, it could still arrive, behind the final one. */
const PENDING_LAST = { ms: 2_000, msOnceCancelled: 1_000 }
/** The final status has GitHub's share of the ten seconds after the deadline, or of the six after a signal. */
export const LAST_CALLS = { ms: 6_000, msOnceCancelled: 3_000 }

export interface PostPorts {
  readonly clock: Clock
  readonly cancelled: AbortSignal
  readonly post: (status: CommitStatus, until: Deadline) => Promise<StatusResult>
}

/** A `pending` that is being posted. */
export interface Pending {
  /**
   * Ends the tries and returns what to say of them, and whether one ended without an answer, so that what it sent may be recorded
   * later. When it has settled, none is under way here.
   */
  settle(): Promise<{ readonly notices: readonly Notice[]; readonly mayComeLate: boolean }>
}

/** Posts `pending` in the background, again and again until it is there. */
export function postPending(status: CommitStatus, { clock, cancelled, post }: PostPorts): Pending {
  const noMore = new AbortController()
  const cutOff = new AbortController()
  let mayComeLate = false
  const tries = (async () => {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const until = startDeadline({ ms: PENDING_TRY_MS }, clock, cutOff.signal)
      const result = await post(status, until)
      until.done()
      if (result.kind !== 'lost') return result
      mayComeLate ||= result.mayComeLate
      if (!noMore.signal.aborted) await clock.sleep(Math.max(pause, result.waitMs ?? 0), noMore.signal)
      if (noMore.signal.aborted) return result
    }
  })()
  return {
    settle: async () => {
      noMore.abort()
      const last = startDeadline(PENDING_LAST, clock, cancelled)
      await within(last, tries).catch(() => cutOff.abort())
      last.done()
      const result = await tries
      const notices = result.kind === 'posted' ? [] : [{ level: 'warning', text: result.why } as const]
      return { notices, mayComeLate }
    },
  }
}

/** Posts the final status. Waits as GitHub asks for while there is time until `stepEndsAt`: a lost one fails the step. */
export async function postFinal(
  status: CommitStatus,
  stepEndsAt: number,
  { clock, cancelled, post }: PostPorts,
): Promise<StatusResult> {
  for (let shortest = FIRST_PAUSE_MS; ; shortest *= 2) {
    const until: EndableDeadline = startDeadline(LAST_CALLS, clock, cancelled)
    const result = await post(status, until)
    until.done()
    if (result.kind !== 'lost' || result.waitMs === null || cancelled.aborted) return result
    const waitMs = Math.max(shortest, result.waitMs)
    if (clock.now() + waitMs >= stepEndsAt) return result
    await clock.sleep(waitMs, cancelled)
  }
}
