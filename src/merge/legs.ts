import { quoted } from '../plan/quoted.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import type { Report } from '../report/schema.ts'
import { unproven } from './proven.ts'

/** Which reports are legs of this run, and what is wrong with the others. Pure. */

/** How the jobs of all legs ended, as `needs.<job>.result` says it. */
export const LEGS_RESULTS = ['success', 'failure', 'cancelled', 'skipped'] as const

export interface LegRules {
  readonly expected: readonly string[]
  /** The run that merges; null outside a CI. */
  readonly run: Report['run']
  /** Legs may be of any run of this commit. */
  readonly anyRun: boolean
  readonly maxAgeMs: number | null
  readonly now: Date
  /** null where nobody says. */
  readonly legsResult: (typeof LEGS_RESULTS)[number] | null
}

/** A file, as far as it could be read. */
export type LegFile = { readonly file: string } & (
  | { readonly report: Report }
  /** `name`: what it calls itself, as far as that can be told. */
  | { readonly why: Sentence; readonly name: string | null }
)

export interface Fault {
  readonly reason: 'leg-missing' | 'leg-not-accepted'
  /** Which leg or file, and why. */
  readonly text: Sentence
}

export interface Legs {
  /** One for each name, in the order in which they are expected. */
  readonly accepted: readonly Report[]
  readonly faults: readonly Fault[]
}

/** Clocks of two machines differ by less. */
const CLOCKS_DIFFER_MS = 5 * 60_000

/** Returns the legs that count. Whatever was found and does not is a fault, so that no file is passed over in silence. */
export function legsOf(files: readonly LegFile[], rules: LegRules): Legs {
  const faults: Fault[] = []
  const seen = new Set<string | null>()
  const refuse = (file: string, name: string | null, why: Sentence) => {
    seen.add(name)
    faults.push(notAccepted(file, rules.expected.find(expected => expected === name) ?? null, why))
  }
  const candidates: Extract<LegFile, { report: Report }>[] = []
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

/** `leg`: the name, where it is expected. */
function notAccepted(file: string, leg: string | null, why: Sentence): Fault {
  const text = inEach(in_ =>
    told(
      `${leg === null ? '' : `leg ${leg}, `}${file}: not accepted, because ${in_(why)}`,
      `${leg === null ? '' : `分支 ${leg}，`}${file}：不被认可，因为${in_(why)}`,
    ),
  )
  return { reason: 'leg-not-accepted', text }
}

/** Returns why a report is of no leg of this run, in words; null where it is. How old it may be is asked of the last attempt only. */
function whyNone(report: Report, rules: LegRules): Sentence | null {
  const { name, decision } = report.gate
  if (!rules.expected.includes(name))
    return inEach(in_ =>
      told(`its name, ${in_(quoted(name))}, is not expected`, `其名称 ${in_(quoted(name))} 不在预期之内`),
    )
  if (report.targets.some(isValidated) || decision === 'validated')
    return told('mode validate wrote it, which checks nothing', '它由 mode validate 写出，该模式不做任何检查')
  return otherRun(report.run, rules) ?? unproven(report)
}

function isValidated({ mode, tasks }: Report['targets'][number]): boolean {
  return mode === 'validate' || tasks.some(task => task.outcome === 'validated')
}

function otherRun(of: Report['run'], { run, anyRun }: LegRules): Sentence | null {
  if (anyRun) {
    if (run === null) return null
    if (run.sha === null)
      return told('this run does not say which commit it is of', '本次运行没有说明它属于哪个提交')
    return of?.sha === run.sha ? null : told('it is not of the commit of this run', '它不属于本次运行的提交')
  }
  if (run === null || of === null) return told('it does not say which run it is of', '它没有说明属于哪次运行')
  if (of.repository !== run.repository) return told('it is of another repository', '它属于另一个仓库')
  return of.runId === run.runId ? null : told('it is of another run', '它属于另一次运行')
}

/** Returns the report of one name that counts: that of the highest attempt, under `any-run` the only one. */
function theOne(
  candidates: readonly Extract<LegFile, { report: Report }>[],
  rules: LegRules,
  refuse: (file: string, name: string, why: Sentence) => void,
): Report | null {
  const attempts = Map.groupBy(candidates, ({ report }) => (rules.anyRun ? 0 : (report.run?.runAttempt ?? 0)))
  const twice = [...attempts.values()].filter(same => same.length > 1).flat()
  const why = rules.anyRun
    ? told('there is another report of its name', '还有另一份同名的报告')
    : told('there is another report of its name and attempt', '还有另一份同名且同次尝试的报告')
  for (const { file, report } of twice) refuse(file, report.gate.name, why)
  const [last] = attempts.get(Math.max(...attempts.keys())) ?? []
  if (twice.length > 0 || last === undefined) return null
  const late = outOfTime(last.report, rules)
  if (late === null) return last.report
  refuse(last.file, last.report.gate.name, late)
  return null
}

function outOfTime({ finishedAt }: Report, { now, maxAgeMs }: LegRules): Sentence | null {
  const ageMs = now.getTime() - Date.parse(finishedAt)
  if (Number.isNaN(ageMs)) return told('it does not say when it was finished', '它没有说明何时结束')
  if (ageMs < -CLOCKS_DIFFER_MS)
    return told(`it is from the future (finished at ${finishedAt})`, `它来自未来（结束于 ${finishedAt}）`)
  if (maxAgeMs === null || ageMs <= maxAgeMs) return null
  const minutes = maxAgeMs / 60_000
  return told(
    `it is too old (finished at ${finishedAt}, and max-age-minutes is ${minutes})`,
    `它太旧（结束于 ${finishedAt}，而 max-age-minutes 为 ${minutes}）`,
  )
}

function missingLeg(name: string): Fault {
  const text = told(
    `leg ${name}: missing, because no report of it was found; its job was skipped or cancelled, or ended before the gate, or did not hand its report over`,
    `分支 ${name}：缺少，因为没有找到它的报告；其作业被跳过或取消，或在门禁之前结束，或没有交出报告`,
  )
  return { reason: 'leg-missing', text }
}

/** Returns which reports an earlier attempt left, where jobs of legs did not run in this one; which those were, CI does not say. */
function leftBehind(
  { run }: LegRules,
  accepted: readonly Report[],
): { readonly en: string; readonly zh: string } {
  const attempt = run?.runAttempt ?? 0
  const old = accepted
    .filter(report => (report.run?.runAttempt ?? attempt) < attempt)
    .map(({ gate }) => gate.name)
  if (old.length === 0)
    return { en: 'the jobs of this run say which leg', zh: '是哪个分支，见本次运行的作业' }
  return {
    en: `of an earlier attempt ${old.length === 1 ? 'is the report' : 'are the reports'} of ${old.join(', ')}`,
    zh: `${old.join('、')} 的报告来自更早的尝试`,
  }
}

/** What the jobs of the legs came to, where the reports do not say it: an earlier attempt may have left them. */
function resultFaults(rules: LegRules, accepted: readonly Report[], isExplained: boolean): readonly Fault[] {
  const fault = (text: Sentence): readonly Fault[] => [{ reason: 'leg-missing', text }]
  const { legsResult } = rules
  switch (legsResult) {
    case 'cancelled':
    case 'skipped': {
      const left = leftBehind(rules, accepted)
      return fault(
        told(
          `legs-result: a leg is missing, because jobs of legs were ${legsResult}; ${left.en}`,
          `legs-result：缺少分支，因为有分支的作业为 ${legsResult}；${left.zh}`,
        ),
      )
    }
    case 'failure':
      return !isExplained && accepted.every(({ gate }) => gate.decision === 'passed')
        ? fault(
            told(
              'legs-result: a leg is missing, because the job of one failed, and every report says passed; its log says why',
              'legs-result：缺少分支，因为有一个分支的作业失败，而每份报告都是通过；原因见其日志',
            ),
          )
        : []
    case 'success':
    case null:
      return []
  }
}
