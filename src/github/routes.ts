import * as z from 'zod'
import { type Sentence, told } from '../precheck/sentence.ts'
import type { Ask } from './ask.ts'
import { RequestFault } from './bounded-fetch.ts'
import { type Answer, otherFault } from './fault.ts'
import { allPages, nextOrFollowing, nextPage } from './paging.ts'

/** What the gate asks of GitHub: the routes, and what is believed of their answers. */

export interface CommitStatus {
  readonly context: string
  readonly state: 'pending' | 'success' | 'failure' | 'error'
  readonly description: string
  /** The page of the run; null leaves the status without a link. */
  readonly targetUrl: string | null
}

/** As much of a status as tells which run it is of, and what that said. */
export type PostedStatus = z.infer<typeof postedSchema>
/** `author` is the login; null for an account that is gone. */
export type Comment = z.infer<typeof commentSchema>
/** The few things that are asked, about one repository. The real ones come from `openGitHub`; none of them ever rejects. */
export type GitHubPorts = ReturnType<typeof portsOver>

const login = z.object({ login: z.string().nullable().catch(null) })
const commentSchema = z
  .object({ id: z.int(), body: z.string().nullish(), user: login.nullable().catch(null) })
  .transform(({ id, body, user }) => ({ id, author: user?.login ?? null, body: body ?? '' }))
const pullSchema = z.object({ number: z.int(), head: z.object({ sha: z.string().min(1) }) })
const headSchema = pullSchema.omit({ number: true }).transform(({ head }) => head.sha)
const openPullSchema = pullSchema.transform(({ number, head }) => ({ number, headSha: head.sha }))
const protectedSchema = z.object({ protected: z.boolean() }).transform(branch => branch.protected)
const defaultBranchSchema = z
  .object({ default_branch: z.string().min(1) })
  .transform(repository => repository.default_branch)
const userSchema = z.object({ login: z.string().min(1) })
const viewerSchema = z.object({ viewer: userSchema })
const streamSchema = z.instanceof(ReadableStream<Uint8Array<ArrayBuffer>>)
/** What GitHub calls `state` is `status` on Gitea. */
const word = z.string().nullish().catch(null)
const stateSchema = z
  .object({ state: word, status: word })
  .transform(({ state, status }) => state ?? status ?? null)
  .catch(null)
const postedSchema = z
  .object({ context: z.string(), target_url: z.string().nullish(), state: word, status: word })
  .transform(({ context, target_url, state, status }) => ({
    context,
    targetUrl: target_url ?? null,
    state: state ?? status ?? null,
  }))
/** Anything else that looks well (a page to sign in at, say) posted nothing. */
const CREATED = 201

/** Returns the ports over the given way of asking. */
export function portsOver(ask: Ask, repository: string) {
  const asking = askingAbout(repository, ask)
  return {
    /** `owner/name`. */
    repository,
    ...fileRoutes(asking),
    ...statusRoutes(asking),
    ...pullRoutes(asking),
    /** The login that a comment made with this token carries; null when the server does not say. */
    viewer: () => viewer(ask),
  }
}

function askingAbout(repository: string, ask: Ask) {
  const [owner = '', repo = ''] = repository.split('/')
  const at = { owner, repo }
  const read = <T>(label: Sentence, route: string, parameters: object, schema: z.ZodType<T>) =>
    ask(label, true, async octokit => {
      const { data } = await octokit.request(route, { ...at, ...parameters })
      return schema.parse(data)
    })
  const readAll = <T>(
    label: Sentence,
    route: string,
    parameters: object,
    schema: z.ZodType<T>,
    following: typeof nextOrFollowing = nextPage,
  ) =>
    allPages(ask, label, async (octokit, page) => {
      const { headers, data } = await octokit.request(route, { ...page, ...at, ...parameters })
      const entries = z.array(schema).parse(data)
      return { entries, next: following(headers.link, page, entries.length) }
    })
  return { ask, at, read, readAll }
}

function fileRoutes({ ask, at, read }: ReturnType<typeof askingAbout>) {
  const commitBy = (route: string, ref: string) =>
    ask(told(`reading the commit ${ref}`, `读取提交 ${ref}`), true, async octokit => {
      // The form with only the hash: the default one lists every changed file.
      const headers = { accept: 'application/vnd.github.sha' }
      await octokit.request(route, { ...at, ref, headers })
      return null
    })
  return {
    /** What the contents API answers when the raw file is asked for. The path is relative to the root, without `.` and `..` segments. */
    contents: (path: string, ref: string) =>
      ask(told(`reading ${path} at ${ref}`, `读取 ${ref} 上的 ${path}`), true, async octokit => {
        const { headers, data } = await octokit.request(`GET /repos/{owner}/{repo}/contents/${inUrl(path)}`, {
          ...at,
          ref,
          // The raw form works up to 100 MB; the default one carries no content above 1 MB.
          headers: { accept: 'application/vnd.github.raw+json' },
          request: { parseSuccessResponseBody: false },
        })
        const content = await new Response(streamSchema.nullable().parse(data)).arrayBuffer()
        return { mediaType: mediaTypeIn(headers), bytes: new Uint8Array(content) }
      }),
    /** Whether the ref leads to a commit that the token can read. */
    commit: async (ref: string) => {
      const answer = await commitBy('GET /repos/{owner}/{repo}/commits/{ref}', ref)
      if (answer.ok || answer.fault.kind !== 'missing') return answer
      // Gitea has only this address for one, and takes any ref there; GitHub takes a hash, and finds no other by it.
      return commitBy('GET /repos/{owner}/{repo}/git/commits/{ref}', ref)
    },
    /** With its slashes encoded: `x/protection` is a branch here and another address otherwise. */
    isProtected: (branch: string) =>
      read(
        told(`reading whether ${branch} is protected`, `读取 ${branch} 是否受保护`),
        'GET /repos/{owner}/{repo}/branches/{branch}',
        { branch },
        protectedSchema,
      ),
    defaultBranch: () =>
      read(
        told('reading the name of the default branch', '读取默认分支的名称'),
        'GET /repos/{owner}/{repo}',
        {},
        defaultBranchSchema,
      ),
  }
}

function statusRoutes({ ask, at, readAll }: ReturnType<typeof askingAbout>) {
  return {
    createStatus: (sha: string, { context, state, description, targetUrl }: CommitStatus) =>
      ask(told(`posting the status ${context}`, `发布状态 ${context}`), true, async octokit => {
        const link = targetUrl === null ? {} : { target_url: targetUrl }
        const route = 'POST /repos/{owner}/{repo}/statuses/{sha}'
        const answer = await octokit.request(route, { ...at, sha, context, state, description, ...link })
        if (answer.status !== CREATED || stateSchema.parse(answer.data) !== state)
          throw new RequestFault(otherFault('rejected', notShown(answer.status, state)))
        return null
      }),
    /** All statuses of the commit, the newest first. */
    statuses: (sha: string) =>
      readAll(
        told(`reading the statuses of commit ${sha}`, `读取提交 ${sha} 的状态`),
        'GET /repos/{owner}/{repo}/commits/{sha}/statuses',
        { sha },
        postedSchema,
        nextOrFollowing,
      ),
  }
}

function pullRoutes({ ask, at, read, readAll }: ReturnType<typeof askingAbout>) {
  return {
    /** The commit at the head of the pull request right now. */
    headSha: (number: number) =>
      read(
        told(`reading pull request ${number}`, `读取拉取请求 ${number}`),
        'GET /repos/{owner}/{repo}/pulls/{number}',
        { number },
        headSchema,
      ),
    /** The open pull requests of a branch, `owner:branch`. */
    openPulls: (head: string) =>
      readAll(
        told(`reading the pull requests of ${head}`, `读取 ${head} 的拉取请求`),
        'GET /repos/{owner}/{repo}/pulls',
        { head, state: 'open' },
        openPullSchema,
      ),
    comments: (number: number) =>
      readAll(
        told(`reading the comments of pull request ${number}`, `读取拉取请求 ${number} 的评论`),
        'GET /repos/{owner}/{repo}/issues/{number}/comments',
        { number },
        commentSchema,
      ),
    createComment: (number: number, body: string) =>
      ask(
        told(`writing a comment on pull request ${number}`, `在拉取请求 ${number} 上写评论`),
        false,
        async octokit => {
          const route = 'POST /repos/{owner}/{repo}/issues/{number}/comments'
          await octokit.request(route, { ...at, number, body })
          return null
        },
      ),
    updateComment: (id: number, body: string) =>
      ask(told(`updating comment ${id}`, `更新评论 ${id}`), true, async octokit => {
        await octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{id}', { ...at, id, body })
        return null
      }),
  }
}

/** Octokit would encode the slashes too, which GitHub allows but proxies in front of a GHES do not. */
function inUrl(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function mediaTypeIn(headers: object): string {
  const value = 'content-type' in headers ? String(headers['content-type']) : ''
  return (value.split(';')[0] ?? '').trim().toLowerCase()
}

/**
 * Who am I? `GET /user` refuses the job's own token and every other app's, GraphQL's `viewer` answers to all and
 * needs no permission. Where GraphQL is refused, `GET /user` still knows the owner of a personal token.
 */
async function viewer(ask: Ask): Promise<Answer<string | null>> {
  const label = told('reading whose token this is', '读取 token 属于谁')
  const byGraphql = await ask(label, true, async octokit => {
    const data = await octokit.graphql('query { viewer { login } }')
    return viewerSchema.parse(data).viewer.login
  })
  if (byGraphql.ok || isOutage(byGraphql)) return byGraphql
  const byUser = await ask(label, true, async octokit => {
    const { data } = await octokit.request('GET /user', {})
    return userSchema.parse(data).login
  })
  return byUser.ok || isOutage(byUser) ? byUser : { ok: true, value: null }
}

/** An outage says nothing about who the token is; guessing then could write a second comment. */
function isOutage(answer: Answer<string>): boolean {
  return !answer.ok && (answer.fault.kind === 'unavailable' || answer.fault.kind === 'cancelled')
}

function notShown(httpStatus: number, state: string): Sentence {
  return told(
    `HTTP ${httpStatus}, and the answer does not show a status ${state}; look whether a proxy answered in its place`,
    `HTTP ${httpStatus}，应答中没有状态 ${state}；请检查是否由代理代为应答`,
  )
}
