import { once } from 'node:events'
import { createServer } from 'node:https'
import { describe, expect, test } from 'vitest'
import { nextPage } from '../../src/github/paging.ts'
import { inEnglish } from '../../testing/in-english.ts'
import { CERTIFICATE, CERTIFICATE_KEY } from '../simulator/certificate.ts'
import { inTurn, type Loopback, loopbacks, type Reply, TOKEN, world } from './loopback.ts'

const PULL = 7
const STATUS = { context: 'precheck-gate/x', state: 'success', description: 'd', targetUrl: null } as const
const COMMIT = 'a'.repeat(40)

const serve = loopbacks()

const paths = (server: Loopback) => server.seen.map(({ method, url }) => `${method} ${url}`)

describe('requests', () => {
  test('keep the path prefix of a GHES and carry token and user agent', async () => {
    const server = await serve(inTurn({ status: 200, body: { head: { sha: 'abc' } } }))
    const { github } = world(`${server.url}/prefix/api/v3/`)
    expect(await github.headSha(PULL)).toEqual({ ok: true, value: 'abc' })
    expect(paths(server)).toEqual(['GET /prefix/api/v3/repos/acme/shop/pulls/7'])
    expect(server.seen[0]?.headers.authorization).toBe(`token ${TOKEN}`)
    expect(server.seen[0]?.headers['user-agent']).toContain('precheck-gate-test')
  })

  test('percent-encode odd paths and refs', async () => {
    const server = await serve(inTurn({ status: 200, body: '' }))
    const { github } = world(server.url)
    await github.contents('a b/ü?x#y/%2e{z}:w.yml', 'feature/ü&x=1 #?')
    await github.commit('feature/ü&x=1 #?')
    expect(paths(server)).toEqual([
      'GET /repos/acme/shop/contents/a%20b/%C3%BC%3Fx%23y/%252e%7Bz%7D%3Aw.yml?ref=feature%2F%C3%BC%26x%3D1%20%23%3F',
      'GET /repos/acme/shop/commits/feature%2F%C3%BC%26x%3D1%20%23%3F',
    ])
  })

  test('ask for the raw file and give its bytes untouched, also over a megabyte', async () => {
    const bytes = Buffer.alloc(1_500_000, '注')
    const type = 'application/vnd.github.raw+json; charset=utf-8'
    const server = await serve(inTurn({ status: 200, headers: { 'content-type': type }, body: bytes }))
    const answer = await world(server.url).github.contents('x', 'main')
    expect(server.seen[0]?.headers.accept).toBe('application/vnd.github.raw+json')
    expect(answer).toMatchObject({ ok: true, value: { mediaType: 'application/vnd.github.raw+json' } })
    expect(answer.ok && Buffer.compare(answer.value.bytes, bytes)).toBe(0)
  })

  test('find a commit at the one address that Gitea has for it, after the other is not there', async () => {
    const gone = { status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found' }
    const server = await serve(inTurn(gone, { status: 200, body: { sha: 'a' } }, gone, gone))
    const { github } = world(server.url)
    expect(await github.commit('main')).toEqual({ ok: true, value: null })
    expect(await github.commit('gone')).toMatchObject({
      ok: false,
      fault: { kind: 'missing' },
    })
    expect(paths(server)).toEqual([
      'GET /repos/acme/shop/commits/main',
      'GET /repos/acme/shop/git/commits/main',
      'GET /repos/acme/shop/commits/gone',
      'GET /repos/acme/shop/git/commits/gone',
    ])
  })

  test.each([403, 422])('look for a commit at no other address after a %i', async status => {
    const server = await serve(inTurn({ status, body: { message: 'No' } }))
    expect(await world(server.url).github.commit('main')).toMatchObject({ ok: false })
    expect(server.seen).toHaveLength(1)
  })

  test('post a status as the API wants it', async () => {
    const server = await serve(inTurn({ status: 201, body: { id: 1, state: 'success' } }))
    const { github } = world(server.url)
    expect(await github.createStatus(COMMIT, STATUS)).toEqual({ ok: true, value: null })
    expect(await github.createStatus(COMMIT, { ...STATUS, targetUrl: 'https://x/1' })).toMatchObject({
      ok: true,
    })
    expect(paths(server)[0]).toBe(`POST /repos/acme/shop/statuses/${COMMIT}`)
    const { targetUrl: _, ...plain } = STATUS
    expect(server.seen.map(({ body }) => JSON.parse(body))).toEqual([
      plain,
      { ...plain, target_url: 'https://x/1' },
    ])
  })

  test("know a posted status by Gitea's word for it", async () => {
    const server = await serve(inTurn({ status: 201, body: { status: 'success' } }))
    expect(await world(server.url).github.createStatus(COMMIT, STATUS)).toEqual({ ok: true, value: null })
  })

  const html = { 'content-type': 'text/html' }
  test.each([
    ['a page to sign in at', { status: 200, headers: html, body: '<html>Sign in, hunter2</html>' }],
    ['such a page as created', { status: 201, headers: html, body: '<html>hunter2</html>' }],
    ['nothing', { status: 201, body: '' }],
    ['no content', { status: 204 }],
    ['no more than a receipt', { status: 202, body: { state: 'success' } }],
    ['what stood there before', { status: 200, body: { state: 'success' } }],
    ['another state', { status: 201, body: { state: 'failure' } }],
    ['a state that is none', { status: 201, body: { state: ['success'] } }],
    ['two words that disagree', { status: 201, body: { state: 'failure', status: 'success' } }],
    ['a list', { status: 201, body: [{ state: 'success' }] }],
    ['null', { status: 201, body: null }],
  ])('take a status for lost whose answer is %s', async (_, reply) => {
    const server = await serve(inTurn(reply))
    const answer = await world(server.url).github.createStatus(COMMIT, STATUS)
    expect(inEnglish(answer)).toMatchObject({
      ok: false,
      fault: { kind: 'rejected', what: expect.stringContaining(`HTTP ${reply.status}, and`) },
    })
    expect(JSON.stringify(answer)).not.toContain('hunter2')
  })

  test('nothing is sent before a port is used, nor without a usable token', async () => {
    const server = await serve(inTurn({ status: 200 }))
    for (const token of ['', '  ', 'two words', 'line\nbreak']) {
      const status = await world(server.url, { token }).github.createStatus(COMMIT, STATUS)
      expect(status).toMatchObject({ ok: false, fault: { kind: 'bad-token' } })
      expect(JSON.stringify(status)).not.toContain('break')
    }
    expect(server.seen).toEqual([])
  })

  test.each(['', 'api.github.com', 'ftp://x', 'https://user:pass@ghe.example.com/api/v3'])(
    'an API address of %j is a fault that does not repeat it',
    async apiUrl => {
      const answer = await world(apiUrl).github.headSha(PULL)
      expect(inEnglish(answer)).toMatchObject({
        ok: false,
        fault: { what: 'GITHUB_API_URL is not the address of an API' },
      })
    },
  )
})

describe('comments over pages', () => {
  const numbered = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => ({
      id: from + index,
      body: `comment ${from + index}`,
      user: { login: 'dba' },
      html_url: `https://github.com/c/${from + index}`,
    }))

  test('are all read by following the Link header, whatever the page size', async () => {
    const server = await serve(({ url, headers }) => {
      const page = Number(new URL(url, 'http://x').searchParams.get('page'))
      const here = `http://${headers.host}/repositories/99/issues/7/comments`
      const link = `<${here}?per_page=30&page=1>; rel="prev first", <${here}?per_page=30&page=${page + 1}>; rel="next", <${here}?page=3>; rel="last"`
      const body = page < 3 ? numbered(page * 30 - 29, page * 30) : numbered(61, 61)
      return { status: 200, headers: page < 3 ? { link } : {}, body }
    })
    const answer = await world(server.url).github.comments(PULL)
    expect(answer.ok && answer.value.map(({ id }) => id)).toEqual(Array.from({ length: 61 }, (_, i) => i + 1))
    expect(paths(server)).toEqual(
      [1, 2, 3].map(page => `GET /repos/acme/shop/issues/7/comments?page=${page}&per_page=100`),
    )
  })

  test('a next page on another host is asked for on the own one, so the token stays home', async () => {
    const elsewhere = await serve(inTurn({ status: 200, body: [] }))
    const server = await serve(
      inTurn(
        {
          status: 200,
          headers: { link: `<${elsewhere.url}/evil?after=abc&url=x>; rel="next"` },
          body: numbered(1, 1),
        },
        { status: 200, body: numbered(2, 2) },
      ),
    )
    const answer = await world(server.url).github.comments(PULL)
    expect(answer.ok && answer.value).toHaveLength(2)
    expect(paths(server)[1]).toBe('GET /repos/acme/shop/issues/7/comments?after=abc&per_page=100')
    expect(elsewhere.seen).toEqual([])
  })

  test('a list without end is a fault, not a short list', async () => {
    const link = '<http://x/?page=2>; rel="next"'
    const server = await serve(inTurn({ status: 200, headers: { link }, body: numbered(1, 1) }))
    expect(inEnglish(await world(server.url).github.comments(PULL))).toMatchObject({
      ok: false,
      fault: { what: expect.stringContaining('more than 100 pages') },
    })
  })

  test('a page that fails, breaks off or is no list fails the whole', async () => {
    const first = { status: 200, headers: { link: '<http://x/?page=2>; rel="next"' }, body: numbered(1, 1) }
    for (const second of [
      { status: 409, body: { message: 'conflict' } },
      { status: 200, body: { message: 'no list' } },
      { status: 200, body: '[', breakOff: true },
      { status: 200, body: '' },
    ]) {
      const server = await serve(inTurn(first, second))
      expect(await world(server.url).github.comments(PULL)).toMatchObject({ ok: false })
    }
  })

  test('a comment without author or body is read', async () => {
    const server = await serve(inTurn({ status: 200, body: [{ id: 1, body: null, user: null }] }))
    expect(await world(server.url).github.comments(PULL)).toEqual({
      ok: true,
      value: [{ id: 1, author: null, body: '' }],
    })
  })
})

describe('whose token it is', () => {
  test('GraphQL says it, on a GHES beside /api/v3', async () => {
    const server = await serve(inTurn({ status: 200, body: { data: { viewer: { login: 'my-app[bot]' } } } }))
    const { github } = world(`${server.url}/api/v3`)
    expect(await github.viewer()).toEqual({ ok: true, value: 'my-app[bot]' })
    expect(paths(server)).toEqual(['POST /api/graphql'])
  })

  test.each([
    ['404', { status: 404, body: { message: 'Not Found' } }],
    ['errors inside a 200', { status: 200, body: { errors: [{ message: 'no' }], data: null } }],
    ['another shape', { status: 200, body: {} }],
  ])('after GraphQL answered with %s, GET /user knows a personal token', async (_, refusal) => {
    const server = await serve(inTurn(refusal, { status: 200, body: { login: 'dba' } }))
    expect(await world(server.url).github.viewer()).toEqual({ ok: true, value: 'dba' })
    expect(paths(server)).toEqual(['POST /graphql', 'GET /user'])
  })

  test('null when both refuse, a fault when GitHub is down', async () => {
    const refusing = await serve(inTurn({ status: 403, body: { message: 'no' } }))
    expect(await world(refusing.url).github.viewer()).toEqual({ ok: true, value: null })
    const down = await serve(inTurn({ status: 503 }))
    expect(await world(down.url).github.viewer()).toMatchObject({ ok: false, fault: { kind: 'unavailable' } })
  })
})

describe('statuses over pages', () => {
  const page = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({ context: `c${from + at}`, target_url: null, state: 'error' }))
  const contextsFrom = async (...replies: readonly Reply[]) => {
    const server = await serve(inTurn(...replies))
    const answer = await world(server.url).github.statuses(COMMIT)
    return { seen: server.seen.map(({ url }) => url.split('?')[1]), all: answer.ok ? answer.value : null }
  }

  test('do not end with a full page that comes without a link', async () => {
    const full = (from: number) => ({ status: 200, body: page(from, 100) })
    const { seen, all } = await contextsFrom(full(0), full(100), { status: 200, body: page(200, 3) })
    expect(all?.map(({ context }) => context)).toEqual(page(0, 203).map(({ context }) => context))
    expect(seen).toEqual(['page=1&per_page=100', 'page=2&per_page=100', 'page=3&per_page=100'])
  })

  test('end with a full page whose link leads only back, and with one that is not full', async () => {
    const headers = { link: '<https://x/?page=1>; rel="prev", <https://x/?page=1>; rel="first"' }
    expect((await contextsFrom({ status: 200, headers, body: page(0, 100) })).seen).toHaveLength(1)
    expect((await contextsFrom({ status: 200, body: page(0, 99) })).seen).toHaveLength(1)
  })

  test('are told with their state, and in the word that Gitea has for it', async () => {
    const { all } = await contextsFrom({
      status: 200,
      body: [
        { context: 'a', state: 'pending', target_url: 'https://x' },
        { context: 'b', status: 'success' },
        { context: 'c', state: 7 },
      ],
    })
    expect(all).toEqual([
      { context: 'a', targetUrl: 'https://x', state: 'pending' },
      { context: 'b', targetUrl: null, state: 'success' },
      { context: 'c', targetUrl: null, state: null },
    ])
  })

  test.each([
    ['<https://x/?page=2>; title="a, b; rel=last"; rel="next"', '2'],
    [
      '<https://x/?page=1>; rel="first"; title="<https://x/?page=9>; rel=next", <https://x/?page=2>; rel=next',
      '2',
    ],
    ['<https://x/?page=2>;rel="last NEXT"', '2'],
    ['<https://x/?a=1,2&page=2>; rel=next; foo', '2'],
    ['</?page=2>; REL="next"', '2'],
    ['<https://x/?page=2>; xrel="next"', null],
    ['<https://x/?page=2>; rel="nextish"', null],
    ['<https://x/?page=2>; rel="last"; title="rel=next"', null],
    ['<:::>; rel="next"', null],
    [`<https://x/?page=2>${';'.repeat(20_000)}rel`, null],
    [`${'<x>;a="b"'.repeat(5_000)}"`, null],
  ])('go on as the link %s says', (link, number) => {
    expect(nextPage(link)).toEqual(number === null ? null : { page: number })
  })
})

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])('%i to another host is refused and carries no token', async status => {
    const elsewhere = await serve(inTurn({ status: 200, body: { head: { sha: 'forged' } } }))
    const server = await serve(inTurn({ status, headers: { location: `${elsewhere.url}/x` } }))
    const { github } = world(server.url)
    const host = new URL(elsewhere.url).host
    expect(inEnglish(await github.headSha(PULL))).toMatchObject({
      ok: false,
      fault: { kind: 'rejected', httpStatus: status, what: expect.stringContaining(host) },
    })
    expect(await github.createStatus(COMMIT, STATUS)).toMatchObject({ ok: false })
    expect(elsewhere.seen).toEqual([])
  })

  test.each([
    [301, 'GET', true],
    [307, 'GET', true],
    [303, 'GET', false],
    [307, 'POST', true],
    [308, 'POST', true],
    [301, 'POST', false],
    [302, 'POST', false],
  ])('%i of a %s on the own host: followed is %s', async (status, method, followed) => {
    const server = await serve(
      inTurn(
        { status, headers: { location: '/repositories/99/moved' } },
        { status: method === 'GET' ? 200 : 201, body: { head: { sha: 'abc' }, state: 'success' } },
      ),
    )
    const { github } = world(server.url)
    const answer = await (method === 'GET' ? github.headSha(PULL) : github.createStatus(COMMIT, STATUS))
    expect(answer.ok).toBe(followed)
    expect(server.seen.slice(1).map(({ url }) => url)).toEqual(followed ? ['/repositories/99/moved'] : [])
    expect(server.seen.at(-1)?.body).toBe(server.seen[0]?.body)
  })

  test('a loop ends, and so does a redirect to nowhere', async () => {
    const loop = await serve(inTurn({ status: 302, headers: { location: '/again' } }))
    expect(await world(loop.url).github.headSha(PULL)).toMatchObject({ ok: false })
    expect(loop.seen.length).toBe(4)
    const nowhere = await serve(inTurn({ status: 302 }))
    expect(await world(nowhere.url).github.headSha(PULL)).toMatchObject({ ok: false })
  })
})

test('a server whose certificate nobody vouches for is tried twice, not four times', async () => {
  const server = createServer({ key: CERTIFICATE_KEY, cert: CERTIFICATE })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const { github, lines } = world(`https://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
  const answer = await github.headSha(PULL)
  expect(answer).toMatchObject({ ok: false, fault: { hopeless: true } })
  expect(JSON.stringify(answer)).toContain('ca-certificate')
  expect(lines).toEqual([expect.stringContaining('try 2 of 2')])
  server.close()
})
