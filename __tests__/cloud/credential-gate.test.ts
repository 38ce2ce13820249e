import { describe, expect, it } from 'vitest'
import { type Credential, CredentialGate } from '../../src/cloud/credential.ts'
import { ApiFault, type FaultFacts } from '../../src/cloud/fault.ts'
import { verbatim } from '../../src/precheck/sentence.ts'

const credentialThat = (renew: Credential['renew'] = null): Credential => ({
  label: verbatim('the test credential'),
  advice: verbatim('None.'),
  headersFor: async request => request.headers,
  renew,
})

const faultOf = (kind: FaultFacts['kind'], facts: Partial<FaultFacts> = {}) =>
  new ApiFault({ kind, what: verbatim(`Could not try: ${kind}.`), understood: true, ...facts })
const turnedAway = () => faultOf('authentication-failed', { httpStatus: 401 })

/** An attempt whose end the test decides. */
function held<T>() {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const attempts = { count: 0 }
  const attempt = () => {
    attempts.count += 1
    return promise
  }
  return { attempt, attempts, resolve, reject }
}

/** Lets everything run that waits for nothing outside. */
const settle = () => new Promise(resolve => setImmediate(resolve))
const reasonsOf = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.map(result => (result.status === 'rejected' ? result.reason : result.value))

describe('before the first good answer', () => {
  it('ten calls with a bad key send exactly one request, and each gets its fault', async () => {
    const gate = new CredentialGate(credentialThat())
    let sent = 0
    const fault = turnedAway()
    const attempt = async () => {
      sent += 1
      await settle()
      throw fault
    }
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => gate.run(attempt)))
    expect(sent).toBe(1)
    expect(reasonsOf(results)).toEqual(Array.from({ length: 10 }, () => fault))
    await expect(gate.run(attempt)).rejects.toBe(fault)
    expect(sent).toBe(1)
    expect(() => gate.throwIfTurnedAway()).toThrow(fault)
  })

  it.each([
    ['a transient fault', faultOf('transient')],
    ['a throttled answer', faultOf('transient', { throttled: true, httpStatus: 429 })],
    ['a 404 page that nobody understands', faultOf('not-found', { understood: false })],
    ['a fault that is none of the service', new TypeError('a defect')],
  ])('%s proves nothing: the next call goes out alone as well', async (_, error) => {
    const gate = new CredentialGate(credentialThat())
    let underWay = 0
    let most = 0
    const attempt = async () => {
      underWay += 1
      most = Math.max(most, underWay)
      await settle()
      underWay -= 1
      throw error
    }
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => gate.run(attempt)))
    expect(most).toBe(1)
    expect(reasonsOf(results)).toEqual(Array.from({ length: 5 }, () => error))
  })

  it('a call that ends by an abort lets the next one through', async () => {
    const gate = new CredentialGate(credentialThat())
    const hanging = held<string>()
    const calls = Promise.allSettled([gate.run(hanging.attempt), gate.run(async () => 'second')])
    await settle()
    expect(hanging.attempts.count).toBe(1)
    hanging.reject(faultOf('transient', { understood: false }))
    expect((await calls).map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })
})

describe('after the first good answer', () => {
  it.each([
    ['a success', null],
    ['a refusal', faultOf('start-refused')],
    ['a missing permission', faultOf('permission-denied')],
    ['an unknown task', faultOf('not-found')],
  ])('such as %s, calls go out side by side, those in line included', async (_, fault) => {
    const gate = new CredentialGate(credentialThat())
    const first = held<string>()
    const others = Array.from({ length: 5 }, () => held<string>())
    const calls = Promise.allSettled([first, ...others].map(({ attempt }) => gate.run(attempt)))
    await settle()
    expect(others.map(({ attempts }) => attempts.count)).toEqual([0, 0, 0, 0, 0])
    if (fault === null) first.resolve('good')
    else first.reject(fault)
    await settle()
    expect(others.map(({ attempts }) => attempts.count)).toEqual([1, 1, 1, 1, 1])
    for (const other of others) other.resolve('good')
    await calls
  })

  it('a 401 still ends the credential for everybody', async () => {
    const gate = new CredentialGate(credentialThat())
    await gate.run(async () => 'good')
    const fault = turnedAway()
    await expect(gate.run(() => Promise.reject(fault))).rejects.toBe(fault)
    await expect(gate.run(async () => 'good')).rejects.toBe(fault)
  })
})

describe('a credential that can be renewed', () => {
  /** Good from the nth renewal on. */
  function renewable(goodFrom: number) {
    const state = { renewals: 0, requests: 0 }
    const gate = new CredentialGate(
      credentialThat(async () => {
        await settle()
        state.renewals += 1
      }),
    )
    const attempt = async () => {
      state.requests += 1
      const { renewals } = state
      await settle()
      if (renewals < goodFrom) throw turnedAway()
      return 'good'
    }
    return { state, gate, attempt }
  }

  it('is renewed once, and the call repeated', async () => {
    const { state, gate, attempt } = renewable(1)
    expect(await gate.run(attempt)).toBe('good')
    expect(state).toEqual({ renewals: 1, requests: 2 })
  })

  it('is given up after the second 401 without a good answer in between', async () => {
    const { state, gate, attempt } = renewable(9)
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => gate.run(attempt)))
    expect(results.every(({ status }) => status === 'rejected')).toBe(true)
    expect(state).toEqual({ renewals: 1, requests: 2 })
  })

  it('is renewed again after a good answer', async () => {
    const { state, gate, attempt } = renewable(1)
    await gate.run(attempt)
    state.renewals = 0
    expect(await gate.run(attempt)).toBe('good')
    expect(state.requests).toBe(4)
  })

  it('is renewed once for calls that are turned away at the same time', async () => {
    const { state, gate, attempt } = renewable(1)
    await gate.run(async () => 'good')
    const results = await Promise.all(Array.from({ length: 4 }, () => gate.run(attempt)))
    expect(results).toEqual(['good', 'good', 'good', 'good'])
    expect(state).toEqual({ renewals: 1, requests: 8 })
  })

  it('is not renewed for a 401 that still meant the old one', async () => {
    const { state, gate, attempt } = renewable(1)
    await gate.run(async () => 'good')
    const slow = held<string>()
    let tries = 0
    const late = gate.run(() => {
      tries += 1
      return tries === 1 ? slow.attempt() : attempt()
    })
    expect(await gate.run(attempt)).toBe('good')
    slow.reject(turnedAway())
    expect(await late).toBe('good')
    expect(state.renewals).toBe(1)
  })

  it('is not renewed when the fault is final, as a wrong password is', async () => {
    const { state, gate } = renewable(1)
    const wrongPassword = faultOf('authentication-failed', { final: true })
    await expect(gate.run(() => Promise.reject(wrongPassword))).rejects.toBe(wrongPassword)
    expect(state.renewals).toBe(0)
    await expect(gate.run(async () => 'good')).rejects.toBe(wrongPassword)
  })

  it('may be renewed again when the renewal itself failed', async () => {
    let renewals = 0
    const unreachable = faultOf('transient')
    const gate = new CredentialGate(
      credentialThat(async () => {
        renewals += 1
        if (renewals === 1) throw unreachable
      }),
    )
    const attempt = async () => {
      if (renewals < 2) throw turnedAway()
      return 'good'
    }
    await expect(gate.run(attempt)).rejects.toBe(unreachable)
    expect(await gate.run(attempt)).toBe('good')
  })
})

describe('a credential that is only made ready', () => {
  const request = { method: 'GET', url: new URL('https://example.com'), headers: {}, body: '' } as const
  const refusing = (fault: ApiFault) => {
    const asked = { count: 0 }
    const headersFor = async () => {
      asked.count += 1
      throw fault
    }
    return { asked, gate: new CredentialGate({ ...credentialThat(), headersFor }) }
  }

  it('that is turned away is so for every call, and is not fetched again', async () => {
    const fault = turnedAway()
    const { gate, asked } = refusing(fault)
    await expect(gate.prepare(request)).rejects.toBe(fault)
    await expect(gate.prepare(request)).rejects.toBe(fault)
    await expect(gate.run(async () => 'sent')).rejects.toBe(fault)
    expect(asked.count).toBe(1)
  })

  it('that could not be had for now can be had later', async () => {
    const { gate } = refusing(faultOf('transient'))
    await expect(gate.prepare(request)).rejects.toThrow('transient')
    await expect(gate.run(async () => 'sent')).resolves.toBe('sent')
  })

  it('is not proven by that: calls still begin with a single one', async () => {
    const gate = new CredentialGate(credentialThat())
    await gate.prepare(request)
    const { attempt, attempts, resolve } = held<string>()
    const calls = [gate.run(attempt), gate.run(attempt)]
    await settle()
    expect(attempts.count).toBe(1)
    resolve('good')
    await expect(Promise.all(calls)).resolves.toEqual(['good', 'good'])
  })
})
