import { ddmFindings } from './ddm.ts'
import { drsFindings } from './drs.ts'
import { credentialCodeIn } from './drs-answer.ts'
import type { Asked, AskedTarget, AskedTask, Exchange, ServiceName } from './exchange.ts'
import { hear } from './faults.ts'
import type { Findings } from './findings.ts'
import { omsFindings } from './oms.ts'
import { hasOpenFailure, isWaived, type Policy, reasonWhenFinished } from './verdict.ts'
import { type Item, isObject } from './words.ts'

/** What the gate may say of a task, and what it must, by the exchanges alone. */
export interface Expected {
  readonly target: string
  readonly task: string
  /** The only reason code there can be; null where several can. */
  readonly must: string | null
  /** Where `must` is null: what else there is ground for. */
  readonly may: ReadonlySet<string>
  /** null where it depends on the very moment of the end what is shown. */
  readonly items: readonly (Item & { readonly isWaived: boolean })[] | null
  readonly wrongStarts: readonly string[]
}

/** Decision by reason code, in the order in which one of several is chosen. */
export const REASON_TABLE: readonly (readonly [code: string, decision: string])[] = [
  ['passed-with-waivers', 'passed'],
  ['passed-with-warnings', 'passed'],
  ['all-passed', 'passed'],
  ['checks-failed', 'failed'],
  ['warnings-not-allowed', 'failed'],
  ...[
    'invalid-input cancelled timed-out policy-unavailable authentication-failed permission-denied not-found',
    'start-refused service-unavailable service-error invalid-response no-check-items unknown-status not-verified',
  ]
    .join(' ')
    .split(' ')
    .map(code => [code, 'inconclusive'] as const),
]

/** The gate's reason out of its tasks'. */
export function gateReasonOf(reasons: readonly string[]): string {
  for (const decision of ['failed', 'inconclusive', 'passed']) {
    const first = REASON_TABLE.find(([code, its]) => its === decision && reasons.includes(code))
    if (first !== undefined) return first[0]
  }
  return 'not-verified'
}

export function expectedOf(asked: Asked, exchanges: readonly Exchange[]): readonly Expected[] {
  return asked.targets.flatMap(target => {
    const own = exchanges.filter(({ path }) => path.startsWith(target.below))
    const neighbours = exchanges.filter(({ path }) => sharesFate(asked, target, path))
    return target.tasks.map(task => expectedOfTask(asked, target, task, { own, neighbours }))
  })
}

function expectedOfTask(
  asked: Asked,
  target: AskedTarget,
  task: AskedTask,
  { own, neighbours }: { readonly own: readonly Exchange[]; readonly neighbours: readonly Exchange[] },
): Expected {
  const { failOn, waivers, today } = asked
  const policy: Policy = { failOn, waivers, today, service: target.service, taskId: task.id }
  const found = findingsOf(target, task, own, asked.deadlineAt)
  const items = found.items.map(item => ({ ...item, isWaived: isWaived(item, policy) }))
  const { wrongStarts } = found
  const common = { target: target.name, task: task.id, items, wrongStarts }
  if (hasOpenFailure(found.items, policy)) return { ...common, must: 'checks-failed', may: new Set() }
  if (found.finished !== null) {
    return { ...common, must: reasonWhenFinished(found.items, found.finished, policy), may: new Set() }
  }
  const perhaps =
    found.perhaps === null ? [] : [reasonWhenFinished(found.perhaps.items, found.perhaps.overall, policy)]
  const may = new Set([...perhaps, ...mayBe(asked, found), ...troubleOf(target.service, neighbours)])
  return { ...common, items: found.perhaps === null ? items : null, must: null, may }
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
  exchanges: readonly Exchange[],
  deadlineAt: number,
): Findings {
  const { mode, settleMs } = target
  switch (target.service) {
    case 'drs':
      return drsFindings({ task, mode, settleMs, exchanges })
    case 'ddm':
      return ddmFindings({ mode, settleMs, deadlineAt, exchanges })
    case 'oms':
      return omsFindings({ task, mode, exchanges })
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

/** A credential that was turned away, a host that gives no answer or throttles, and a request unanswered at the end. */
function troubleOf(service: ServiceName, neighbours: readonly Exchange[]): readonly string[] {
  return neighbours.flatMap(({ end, path }) => {
    if (end.kind !== 'answer') return ['service-unavailable']
    const heard = hear(end, path.endsWith('precheck') ? 'start' : 'read', service === 'oms')
    // Content that makes no sense to its service counts among the tries after which a host is given up.
    if (heard.kind === 'content')
      return isCredentialRefused(heard.json) ? ['authentication-failed'] : ['invalid-response']
    if (heard.class === 'transient') return ['service-unavailable', 'invalid-response']
    // Whatever its body says, a 429 holds up all requests to the host.
    const throttled = end.status === 429 ? ['service-unavailable'] : []
    return heard.class === 'authentication-failed' ? [heard.class, ...throttled] : throttled
  })
}
