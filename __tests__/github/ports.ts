import type { GitHubPorts } from '../../src/github/routes.ts'

const neverAsked = async (): Promise<never> => {
  throw new Error('asked for what this test did not expect')
}

const NOTHING: GitHubPorts = {
  repository: 'acme/shop',
  contents: neverAsked,
  commit: neverAsked,
  isProtected: neverAsked,
  defaultBranch: neverAsked,
  createStatus: neverAsked,
  statuses: neverAsked,
  headSha: neverAsked,
  openPulls: neverAsked,
  comments: neverAsked,
  viewer: neverAsked,
  createComment: neverAsked,
  updateComment: neverAsked,
}

/** A GitHub that can be asked for these things alone. */
export function gitHubWith(answers: Partial<GitHubPorts>): GitHubPorts {
  return { ...NOTHING, ...answers }
}
