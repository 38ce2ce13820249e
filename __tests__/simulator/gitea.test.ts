import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import type { Simulator } from '../../simulator/server.ts'
import { send, withSimulator } from './client.ts'

/** What Gitea 1.26.0 was seen to answer, or says in its source, where GitHub answers otherwise. */

const HEAD = 'a'.repeat(40)
const BASE = 'b'.repeat(40)
const GONE = 'c'.repeat(40)
const REPOSITORY = '/repos/acme/orders-db'
const commits = [
  { sha: BASE, refs: ['main'], files: { 'waivers.yml': 'of main' } },
  { sha: HEAD, refs: ['feature'], tags: ['main', 'v1'], files: { 'waivers.yml': 'of a tag' } },
]

const onGitea = (
  test: (ask: (method: string, target: string, body?: object) => ReturnType<typeof send>) => Promise<void>,
  github: NonNullable<ScenarioInput['github']> = {},
) =>
  withSimulator({ scenario: { github: { server: 'gitea', commits, ...github } } }, (simulator: Simulator) =>
    test((method, target, body) => {
      const headers = {
        authorization: `token ${simulator.credentials.githubToken}`,
        accept: 'application/vnd.github.raw+json',
      }
      const path = target.startsWith('/') ? target : `${REPOSITORY}/${target}`
      return send(simulator, method, path, headers, body === undefined ? undefined : JSON.stringify(body))
    }),
  )

describe.concurrent('Gitea', () => {
  it.each([
    ['main', 'of main'],
    ['v1', 'of a tag'],
    [HEAD, 'of a tag'],
    ['', 'of main'],
  ])(
    'finds contents by the short name %j, a branch first, as JSON whatever was asked for',
    async (ref, text) => {
      await onGitea(async ask => {
        const { status, json } = await ask('GET', `contents/waivers.yml?ref=${ref}`)
        expect(status).toBe(200)
        expect(json).toMatchObject({ type: 'file', content: Buffer.from(text).toString('base64') })
      })
    },
  )

  it.each(['HEAD', 'refs/heads/main', 'refs/tags/v1', 'gone'])('finds no contents at %s', async ref => {
    await onGitea(async ask =>
      expect(await ask('GET', `contents/waivers.yml?ref=${ref}`)).toMatchObject({ status: 404 }),
    )
  })

  it.each(['HEAD', 'main', 'refs%2Fheads%2Fmain', BASE])('finds the commit of git at %s', async ref => {
    await onGitea(async ask =>
      expect(await ask('GET', `git/commits/${ref}`)).toMatchObject({ status: 200, json: { sha: BASE } }),
    )
  })

  it('has no other address for a commit, and says so in plain text', async () => {
    await onGitea(async ask => {
      const { status, headers, text } = await ask('GET', `commits/${BASE}`)
      expect(status).toBe(404)
      expect(headers.get('content-type')).toMatch(/^text\/plain/)
      expect(text).toBe('404 page not found\n')
      expect(await ask('GET', 'git/commits/gone')).toMatchObject({ status: 404 })
    })
  })

  it('fails without a word on a status for a commit that it does not have, and finds none of its statuses', async () => {
    await onGitea(async ask => {
      const status = { state: 'success', context: 'c' }
      expect(await ask('POST', `statuses/${GONE}`, status)).toMatchObject({
        status: 500,
        json: { message: '' },
      })
      expect(await ask('GET', `commits/${GONE}/statuses`)).toMatchObject({ status: 404 })
      expect(await ask('POST', `statuses/${HEAD}`, status)).toMatchObject({
        status: 201,
        json: { status: 'success' },
      })
    })
  })

  it('lists statuses by thirty with a link, and comments all at once', async () => {
    const statuses = Array.from({ length: 31 }, () => ({ sha: HEAD, context: 'c' }))
    const comments = Array.from({ length: 31 }, () => ({ issue: 7, body: 'a word' }))
    await onGitea(
      async ask => {
        const first = await ask('GET', `commits/${HEAD}/statuses?per_page=100`)
        expect(first.json).toHaveLength(30)
        expect(first.headers.get('link')).toContain('rel="next"')
        const all = await ask('GET', 'issues/7/comments?per_page=10&page=2')
        expect(all.json).toHaveLength(31)
        expect(all.headers.get('link')).toBeNull()
      },
      { statuses, comments },
    )
  })

  it('says who the token of a job is, has no GraphQL and no id tokens', async () => {
    const tokens = [{ user: { login: 'gitea-actions', id: -2, type: 'Bot' as const } }]
    await onGitea(
      async ask => {
        expect(await ask('GET', '/user')).toMatchObject({
          status: 200,
          json: { login: 'gitea-actions', id: -2 },
        })
        expect(await ask('POST', '/graphql', {})).toMatchObject({ status: 404 })
        expect(await ask('GET', '/_apis/id-token')).toMatchObject({ status: 404 })
      },
      { tokens },
    )
  })

  it('refuses what a token may not do in words of its own', async () => {
    const tokens = [{ permissions: { statuses: 'none' as const } }]
    await onGitea(
      async ask =>
        expect(await ask('POST', `statuses/${HEAD}`, { state: 'success' })).toMatchObject({
          status: 403,
          json: { message: 'user should have a permission to write to a repo' },
        }),
      { tokens },
    )
  })
})
