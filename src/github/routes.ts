import * as z from 'zod'
import { told } from '../precheck/sentence.ts'
import type { Ask } from './ask.ts'
import type { Answer } from './fault.ts'
import { allPages, nextPage } from './paging.ts'
import type { GitHubPorts } from './ports.ts'
import { statusRoutes } from './status-routes.ts'

/** The routes behind the ports, and what is believed of their answers. */

const text = z.string().nullable().catch(null)
const commentsSchema = z.array(
  z.object({
    id: z.int(),
    body: z.string().nullish(),
    user: z.object({ login: text }).nullable().catch(null),
  }),
)
const pullSchema = z.object({ head: z.object({ sha: z.string().min(1) }) })
const openPullsSchema = z.array(z.object({ number: z.int(), ...pullSchema.shape }))
const branchSchema = z.object({ protected: z.boolean() })
const repositorySchema = z.object({ default_branch: z.string().min(1) })
const userSchema = z.object({ login: z.string().min(1) })
const viewerSchema = z.object({ viewer: userSchema })
const streamSchema = z.instanceof(ReadableStream<Uint8Array<ArrayBuffer>>)

/** Returns the ports over the given way of asking. */
export function portsOver(ask: Ask, repository: string): GitHubPorts {
  const [owner = '', repo = ''] = repository.split('/')
  const at = { owner, repo }
  return {
    repository,
    ...fileRoutes(ask, at),
    ...statusRoutes(ask, at),
    ...commentRoutes(ask, at),
    isProtected: branch =>
      ask(
        told(`reading whether ${branch} is protected`, `读取 ${branch} 是否受保护`),
        true,
        async octokit => {
          // With its slashes encoded: `x/protection` is a branch here and another address otherwise.
          const route = 'GET /repos/{owner}/{repo}/branches/{branch}'
          const { data } = await octokit.request(route, { ...at, branch })
          return branchSchema.parse(data).protected
        },
      ),
    defaultBranch: () =>
      ask(told('reading the name of the default branch', '读取默认分支的名称'), true, async octokit => {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}', at)
        return repositorySchema.parse(data).default_branch
      }),
    headSha: number =>
      ask(told(`reading pull request ${number}`, `读取拉取请求 ${number}`), true, async octokit => {
        const route = 'GET /repos/{owner}/{repo}/pulls/{number}'
        const { data } = await octokit.request(route, { ...at, number })
        return pullSchema.parse(data).head.sha
      }),
    openPulls: head =>
      allPages(
        ask,
        told(`reading the pull requests of ${head}`, `读取 ${head} 的拉取请求`),
        async (octokit, page) => {
          const route = 'GET /repos/{owner}/{repo}/pulls'
          const { headers, data } = await octokit.request(route, { ...page, ...at, head, state: 'open' })
          const pulls = openPullsSchema.parse(data)
          const entries = pulls.map(pull => ({ number: pull.number, headSha: pull.head.sha }))
          return { entries, next: nextPage(headers.link) }
        },
      ),
    viewer: () => viewer(ask),
  }
}

function fileRoutes(ask: Ask, at: { owner: string; repo: string }): Pick<GitHubPorts, 'contents' | 'commit'> {
  const commitBy = (route: string, ref: string) =>
    ask(told(`reading the commit ${ref}`, `读取提交 ${ref}`), true, async octokit => {
      // The form with only the hash: the default one lists every changed file.
      const headers = { accept: 'application/vnd.github.sha' }
      await octokit.request(route, { ...at, ref, headers })
      return null
    })
  return {
    contents: (path, ref) =>
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
    commit: async ref => {
      const answer = await commitBy('GET /repos/{owner}/{repo}/commits/{ref}', ref)
      if (answer.ok || answer.fault.kind !== 'missing') return answer
      // Gitea has only this address for one, and takes any ref there; GitHub takes a hash, and finds no other by it.
      return commitBy('GET /repos/{owner}/{repo}/git/commits/{ref}', ref)
    },
  }
}

function commentRoutes(
  ask: Ask,
  at: { owner: string; repo: string },
): Pick<GitHubPorts, 'comments' | 'createComment' | 'updateComment'> {
  return {
    comments: number =>
      allPages(
        ask,
        told(`reading the comments of pull request ${number}`, `读取拉取请求 ${number} 的评论`),
        async (octokit, page) => {
          const route = 'GET /repos/{owner}/{repo}/issues/{number}/comments'
          const { headers, data } = await octokit.request(route, { ...page, ...at, number })
          const entries = commentsSchema
            .parse(data)
            .map(({ id, body, user }) => ({ id, author: user?.login ?? null, body: body ?? '' }))
          return { entries, next: nextPage(headers.link) }
        },
      ),
    createComment: (number, body) =>
      ask(
        told(`writing a comment on pull request ${number}`, `在拉取请求 ${number} 上写评论`),
        false,
        async octokit => {
          const route = 'POST /repos/{owner}/{repo}/issues/{number}/comments'
          await octokit.request(route, { ...at, number, body })
          return null
        },
      ),
    updateComment: (id, body) =>
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
