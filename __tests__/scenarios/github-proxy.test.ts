import { expect, it } from 'vitest'
import { withProxy } from '../cloud/proxy.ts'
import { runGate, verdictOf } from './harness.ts'
import { HEAD, passing } from './on-github.ts'

it.each(['http://', ''])(
  'GitHub is reached through the proxy of the environment (%j before its host), and the service past it',
  async scheme => {
    const behind = { url: '' }
    await withProxy(
      behind,
      () => 'open',
      async ({ address, tunnels }) => {
        const end = await runGate({
          scenario: { drs: passing, github: { commits: [{ sha: HEAD, refs: ['feature'] }] } },
          event: { name: 'workflow_dispatch', payload: {} },
          inputs: { name: 'orders', 'commit-status': 'true', 'commit-sha': HEAD },
          around: ({ url }) => {
            behind.url = url
            const proxy = { http_proxy: `${scheme}${address}`, no_proxy: '127.0.0.1' }
            return { environment: { ...proxy, GITHUB_API_URL: 'http://ghe.invalid' } }
          },
        })
        expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
        const posts = end.requests.filter(({ operation }) => operation === 'github.createStatus')
        expect(posts.map(({ status }) => status)).toEqual([201, 201])
        expect(tunnels.length).toBeGreaterThan(0)
        expect(new Set(tunnels.map(({ to }) => to))).toEqual(new Set(['ghe.invalid:80']))
      },
    )
  },
)
