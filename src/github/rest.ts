import * as z from 'zod'
import type { Answer } from './fault.ts'
import { allPages, nextPage } from './paging.ts'
import type { Comment, FileRef, GitHubPorts, PullRequestRef, Repository } from './ports.ts'
import { statusPort } from './rest-status.ts'

/** The routes behind the ports, and what is believed of their answers. */

/** As much of Octokit as is used; every answer is unknown until a schema has read it. */
export interface Requester {
  request(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<{
    readonly status: number
    readonly headers: { readonly link?: string | undefined }
    readonly data: unknown
  }>
  graphql(query: string): Promise<unknown>
}

/** Does one thing with retries; whatever `run` throws becomes a fault. */
export type Ask = <T>(
  label: string,
  repeatable: boolean,
  run: (octokit: Requester) => Promise<T>,
) => Promise<Answer<T>>

const text = z.string().nullable().catch(null)
const commentsSchema = z.array(
  z.object({
    id: z.int(),
    body: z.string().nullish(),
    html_url: text,
    user: z.object({ login: text }).nullable().catch(null),
  }),
)
const pullSchema = z.object({ head: z.object({ sha: z.string().min(1) }) })
const openPullsSchema = z.array(z.object({ number: z.int(), ...pullSchema.shape }))
const branchSchema = z.object({ protected: z.boolean() })
const repositorySchema = z.object({ default_branch: z.string().min(1) })
const createdSchema = z.object({ html_url: text }).catch({ html_url: null })
const userSchema = z.object({ login: z.string().min(1) })
const viewerSchema = z.object({ viewer: userSchema })
const streamSchema = z.instanceof(ReadableStream<Uint8Array<ArrayBuffer>>)

/** Returns the ports over the given way of asking. */
export function restPorts(ask: Ask): GitHubPorts {
  return {
    ...filePort(ask),
    ...statusPort(ask),
    isProtected: ({ owner, repo, branch }) =>
      ask(`reading whether ${branch} is protected`, true, async octokit => {
        // With its slashes encoded: `x/protection` is a branch here and another address otherwise.
        const route = 'GET /repos/{owner}/{repo}/branches/{branch}'
        const { data } = await octokit.request(route, { owner, repo, branch })
        return branchSchema.parse(data).protected
      }),
    defaultBranch: ({ owner, repo }) =>
      ask('reading the name of the default branch', true, async octokit => {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}', { owner, repo })
        return repositorySchema.parse(data).default_branch
      }),
    headSha: ({ owner, repo, number }) =>
      ask(`reading pull request ${number}`, true, async octokit => {
        const route = 'GET /repos/{owner}/{repo}/pulls/{number}'
        const { data } = await octokit.request(route, { owner, repo, number })
        return pullSchema.parse(data).head.sha
      }),
    openPulls: ({ owner, repo }, head) =>
      allPages(ask, `reading the pull requests of ${head}`, async (octokit, page) => {
        const route = 'GET /repos/{owner}/{repo}/pulls'
        const { headers, data } = await octokit.request(route, { ...page, owner, repo, head, state: 'open' })
        const entries = openPullsSchema
          .parse(data)
          .map(pull => ({ number: pull.number, headSha: pull.head.sha }))
        return { entries, next: nextPage(headers.link) }
      }),
    comments: pull => allComments(ask, pull),
    viewer: () => viewer(ask),
    createComment: ({ owner, repo, number }, body) =>
      ask(`writing a comment on pull request ${number}`, false, async octokit => {
        const route = 'POST /repos/{owner}/{repo}/issues/{number}/comments'
        const { data } = await octokit.request(route, { owner, repo, number, body })
        return { url: createdSchema.parse(data).html_url }
      }),
    updateComment: ({ owner, repo, id }, body) =>
      ask(`updating comment ${id}`, true, async octokit => {
        await octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{id}', { owner, repo, id, body })
        return null
      }),
  }
}

function filePort(ask: Ask): Pick<GitHubPorts, 'contents' | 'commit'> {
  return {
    contents: file =>
      ask(`reading ${file.path} at ${file.ref}`, true, async octokit => {
        const { headers, data } = await octokit.request(`GET /repos/{owner}/{repo}/contents/${inUrl(file)}`, {
          owner: file.owner,
          repo: file.repo,
          ref: file.ref,
          // The raw form works up to 100 MB; the default one carries no content above 1 MB.
          headers: { accept: 'application/vnd.github.raw+json' },
          request: { parseSuccessResponseBody: false },
        })
        const content = await new Response(streamSchema.nullable().parse(data)).arrayBuffer()
        return { mediaType: mediaTypeIn(headers), bytes: new Uint8Array(content) }
      }),
    commit: async commit => {
      const answer = await commitAt(ask, 'GET /repos/{owner}/{repo}/commits/{ref}', commit)
      if (answer.ok || answer.fault.kind !== 'missing') return answer
      // Gitea has only this address for one, and takes any ref there; GitHub takes a hash, and finds no other by it.
      return commitAt(ask, 'GET /repos/{owner}/{repo}/git/commits/{ref}', commit)
    },
  }
}

function commitAt(
  ask: Ask,
  route: string,
  { owner, repo, ref }: Repository & { ref: string },
): Promise<Answer<null>> {
  return ask(`reading the commit ${ref}`, true, async octokit => {
    // The form with only the hash: the default one lists every changed file.
    const headers = { accept: 'application/vnd.github.sha' }
    await octokit.request(route, { owner, repo, ref, headers })
    return null
  })
}

/** Octokit would encode the slashes too, which GitHub allows but proxies in front of a GHES do not. */
function inUrl({ path }: FileRef): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function mediaTypeIn(headers: object): string {
  const value = 'content-type' in headers ? String(headers['content-type']) : ''
  return (value.split(';')[0] ?? '').trim().toLowerCase()
}

function allComments(ask: Ask, { owner, repo, number }: PullRequestRef): Promise<Answer<readonly Comment[]>> {
  return allPages(ask, `reading the comments of pull request ${number}`, async (octokit, page) => {
    const route = 'GET /repos/{owner}/{repo}/issues/{number}/comments'
    const { headers, data } = await octokit.request(route, { ...page, owner, repo, number })
    const entries = commentsSchema.parse(data).map(({ id, body, user, html_url }) => ({
      id,
      author: user?.login ?? null,
      body: body ?? '',
      url: html_url,
    }))
    return { entries, next: nextPage(headers.link) }
  })
}

/**
 * Who am I? `GET /user` refuses the job's own token and every other app's, GraphQL's `viewer` answers to all and
 * needs no permission. Where GraphQL is refused, `GET /user` still knows the owner of a personal token.
 */
async function viewer(ask: Ask): Promise<Answer<string | null>> {
  const label = 'reading whose token this is'
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
