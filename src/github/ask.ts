import * as z from 'zod'
import { messageOf } from '../cloud/network-fault.ts'
import { inEach, type Sentence, told, verbatim } from '../precheck/sentence.ts'
import { type Bounds, RequestFault } from './bounded-fetch.ts'
import { type Answer, type GitHubFault, otherFault } from './fault.ts'

/** How GitHub is asked for one thing, how often and how long. Reports are written at the end of a step: patience is short. */

/** As much of Octokit as is used; every answer is unknown until a schema has read it. */
export interface Requester {
  request(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<{
    readonly status: number
    readonly headers: { readonly link?: string | undefined }
    readonly data: unknown
  }>
  graphql(query: string): Promise<unknown>
}

/**
 * Does one thing, called by what is being done; whatever `run` throws becomes a fault. What is `repeatable` is the same
 * twice as once; other things are repeated only when nothing can have happened.
 */
export type Ask = <T>(
  label: Sentence,
  repeatable: boolean,
  run: (octokit: Requester) => Promise<T>,
) => Promise<Answer<T>>

export const MAX_TRIES = 4
/** Of what no repetition mends. */
const HOPELESS_TRIES = 2
/** A longer wait than this is not honoured but given up on: the gate is no daemon. */
const MAX_TOLD_WAIT_MS = 60_000
const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 4_000

const STRANGE = told(
  'an answer of a shape that the GitHub API does not have',
  '应答的结构不是 GitHub API 的结构',
)

/** Returns a way of asking that gives the first good answer, or the last fault once it cannot or may not be tried again. */
export function askingOver(connect: () => Promise<Requester>, bounds: Bounds): Ask {
  const { clock, deadline, log } = bounds
  return async (label, repeatable, run) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await answerOf(async () => run(await connect()))
      if (answer.ok) return answer
      const waitMs = nextWait(answer.fault, tries, repeatable, bounds)
      if (waitMs === null) return answer
      log(againText(label, answer.fault, tries + 1, waitMs))
      await clock.sleep(waitMs, deadline.signal)
      // The last fault says more than "cancelled" would.
      if (deadline.signal.aborted) return answer
    }
  }
}

function againText(label: Sentence, fault: GitHubFault, next: number, waitMs: number): Sentence {
  const seconds = (waitMs / 1000).toFixed(1)
  const most = mostTries(fault)
  return inEach(in_ =>
    told(
      `GitHub, ${in_(label)}: ${in_(fault.what)}; try ${next} of ${most} in ${seconds} s`,
      `GitHub，${in_(label)}：${in_(fault.what)}；${seconds} 秒后进行第 ${next} 次尝试（共 ${most} 次）`,
    ),
  )
}

async function answerOf<T>(run: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await run() }
  } catch (error) {
    return { ok: false, fault: faultIn(error) }
  }
}

function faultIn(error: unknown): GitHubFault {
  if (error instanceof RequestFault) return error.fault
  if (error instanceof Error && error.cause instanceof RequestFault) return error.cause.fault
  if (error instanceof z.ZodError) return otherFault('rejected', STRANGE)
  return otherFault('rejected', verbatim(messageOf(error)))
}

function mostTries({ hopeless = false }: GitHubFault): number {
  return hopeless ? HOPELESS_TRIES : MAX_TRIES
}

function nextWait(
  fault: GitHubFault,
  tries: number,
  repeatable: boolean,
  { deadline, clock, random }: Bounds,
): number | null {
  if (fault.kind !== 'unavailable' || tries >= mostTries(fault)) return null
  if (fault.mayHaveActed && !repeatable) return null
  const step = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (tries - 1))
  // Between half and the whole of the step: never zero, never in step with the other jobs.
  const own = step * (0.5 + random() / 2)
  const waitMs = Math.max(own, fault.waitMs ?? 0)
  const leftMs = deadline.at - clock.now()
  return waitMs > MAX_TOLD_WAIT_MS || waitMs >= leftMs ? null : waitMs
}
