import { readFile } from 'node:fs/promises'
import * as path from 'node:path'
import { startDeadline } from './deadline.ts'
import { commentBody, commentFooter, commentMarker } from './github/comment-body.ts'
import { defaultWaiversRef, type GateEvent, readEvent, statusSha } from './github/event.ts'
import type { CommitStatus, GitHubPorts } from './github/ports.ts'
import { pendingStatus, postStatus, runUrl, statusOf } from './github/status.ts'
import { COMMIT } from './plan/fields.ts'
import type { Inputs } from './plan/inputs.ts'
import type { ReportSettings } from './plan/plan.ts'
import type { FilePorts } from './plan/policy-files.ts'
import { type Problems, problemText } from './plan/problems.ts'
import type { Clock, Deadline, Random } from './ports.ts'
import type { Notice } from './report/annotations.ts'
import type { Report } from './report/schema.ts'
import type { Runner } from './runner.ts'

/**
 * Everything of one run that has to do with GitHub: files at a ref, commit status, pull-request comment.
 * What talks to GitHub is loaded when it is asked for; most gates never do.
 */

export interface GitHubSidePorts {
  readonly runner: Runner
  readonly clock: Clock
  readonly random: Random
  readonly userAgent: string
  readonly cancelled: AbortSignal
  readonly log: (text: string) => void
}

export interface GitHubSide {
  readonly event: GateEvent
  readonly defaultWaiversRef: string | null
  readonly files: FilePorts
  /** Posts `pending` and what became of it, when a status is asked for. */
  announceStart(): Promise<readonly Notice[]>
  /** Posts the final status and the comment. Returns what to say about them, and whether an asked-for status was lost. */
  announceEnd(report: Report, findings: (maxChars: number) => string, deadline: Deadline): Promise<Announced>
}

export interface Announced {
  readonly notices: readonly Notice[]
  readonly statusLost: boolean
}

const DEFAULT_API_URL = 'https://api.github.com'
const REQUEST_TIMEOUT_MS = 10_000
/** The first status goes out beside the pre-check; a GitHub that hangs must not hold the end up. */
const PENDING_MS = 10_000

/** Returns the GitHub side of this run; tells the problem of a status that has no commit. */
export function gitHubSide(
  inputs: Inputs,
  settings: ReportSettings,
  deadline: Deadline,
  problems: Problems,
  ports: GitHubSidePorts,
): GitHubSide {
  const { runner, clock, cancelled } = ports
  const env = (name: string) => runner.environment[name] ?? ''
  const event = readEvent({
    eventName: env('GITHUB_EVENT_NAME'),
    payload: runner.eventPayload,
    sha: env('GITHUB_SHA'),
    repository: env('GITHUB_REPOSITORY'),
    actor: env('GITHUB_ACTOR'),
  })
  const [owner = '', repo = ''] = env('GITHUB_REPOSITORY').split('/')
  const given = inputs.get('commit-sha')
  // A wrong one is told with the other inputs; a status for a commit that nobody named would be worse than none.
  const isUsable = given === '' || COMMIT.pattern.test(given)
  const sha = isUsable ? statusSha(event, given) : null
  if (settings.commitStatus && isUsable && sha === null) {
    const wrong = `missing; the event ${event.name || '(none)'} names no commit to post the status on`
    problems.add(problemText('commit-sha', wrong, `the commit that the status is for, ${COMMIT.allowed}`))
  }
  const open = async (until: Deadline): Promise<GitHubPorts> => {
    const { openGitHub } = await import('./github/client.ts')
    return openGitHub({
      token: inputs.get('github-token'),
      apiUrl: env('GITHUB_API_URL') || DEFAULT_API_URL,
      timeoutMs: REQUEST_TIMEOUT_MS,
      deadline: until,
      ...ports,
    })
  }
  const run = {
    serverUrl: env('GITHUB_SERVER_URL'),
    repository: env('GITHUB_REPOSITORY'),
    runId: env('GITHUB_RUN_ID'),
    attempt: env('GITHUB_RUN_ATTEMPT'),
  }
  const url = runUrl(run)
  const post = async (status: CommitStatus, until: Deadline): Promise<string | null> => {
    if (!settings.commitStatus || !settings.nameIsOwn || sha === null) return null
    const result = await postStatus(await open(until), { owner, repo, sha }, status, event)
    return result.kind === 'posted'
      ? null
      : [result.why, ...('advice' in result ? [result.advice] : [])].join(' ')
  }
  return {
    event,
    defaultWaiversRef: defaultWaiversRef(event, settings.commitStatus),
    files: {
      readWorkspace: file => readWorkspace(path.resolve(runner.workspace, file)),
      readAtRef: async (file, ref) => {
        const { fileAtRef } = await import('./github/file-at-ref.ts')
        return fileAtRef(await open(deadline), { owner, repo, path: file, ref })
      },
    },
    async announceStart() {
      const until = startDeadline(PENDING_MS, clock, cancelled)
      const lost = await post(pendingStatus(settings.name, url), until)
      until.done()
      return lost === null ? [] : [{ level: 'warning', text: lost }]
    },
    async announceEnd(report, findings, until) {
      const lost = await post(statusOf(report, settings.name, url), until)
      const marker = commentMarker({
        workflow: env('GITHUB_WORKFLOW'),
        job: env('GITHUB_JOB'),
        name: settings.name,
      })
      const notices = await comment(report, findings, marker, until)
      return {
        notices: [...(lost === null ? [] : [{ level: 'error', text: lost } as const]), ...notices],
        statusLost: lost !== null,
      }
    },
  }

  async function comment(
    report: Report,
    render: (maxChars: number) => string,
    marker: string,
    until: Deadline,
  ): Promise<readonly Notice[]> {
    const mode = settings.comment
    if (mode === 'never' || !settings.nameIsOwn || event.pullRequest === null) return []
    const { decision } = report.gate
    const footer = commentFooter(event.pullRequest.headSha, url)
    const body = commentBody({ marker, decision, render, footer })
    const { upsertComment } = await import('./github/comment.ts')
    const result = await upsertComment(await open(until), {
      owner,
      repo,
      mode,
      event,
      decision,
      marker,
      body,
    })
    switch (result.kind) {
      case 'created':
      case 'updated':
      case 'unchanged':
      case 'not-needed':
        return []
      case 'outdated':
        return [{ level: 'notice', text: `No comment was written: ${result.why}` }]
      case 'no-permission':
        return [{ level: 'notice', text: `${result.why} ${result.advice}` }]
      case 'failed':
        return [{ level: 'warning', text: result.why }]
    }
  }
}

async function readWorkspace(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
