import type { Credential, SignableRequest } from '../cloud/credential.ts'
import { ApiFault } from '../cloud/fault.ts'
import type { Clock } from '../ports.ts'

/** A token or temporary key that we fetched ourselves. */
export interface Fetched {
  readonly headersFor: (request: SignableRequest) => Readonly<Record<string, string>>
  /** Until when it holds, by its own words. */
  readonly expiresAt: string | null | undefined
}

/** Renewed this long before the end, so that no request is under way when it comes. */
const RENEW_BEFORE_END_MS = 5 * 60_000
/** Short-lived ones are used for this part of their life. */
const USED_PART_OF_LIFE = 0.75

/**
 * A credential that is fetched when it is first needed, again before it ends, and once more when it is turned away
 * in mid-run. `fetch` makes one try: the call that needs it is tried again by its caller, and only there is a fault
 * logged and remembered as the reason. `scopeOf` tells which of several a request needs (IAM tokens hold for one project).
 */
export function fetchedCredential(
  words: Pick<Credential, 'label' | 'advice'>,
  scopeOf: (request: SignableRequest) => string,
  fetch: (scope: string) => Promise<Fetched>,
  clock: Clock,
): Credential {
  // `renewAt` is on `Clock.now`.
  const current = new Map<string, Promise<Fetched & { readonly renewAt: number }>>()
  const hold = (scope: string) => {
    const held = fetchFinally(scope, fetch, clock)
    current.set(scope, held)
    // After a passing fault the next request fetches again; a refusal is kept, or every target would repeat it
    // and wrong passwords lock the account.
    held.catch(error => {
      if (isPassing(error) && current.get(scope) === held) current.delete(scope)
    })
    return held
  }
  return {
    ...words,
    async headersFor(request) {
      const scope = scopeOf(request)
      const known = current.get(scope) ?? hold(scope)
      const held = await known
      if (clock.now() < held.renewAt) return held.headersFor(request)
      // The first that finds it used up fetches for all: a password that was changed meanwhile must not be sent often.
      const renewed = current.get(scope)
      const usable = await (renewed === undefined || renewed === known ? hold(scope) : renewed)
      return usable.headersFor(request)
    },
    renew: async () => current.clear(),
  }
}

async function fetchFinally(scope: string, fetch: (scope: string) => Promise<Fetched>, clock: Clock) {
  try {
    const fetched = await fetch(scope)
    return { ...fetched, renewAt: clock.now() + usefulLife(fetched, clock) }
  } catch (error) {
    throw error instanceof ApiFault && !isPassing(error) ? error.with({ final: true }) : error
  }
}

function isPassing(error: unknown): boolean {
  return !(error instanceof ApiFault) || error.kind === 'transient'
}

/** A clock that is off can make a fresh credential look expired; then only the service's 401 can tell. */
function usefulLife({ expiresAt }: Fetched, clock: Clock): number {
  const lifeMs = Date.parse(expiresAt ?? '') - clock.date().getTime()
  if (!(lifeMs > 0)) return Number.POSITIVE_INFINITY
  return Math.max(lifeMs - RENEW_BEFORE_END_MS, lifeMs * USED_PART_OF_LIFE)
}
