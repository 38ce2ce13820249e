import { describe, expect, it } from 'vitest'
import { fitsPattern } from '../../simulator/operations.ts'
import { send, withSimulator } from './client.ts'

describe('a pattern', () => {
  it.each([
    ['drs.start', 'drs.start', true],
    ['drs.start', 'drs.*', true],
    ['drs.start', '*', true],
    ['', '*', true],
    ['drs.start', 'drs', false],
    ['drs.start', '*.result', false],
    ['/v3/p/jobs/batch-precheck', '/v3/*/jobs/*', true],
    ['/v3/jobs/batch-precheck', '/v3/*/jobs/*', false],
    ['abcabc', 'a*b*c', true],
    ['acb', 'a*b*c', false],
    ['aXb', 'aX*Xb', false],
    ['a.b', 'a?b', false],
    ['axb', 'a.b', false],
  ])('%s against %s: %s', (text, pattern, expected) => {
    expect(fitsPattern(text, pattern)).toBe(expected)
  })
})

describe('a path', () => {
  it.each([
    ['with a broken escape', 'POST', '/v3/%zz/jobs/batch-precheck'],
    ['with an empty part', 'POST', '/v3//jobs/batch-precheck'],
    ['that goes on', 'POST', '/v3/p/jobs/batch-precheck/more'],
    ['that ends too soon', 'POST', '/v3/p/jobs'],
    ['without its action', 'POST', '/api/v2'],
    ['with another method', 'PATCH', '/oms/health'],
  ])('%s leads nowhere', (_words, method, target) =>
    withSimulator({}, async simulator => {
      const reply = await send(simulator, method, target)
      expect([reply.status, reply.json]).toMatchObject([404, { error_code: 'APIGW.0101' }])
      expect(simulator.counts.unknown).toBe(1)
    }),
  )

  it("of GitHub's that nobody serves is not found in GitHub's words", () =>
    withSimulator({}, async simulator => {
      const reply = await send(simulator, 'GET', '/repos/acme/orders-db/releases')
      expect([reply.status, reply.json]).toMatchObject([404, { message: 'Not Found', status: '404' }])
    }))
})
