/**
 * What a merge has to say, written from the contract and from nothing in `src/`. It sees what a person would: which files there are
 * and what is the matter with each.
 */

export interface OracleFile {
  readonly name: string
  readonly items: readonly string[]
  readonly failOn: string
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

const ORDER = [
  ['checks-failed', 'failed'],
  ['warnings-not-allowed', 'failed'],
  ['leg-missing', 'inconclusive'],
  ['leg-not-accepted', 'inconclusive'],
  ['no-check-items', 'inconclusive'],
  ['unknown-status', 'inconclusive'],
  ['not-verified', 'inconclusive'],
  ['passed-with-warnings', 'passed'],
  ['all-passed', 'passed'],
] as const

/** The contract's lines for one task without waivers and errors. */
function reasonOf({ items, failOn }: OracleFile): string {
  const has = (...statuses: readonly string[]) => items.some(item => statuses.includes(item))
  if (has('failed')) return 'checks-failed'
  if (items.length === 0) return 'no-check-items'
  if (has('unknown')) return 'unknown-status'
  if (!has('passed', 'warning')) return 'not-verified'
  if (!has('warning', 'skipped')) return 'all-passed'
  return failOn === 'warning' ? 'warnings-not-allowed' : 'passed-with-warnings'
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
      reasons.push(reasonOf(last))
    }
  }
  if (one.result === 'cancelled' || one.result === 'skipped') reasons.push('leg-missing')
  if (one.result === 'failure' && reasons.every(reason => decisionOf(reason) === 'passed'))
    reasons.push('leg-missing')
  const first = ORDER.find(([reason]) => reasons.includes(reason))
  return { decision: first?.[1] ?? 'inconclusive', reason: first?.[0] ?? 'not-verified', counted }
}

const decisionOf = (reason: string) => ORDER.find(([code]) => code === reason)?.[1]

function isOfThisRun(file: OracleFile, { expected, run, anyRun }: OracleCase): boolean {
  if (!file.isReadable || file.isTampered || file.isValidated || !expected.includes(file.name)) return false
  if (anyRun) return run === null || file.sha === run.sha
  return run !== null && file.repository === run.repository && file.runId === run.runId
}

function isInTime({ age }: OracleFile, { maxAge }: OracleCase): boolean {
  return age >= -5 && (maxAge === null || age <= maxAge)
}
