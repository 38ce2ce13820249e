import * as z from 'zod'
import { type Answer, otherFault } from './fault.ts'
import type { Comment, FileRef, GitHubPorts, PullRequestRef } from './ports.ts'

/** The routes behind the ports, and what is believed of their answers. */

/** As much of Octokit as is used; every answer is unknown until a schema has read it. */
export interface Requester {
  request(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly headers: { readonly link?: string | undefined }; readonly data: unknown }>
  graphql(query: string): Promise<unknown>
}

/** Does one thing with retries; whatever `run` throws becomes a fault. */
export type Ask = <T>(
  label: string,
  repeatable: boolean,
  run: (octokit: Requester) => Promise<T>,
) => Promise<Answer<T>>

/** The API's maximum. */
const COMMENTS_PER_PAGE = 100
/** GitHub closes a conversation at 2,500 comments; this only ends a list that never does. */
const MAX_PAGES = 100

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
const createdSchema = z.object({ html_url: text }).catch({ html_url: null })
const userSchema = z.object({ login: z.string().min(1) })
const viewerSchema = z.object({ viewer: userSchema })
const streamSchema = z.instanceof(ReadableStream<Uint8Array<ArrayBuffer>>)

/** Returns the ports over the given way of asking. */
export function restPorts(ask: Ask): GitHubPorts {
  return {
    ...filePort(ask),
    createStatus: ({ owner, repo, sha }, status) =>
      ask(`posting the status ${status.context}`, true, async octokit => {
        const link = status.targetUrl === null ? {} : { target_url: status.targetUrl }
        const { context, state, description } = status
        const body = { context, state, description, ...link }
        await octokit.request('POST /repos/{owner}/{repo}/statuses/{sha}', { owner, repo, sha, ...body })
        return null
      }),
    headSha: ({ owner, repo, number }) =>
      ask(`reading pull request ${number}`, true, async octokit => {
        const route = 'GET /repos/{owner}/{repo}/pulls/{number}'
        const { data } = await octokit.request(route, { owner, repo, number })
        return pullSchema.parse(data).head.sha
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
    commit: ({ owner, repo, ref }) =>
      ask(`reading the commit ${ref}`, true, async octokit => {
        // The form with only the hash: the default one lists every changed file.
        const headers = { accept: 'application/vnd.github.sha' }
        await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', { owner, repo, ref, headers })
        return null
      }),
  }
}

/** Octokit would encode the slashes too, which GitHub allows but proxies in front of a GHES do not. */
function inUrl({ path }: FileRef): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function mediaTypeIn(headers: object): string {
  const value = 'content-type' in headers ? String(headers['content-type']) : ''
  return (value.split(';')[0] ?? '').trim().toLowerCase()
}

async function allComments(ask: Ask, pull: PullRequestRef): Promise<Answer<readonly Comment[]>> {
  const comments: Comment[] = []
  let page: Page | null = { page: '1' }
  for (let pages = 0; page !== null; pages += 1) {
    if (pages >= MAX_PAGES) {
      const why = `more than ${MAX_PAGES} pages of comments on pull request ${pull.number}`
      return { ok: false, fault: otherFault('rejected', why) }
    }
    const answer: Answer<CommentPage> = await commentPage(ask, pull, page)
    if (!answer.ok) return answer
    comments.push(...answer.value.comments)
    page = answer.value.next
  }
  return { ok: true, value: comments }
}

type Page = Readonly<Record<string, string>>

interface CommentPage {
  readonly comments: readonly Comment[]
  readonly next: Page | null
}

function commentPage(ask: Ask, pull: PullRequestRef, page: Page): Promise<Answer<CommentPage>> {
  const { owner, repo, number } = pull
  return ask(`reading the comments of pull request ${number}`, true, async octokit => {
    const { headers, data } = await octokit.request('GET /repos/{owner}/{repo}/issues/{number}/comments', {
      ...page,
      per_page: COMMENTS_PER_PAGE,
      owner,
      repo,
      number,
    })
    const comments = commentsSchema.parse(data).map(({ id, body, user, html_url }) => ({
      id,
      author: user?.login ?? null,
      body: body ?? '',
      url: html_url,
    }))
    return { comments, next: nextPage(headers.link) }
  })
}

/**
 * Returns the query of the next page. Only the query is taken from the Link header, and only its paging keys:
 * its address can be another host (GHES behind a proxy), which must not get the token.
 */
export function nextPage(link: string | undefined): Page | null {
  const address = /<([^<>]+)>\s*;[^,<]*\brel="?next\b/i.exec(link ?? '')?.[1]
  if (address === undefined || !URL.canParse(address, 'https://localhost')) return null
  const query = new URL(address, 'https://localhost').searchParams
  const keys = ['page', 'after'].flatMap(key => {
    const value = query.get(key)
    return value === null ? [] : [[key, value]]
  })
  return keys.length === 0 ? null : Object.fromEntries(keys)
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
