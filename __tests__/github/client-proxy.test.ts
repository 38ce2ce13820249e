import { expect, test } from 'vitest'
import { withProxy } from '../cloud/proxy.ts'
import { inTurn, loopbacks, world } from './loopback.ts'

const serve = loopbacks()

test.each(['http://', ''])(
  'requests go through the proxy that the environment names with %j before its host, inside a tunnel',
  async scheme => {
    const api = await serve(inTurn({ status: 200, body: { head: { sha: 'abc' } } }))
    await withProxy(
      api,
      () => 'open',
      async ({ address, tunnels }) => {
        const environment = { http_proxy: `${scheme}${address}` }
        const { github } = world('http://ghe.invalid/api/v3', { environment })
        const answer = await github.headSha(1)

        expect(answer).toEqual({ ok: true, value: 'abc' })
        expect(tunnels.map(({ to }) => to)).toEqual(['ghe.invalid:80'])
        expect(api.seen.map(({ url }) => url)).toEqual(['/api/v3/repos/acme/shop/pulls/1'])
      },
    )
  },
)
