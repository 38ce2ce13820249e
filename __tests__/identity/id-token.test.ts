import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { claimsText } from '../../src/identity/id-token.ts'

import { TASK } from '../plan/planning.ts'
import { inEnglish } from '../precheck/in-english.ts'
import {
  endsOf,
  idTokenPermission,
  KEYLESS,
  keyless,
  problemOf,
  type SignInRun,
  sentTo,
  signInAndCheck,
  soon,
} from './signing-in.ts'

const SOON = soon(TASK)
/** A GitHub that gives no id token. */
const refusing = (status: number): ScenarioInput => ({
  ...SOON,
  rules: [
    { when: { operation: 'github.idToken' }, fault: { kind: 'answer', status, json: { message: 'No.' } } },
  ],
})
const exchange = z.object({ id_token: z.string() })

describe.concurrent('a job that may not have an id token', () => {
  const ADVICE =
    'Add id-token: write to the permissions of the job in the workflow file, beside those that are there; where there are none, write permissions: { id-token: write, contents: read }. In a reusable workflow the job that calls it has to grant id-token: write, too: the caller sets the limit.'

  it.each<[string, readonly string[]]>([
    ['no variable at all', []],
    ['the address alone', ['ACTIONS_ID_TOKEN_REQUEST_URL']],
    ['the token alone', ['ACTIONS_ID_TOKEN_REQUEST_TOKEN']],
  ])('sends nothing and is told the line of YAML: %s', async (_, names) => {
    const environment: SignInRun['environment'] = simulator =>
      Object.fromEntries(
        Object.entries(idTokenPermission(simulator)).filter(([name]) => names.includes(name)),
      )
    const end = await signInAndCheck({ scenario: SOON, values: keyless, environment })
    expect(inEnglish(problemOf(end))).toMatchObject({ reason: 'authentication-failed', advice: ADVICE })
    expect(problemOf(end).message.in('en-us')).toContain('the job has no permission for it')
    expect(end.requests).toEqual([])
  })

  it('because it is a fork is told why no line can help', async () => {
    const end = await signInAndCheck({ scenario: SOON, values: keyless, isFork: true })
    const { reason, advice } = inEnglish(problemOf(end))
    expect(reason).toBe('authentication-failed')
    expect(advice).toMatch(
      /forks and of Dependabot never get an id token.*merge queue.*workflow_dispatch with commit-status: true/,
    )
    expect(advice).not.toContain('Add id-token')
  })

  it.each([401, 403, 400, 404])(
    'because GitHub says %i is told about permission and audience',
    async status => {
      const end = await signInAndCheck({ ...KEYLESS, scenario: refusing(status) })
      const { reason, advice, message } = inEnglish(problemOf(end))
      expect(reason).toBe('authentication-failed')
      expect(message).toContain('get the id token of this job from GitHub')
      expect(advice).toMatch(/id-token: write.*oidc-audience/)
      expect(end.requests.map(({ operation }) => operation)).toEqual(['github.idToken'])
    },
  )
})

describe.concurrent('the id token of GitHub', () => {
  it('is asked for again when GitHub cannot answer for a moment', async () => {
    const fault = { kind: 'answer' as const, status: 500, text: 'oops' }
    const rules = [{ when: { operation: 'github.idToken' as const, calls: 1 }, fault }]
    const end = await signInAndCheck({
      ...KEYLESS,
      scenario: { ...SOON, rules },
      clock: { times: 20 },
    })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    expect(end.counts['github.idToken']).toBe(2)
  })

  it('is a new one when the exchange itself is tried again', async () => {
    const fault = { kind: 'answer' as const, status: 500, text: 'oops' }
    const rules = [{ when: { operation: 'sts.assume' as const, calls: 1 }, fault }]
    const end = await signInAndCheck({
      ...KEYLESS,
      scenario: { ...SOON, rules },
      clock: { times: 20 },
    })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    const [first, second] = sentTo(end, 'sts.assume').map(({ body }) => exchange.parse(JSON.parse(body)))
    expect(end.counts['github.idToken']).toBe(2)
    expect(second?.id_token).not.toBe(first?.id_token)
  })
})

describe('what a trust policy is compared with', () => {
  const tokenOf = (payload: unknown) =>
    `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.c2lnbmF0dXJl`

  it('is the issuer, the subject and the audience of the id token, never the token', () => {
    const token = tokenOf({ iss: 'https://i', sub: 'repo:a/b:ref:refs/heads/main', aud: 'x', jti: 'secret' })
    const text = claimsText(token).in('en-us')
    expect(text).toBe('with iss https://i, sub repo:a/b:ref:refs/heads/main, aud x')
  })

  it('names several audiences, what is absent, and cuts what is too long', () => {
    const text = claimsText(tokenOf({ sub: 's'.repeat(500), aud: ['x', 'y'] })).in('en-us')
    expect(text).toMatch(/^with iss absent, sub s{110}…, aud x y$/)
  })

  it.each(['', 'no-token', 'a.b.c', 'a.bnVsbA.c', 'a.W10.c'])('is nothing in %j', token => {
    expect(claimsText(token).in('en-us')).toMatch(/^\(which cannot be read\)$|absent.*absent.*absent/)
  })
})
