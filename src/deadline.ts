import type { Clock, Deadline } from './ports.ts'
import type { StepEnd } from './precheck/verdict.ts'

export interface EndableDeadline extends Deadline {
  /** Lets go of the timer; the signal fires no more. */
  done(): void
}

/**
 * Returns a deadline `ms` from now. Its signal fires there with `deadline`, or with `cancelled`, which comes `msOnceCancelled`
 * after the given signal, or after now where that has fired before.
 */
export function startDeadline(
  { ms, msOnceCancelled = 0 }: { readonly ms: number; readonly msOnceCancelled?: number },
  clock: Clock,
  cancelled: AbortSignal | null,
): EndableDeadline {
  const stop = new AbortController()
  const end = new AbortController()
  const stopIn = async (delay: number, reason: string) => {
    if (delay > 0) await clock.sleep(delay, end.signal)
    if (!end.signal.aborted) stop.abort(reason)
  }
  const cancel = () => void stopIn(msOnceCancelled, 'cancelled')
  if (cancelled?.aborted) cancel()
  cancelled?.addEventListener('abort', cancel, { once: true })
  void stopIn(ms, 'deadline')
  return {
    at: clock.now() + (cancelled?.aborted ? Math.min(ms, msOnceCancelled) : ms),
    signal: stop.signal,
    done: () => {
      cancelled?.removeEventListener('abort', cancel)
      end.abort()
    },
  }
}

/** Settles as the work does, or rejects at the deadline; the work may go on for ever. */
export function within<T>({ signal }: Deadline, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error('the file system gave no answer in time'))
    if (signal.aborted) late()
    signal.addEventListener('abort', late, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late))
  })
}

/** Returns what ended the step before its time, by the signal that fires then; null while nothing has. */
export function cutOffOf(cancelled: AbortSignal): StepEnd['cutOff'] {
  if (!cancelled.aborted) return null
  return crashOf(cancelled) === null ? 'signal' : 'crash'
}

/** Returns the error that nobody caught and that ended the step; null when it goes on, or ends by a signal. */
export function crashOf({ reason }: AbortSignal): Error | null {
  return reason instanceof Error && reason.name !== 'AbortError' ? reason : null
}
