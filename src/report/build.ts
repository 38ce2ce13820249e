import type { Catalogue, Explanation, TeamEntry } from '../catalogue/catalogue.ts'
import type { Redact } from '../precheck/fingerprint.ts'
import type { Language, Sentence } from '../precheck/sentence.ts'
import type { JudgedItem, JudgedTask, ListedWaiver, Verdict, WaiverNote } from '../precheck/verdict.ts'
import { adviceText } from './advice.ts'
import { comparedWith, type EarlierReport } from './baseline.ts'
import { passedOnce } from './passed-once.ts'
import { jsonOf } from './redacted-json.ts'
import type { Report, ReportItem, ReportTarget, ReportTask } from './schema.ts'

/** What the report says besides the verdict. */
export interface GateFacts {
  readonly name: string
  readonly startedAt: Date
  readonly finishedAt: Date
  /** HTTP requests to services, IAM and STS, tries included. */
  readonly requests: number
  /** Result calls after the start. */
  readonly polls: number
  /** The texts of invalid-input and policy-unavailable. */
  readonly problems: readonly Sentence[]
  readonly language: Language
  /** null outside a CI. */
  readonly run: Report['run']
  /** Where the config file lists a task; null where there is no such file. */
  readonly placeOf: (target: string, taskId: string) => ReportTask['place']
  /** null where there is nothing to compare with. */
  readonly earlier: EarlierReport | null
}

/**
 * Returns the report of a verdict. Secrets are replaced in every text; our own keys, numbers, times and closed lists of words
 * stay. The texts of the catalogue are redacted already.
 */
export function buildReport(
  verdict: Verdict,
  facts: GateFacts,
  catalogue: Catalogue,
  redact: Redact,
): Report {
  const { decision, reasonCode, enforced, failOn, counts } = verdict
  const targets = verdict.targets.map(target => {
    const { name, service, mode, endpoint } = target
    const itemsOf = itemMaker(service, catalogue, redact)
    const tasks = target.tasks.map(task => taskOf(task, name, itemsOf(task.items), facts, redact))
    return { name: redact(name), service, mode, endpoint: redact(endpoint), tasks }
  })
  return {
    schemaVersion: 1,
    gate: { name: redact(facts.name), decision, reasonCode, enforced, failOn, language: facts.language },
    startedAt: facts.startedAt.toISOString(),
    finishedAt: facts.finishedAt.toISOString(),
    counts: { ...counts },
    requests: facts.requests,
    polls: facts.polls,
    problems: facts.problems.map(problem => redact(problem.in(facts.language))),
    run: facts.run && redactedRun(facts.run, redact),
    ...compared(targets, facts.earlier, redact),
    waivers: redactedWaivers(verdict.waivers, redact),
  }
}

function redactedRun(run: NonNullable<Report['run']>, redact: Redact): Report['run'] {
  const { ci, repository, sha, runId, runAttempt, job, url } = run
  const name = { repository: redact(repository), runId: redact(runId) }
  return {
    ci,
    ...name,
    runAttempt,
    sha: textOf(sha, redact),
    job: textOf(job, redact),
    url: textOf(url, redact),
  }
}

/** The earlier report may have been written before a value of it was a secret. */
function compared(
  targets: readonly ReportTarget[],
  earlier: EarlierReport | null,
  redact: Redact,
): ReturnType<typeof comparedWith> {
  if (earlier === null) return { targets, baseline: null }
  const findings = earlier.findings.map(finding => ({
    ...finding,
    target: redact(finding.target),
    task: redact(finding.task),
    item: redact(finding.item),
    title: redact(finding.title),
    reason: textOf(finding.reason, redact),
  }))
  return comparedWith({ ...earlier, findings }, targets)
}

function taskOf(
  { task, problem, precheckId, progress, outcome, reasonCode, partial, freshness }: JudgedTask,
  target: string,
  items: ReportTask['items'],
  { placeOf, language }: Pick<GateFacts, 'placeOf' | 'language'>,
  redact: Redact,
): ReportTask {
  const place = placeOf(target, task.id)
  return {
    id: redact(task.id),
    label: textOf(task.label, redact),
    place: place && { file: redact(place.file), line: place.line },
    precheckId: textOf(precheckId, redact),
    progress: percentOf(progress),
    outcome,
    reasonCode,
    partial,
    freshness,
    error: problem && {
      code: textOf(problem.code, redact),
      message: redact(problem.message.in(language)),
      httpStatus: problem.httpStatus,
      requestId: textOf(problem.requestId, redact),
      advice: problem.advice && textOf(problem.advice.in(language), redact),
    },
    items,
  }
}

/** Returns what makes the items of one task after the other: those that passed, once for each engine. */
function itemMaker(
  service: string,
  catalogue: Catalogue,
  redact: Redact,
): (items: readonly JudgedItem[]) => ReportTask['items'] {
  const byEngine = new Map<string | null, (item: JudgedItem) => ReportItem>()
  return items => {
    const topics = items.map(item => item.topic)
    const engine = catalogue.engine(service, topics)
    const context = { service, engine, catalogue, redact }
    const make = byEngine.get(engine) ?? passedOnce(item => itemOf(item, context))
    byEngine.set(engine, make)
    return items.map(make)
  }
}

interface ItemContext {
  readonly service: string
  readonly engine: string | null
  readonly catalogue: Catalogue
  readonly redact: Redact
}

function itemOf(item: JudgedItem, context: ItemContext): ReportItem {
  const { redact } = context
  const entry = context.catalogue.item(context.service, item.topic, context.engine)
  const team = context.catalogue.team(item.id, item.topic)
  const title = textOf(item.name, redact) ?? entry?.title ?? textOf(item.id, redact)
  return {
    id: redact(item.id),
    title: title ?? '(check item without a name)',
    group: textOf(item.group, redact),
    status: item.status,
    rawStatus: textOf(item.rawStatus, redact),
    reason: textOf(item.reason, redact),
    detail: textOf(item.detail, redact),
    ...adviceOf(item, entry, team, context),
    doc: team?.doc ?? entry?.doc ?? null,
    subJobs: item.subJobs.map(({ id, name, status }) => ({
      id: textOf(id, redact),
      name: textOf(name, redact),
      status: textOf(status, redact),
    })),
    skippable: item.skippable,
    skipConsequence: textOf(item.skipConsequence, redact),
    blackObjects: jsonOf(item.blackObjects, redact),
    since: null,
    fingerprint: item.fingerprint,
    waiver: item.waiver && redactedNote(item.waiver, redact),
  }
}

/** The team's word beats all, because it asked for that; the service's beats the built-in one. */
function adviceOf(
  item: JudgedItem,
  entry: Explanation | null,
  team: TeamEntry | null,
  { service, catalogue, redact }: ItemContext,
): ReturnType<typeof advice> {
  if (team !== null) return advice(team.steps, 'team')
  const text = textOf(item.suggestion, redact)
  if (text !== null)
    return advice([{ text, code: null, lang: null, changes: false, tried: false }], 'service')
  // A known reason says more than the item: several items can fail for one that lies elsewhere.
  const known = item.reason === null ? null : catalogue.reason(service, item.reason)
  return advice(known?.steps ?? entry?.steps ?? [], 'catalogue')
}

function advice(steps: ReportItem['steps'], from: NonNullable<ReportItem['adviceFrom']>) {
  return { suggestion: adviceText(steps), steps, adviceFrom: steps.length === 0 ? null : from }
}

function redactedNote(waiver: WaiverNote, redact: Redact): WaiverNote {
  return { reason: redact(waiver.reason), owner: redact(waiver.owner), expires: waiver.expires }
}

/** Returns what is listed of waivers, without secrets. */
export function redactedWaivers(
  { applied, expired, unused, missed }: Report['waivers'],
  redact: Redact,
): Report['waivers'] {
  const listed = (waiver: ListedWaiver): ListedWaiver => ({
    item: redact(waiver.item),
    service: textOf(waiver.service, redact),
    task: textOf(waiver.task, redact),
    ...redactedNote(waiver, redact),
  })
  return {
    applied,
    expired: expired.map(listed),
    unused: unused.map(listed),
    missed: missed.map(({ why, ...waiver }) => ({ ...listed(waiver), why })),
  }
}

function textOf(text: string | null, redact: Redact): string | null {
  return text === null || text.trim() === '' ? null : redact(text)
}

function percentOf(progress: number | null): number | null {
  return progress === null || Number.isNaN(progress) ? null : Math.min(100, Math.max(0, progress))
}
