import type { Clock, Deadline } from './ports.ts'

export interface EndableDeadline extends Deadline {
  /** Lets go of the timer; the signal fires no more. */
  done(): void
}

/** Returns a deadline `ms` from now. Its signal fires there with `deadline`, or with `cancelled` when the given signal fires. */
export function startDeadline(ms: number, clock: Clock, cancelled: AbortSignal | null): EndableDeadline {
  const stop = new AbortController()
  const end = new AbortController()
  const cancel = () => stop.abort('cancelled')
  if (cancelled?.aborted) cancel()
  cancelled?.addEventListener('abort', cancel, { once: true })
  void clock.sleep(ms, end.signal).then(() => {
    if (!end.signal.aborted) stop.abort('deadline')
  })
  return {
    at: clock.now() + ms,
    signal: stop.signal,
    done: () => {
      cancelled?.removeEventListener('abort', cancel)
      end.abort()
    },
  }
}
