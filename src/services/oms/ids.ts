import type { ApiFault } from '../../cloud/fault.ts'
import type { Mode } from '../../precheck/model.ts'

/**
 * The two kinds of ids that OMS has here look alike enough to be mixed up. Their beginnings are those of every example in
 * the vendor's API pages (projects `np_…`, pre-check runs `t_…`), but no page promises them, so they only ever give advice.
 */

const MIX_UPS: Readonly<Record<Mode, { readonly beginning: RegExp; readonly words: string }>> = {
  run: {
    beginning: /^t_/i,
    words:
      'looks like the id of a pre-check run (t_…), but mode run wants project ids (np_…); to wait for a run that was started already, use mode query',
  },
  query: {
    beginning: /^np_/i,
    words:
      'looks like a project id (np_…), but mode query wants ids of pre-check runs (t_…); to start a pre-check of the project, use mode run',
  },
}

/** Returns what an id looks like that is meant for the other mode; null for any other. */
export function mixUpOf(id: string, mode: Mode): string | null {
  const { beginning, words } = MIX_UPS[mode]
  return beginning.test(id) ? words : null
}

/** Returns the fault with that as the first advice, where OMS itself did not take the id. */
export function withIdAdvice(fault: ApiFault, id: string, mode: Mode): ApiFault {
  const isAboutId = ['not-found', 'start-refused', 'service-error'].includes(fault.kind) && fault.understood
  const mixUp = isAboutId ? mixUpOf(id, mode) : null
  if (mixUp === null) return fault
  return fault.with({ advice: [`${id} ${mixUp}.`, fault.advice].filter(text => text !== null).join(' ') })
}
