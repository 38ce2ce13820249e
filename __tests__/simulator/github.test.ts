import { createHash } from 'node:crypto'
import { getOctokit } from '@actions/github'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import type { Simulator } from '../../simulator/server.ts'
import { send, withSimulator } from './client.ts'

const HEAD = 'a'.repeat(40)
const BASE = 'b'.repeat(40)
const owner = 'acme'
const repo = 'orders-db'
const where = { owner, repo }
const scenario: ScenarioInput = {
  github: {
    commits: [
      {
        sha: BASE,
        refs: ['main'],
        files: { '.github/waivers.yaml': 'version: 1\n', 'big.txt': 'x'.repeat(1_048_577) },
      },
      { sha: HEAD, refs: ['feature', 'refs/pull/7/merge'], files: { '.github/waivers.yaml': 'changed\n' } },
    ],
    pulls: [{ number: 7, head: HEAD, base: BASE, headRepository: 'fork/orders-db' }],
  },
}
const octokit = (simulator: Simulator, token = simulator.credentials.githubToken) =>
  getOctokit(token, { baseUrl: simulator.url, log: quiet }).rest
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const withTokens = (tokens: NonNullable<NonNullable<ScenarioInput['github']>['tokens']>): ScenarioInput => ({
  github: { ...scenario.github, tokens },
})

describe('a file at a ref', () => {
  it('is read by branch, SHA, full ref or the default branch', () =>
    withSimulator({ scenario }, async simulator => {
      const { repos } = octokit(simulator)
      const read = async (ref?: string) => {
        const path = '.github/waivers.yaml'
        const { data } = await repos.getContent({ ...where, path, ...(ref === undefined ? {} : { ref }) })
        const { content, sha } = z.object({ content: z.string(), sha: z.string() }).parse(data)
        const text = Buffer.from(content, 'base64').toString()
        expect(sha).toBe(createHash('sha1').update(`blob ${text.length}\0${text}`).digest('hex'))
        return text
      }
      expect(await read()).toBe('version: 1\n')
      expect(await read(HEAD)).toBe('changed\n')
      expect(await read('feature')).toBe('changed\n')
      expect(await read('refs/heads/main')).toBe('version: 1\n')
      expect(await read('refs/pull/7/merge')).toBe('changed\n')
    }))

  it('comes bare when it is asked for raw, also when it is too large for JSON', () =>
    withSimulator({ scenario }, async simulator => {
      const { repos } = octokit(simulator)
      const large = await repos.getContent({ ...where, path: 'big.txt' })
      expect(large.data).toMatchObject({ encoding: 'none', content: '', size: 1_048_577 })
      const raw = await repos.getContent({ ...where, path: 'big.txt', mediaType: { format: 'raw' } })
      expect(String(raw.data)).toHaveLength(1_048_577)
    }))

  it('is told apart from a missing ref by the text of the 404, and a folder is a list', () =>
    withSimulator({ scenario }, async simulator => {
      const { repos } = octokit(simulator)
      await expect(repos.getContent({ ...where, path: 'none' })).rejects.toMatchObject({
        status: 404,
        message: expect.stringMatching(/^Not Found/),
      })
      await expect(
        repos.getContent({ ...where, path: '.github/waivers.yaml', ref: 'gone' }),
      ).rejects.toMatchObject({
        status: 404,
        message: expect.stringContaining('No commit found for the ref gone'),
      })
      const { data } = await repos.getContent({ ...where, path: '.github' })
      expect(data).toMatchObject([{ path: '.github/waivers.yaml', type: 'file' }])
    }))
})

describe('commits and pull requests', () => {
  it('are found by ref and by number', () =>
    withSimulator({ scenario }, async simulator => {
      const { repos, pulls } = octokit(simulator)
      expect((await repos.getCommit({ ...where, ref: 'main' })).data.sha).toBe(BASE)
      const { data } = await pulls.get({ ...where, pull_number: 7 })
      expect(data).toMatchObject({
        head: { sha: HEAD, repo: { full_name: 'fork/orders-db' } },
        base: { sha: BASE },
      })
      expect((await repos.get(where)).data.default_branch).toBe('main')
    }))

  it('that do not exist are refused in the way of each', () =>
    withSimulator({ scenario }, async simulator => {
      const { repos, pulls } = octokit(simulator)
      await expect(repos.getCommit({ ...where, ref: 'c'.repeat(40) })).rejects.toMatchObject({ status: 422 })
      await expect(pulls.get({ ...where, pull_number: 8 })).rejects.toMatchObject({ status: 404 })
      await expect(repos.get({ owner, repo: 'other' })).rejects.toMatchObject({ status: 404 })
    }))
})

describe('comments', () => {
  const onPull = { ...where, issue_number: 7 }

  it('are made, changed and read back, with their author', () =>
    withSimulator({ scenario }, async simulator => {
      const { issues } = octokit(simulator)
      const { data: made } = await issues.createComment({ ...onPull, body: 'first' })
      expect(made).toMatchObject({ body: 'first', user: { login: 'github-actions[bot]', id: 41_898_282 } })
      await issues.updateComment({ ...where, comment_id: made.id, body: 'second' })
      expect((await issues.getComment({ ...where, comment_id: made.id })).data.body).toBe('second')
      expect((await issues.listComments(onPull)).data.map(({ body }) => body)).toEqual(['second'])
    }))

  it('come 30 to a page, with links that lead through all of them', () => {
    const comments = Array.from({ length: 65 }, (_, index) => ({ issue: 7, body: `comment ${index}` }))
    const elsewhere = { issue: 8, body: 'of another pull request' }
    const busy: ScenarioInput = { github: { ...scenario.github, comments: [elsewhere, ...comments] } }
    return withSimulator({ scenario: busy }, async simulator => {
      const client = getOctokit(simulator.credentials.githubToken, { baseUrl: simulator.url })
      const first = await client.rest.issues.listComments(onPull)
      expect(first.data).toHaveLength(30)
      expect(first.headers.link).toContain('rel="next"')
      const all = await client.paginate(client.rest.issues.listComments, onPull)
      expect(all.map(({ body }) => body)).toEqual(comments.map(({ body }) => body))
      const large = await client.rest.issues.listComments({ ...onPull, per_page: 100 })
      expect([large.data.length, large.headers.link]).toEqual([65, undefined])
      expect((await client.rest.issues.listComments({ ...onPull, page: 9 })).data).toEqual([])
    })
  })

  it('may have 65,536 characters and not one more', () =>
    withSimulator({ scenario }, async simulator => {
      const { issues } = octokit(simulator)
      const { data } = await issues.createComment({ ...onPull, body: 'x'.repeat(65_536) })
      const tooLong = { ...where, comment_id: data.id, body: 'x'.repeat(65_537) }
      await expect(issues.updateComment(tooLong)).rejects.toMatchObject({
        status: 422,
        message: expect.stringContaining('Body is too long'),
      })
    }))

  it('need something to stand on and something to say', () =>
    withSimulator({ scenario }, async simulator => {
      const { issues } = octokit(simulator)
      await expect(issues.createComment({ ...where, issue_number: 99, body: 'x' })).rejects.toMatchObject({
        status: 404,
      })
      await expect(issues.createComment({ ...onPull, body: '' })).rejects.toMatchObject({ status: 422 })
      await expect(issues.updateComment({ ...where, comment_id: 1, body: 'x' })).rejects.toMatchObject({
        status: 404,
      })
    }))
})

describe('commit statuses', () => {
  it('are made and listed, the newest first', () =>
    withSimulator({ scenario }, async simulator => {
      const { repos } = octokit(simulator)
      const context = 'precheck-gate/nightly'
      await repos.createCommitStatus({ ...where, sha: HEAD, state: 'pending', context })
      const { data } = await repos.createCommitStatus({
        ...where,
        sha: HEAD,
        state: 'success',
        context,
        description: 'd',
      })
      expect(data).toMatchObject({ state: 'success', context, description: 'd', target_url: null })
      const listed = await repos.listCommitStatusesForRef({ ...where, ref: HEAD })
      expect(listed.data.map(({ state }) => state)).toEqual(['success', 'pending'])
    }))

  it.each([
    ['an unknown commit', { sha: 'c'.repeat(40) }],
    ['a long description', { description: 'x'.repeat(141) }],
    ['an address that is none', { target_url: 'javascript:alert(1)' }],
  ])('are refused for %s', (_words, change) =>
    withSimulator({ scenario }, async simulator => {
      const { repos } = octokit(simulator)
      const status = { ...where, sha: HEAD, state: 'success' as const, ...change }
      await expect(repos.createCommitStatus(status)).rejects.toMatchObject({ status: 422 })
    }),
  )
})

describe('a token', () => {
  it('is needed, and has to be a known one', () =>
    withSimulator({ scenario }, async simulator => {
      expect((await send(simulator, 'GET', '/repos/acme/orders-db')).status).toBe(401)
      await expect(octokit(simulator, 'guess').repos.get(where)).rejects.toMatchObject({ status: 401 })
    }))

  it('that may only read cannot write, and is told so', () => {
    const readOnly = { contents: 'read', pullRequests: 'read', statuses: 'read' } as const
    return withSimulator({ scenario: withTokens([{ permissions: readOnly }]) }, async simulator => {
      const { issues, repos } = octokit(simulator)
      const comment = { ...where, issue_number: 7, body: 'x' }
      const refused = { status: 403, message: expect.stringContaining('not accessible by integration') }
      await expect(issues.createComment(comment)).rejects.toMatchObject(refused)
      await expect(repos.createCommitStatus({ ...where, sha: HEAD, state: 'error' })).rejects.toMatchObject(
        refused,
      )
      expect((await issues.listComments({ ...where, issue_number: 7 })).status).toBe(200)
    })
  })

  it('without the right to contents does not see a file', () =>
    withSimulator({ scenario: withTokens([{ permissions: { contents: 'none' } }]) }, async simulator => {
      const file = { ...where, path: '.github/waivers.yaml' }
      await expect(octokit(simulator).repos.getContent(file)).rejects.toMatchObject({ status: 403 })
    }))

  it('of a person has a user, that of a job has none', () => {
    const person = { token: 'personal', user: { login: 'mona', id: 1, type: 'User' as const } }
    return withSimulator({ scenario: withTokens([{}, person]) }, async simulator => {
      await expect(octokit(simulator).users.getAuthenticated()).rejects.toMatchObject({ status: 403 })
      expect((await octokit(simulator, 'personal').users.getAuthenticated()).data.login).toBe('mona')
    })
  })
})
