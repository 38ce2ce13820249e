import { describe, expect, it } from 'vitest'
import type { SignableRequest } from '../../src/cloud/credential.ts'
import { ApiFault, type FaultKind } from '../../src/cloud/fault.ts'
import { type Fetched, fetchedCredential } from '../../src/identity/fetched-credential.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { FakeClock } from '../../testing/fake-clock.ts'

const MINUTE_MS = 60_000

const requestIn = (scope: string): SignableRequest => ({
  method: 'GET',
  url: new URL('https://drs.example.com/'),
  headers: { 'X-Project-Id': scope },
  body: '',
})

/** A credential whose nth fetch gives the token `n`, living as long as it says. */
function fetching(
  lifeMs: (count: number) => number | null,
  fail: (count: number) => FaultKind | null = () => null,
) {
  const clock = new FakeClock()
  const fetched: string[] = []
  const fetch = async (scope: string): Promise<Fetched> => {
    fetched.push(scope)
    const count = fetched.length
    await clock.sleep(10)
    const kind = fail(count)
    if (kind !== null) throw new ApiFault({ kind, what: verbatim(`fetch ${count} failed`) })
    const life = lifeMs(count)
    return {
      headersFor: request => ({ ...request.headers, token: String(count) }),
      expiresAt: life === null ? null : new Date(clock.date().getTime() + life).toISOString(),
    }
  }
  const scopeOf = (request: SignableRequest) => request.headers['X-Project-Id'] ?? ''
  const credential = fetchedCredential(
    { label: verbatim('it'), advice: verbatim('none') },
    scopeOf,
    fetch,
    clock,
  )
  const use = (scope = 'p') =>
    clock.until(credential.headersFor(requestIn(scope))).then(headers => headers['token'])
  return { clock, fetched, credential, use }
}

describe('a fetched credential', () => {
  it('is fetched when it is first needed, once for all who need it at the same time', async () => {
    const { clock, fetched, credential } = fetching(() => 60 * MINUTE_MS)
    expect(fetched).toEqual([])
    const all = Promise.all(Array.from({ length: 10 }, () => credential.headersFor(requestIn('p'))))
    expect((await clock.until(all)).map(headers => headers['token'])).toEqual(Array(10).fill('1'))
    expect(fetched).toEqual(['p'])
  })

  it('is fetched once for each scope', async () => {
    const { fetched, use } = fetching(() => null)
    expect([await use('p'), await use('q'), await use('p'), await use('q')]).toEqual(['1', '2', '1', '2'])
    expect(fetched).toEqual(['p', 'q'])
  })

  it.each([
    ['an hour', 60 * MINUTE_MS, 55 * MINUTE_MS],
    ['a quarter of an hour', 15 * MINUTE_MS, 11.25 * MINUTE_MS],
    ['a minute', MINUTE_MS, 0.75 * MINUTE_MS],
    ['a day', 24 * 60 * MINUTE_MS, 24 * 60 * MINUTE_MS - 5 * MINUTE_MS],
  ])('that lives for %s is renewed in time, and not before', async (_, lifeMs, renewedAfterMs) => {
    const { clock, use } = fetching(() => lifeMs)
    expect(await use()).toBe('1')
    await clock.advance(renewedAfterMs - 1)
    expect(await use()).toBe('1')
    await clock.advance(1)
    expect(await use()).toBe('2')
  })

  it('that is used up is renewed once for all who find it so at the same time', async () => {
    const { clock, fetched, credential, use } = fetching(() => MINUTE_MS)
    await use()
    await clock.advance(MINUTE_MS)
    const all = Promise.all(Array.from({ length: 10 }, () => credential.headersFor(requestIn('p'))))
    expect((await clock.until(all)).map(headers => headers['token'])).toEqual(Array(10).fill('2'))
    expect(fetched).toHaveLength(2)
  })

  it.each<[string, number | null]>([
    ['says nothing of its end', null],
    ['has ended by a clock that is ahead', -MINUTE_MS],
    ['ends this very moment', 0],
  ])('that %s is kept until it is turned away', async (_, lifeMs) => {
    const { clock, credential, use } = fetching(() => lifeMs)
    expect(await use()).toBe('1')
    await clock.advance(24 * 60 * MINUTE_MS)
    expect(await use()).toBe('1')
    await credential.renew?.()
    expect(await use()).toBe('2')
  })

  it('that was refused is not asked for again: wrong passwords lock accounts', async () => {
    const { fetched, use } = fetching(
      () => null,
      () => 'authentication-failed',
    )
    for (let count = 0; count < 3; count += 1) {
      await expect(use()).rejects.toMatchObject({ message: 'fetch 1 failed', final: true })
    }
    expect(fetched).toHaveLength(1)
  })

  it('that could not be had for the moment is asked for again by the next who needs it', async () => {
    const { fetched, use } = fetching(
      () => null,
      count => (count < 3 ? 'transient' : null),
    )
    await expect(use()).rejects.toMatchObject({ kind: 'transient', final: false })
    await expect(use()).rejects.toMatchObject({ kind: 'transient', final: false })
    expect(await use()).toBe('3')
    expect(fetched).toHaveLength(3)
  })
})
