import type { JsonObject } from '../json.ts'
import type { GitHub, Pull } from '../scenario/github.ts'
import { LONG_AGO, nodeId, numberOf, repositoryObject, SITE, userObject } from './objects.ts'

/** A pull request with the fields that GitHub's OpenAPI description requires. */
export function pullObject(pull: Pull, github: GitHub, baseUrl: string): JsonObject {
  const api = `${baseUrl}/repos/${github.repository}`
  const url = `${api}/pulls/${pull.number}`
  const issue = `${api}/issues/${pull.number}`
  const site = `${SITE}/${github.repository}/pull/${pull.number}`
  const id = numberOf(url)
  const end = (repository: string, ref: string, sha: string): JsonObject => ({
    label: `${repository.split('/')[0] ?? ''}:${ref}`,
    ref,
    sha,
    user: userObject(
      { login: repository.split('/')[0] ?? '', id: numberOf(repository), type: 'User' },
      baseUrl,
    ),
    repo: repositoryObject(repository, github.defaultBranch, baseUrl),
  })
  const links = {
    self: url,
    html: site,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${api}/statuses/${pull.head}`,
  }
  return {
    url,
    id,
    node_id: nodeId('PullRequest', id),
    html_url: site,
    diff_url: `${site}.diff`,
    patch_url: `${site}.patch`,
    issue_url: issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    number: pull.number,
    state: pull.state,
    title: pull.title,
    user: userObject({ login: 'octocat', id: 583_231, type: 'User' }, baseUrl),
    head: end(pull.headRepository ?? github.repository, pull.headRef, pull.head),
    base: end(github.repository, pull.baseRef, pull.base),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    ...QUIET_PULL,
    closed_at: pull.state === 'closed' ? LONG_AGO : null,
  }
}

/** What a pull request is made of when nothing has happened to it. */
const QUIET_PULL: JsonObject = {
  locked: false,
  draft: false,
  body: null,
  labels: [],
  milestone: null,
  created_at: LONG_AGO,
  updated_at: LONG_AGO,
  merged_at: null,
  merge_commit_sha: null,
  assignee: null,
  assignees: [],
  requested_reviewers: [],
  requested_teams: [],
  author_association: 'CONTRIBUTOR',
  auto_merge: null,
  merged: false,
  mergeable: true,
  rebaseable: true,
  mergeable_state: 'clean',
  merged_by: null,
  comments: 0,
  review_comments: 0,
  maintainer_can_modify: false,
  commits: 1,
  additions: 1,
  deletions: 0,
  changed_files: 1,
}
