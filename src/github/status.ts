import type { Decision } from '../precheck/model.ts'
import { inEach, inRow, type Language, type Sentence, told } from '../precheck/sentence.ts'
import type { Report } from '../report/schema.ts'
import { wordsIn } from '../report/words.ts'
import type { GateEvent } from './event.ts'
import type { GitHubFault } from './fault.ts'
import { permissionAdvice } from './permission.ts'
import type { CommitStatus, GitHubPorts, PostedStatus } from './routes.ts'
import { isLater, leadsToRun, type Run, runOf } from './run-link.ts'
import { cut, oneLine } from './text.ts'

export type StatusResult =
  | { readonly kind: 'posted' }
  /** A later run has spoken about this commit already; what this one found of it counts no more. */
  | { readonly kind: 'superseded'; readonly why: Sentence }
  | {
      readonly kind: 'lost'
      readonly why: Sentence
      /** The wait that GitHub asked for. */
      readonly waitMs: number | null
      /** It was sent, and GitHub may record it yet. */
      readonly mayComeLate: boolean
    }

interface StatusRequest {
  /** Of the commit. */
  readonly sha: string
  readonly status: CommitStatus
  readonly event: GateEvent
  readonly run: Run
}

/** GitHub cuts or refuses longer descriptions. */
export const MAX_DESCRIPTION_CHARS = 140

const STATES: Readonly<Record<Decision, CommitStatus['state']>> = {
  passed: 'success',
  failed: 'failure',
  inconclusive: 'error',
  // Inputs rule it out; were one to slip through, it must not be taken for a pass.
  validated: 'error',
}

const RUNNING = told('Pre-check is running', '预检查正在运行')
const NO_TARGET = told('no target was checked', '没有检查任何目标')

/** Returns the status for the start of a gate. */
export function pendingStatus(
  { name, language }: { readonly name: string; readonly language: Language },
  targetUrl: string | null,
): CommitStatus {
  return { context: contextOf(name), state: 'pending', description: RUNNING.in(language), targetUrl }
}

/**
 * Returns the final status. The state follows the decision, enforced or not; the description names decision,
 * reason and targets. Texts are taken as they are, so secrets have to be replaced in the report before.
 */
export function statusOf(
  report: {
    readonly gate: Pick<Report['gate'], 'decision' | 'reasonCode' | 'language'>
    readonly targets: readonly { readonly name: string }[]
  },
  name: string,
  targetUrl: string | null,
): CommitStatus {
  const { decision, reasonCode, language } = report.gate
  const words = wordsIn(language)
  const targets = report.targets.map(target => oneLine(target.name)).join(words.list)
  const outcome = `${words.outcome[decision]} (${reasonCode})${words.colon}`
  return {
    context: contextOf(name),
    state: STATES[decision],
    description: cut(outcome + (targets || NO_TARGET.in(language)), MAX_DESCRIPTION_CHARS),
    targetUrl,
  }
}

/**
 * Posts a status and returns what became of it. Never throws; a lost status is the caller's to weigh. `pending` and
 * `success` could hide what a later run has found, so neither is posted over such a one, nor where that cannot be told;
 * `failure` and `error` hide nothing that anybody could merge by.
 */
export async function postStatus(github: GitHubPorts, request: StatusRequest): Promise<StatusResult> {
  const { sha, status } = request
  const { context, state } = status
  if (state === 'pending' || state === 'success') {
    const all = await github.statuses(sha)
    if (!all.ok) return lost(READ_FIRST, { ...all.fault, mayHaveActed: false }, github, request)
    const ofContext = all.value.filter(posted => posted.context === context)
    if (ofContext.some(posted => cannotBeCompared(posted, request)))
      return { kind: 'lost', why: whyNotCompared(request), waitMs: null, mayComeLate: false }
    const later = ofContext.find(posted => isOfLaterRun(posted, request))
    if (later !== undefined) return { kind: 'superseded', why: whySuperseded(request, later) }
  }
  const answer = await github.createStatus(sha, status)
  return answer.ok ? { kind: 'posted' } : lost(POST, answer.fault, github, request)
}

/**
 * Posts a status after one of this run may still be on its way, because its answer was not waited for. Recorded behind this
 * one it would stand in its place: what stands there is read back, and this one is posted once more.
 */
export async function postOverLate(github: GitHubPorts, request: StatusRequest): Promise<StatusResult> {
  const { sha, status } = request
  const result = await postStatus(github, request)
  if (result.kind !== 'posted') return result
  const all = await github.statuses(sha)
  const newest = all.ok ? all.value.find(({ context }) => context === status.context) : undefined
  const isLateOne = newest?.state === 'pending' && newest.targetUrl === status.targetUrl
  return isLateOne ? postStatus(github, request) : result
}

function cannotBeCompared({ targetUrl }: PostedStatus, { status }: StatusRequest): boolean {
  return status.targetUrl === null && targetUrl !== null && leadsToRun(targetUrl)
}

function isOfLaterRun({ targetUrl }: PostedStatus, { status, run }: StatusRequest): boolean {
  const own = status.targetUrl === null ? null : runOf(status.targetUrl, run)
  const other = targetUrl === null ? null : runOf(targetUrl, run)
  return own !== null && other !== null && isLater(other, own)
}

function whyNotCompared({ sha, status: { context, state } }: StatusRequest): Sentence {
  return told(
    `The status ${context} was not set to ${state}: commit ${sha} has one of another run, and GITHUB_SERVER_URL, GITHUB_REPOSITORY and GITHUB_RUN_ID do not say which run this is, so nobody can tell which is the later one.`,
    `状态 ${context} 没有设为 ${state}：提交 ${sha} 上已有另一次运行的状态，而 GITHUB_SERVER_URL、GITHUB_REPOSITORY 和 GITHUB_RUN_ID 没有说明这是哪一次运行，因此无法判断哪一次更晚。`,
  )
}

function whySuperseded(
  { sha, status: { context, state } }: StatusRequest,
  { targetUrl }: PostedStatus,
): Sentence {
  return told(
    `The status ${context} was not set to ${state}: commit ${sha} has one of a later run, ${targetUrl}.`,
    `状态 ${context} 没有设为 ${state}：提交 ${sha} 上已有更晚一次运行的状态 ${targetUrl}。`,
  )
}

const POST = told('Could not post the status', '无法发布状态')
const READ_FIRST = told('Could not read the statuses before posting the status', '无法在发布之前读取状态')

async function lost(
  what: Sentence,
  fault: GitHubFault,
  github: GitHubPorts,
  { sha, status: { context }, event }: StatusRequest,
): Promise<StatusResult> {
  const why = inEach(in_ =>
    told(
      `${in_(what)} ${context} on commit ${sha}: ${in_(fault.what)}.`,
      `对提交 ${sha} ${in_(what)} ${context}：${in_(fault.what)}。`,
    ),
  )
  // GitHub answers 404 instead of 403 to tokens that may not even know of the repository.
  const isRefused = fault.kind === 'denied' || fault.kind === 'missing'
  const advice = isRefused ? [permissionAdvice('statuses: write', event)] : []
  return {
    kind: 'lost',
    why: inRow(why, ...(await unknownCommit(fault, github, sha)), ...advice),
    waitMs: fault.waitMs,
    mayComeLate: fault.mayHaveActed,
  }
}

/** Of a commit that it does not have Gitea says 404 when its statuses are read, and 500 when one is posted. */
async function unknownCommit(
  { kind, httpStatus }: GitHubFault,
  github: GitHubPorts,
  sha: string,
): Promise<readonly Sentence[]> {
  if (kind !== 'missing' && httpStatus !== 500) return []
  const found = await github.commit(sha)
  if (found.ok || (found.fault.kind !== 'missing' && found.fault.kind !== 'rejected')) return []
  const { repository } = github
  return [
    told(
      `No commit ${sha} is found in ${repository}: check commit-sha.`,
      `在 ${repository} 中找不到提交 ${sha}：请检查 commit-sha。`,
    ),
  ]
}

function contextOf(name: string): string {
  return `precheck-gate/${name}`
}
