import * as z from 'zod'
import { allPages, nextOrFollowing } from './paging.ts'
import type { StatusPort } from './ports.ts'
import type { Ask } from './rest.ts'

/** What GitHub calls `state` is `status` on Gitea. */
const word = z.string().nullish().catch(null)
const stateSchema = z.object({ state: word, status: word }).catch({})
const statusesSchema = z.array(
  z.object({ context: z.string(), target_url: z.string().nullish(), state: word, status: word }),
)
/** Anything else that looks well (a page to sign in at, say) posted nothing. */
const CREATED = 201

/** The routes of commit statuses. */
export function statusPort(ask: Ask): StatusPort {
  return {
    createStatus: ({ owner, repo, sha }, status) =>
      ask(`posting the status ${status.context}`, true, async octokit => {
        const link = status.targetUrl === null ? {} : { target_url: status.targetUrl }
        const { context, state, description } = status
        const body = { context, state, description, ...link }
        const route = 'POST /repos/{owner}/{repo}/statuses/{sha}'
        const answer = await octokit.request(route, { owner, repo, sha, ...body })
        const shown = stateSchema.parse(answer.data)
        if (answer.status !== CREATED || (shown.state ?? shown.status) !== state)
          throw new Error(
            `HTTP ${answer.status}, and the answer does not show a status ${state}; look whether a proxy answered in its place`,
          )
        return null
      }),
    statuses: ({ owner, repo, sha }) =>
      allPages(ask, `reading the statuses of commit ${sha}`, async (octokit, page) => {
        const route = 'GET /repos/{owner}/{repo}/commits/{sha}/statuses'
        const { headers, data } = await octokit.request(route, { ...page, owner, repo, sha })
        const entries = statusesSchema.parse(data).map(({ context, target_url, state, status }) => ({
          context,
          targetUrl: target_url ?? null,
          state: state ?? status ?? null,
        }))
        return { entries, next: nextOrFollowing(headers.link, page, entries.length) }
      }),
  }
}
