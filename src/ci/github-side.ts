import * as path from 'node:path'
import { startDeadline } from '../deadline.ts'
import type { FilePorts } from '../files/ports.ts'
import { readLocalFile, readWorkspaceFile } from '../files/workspace-file.ts'
import { defaultWaivers, type GateEvent, readEvent, type WaiversSource } from '../github/event.ts'
import { onGitea } from '../github/gitea.ts'
import type { GitHubPorts } from '../github/routes.ts'
import { actionsRun, isGitea, type Run, runUrl } from '../github/run-link.ts'
import { pendingStatus, postOverLate, postStatus, statusOf } from '../github/status.ts'
import type { SignInPorts } from '../identity/method.ts'
import { COMMIT } from '../plan/input-values.ts'
import type { Inputs } from '../plan/inputs.ts'
import { problemsOfLeg } from '../plan/leg.ts'
import { nearMissesOfInputs } from '../plan/near-miss.ts'
import type { ReportSettings } from '../plan/plan.ts'
import type { InputProblems } from '../plan/problems.ts'
import { checkVariables } from '../plan/variables.ts'
import type { Deadline } from '../ports.ts'
import { inEach, told } from '../precheck/sentence.ts'
import type { Notice } from '../report/dossier.ts'
import type { Report } from '../report/schema.ts'
import type { Announced, CiSide, SidePorts } from './ci-side.ts'
import { LAST_CALLS, type Pending, type PostPorts, postFinal, postPending } from './commit-status.ts'

/**
 * Everything of one run that has to do with GitHub: files at a ref, commit status, pull-request comment.
 * What talks to GitHub is loaded when it is asked for; most gates never do.
 */

const DEFAULT_API_URL = 'https://api.github.com'
const REQUEST_TIMEOUT_MS = 10_000

/** Knows the event from the start; talks to GitHub when it is asked to. */
export class GitHubSide implements CiSide {
  readonly event: GateEvent
  readonly #inputs: Inputs
  readonly #settings: ReportSettings
  readonly #ports: SidePorts
  /** null when the event names no commit, or the input names none that can be one. */
  readonly #sha: string | null
  readonly #isGitea: boolean
  readonly #run: Run
  readonly #runUrl: string | null
  #pending: Pending | null = null
  #pendingMayComeLate = false

  constructor(inputs: Inputs, settings: ReportSettings, ports: SidePorts) {
    this.#inputs = inputs
    this.#settings = settings
    this.#ports = ports
    this.event = readEvent(ports.runner.environment, ports.runner.eventPayload)
    const given = inputs.get('commit-sha')
    // A status for a commit that nobody named would be worse than none.
    const named = COMMIT.pattern.test(given) ? given : null
    this.#sha = given === '' ? this.event.commit : named
    this.#isGitea = isGitea(ports.runner.environment)
    this.#run = actionsRun(ports.runner.environment)
    this.#runUrl = runUrl(this.#run)
  }

  /** Tells near misses of inputs and of a leg's keys, and a status that has no commit; one that is wrongly written is told with the other inputs. */
  checkInputs(problems: InputProblems): void {
    const { environment } = this.#ports.runner
    problems.add(
      ...nearMissesOfInputs(this.#inputs, environment),
      ...problemsOfLeg(this.#inputs, environment),
    )
    checkVariables(environment, problems)
    if (!this.#settings.commitStatus || this.#sha !== null || this.#inputs.isSet('commit-sha')) return
    const event = this.event.name || '(none)'
    problems.add({
      field: 'commit-sha',
      wrong: told(
        `missing; the event ${event} names no commit to post the status on`,
        `缺少；事件 ${event} 没有指明要写入状态的提交`,
      ),
      allowed: inEach(in_ =>
        told(
          `the commit that the status is for, ${in_(COMMIT.allowed)}`,
          `状态所属的提交，${in_(COMMIT.allowed)}`,
        ),
      ),
    })
  }

  /** Runs of forks and of Dependabot get neither secrets nor id tokens. */
  get isFork(): boolean {
    const { kind, isFork, isDependabot } = this.event
    // pull_request_target runs with the secrets of the repository, whoever opened the pull request.
    return (isFork && kind !== 'pull_request_target') || isDependabot
  }

  async fetchIdToken(audience: string | null, ports: SignInPorts): Promise<string> {
    const { fetchIdToken } = await import('../identity/id-token.ts')
    return fetchIdToken(audience, ports, this.#isGitea)
  }

  get defaultWaivers(): WaiversSource {
    return defaultWaivers(this.event, this.#settings.commitStatus)
  }

  files(deadline: Deadline): FilePorts {
    const { workspace } = this.#ports.runner
    return {
      readWorkspace: (file, maxBytes) => readWorkspaceFile(workspace, file, maxBytes),
      readAnywhere: file => readLocalFile(path.resolve(workspace, file)),
      readAtRef: async (file, ref) => {
        const { fileAtRef } = await import('../github/file-at-ref.ts')
        return fileAtRef(await this.#open(deadline), file, ref)
      },
      protectionOf: async branch => {
        const { protectionOf } = await import('../github/file-at-ref.ts')
        return protectionOf(await this.#open(deadline), branch)
      },
    }
  }

  /** Begins to post `pending` when a status is asked for, and goes on until it is there or `settlePending` is called. */
  announceStart(): void {
    const status = pendingStatus(this.#settings, this.#runUrl)
    if (this.#postsStatus) this.#pending = postPending(status, this.#statusPorts)
  }

  /** Returns what to say of the first status, none of which is under way any more then. */
  async settlePending(): Promise<readonly Notice[]> {
    const pending = this.#pending
    this.#pending = null
    if (pending === null) return []
    const { notices, mayComeLate } = await pending.settle()
    this.#pendingMayComeLate = mayComeLate
    return notices
  }

  /**
   * Posts the final status and the comment; `head` renders the comment in at most so many characters. The step may
   * take until `stepEndsAt`.
   */
  async announceEnd(
    report: Report,
    head: (maxChars: number) => string,
    stepEndsAt: number,
  ): Promise<Announced> {
    const [status, comment] = await Promise.all([
      this.#finalStatus(report, stepEndsAt),
      this.#comment(report, head),
    ])
    return { notices: [...status.notices, ...comment], statusLost: status.statusLost }
  }

  async #finalStatus(report: Report, stepEndsAt: number): Promise<Announced> {
    if (!this.#postsStatus) return { notices: [], statusLost: false }
    const status = statusOf(report, this.#settings.name, this.#runUrl)
    const result = await postFinal(status, stepEndsAt, this.#statusPorts)
    const statusLost = result.kind === 'lost'
    if (result.kind === 'posted') return { notices: [], statusLost }
    return { notices: [{ level: statusLost ? 'error' : 'warning', text: result.why }], statusLost }
  }

  /** Nothing goes out under a name that is not the user's. */
  get #postsStatus(): boolean {
    return this.#settings.commitStatus && this.#settings.nameIsOwn && this.#sha !== null
  }

  get #statusPorts(): PostPorts {
    const { clock, cancelled } = this.#ports
    const sha = this.#sha ?? ''
    return {
      clock,
      cancelled,
      post: async (status, until) => {
        const post = this.#pendingMayComeLate ? postOverLate : postStatus
        return post(await this.#open(until), { sha, status, event: this.event, run: this.#run })
      },
    }
  }

  async #comment(report: Report, render: (maxChars: number) => string): Promise<readonly Notice[]> {
    if (this.#settings.comment === 'never' || !this.#settings.nameIsOwn) return []
    const { clock, cancelled } = this.#ports
    const until = startDeadline(LAST_CALLS, clock, cancelled)
    const { writeComment } = await import('./pull-comment.ts')
    const notices = await writeComment(await this.#open(until), report, render, {
      settings: this.#settings,
      event: this.event,
      workflow: this.#env('GITHUB_WORKFLOW'),
      job: this.#env('GITHUB_JOB'),
      givenSha: this.#inputs.optional('commit-sha'),
      runUrl: this.#runUrl,
    })
    until.done()
    return notices
  }

  async #open(until: Deadline): Promise<GitHubPorts> {
    const [{ openGitHub }, { fetchOver }, { Agents }] = await Promise.all([
      import('../github/client.ts'),
      import('../github/fetch.ts'),
      import('../cloud/agents.ts'),
    ])
    const github = openGitHub({
      fetch: fetchOver(new Agents(this.#ports.runner.environment)),
      token: this.#inputs.get('github-token'),
      apiUrl: this.#env('GITHUB_API_URL') || DEFAULT_API_URL,
      repository: this.#run.repository,
      timeoutMs: REQUEST_TIMEOUT_MS,
      deadline: until,
      ...this.#ports,
    })
    return this.#isGitea ? onGitea(github, this.event.defaultBranch) : github
  }

  #env(name: string): string {
    return this.#ports.runner.environment[name] ?? ''
  }
}
