import * as z from 'zod'
import { allPages } from './paging.ts'
import type { StatusPort } from './ports.ts'
import type { Ask } from './rest.ts'

const statusesSchema = z.array(z.object({ context: z.string(), target_url: z.string().nullish() }))

/** The routes of commit statuses. */
export function statusPort(ask: Ask): StatusPort {
  return {
    createStatus: ({ owner, repo, sha }, status) =>
      ask(`posting the status ${status.context}`, true, async octokit => {
        const link = status.targetUrl === null ? {} : { target_url: status.targetUrl }
        const { context, state, description } = status
        const body = { context, state, description, ...link }
        await octokit.request('POST /repos/{owner}/{repo}/statuses/{sha}', { owner, repo, sha, ...body })
        return null
      }),
    statuses: ({ owner, repo, sha }) =>
      allPages(ask, `reading the statuses of commit ${sha}`, async (octokit, page) => {
        const route = 'GET /repos/{owner}/{repo}/commits/{sha}/statuses'
        const { headers, data } = await octokit.request(route, { ...page, owner, repo, sha })
        const entries = statusesSchema.parse(data).map(({ context, target_url }) => ({
          context,
          targetUrl: target_url ?? null,
        }))
        return { entries, link: headers.link }
      }),
  }
}
