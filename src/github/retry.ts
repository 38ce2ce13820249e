import type { Clock, Deadline, Random } from '../ports.ts'
import type { Answer, GitHubFault } from './fault.ts'

/** How often and how long GitHub is asked again. Reports are written at the end of a step: patience is short. */

export const MAX_TRIES = 4
/** Of what no repetition mends. */
const HOPELESS_TRIES = 2
/** A longer wait than this is not honoured but given up on: the gate is no daemon. */
export const MAX_TOLD_WAIT_MS = 60_000
const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 4_000

export interface Patience {
  readonly deadline: Deadline
  readonly clock: Clock
  readonly random: Random
  readonly log: (line: string) => void
}

export interface Attempt<T> {
  /** What is being done, e.g. `GET /repos/…`, for the log. */
  readonly label: string
  /** Doing it twice is the same as once. Others are repeated only when nothing can have happened. */
  readonly repeatable: boolean
  readonly run: () => Promise<Answer<T>>
}

/** Returns the first good answer, or the last fault once it cannot or may not be tried again. */
export async function withRetries<T>(attempt: Attempt<T>, patience: Patience): Promise<Answer<T>> {
  const { clock, deadline, log } = patience
  for (let tries = 1; ; tries += 1) {
    const answer = await attempt.run()
    if (answer.ok) return answer
    const waitMs = nextWait(answer.fault, tries, attempt.repeatable, patience)
    if (waitMs === null) return answer
    const seconds = (waitMs / 1000).toFixed(1)
    const most = mostTries(answer.fault)
    log(`GitHub, ${attempt.label}: ${answer.fault.what}; try ${tries + 1} of ${most} in ${seconds} s`)
    await clock.sleep(waitMs, deadline.signal)
    // The last fault says more than "cancelled" would.
    if (deadline.signal.aborted) return answer
  }
}

function mostTries({ hopeless = false }: GitHubFault): number {
  return hopeless ? HOPELESS_TRIES : MAX_TRIES
}

function nextWait(fault: GitHubFault, tries: number, repeatable: boolean, patience: Patience): number | null {
  if (!fault.transient || tries >= mostTries(fault)) return null
  if (fault.mayHaveActed && !repeatable) return null
  const step = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (tries - 1))
  // Between half and the whole of the step: never zero, never in step with the other jobs.
  const own = step * (0.5 + patience.random() / 2)
  const waitMs = Math.max(own, fault.waitMs ?? 0)
  const leftMs = patience.deadline.at - patience.clock.now()
  return waitMs > MAX_TOLD_WAIT_MS || waitMs >= leftMs ? null : waitMs
}
