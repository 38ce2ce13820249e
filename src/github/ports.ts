import type { Answer } from './fault.ts'

/** The few things the gate asks of GitHub. The real ones come from `openGitHub`; none of them ever rejects. */

export interface Repository {
  readonly owner: string
  readonly repo: string
}

export interface PullRequestRef extends Repository {
  readonly number: number
}

export interface FileRef extends Repository {
  /** Relative to the repository's root, without `.` and `..` segments. */
  readonly path: string
  readonly ref: string
}

export interface FilePort {
  /** What the contents API answers when the raw file is asked for. */
  readonly contents: (file: FileRef) => Promise<Answer<{ mediaType: string; bytes: Uint8Array }>>
  /** Whether the ref leads to a commit that the token can read. */
  readonly commit: (ref: Repository & { ref: string }) => Promise<Answer<null>>
}

export interface BranchPort {
  /** Whether the branch is protected. */
  readonly isProtected: (branch: Repository & { branch: string }) => Promise<Answer<boolean>>
}

export type CommitState = 'pending' | 'success' | 'failure' | 'error'

export interface CommitStatus {
  readonly context: string
  readonly state: CommitState
  readonly description: string
  /** The page of the run; null leaves the status without a link. */
  readonly targetUrl: string | null
}

export interface Commit extends Repository {
  readonly sha: string
}

/** As much of a status as tells which run it is of, and what that said. */
export interface PostedStatus {
  readonly context: string
  readonly targetUrl: string | null
  readonly state: string | null
}

export interface StatusPort {
  readonly createStatus: (commit: Commit, status: CommitStatus) => Promise<Answer<null>>
  /** All statuses of the commit, through all pages, the newest first. */
  readonly statuses: (commit: Commit) => Promise<Answer<readonly PostedStatus[]>>
}

export interface Comment {
  readonly id: number
  /** The login; null for an account that is gone. */
  readonly author: string | null
  readonly body: string
  readonly url: string | null
}

export interface CommentPort {
  /** The commit at the head of the pull request right now. */
  readonly headSha: (pull: PullRequestRef) => Promise<Answer<string>>
  /** All comments, through all pages. */
  readonly comments: (pull: PullRequestRef) => Promise<Answer<readonly Comment[]>>
  /** The login that a comment made with this token carries; null when the server does not say. */
  readonly viewer: () => Promise<Answer<string | null>>
  readonly createComment: (pull: PullRequestRef, body: string) => Promise<Answer<{ url: string | null }>>
  readonly updateComment: (comment: Repository & { id: number }, body: string) => Promise<Answer<null>>
}

export interface OpenPull {
  readonly number: number
  readonly headSha: string
}

export interface PullPort {
  /** The open pull requests of a branch, `owner:branch`. */
  readonly openPulls: (repository: Repository, head: string) => Promise<Answer<readonly OpenPull[]>>
}

export interface GitHubPorts extends FilePort, BranchPort, StatusPort, CommentPort, PullPort {
  /** The name of the default branch. */
  readonly defaultBranch: (repository: Repository) => Promise<Answer<string>>
}
