import type { ApiFault } from '../../cloud/fault.ts'
import type { Mode } from '../../precheck/model.ts'
import { inEach, inRow, type Sentence, told } from '../../precheck/sentence.ts'

/**
 * The two kinds of ids that OMS has here look alike enough to be mixed up. Their beginnings are those of every example in
 * the vendor's API pages (projects `np_…`, pre-check runs `t_…`), but no page promises them, so they only ever give advice.
 */

const MIX_UPS: Readonly<Record<Mode, { readonly beginning: RegExp; readonly words: Sentence }>> = {
  run: {
    beginning: /^t_/i,
    words: told(
      'looks like the id of a pre-check run (t_…), but mode run wants project ids (np_…); to wait for a run that was started already, use mode query',
      '看起来是预检查的 ID（t_…），而 mode run 需要项目 ID（np_…）；若要等待已启动的运行，请使用 mode query',
    ),
  },
  query: {
    beginning: /^np_/i,
    words: told(
      'looks like a project id (np_…), but mode query wants ids of pre-check runs (t_…); to start a pre-check of the project, use mode run',
      '看起来是项目 ID（np_…），而 mode query 需要预检查的 ID（t_…）；若要启动该项目的预检查，请使用 mode run',
    ),
  },
}

/** Returns what an id looks like that is meant for the other mode; null for any other. */
export function mixUpOf(id: string, mode: Mode): Sentence | null {
  const { beginning, words } = MIX_UPS[mode]
  return beginning.test(id) ? words : null
}

/** Returns the fault with that as the first advice, where OMS itself did not take the id. */
export function withIdAdvice(fault: ApiFault, id: string, mode: Mode): ApiFault {
  const isAboutId = ['not-found', 'start-refused', 'service-error'].includes(fault.kind) && fault.understood
  const mixUp = isAboutId ? mixUpOf(id, mode) : null
  if (mixUp === null) return fault
  const first = inEach(in_ => told(`${id} ${in_(mixUp)}.`, `${id} ${in_(mixUp)}。`))
  return fault.with({ advice: inRow(first, fault.advice) })
}
