import { describe, expect, test } from 'vitest'
import { type Failure, failureText, NetworkFault } from '../../src/cloud/network-fault.ts'
import {
  faultOfError,
  type RawAnswer,
  faultOfAnswer as redactedFaultOfAnswer,
} from '../../src/github/fault.ts'
import { type Sentence, verbatim } from '../../src/precheck/sentence.ts'

const NOW = new Date('2026-11-21T00:00:00Z')
const inSeconds = (seconds: number) => String(NOW.getTime() / 1000 + seconds)

const refused = (status: number, body: string, header: RawAnswer['header'] = () => null): RawAnswer => ({
  status,
  header,
  bytes: Buffer.from(body),
})
const english = (sentence: Sentence) => sentence.in('en-us')
const faultOfAnswer = (given: RawAnswer) => redactedFaultOfAnswer(given, NOW, text => text)
const answer = (status: number, message = 'no', headers: Record<string, string> = {}) =>
  faultOfAnswer(refused(status, JSON.stringify({ message }), name => headers[name] ?? null))

describe('what an answer of GitHub means', () => {
  test.each([
    [401, 'bad-token', false],
    [403, 'denied', false],
    [404, 'missing', false],
    [410, 'missing', false],
    [409, 'rejected', false],
    [422, 'rejected', false],
    [408, 'unavailable', true],
    [429, 'unavailable', true],
    [500, 'unavailable', true],
    [502, 'unavailable', true],
    [599, 'unavailable', true],
  ])('%i is %s', (status, kind, transient) => {
    expect(answer(status)).toMatchObject({ httpStatus: status, kind })
    expect(answer(status).kind === 'unavailable').toBe(transient)
  })

  test('only a 5xx or 408 leaves open whether a write has happened', () => {
    const open = [401, 403, 404, 408, 422, 429, 500, 503].filter(status => answer(status).mayHaveActed)
    expect(open).toEqual([408, 500, 503])
  })

  test.each([
    ['Retry-After', 403, 'You have exceeded a secondary rate limit', { 'retry-after': '7' }, 7_000],
    [
      'the reset time',
      403,
      'API rate limit exceeded',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(30) },
      30_000,
    ],
    [
      'a reset time in the past',
      429,
      'x',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(-9) },
      0,
    ],
    ['the text alone', 403, 'You have exceeded a secondary rate limit', {}, 60_000],
    ['429 alone', 429, 'slow down', { 'retry-after': 'soon' }, null],
  ])('throttled by %s', (_, status, message, headers, waitMs) => {
    expect(answer(status, message, headers)).toMatchObject({ kind: 'unavailable', waitMs })
  })

  test('a 403 with calls left is a missing permission', () => {
    const headers = { 'x-ratelimit-remaining': '4999', 'x-ratelimit-reset': inSeconds(30) }
    expect(answer(403, 'Resource not accessible by integration', headers)).toMatchObject({ kind: 'denied' })
  })

  test.each([
    'Unable to create comment because issue is locked.',
    'Repository was archived so is read-only.',
  ])('a 403 that says "%s" is none', message => {
    expect(answer(403, message)).toMatchObject({ kind: 'rejected', httpStatus: 403 })
  })

  test('status, message, details and request id are quoted on one line', () => {
    const body = JSON.stringify({ message: 'Validation\nFailed', errors: [{ field: 'body' }] })
    const header = (name: string) => (name === 'x-github-request-id' ? 'AB:12' : null)
    expect(english(faultOfAnswer(refused(422, body, header)).what)).toBe(
      'HTTP 422, "Validation Failed: [{"field":"body"}]", request id AB:12',
    )
  })

  test('pages of HTML are not quoted and long texts are cut', () => {
    const of = (body: string) => english(faultOfAnswer(refused(502, body)).what)
    expect(of('<html><h1>Unicorn!</h1>')).toBe('HTTP 502')
    expect(of('{"message": 5')).toBe('HTTP 502, "{"message": 5"')
    expect(of('null')).toBe('HTTP 502')
    expect(of('y'.repeat(5_000)).length).toBeLessThan(330)
  })
})

describe('what a failed connection means', () => {
  const failed = (failure: Failure, nothingSent: boolean) =>
    faultOfError(new NetworkFault(failureText(failure, 'h', verbatim('why')), { nothingSent, failure }), 'h')

  test.each<Failure>([{ layer: 'name look-up' }, { layer: 'connection' }])(
    '$layer: nothing was sent',
    failure => {
      expect(failed(failure, true)).toMatchObject({
        kind: 'unavailable',
        mayHaveActed: false,
        hopeless: false,
      })
    },
  )

  test('HTTP: the request may have arrived', () => {
    expect(failed({ layer: 'HTTP' }, false)).toMatchObject({ kind: 'unavailable', mayHaveActed: true })
  })

  test('TLS with an unknown authority is not worth many tries, and the input that helps is named', () => {
    const fault = failed({ layer: 'TLS', trouble: 'unknown-authority' }, true)
    expect(fault).toMatchObject({ kind: 'unavailable', hopeless: true })
    expect(english(fault.what)).toMatch(/^TLS with h failed \(why\); .* ca-certificate$/)
  })

  test('an answer that is too large is not asked for again', () => {
    const fault = faultOfError(
      new NetworkFault(verbatim('too large'), { nothingSent: false, tooLarge: true }),
      'h',
    )
    expect(fault).toMatchObject({ kind: 'rejected' })
  })

  test('anything thrown is described', () => {
    expect(english(faultOfError('plain', 'h').what)).toBe('no answer from h (plain)')
  })
})

test('secrets are taken out of what GitHub says before it is folded and cut', () => {
  const redact = (text: string) => text.replaceAll('two  blanks', '***')
  const body = JSON.stringify({ message: `${'x'.repeat(290)} two  blanks` })
  const { what } = redactedFaultOfAnswer(refused(422, body), NOW, redact)
  expect(english(what)).toContain('x ***')
  expect(english(what)).not.toContain('two')
})
