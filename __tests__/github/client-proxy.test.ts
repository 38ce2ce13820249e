import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { inTurn, loopbacks, world } from './loopback.ts'

// In a file of its own: @actions/github looks at the variables once, when it is loaded for the first time.
const serve = loopbacks()
afterEach(() => {
  vi.unstubAllEnvs()
})

test('requests go through the proxy that the environment names, inside a tunnel', async () => {
  const api = await serve(inTurn({ status: 200, body: { head: { sha: 'abc' } } }))
  const tunnels: (string | undefined)[] = []
  const proxy = createServer()
  proxy.on('connect', (request, socket) => {
    tunnels.push(request.url)
    const onward = connect(Number(new URL(api.url).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  const port = typeof address === 'object' ? address?.port : undefined
  for (const name of ['no_proxy', 'NO_PROXY']) vi.stubEnv(name, '')
  for (const name of ['http_proxy', 'HTTP_PROXY']) vi.stubEnv(name, `http://127.0.0.1:${port}`)
  vi.stubEnv('GITHUB_API_URL', 'http://ghe.invalid/api/v3')

  const answer = await world('http://ghe.invalid/api/v3').github.headSha({ owner: 'o', repo: 'r', number: 1 })
  proxy.close()

  expect(answer).toEqual({ ok: true, value: 'abc' })
  expect(tunnels).toEqual(['ghe.invalid:80'])
  expect(api.seen.map(({ url }) => url)).toEqual(['/api/v3/repos/o/r/pulls/1'])
})
