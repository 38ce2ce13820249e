import type { Asked } from '../fuzz/oracle/exchange.ts'
import { decisionOf, gateReasonOf, reasonOf } from '../fuzz/oracle/verdict.ts'
import type { Status } from '../fuzz/oracle/words.ts'

/**
 * What a merge has to say, written from the contract and from nothing in `src/`. It sees what a person would: which files there are
 * and what is the matter with each.
 */

export interface OracleFile {
  readonly name: string
  readonly items: readonly Status[]
  readonly failOn: Asked['failOn']
  readonly isReadable: boolean
  readonly isTampered: boolean
  readonly isValidated: boolean
  readonly repository: string
  readonly runId: string
  readonly attempt: number
  readonly sha: string
  /** Minutes since it finished; negative: in the future. */
  readonly age: number
}

export interface OracleCase {
  readonly files: readonly OracleFile[]
  readonly expected: readonly string[]
  /** null outside a CI. */
  readonly run: { readonly repository: string; readonly runId: string; readonly sha: string } | null
  readonly anyRun: boolean
  readonly maxAge: number | null
  readonly result: string | null
}

export interface OracleVerdict {
  readonly decision: string
  readonly reason: string
  /** Names of the legs whose items count. */
  readonly counted: readonly string[]
}

/** What a leg's one task comes to, which has no waiver and met no fault. */
function reasonOfLeg({ items, failOn }: OracleFile): string {
  const policy = { failOn, waivers: [], today: '', service: 'drs', taskId: '' } as const
  const weighed = items.map((status, index) => ({ name: `${index}`, status, reason: null, isAlone: true }))
  return reasonOf(weighed, { overall: 'good', problem: null }, policy)
}

export function oracle(one: OracleCase): OracleVerdict {
  const reasons: string[] = []
  const counted: string[] = []
  const bad = one.files.filter(file => !isOfThisRun(file, one))
  if (bad.length > 0) reasons.push('leg-not-accepted')
  for (const name of one.expected) {
    const named = one.files.filter(file => file.isReadable && file.name === name)
    if (named.length === 0) reasons.push('leg-missing')
    const good = named.filter(file => !bad.includes(file))
    const isTwice = one.anyRun
      ? good.length > 1
      : good.some((file, index) => good.findIndex(({ attempt }) => attempt === file.attempt) !== index)
    const last = good.toSorted((a, b) => b.attempt - a.attempt)[0]
    if (isTwice) reasons.push('leg-not-accepted')
    else if (last !== undefined && !isInTime(last, one)) reasons.push('leg-not-accepted')
    else if (last !== undefined) {
      counted.push(name)
      reasons.push(reasonOfLeg(last))
    }
  }
  if (one.result === 'cancelled' || one.result === 'skipped') reasons.push('leg-missing')
  if (one.result === 'failure' && reasons.every(reason => decisionOf(reason) === 'passed'))
    reasons.push('leg-missing')
  const reason = gateReasonOf(reasons)
  return { decision: decisionOf(reason), reason, counted }
}

function isOfThisRun(file: OracleFile, { expected, run, anyRun }: OracleCase): boolean {
  if (!file.isReadable || file.isTampered || file.isValidated || !expected.includes(file.name)) return false
  if (anyRun) return run === null || file.sha === run.sha
  return run !== null && file.repository === run.repository && file.runId === run.runId
}

function isInTime({ age }: OracleFile, { maxAge }: OracleCase): boolean {
  return age >= -5 && (maxAge === null || age <= maxAge)
}
