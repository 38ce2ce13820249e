import { createHash } from 'node:crypto'
import type { JsonObject } from '../json.ts'
import type { Commit, GitHub, GitHubUser } from '../scenario/github.ts'

/** The objects of GitHub's REST API with the fields that its OpenAPI description requires. */
export const SITE = 'https://github.com'
/** What a scenario does not tell, it does not need: one date stands for all. */
export const LONG_AGO = '2026-01-05T08:00:00Z'
const SHA_OF_NO_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

const USER_LINKS = {
  followers_url: '/followers',
  following_url: '/following{/other_user}',
  gists_url: '/gists{/gist_id}',
  starred_url: '/starred{/owner}{/repo}',
  subscriptions_url: '/subscriptions',
  organizations_url: '/orgs',
  repos_url: '/repos',
  events_url: '/events{/privacy}',
  received_events_url: '/received_events',
}

/** Links of a repository whose address is its own with the name added. */
const REPOSITORY_LINKS = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
}

const withBase = (base: string, links: Readonly<Record<string, string>>): JsonObject =>
  Object.fromEntries(Object.entries(links).map(([name, end]) => [name, base + end]))

/** A number that is the same for the same text on every run. */
export const numberOf = (text: string): number => createHash('sha256').update(text).digest().readUIntBE(0, 4)

export const nodeId = (kind: string, id: string | number): string =>
  Buffer.from(`${kind}:${id}`).toString('base64url')

/** The id of a file's content, as git computes it. */
export function blobSha(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex')
}

export function userObject(user: GitHubUser, baseUrl: string): JsonObject {
  const url = `${baseUrl}/users/${encodeURIComponent(user.login)}`
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId('User', user.id),
    avatar_url: `https://avatars.githubusercontent.com/u/${user.id}?v=4`,
    gravatar_id: '',
    url,
    html_url:
      user.type === 'Bot' ? `${SITE}/apps/${user.login.replace('[bot]', '')}` : `${SITE}/${user.login}`,
    ...withBase(url, USER_LINKS),
    type: user.type,
    user_view_type: 'public',
    site_admin: false,
  }
}

/** What a user sees of himself, which is more than others see. */
export function profileObject(user: GitHubUser, baseUrl: string): JsonObject {
  return {
    ...userObject(user, baseUrl),
    name: null,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 1,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
  }
}

/** The repository as other objects hold it; asked for alone it has two more counts. */
export function repositoryObject(fullName: string, defaultBranch: string, baseUrl: string): JsonObject {
  const [owner = '', name = ''] = fullName.split('/')
  const url = `${baseUrl}/repos/${fullName}`
  const site = `${SITE}/${fullName}`
  return {
    id: numberOf(fullName),
    node_id: nodeId('Repository', fullName),
    name,
    full_name: fullName,
    owner: userObject({ login: owner, id: numberOf(owner), type: 'User' }, baseUrl),
    private: false,
    html_url: site,
    description: null,
    fork: false,
    url,
    ...withBase(url, REPOSITORY_LINKS),
    git_url: `git://github.com/${fullName}.git`,
    ssh_url: `git@github.com:${fullName}.git`,
    clone_url: `${site}.git`,
    svn_url: site,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    topics: [],
    visibility: 'public',
    default_branch: defaultBranch,
    size: 1,
    forks: 0,
    forks_count: 0,
    open_issues: 0,
    open_issues_count: 0,
    watchers: 0,
    watchers_count: 0,
    stargazers_count: 0,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    has_downloads: false,
    archived: false,
    disabled: false,
    allow_forking: true,
    web_commit_signoff_required: false,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
    pushed_at: LONG_AGO,
  }
}

export function commitObject(commit: Commit, github: GitHub, baseUrl: string): JsonObject {
  const url = `${baseUrl}/repos/${github.repository}/commits/${commit.sha}`
  const { sha, node_id, html_url, parents, url: gitUrl, ...inGit } = gitCommitObject(commit, github, baseUrl)
  const author = userObject({ login: 'octocat', id: 583_231, type: 'User' }, baseUrl)
  return {
    url,
    sha,
    node_id,
    html_url,
    comments_url: `${url}/comments`,
    commit: { ...inGit, url: gitUrl, comment_count: 0 },
    author,
    committer: author,
    parents,
    stats: { additions: 0, deletions: 0, total: 0 },
    files: [],
  }
}

/** The commit as git has it, which knows no accounts. */
export function gitCommitObject({ sha, message }: Commit, github: GitHub, baseUrl: string) {
  const git = `${baseUrl}/repos/${github.repository}/git`
  const person = { name: 'Mona Octocat', email: 'octocat@example.com', date: LONG_AGO }
  const verification = {
    verified: false,
    reason: 'unsigned',
    signature: null,
    payload: null,
    verified_at: null,
  }
  return {
    sha,
    node_id: nodeId('Commit', sha),
    url: `${git}/commits/${sha}`,
    html_url: `${SITE}/${github.repository}/commit/${sha}`,
    author: person,
    committer: person,
    message,
    tree: { sha: SHA_OF_NO_TREE, url: `${git}/trees/${SHA_OF_NO_TREE}` },
    parents: [],
    verification,
  }
}

export function branchObject(name: string, commit: Commit, github: GitHub, baseUrl: string): JsonObject {
  const path = `${github.repository}/branches/${encodeURIComponent(name)}`
  const self = `${baseUrl}/repos/${path}`
  const isProtected = github.protectedBranches.includes(name)
  const checks = { enforcement_level: 'off', contexts: [], checks: [] }
  return {
    name,
    commit: commitObject(commit, github, baseUrl),
    _links: { self, html: `${SITE}/${github.repository}/tree/${name}` },
    protected: isProtected,
    protection: { enabled: isProtected, required_status_checks: checks },
    protection_url: `${self}/protection`,
  }
}
