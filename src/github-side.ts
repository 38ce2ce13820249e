import * as path from 'node:path'
import { startDeadline } from './deadline.ts'
import type { CommentResult } from './github/comment.ts'
import { commentBody, commentFooter, commentMarker } from './github/comment-body.ts'
import { defaultWaiversRef, type GateEvent, readEvent, statusSha } from './github/event.ts'
import type { CommitStatus, GitHubPorts, Repository } from './github/ports.ts'
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
import { readWorkspaceFile } from './workspace-file.ts'

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

export interface Announced {
  readonly notices: readonly Notice[]
  readonly statusLost: boolean
}

const DEFAULT_API_URL = 'https://api.github.com'
const REQUEST_TIMEOUT_MS = 10_000
/** The first status goes out beside the pre-check; a GitHub that hangs must not hold the end up. */
const PENDING_MS = 10_000

/** Knows the event from the start; talks to GitHub when it is asked to. */
export class GitHubSide {
  readonly event: GateEvent
  readonly #inputs: Inputs
  readonly #settings: ReportSettings
  readonly #ports: GitHubSidePorts
  /** null when the event names no commit, or the input names none that can be one. */
  readonly #sha: string | null
  readonly #repository: Repository
  readonly #runUrl: string | null

  constructor(inputs: Inputs, settings: ReportSettings, ports: GitHubSidePorts) {
    this.#inputs = inputs
    this.#settings = settings
    this.#ports = ports
    this.event = readEvent({
      eventName: this.#env('GITHUB_EVENT_NAME'),
      payload: ports.runner.eventPayload,
      sha: this.#env('GITHUB_SHA'),
      repository: this.#env('GITHUB_REPOSITORY'),
      actor: this.#env('GITHUB_ACTOR'),
    })
    const given = inputs.get('commit-sha')
    // A status for a commit that nobody named would be worse than none.
    this.#sha = given === '' || COMMIT.pattern.test(given) ? statusSha(this.event, given) : null
    const [owner = '', repo = ''] = this.#env('GITHUB_REPOSITORY').split('/')
    this.#repository = { owner, repo }
    this.#runUrl = runUrl({
      serverUrl: this.#env('GITHUB_SERVER_URL'),
      repository: this.#env('GITHUB_REPOSITORY'),
      runId: this.#env('GITHUB_RUN_ID'),
      attempt: this.#env('GITHUB_RUN_ATTEMPT'),
    })
  }

  /** Tells the problem of a status that has no commit; one that is wrongly written is told with the other inputs. */
  checkCommit(problems: Problems): void {
    if (!this.#settings.commitStatus || this.#sha !== null || this.#inputs.isSet('commit-sha')) return
    const wrong = `missing; the event ${this.event.name || '(none)'} names no commit to post the status on`
    problems.add(problemText('commit-sha', wrong, `the commit that the status is for, ${COMMIT.allowed}`))
  }

  get defaultWaiversRef(): string | null {
    return defaultWaiversRef(this.event, this.#settings.commitStatus)
  }

  files(deadline: Deadline): FilePorts {
    return {
      readWorkspace: file => readWorkspaceFile(path.resolve(this.#ports.runner.workspace, file)),
      readAtRef: async (file, ref) => {
        const { fileAtRef } = await import('./github/file-at-ref.ts')
        return fileAtRef(await this.#open(deadline), { ...this.#repository, path: file, ref })
      },
    }
  }

  /** Posts `pending` when a status is asked for, within the step's deadline. Returns what to say about it. */
  async announceStart(step: Deadline): Promise<readonly Notice[]> {
    const { clock, cancelled } = this.#ports
    const until = startDeadline(Math.min(PENDING_MS, step.at - clock.now()), clock, cancelled)
    const lost = await this.#post(pendingStatus(this.#settings.name, this.#runUrl), until)
    until.done()
    return lost === null ? [] : [{ level: 'warning', text: lost }]
  }

  /** Posts the final status and the comment; `findings` renders the report in at most so many characters. */
  async announceEnd(
    report: Report,
    findings: (maxChars: number) => string,
    until: Deadline,
  ): Promise<Announced> {
    const lost = await this.#post(statusOf(report, this.#settings.name, this.#runUrl), until)
    const comment = await this.#comment(report, findings, until)
    const notices: readonly Notice[] = lost === null ? [] : [{ level: 'error', text: lost }]
    return { notices: [...notices, ...comment], statusLost: lost !== null }
  }

  async #post(status: CommitStatus, until: Deadline): Promise<string | null> {
    const { commitStatus, nameIsOwn } = this.#settings
    if (!commitStatus || !nameIsOwn || this.#sha === null) return null
    const commit = { ...this.#repository, sha: this.#sha }
    const result = await postStatus(await this.#open(until), commit, status, this.event)
    if (result.kind === 'posted') return null
    return 'advice' in result ? `${result.why} ${result.advice}` : result.why
  }

  async #comment(
    report: Report,
    render: (maxChars: number) => string,
    until: Deadline,
  ): Promise<readonly Notice[]> {
    const { comment: mode, name, nameIsOwn } = this.#settings
    if (mode === 'never' || !nameIsOwn || this.event.pullRequest === null) return []
    const { decision } = report.gate
    const marker = commentMarker({
      workflow: this.#env('GITHUB_WORKFLOW'),
      job: this.#env('GITHUB_JOB'),
      name,
    })
    const footer = commentFooter(this.event.pullRequest.headSha, this.#runUrl)
    const body = commentBody({ marker, decision, render, footer })
    const { upsertComment } = await import('./github/comment.ts')
    const request = { ...this.#repository, mode, event: this.event, decision, marker, body }
    return noticesOf(await upsertComment(await this.#open(until), request))
  }

  async #open(until: Deadline): Promise<GitHubPorts> {
    const [{ openGitHub }, { fetchOver }, { Agents }] = await Promise.all([
      import('./github/client.ts'),
      import('./cloud/fetch.ts'),
      import('./cloud/agents.ts'),
    ])
    return openGitHub({
      fetch: fetchOver(new Agents(this.#ports.runner.environment)),
      token: this.#inputs.get('github-token'),
      apiUrl: this.#env('GITHUB_API_URL') || DEFAULT_API_URL,
      timeoutMs: REQUEST_TIMEOUT_MS,
      deadline: until,
      ...this.#ports,
    })
  }

  #env(name: string): string {
    return this.#ports.runner.environment[name] ?? ''
  }
}

/** A comment that could not be written never changes the verdict; users learn of it all the same. */
function noticesOf(result: CommentResult): readonly Notice[] {
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
