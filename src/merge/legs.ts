import { quoted } from '../plan/problems.ts'
import type { Report } from '../report/schema.ts'
import { unproven } from './proven.ts'

/** Which reports are legs of this run, and what is wrong with the others. Pure. */

/** How the jobs of all legs ended, as `needs.<job>.result` says it. */
export const LEGS_RESULTS = ['success', 'failure', 'cancelled', 'skipped'] as const
export type LegsResult = (typeof LEGS_RESULTS)[number]

export interface LegRules {
  readonly expected: readonly string[]
  /** The run that merges; null outside a CI. */
  readonly run: Report['run']
  /** Legs may be of any run of this commit. */
  readonly anyRun: boolean
  readonly maxAgeMs: number | null
  readonly now: Date
  /** null where nobody says. */
  readonly legsResult: LegsResult | null
}

/** A file, as far as it could be read. */
export type LegFile = { readonly file: string } & (
  | { readonly report: Report }
  /** `name`: what it calls itself, as far as that can be told. */
  | { readonly why: string; readonly name: string | null }
)

export interface Fault {
  readonly reason: 'leg-missing' | 'leg-not-accepted'
  /** Which leg or file, and why. */
  readonly text: string
}

export interface Legs {
  /** One for each name, in the order in which they are expected. */
  readonly accepted: readonly Report[]
  readonly faults: readonly Fault[]
}

/** Clocks of two machines differ by less. */
const CLOCKS_DIFFER_MS = 5 * 60_000

type Candidate = Extract<LegFile, { report: Report }>

/** Returns the legs that count. Whatever was found and does not is a fault, so that no file is passed over in silence. */
export function legsOf(files: readonly LegFile[], rules: LegRules): Legs {
  const faults: Fault[] = []
  const seen = new Set<string>()
  const refuse = (file: string, name: string | null, why: string) => {
    if (name !== null) seen.add(name)
    const leg = name !== null && rules.expected.includes(name) ? `leg ${name}, ` : ''
    faults.push({ reason: 'leg-not-accepted', text: `${leg}${file}: not accepted, because ${why}` })
  }
  const candidates: Candidate[] = []
  for (const one of files) {
    if ('why' in one) refuse(one.file, one.name, one.why)
    else {
      const why = whyNone(one.report, rules)
      if (why === null) candidates.push(one)
      else refuse(one.file, one.report.gate.name, why)
    }
  }
  const byName = Map.groupBy(candidates, ({ report }) => report.gate.name)
  const accepted = rules.expected.flatMap(name => {
    const one = theOne(byName.get(name) ?? [], rules, refuse)
    return one === null ? [] : [one]
  })
  const missing = rules.expected.filter(name => !seen.has(name) && !byName.has(name))
  faults.push(...missing.map(missingLeg))
  return { accepted, faults: [...faults, ...resultFaults(rules, accepted, faults.length > 0)] }
}

/** Returns why a report is of no leg of this run, in words; null where it is. How old it may be is asked of the last attempt only. */
function whyNone(report: Report, rules: LegRules): string | null {
  const { expected } = rules
  if (!expected.includes(report.gate.name)) return `its name, ${quoted(report.gate.name)}, is not expected`
  if (report.targets.some(isValidated) || report.gate.decision === 'validated')
    return 'mode validate wrote it, which checks nothing'
  return otherRun(report.run, rules) ?? unproven(report)
}

function isValidated({ mode, tasks }: Report['targets'][number]): boolean {
  return mode === 'validate' || tasks.some(task => task.outcome === 'validated')
}

function otherRun(of: Report['run'], { run, anyRun }: LegRules): string | null {
  if (anyRun) {
    if (run === null) return null
    if (run.sha === null) return 'this run does not say which commit it is of'
    return of?.sha === run.sha ? null : 'it is not of the commit of this run'
  }
  if (run === null || of === null) return 'it does not say which run it is of'
  if (of.repository !== run.repository) return 'it is of another repository'
  return of.runId === run.runId ? null : 'it is of another run'
}

/** Returns the report of one name that counts: that of the highest attempt, under `any-run` the only one. */
function theOne(
  candidates: readonly Candidate[],
  rules: LegRules,
  refuse: (file: string, name: string, why: string) => void,
): Report | null {
  const attempts = Map.groupBy(candidates, ({ report }) => (rules.anyRun ? 0 : (report.run?.runAttempt ?? 0)))
  const twice = [...attempts.values()].filter(same => same.length > 1).flat()
  const why = rules.anyRun
    ? 'there is another report of its name'
    : 'there is another report of its name and attempt'
  for (const { file, report } of twice) refuse(file, report.gate.name, why)
  const [last] = attempts.get(Math.max(...attempts.keys())) ?? []
  if (twice.length > 0 || last === undefined) return null
  const late = outOfTime(last.report, rules)
  if (late === null) return last.report
  refuse(last.file, last.report.gate.name, late)
  return null
}

function outOfTime({ finishedAt }: Report, { now, maxAgeMs }: LegRules): string | null {
  const ageMs = now.getTime() - Date.parse(finishedAt)
  if (Number.isNaN(ageMs)) return 'it does not say when it was finished'
  if (ageMs < -CLOCKS_DIFFER_MS) return `it is from the future (finished at ${finishedAt})`
  if (maxAgeMs === null || ageMs <= maxAgeMs) return null
  return `it is too old (finished at ${finishedAt}, and max-age-minutes is ${maxAgeMs / 60_000})`
}

function missingLeg(name: string): Fault {
  const text = `leg ${name}: missing, because no report of it was found; its job was skipped or cancelled, or ended before the gate, or did not hand its report over`
  return { reason: 'leg-missing', text }
}

/** What the jobs of the legs came to, where the reports do not say it: an earlier attempt may have left them. */
function resultFaults(
  { legsResult }: LegRules,
  accepted: readonly Report[],
  isExplained: boolean,
): readonly Fault[] {
  const fault = (text: string): readonly Fault[] => [{ reason: 'leg-missing', text: `legs-result: ${text}` }]
  switch (legsResult) {
    case 'cancelled':
    case 'skipped':
      return fault(
        `a leg is missing, because jobs of legs were ${legsResult}; reports of it are of an earlier attempt`,
      )
    case 'failure':
      return !isExplained && accepted.every(({ gate }) => gate.decision === 'passed')
        ? fault(
            'a leg is missing, because the job of one failed, and every report says passed; its log says why',
          )
        : []
    case 'success':
    case null:
      return []
  }
}
