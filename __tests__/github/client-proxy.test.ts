import { afterEach, expect, test, vi } from 'vitest'
import { withProxy } from '../cloud/proxy.ts'
import { inTurn, loopbacks, world } from './loopback.ts'

// In a file of its own: @actions/github looks at the variables once, when it is loaded for the first time.
const serve = loopbacks()
afterEach(() => {
  vi.unstubAllEnvs()
})

test('requests go through the proxy that the environment names, inside a tunnel', async () => {
  const api = await serve(inTurn({ status: 200, body: { head: { sha: 'abc' } } }))
  await withProxy(
    api,
    () => 'open',
    async ({ address, tunnels }) => {
      for (const name of ['no_proxy', 'NO_PROXY']) vi.stubEnv(name, '')
      for (const name of ['http_proxy', 'HTTP_PROXY']) vi.stubEnv(name, `http://${address}`)
      vi.stubEnv('GITHUB_API_URL', 'http://ghe.invalid/api/v3')

      const { github } = world('http://ghe.invalid/api/v3')
      const answer = await github.headSha({ owner: 'o', repo: 'r', number: 1 })

      expect(answer).toEqual({ ok: true, value: 'abc' })
      expect(tunnels.map(({ to }) => to)).toEqual(['ghe.invalid:80'])
      expect(api.seen.map(({ url }) => url)).toEqual(['/api/v3/repos/o/r/pulls/1'])
    },
  )
})
