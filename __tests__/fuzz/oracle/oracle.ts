import { ddmFindings } from './ddm.ts'
import { type DrsQuestion, drsFindings } from './drs.ts'
import { credentialCodeIn } from './drs-answer.ts'
import type { Asked, AskedTarget, AskedTask, Exchange, ServiceName } from './exchange.ts'
import { hear } from './faults.ts'
import type { Findings, View } from './findings.ts'
import { omsFindings } from './oms.ts'
import { hasOpenFailure, isWaived, type Policy, reasonOf } from './verdict.ts'
import { type Item, isObject } from './words.ts'

/** What the gate may say of a task, by the exchanges alone. */
export interface Expected {
  readonly target: string
  readonly task: string
  /** The reason codes that there is ground for; only one where the exchanges leave no choice. */
  readonly reasons: ReadonlySet<string>
  /** What `freshness` a pass may have. */
  readonly freshness: ReadonlySet<string>
  /** null where it depends on the very moment of the end, or on how an odd answer is read, what is shown. */
  readonly items: readonly (Item & { readonly isWaived: boolean })[] | null
  readonly wrongStarts: readonly string[]
}

export function expectedOf(asked: Asked, exchanges: readonly Exchange[]): readonly Expected[] {
  return asked.targets.flatMap(target => {
    const own = exchanges.filter(({ path }) => path.startsWith(target.below))
    const neighbours = exchanges.filter(({ path }) => sharesFate(asked, target, path))
    // The targets of DRS are at one endpoint, those of OMS at one each.
    const elsewhere = asked.targets
      .filter(other => other !== target && other.service === 'drs')
      .map(({ tasks, below }) => ({
        tasks,
        exchanges: exchanges.filter(({ path }) => path.startsWith(below)),
      }))
    return target.tasks.map(task => expectedOfTask(asked, target, task, { own, neighbours, elsewhere }))
  })
}

/** What the exchanges of a run are to one of its targets. */
interface Around {
  readonly own: readonly Exchange[]
  readonly neighbours: readonly Exchange[]
  readonly elsewhere: DrsQuestion['elsewhere']
}

function expectedOfTask(
  asked: Asked,
  target: AskedTarget,
  task: AskedTask,
  { own, neighbours, elsewhere }: Around,
): Expected {
  const { failOn, waivers, today } = asked
  const policy: Policy = { failOn, waivers, today, service: target.service, taskId: task.id }
  const found = findingsOf(target, task, { own, elsewhere }, asked.deadlineAt)
  const open = [...mayBe(asked, found), ...troubleOf(target.service, neighbours)]
  const reasons = found.views.flatMap(view => reasonsOf(view, policy) ?? open)
  const listed = found.views.map(({ items }) =>
    items.map(item => ({ ...item, isWaived: isWaived(item, policy) })),
  )
  const [items = []] = listed
  return {
    target: target.name,
    task: task.id,
    reasons: new Set(reasons),
    freshness: new Set(found.views.flatMap(({ ending }) => (ending === null ? [] : [ending.freshness]))),
    items: listed.every(list => JSON.stringify(list) === JSON.stringify(items)) ? items : null,
    wrongStarts: found.wrongStarts,
  }
}

/** Null where the task is not finished in this view and nothing has failed. */
function reasonsOf({ items, ending, only }: View, policy: Policy): readonly string[] | null {
  if (hasOpenFailure(items, policy)) return ['checks-failed']
  if (only !== undefined) return [only]
  if (ending === null) return null
  const { overall, lost } = ending
  return [reasonOf(items, { overall, problem: lost ? 'not-verified' : null }, policy)]
}

/** DRS and DDM share one credential, and the targets of one service its host. */
function sharesFate({ targets }: Asked, { service }: AskedTarget, path: string): boolean {
  return targets.some(
    target => (target.service === 'oms') === (service === 'oms') && path.startsWith(target.below),
  )
}

function findingsOf(
  target: AskedTarget,
  task: AskedTask,
  { own: exchanges, elsewhere }: Omit<Around, 'neighbours'>,
  deadlineAt: number,
): Findings {
  const { mode, settleMs, tasks } = target
  switch (target.service) {
    case 'drs':
      return drsFindings({ task, tasks, mode, settleMs, exchanges, elsewhere })
    case 'ddm':
      return ddmFindings({ task, mode, settleMs, deadlineAt, exchanges })
    case 'oms':
      return omsFindings({ task, tasks, mode, exchanges })
  }
}

/** Inconclusive reasons that there is ground for: of the task's own exchanges, of its credential, or of the end of the step. */
function mayBe({ cancelledAt }: Asked, found: Findings): readonly string[] {
  const end = cancelledAt === null ? 'timed-out' : 'cancelled'
  // What goes on before a start that never came about counts as a start that did not get through.
  const unstarted = found.isStarted ? [] : ['service-unavailable']
  return [end, ...found.grounds, ...unstarted, ...(found.mayGiveUp ? ['not-verified'] : [])]
}

/** Requests that were sent although an answer had said before that their credential is no good; none of these is renewed. */
export function sentWithBadCredential(asked: Asked, exchanges: readonly Exchange[]): readonly Exchange[] {
  return asked.targets.flatMap(target => {
    const users = exchanges.filter(({ path }) => sharesFate(asked, target, path))
    const refusals = users.filter(one => troubleOf(target.service, [one]).includes('authentication-failed'))
    const known = Math.min(...refusals.map(({ end }) => end.at))
    return users.filter(({ sentAt, path }) => path.startsWith(target.below) && sentAt > known)
  })
}

function isCredentialRefused(json: unknown): boolean {
  const list = isObject(json) && Array.isArray(json['results']) ? json['results'].filter(isObject) : []
  return credentialCodeIn(list) !== null
}

/** As the starts of all services end: `…/precheck`, `…/batch-precheck` and `SubmitPreCheck`. */
const IS_START = /precheck$/i

/** A credential that was turned away, a host that gives no answer or throttles, and a request unanswered for long at the end. */
function troubleOf(service: ServiceName, neighbours: readonly Exchange[]): readonly string[] {
  return neighbours.flatMap(exchange => {
    const { end, path } = exchange
    if (end.kind === 'cut-off') return isLongUnanswered(exchange, neighbours) ? ['service-unavailable'] : []
    if (end.kind !== 'answer') return ['service-unavailable']
    const heard = hear(end, IS_START.test(path) ? 'start' : 'read', service === 'oms')
    // Content that makes no sense to its service counts among the tries after which a host is given up.
    if (heard.kind === 'content')
      return isCredentialRefused(heard.json) ? ['authentication-failed'] : ['invalid-response']
    if (heard.class === 'transient') return ['service-unavailable', 'invalid-response']
    // Whatever its body says, a 429 holds up all requests to the host.
    const throttled = end.status === 429 ? ['service-unavailable'] : []
    return heard.class === 'authentication-failed' ? [heard.class, ...throttled] : throttled
  })
}

const LONG_UNANSWERED_MS = 5_000
const TIMES_LONGEST = 2

/** A read under way counts as failed only when it has gone on for long, by itself and beside those that were answered. */
function isLongUnanswered(cut: Exchange, others: readonly Exchange[]): boolean {
  const isStartOfDrs = ({ path }: Exchange) => path === cut.path.replace(/-result$/, '')
  const lastStart = others.findLast(isStartOfDrs)?.sentAt ?? 0
  // What was read before the start may have been read by other rules.
  const same = others.filter(
    ({ path, end, sentAt }) => path === cut.path && end.kind === 'answer' && sentAt >= lastStart,
  )
  const longest = Math.max(0, ...same.map(({ sentAt, end }) => end.at - sentAt))
  return cut.end.at - cut.sentAt > Math.max(LONG_UNANSWERED_MS, TIMES_LONGEST * longest)
}
