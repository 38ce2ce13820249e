import * as z from 'zod'
import { type Sentence, told } from '../precheck/sentence.ts'
import type { Ask } from './ask.ts'
import { RequestFault } from './bounded-fetch.ts'
import { otherFault } from './fault.ts'
import { allPages, nextOrFollowing } from './paging.ts'
import type { GitHubPorts } from './ports.ts'

/** What GitHub calls `state` is `status` on Gitea. */
const word = z.string().nullish().catch(null)
const stateSchema = z.object({ state: word, status: word }).catch({})
const statusesSchema = z.array(
  z.object({ context: z.string(), target_url: z.string().nullish(), state: word, status: word }),
)
/** Anything else that looks well (a page to sign in at, say) posted nothing. */
const CREATED = 201

/** The routes of commit statuses. */
export function statusRoutes(
  ask: Ask,
  at: { owner: string; repo: string },
): Pick<GitHubPorts, 'createStatus' | 'statuses'> {
  return {
    createStatus: (sha, status) =>
      ask(told(`posting the status ${status.context}`, `发布状态 ${status.context}`), true, async octokit => {
        const link = status.targetUrl === null ? {} : { target_url: status.targetUrl }
        const { context, state, description } = status
        const body = { context, state, description, ...link }
        const route = 'POST /repos/{owner}/{repo}/statuses/{sha}'
        const answer = await octokit.request(route, { ...at, sha, ...body })
        const shown = stateSchema.parse(answer.data)
        if (answer.status !== CREATED || (shown.state ?? shown.status) !== state)
          throw new RequestFault(otherFault('rejected', notShown(answer.status, state)))
        return null
      }),
    statuses: sha =>
      allPages(
        ask,
        told(`reading the statuses of commit ${sha}`, `读取提交 ${sha} 的状态`),
        async (octokit, page) => {
          const route = 'GET /repos/{owner}/{repo}/commits/{sha}/statuses'
          const { headers, data } = await octokit.request(route, { ...page, ...at, sha })
          const entries = statusesSchema.parse(data).map(({ context, target_url, state, status }) => ({
            context,
            targetUrl: target_url ?? null,
            state: state ?? status ?? null,
          }))
          return { entries, next: nextOrFollowing(headers.link, page, entries.length) }
        },
      ),
  }
}

function notShown(httpStatus: number, state: string): Sentence {
  return told(
    `HTTP ${httpStatus}, and the answer does not show a status ${state}; look whether a proxy answered in its place`,
    `HTTP ${httpStatus}，应答中没有状态 ${state}；请检查是否由代理代为应答`,
  )
}
