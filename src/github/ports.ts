import type { Answer } from './fault.ts'

export interface CommitStatus {
  readonly context: string
  readonly state: 'pending' | 'success' | 'failure' | 'error'
  readonly description: string
  /** The page of the run; null leaves the status without a link. */
  readonly targetUrl: string | null
}

/** As much of a status as tells which run it is of, and what that said. */
export interface PostedStatus {
  readonly context: string
  readonly targetUrl: string | null
  readonly state: string | null
}

export interface Comment {
  readonly id: number
  /** The login; null for an account that is gone. */
  readonly author: string | null
  readonly body: string
}

/** The few things the gate asks of GitHub, about one repository. The real ones come from `openGitHub`; none of them ever rejects. */
export interface GitHubPorts {
  /** `owner/name`. */
  readonly repository: string
  /**
   * What the contents API answers when the raw file is asked for. The path is relative to the repository's root, without `.`
   * and `..` segments.
   */
  readonly contents: (path: string, ref: string) => Promise<Answer<{ mediaType: string; bytes: Uint8Array }>>
  /** Whether the ref leads to a commit that the token can read. */
  readonly commit: (ref: string) => Promise<Answer<null>>
  /** Whether the branch is protected. */
  readonly isProtected: (branch: string) => Promise<Answer<boolean>>
  /** The name of the default branch. */
  readonly defaultBranch: () => Promise<Answer<string>>
  readonly createStatus: (sha: string, status: CommitStatus) => Promise<Answer<null>>
  /** All statuses of the commit, through all pages, the newest first. */
  readonly statuses: (sha: string) => Promise<Answer<readonly PostedStatus[]>>
  /** The commit at the head of the pull request right now. */
  readonly headSha: (pull: number) => Promise<Answer<string>>
  /** The open pull requests of a branch, `owner:branch`. */
  readonly openPulls: (head: string) => Promise<Answer<readonly { number: number; headSha: string }[]>>
  /** All comments of the pull request, through all pages. */
  readonly comments: (pull: number) => Promise<Answer<readonly Comment[]>>
  /** The login that a comment made with this token carries; null when the server does not say. */
  readonly viewer: () => Promise<Answer<string | null>>
  readonly createComment: (pull: number, body: string) => Promise<Answer<null>>
  readonly updateComment: (id: number, body: string) => Promise<Answer<null>>
}
