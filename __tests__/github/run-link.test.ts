import { describe, expect, test } from 'vitest'
import { isLater, runOf, runUrl } from '../../src/github/run-link.ts'

describe('the address of the run', () => {
  const run = { serverUrl: 'https://ghe.example.com/', repository: 'acme/shop', runId: '42', attempt: '2' }

  test('names server, repository, run and attempt', () => {
    expect(runUrl(run)).toBe('https://ghe.example.com/acme/shop/actions/runs/42/attempts/2')
    expect(runUrl({ ...run, attempt: '' })).toBe('https://ghe.example.com/acme/shop/actions/runs/42')
  })

  test.each([{ serverUrl: '' }, { serverUrl: 'javascript:alert(1)' }, { runId: '' }, { runId: '../1' }])(
    'is null for %j',
    part => {
      expect(runUrl({ ...run, ...part })).toBeNull()
    },
  )
})

describe('the run behind a link', () => {
  const place = { serverUrl: 'https://ghe.example.com/git/', repository: 'acme/shop', runId: '', attempt: '' }
  const base = 'https://ghe.example.com/git/acme/shop'

  test.each([
    [`${base}/actions/runs/42`, 42n, 1n],
    [`${base}/actions/runs/42/attempts/3`, 42n, 3n],
    [`${base}/actions/runs/42/attempts/3?pr=7#x`, 42n, 3n],
    [`${base}/actions/runs/42/job/99`, 42n, 1n],
    [`HTTPS://GHE.example.com/git/ACME/Shop/actions/runs/12345678901234567890`, 12345678901234567890n, 1n],
  ])('of %s is found', (link, id, attempt) => {
    expect(runOf(link, place)).toEqual({ id, attempt })
  })

  test.each([
    '',
    'https://example.com',
    'https://github.com/acme/shop/actions/runs/42',
    `${base}2/actions/runs/42`,
    `${base}/actions/runs/`,
    `${base}/actions/runs/x42`,
    `${base}/actions/runs/42x`,
    `${base}/actions/runs/123456789012345678901`,
    `https://evil.example/?${base}/actions/runs/42`,
  ])('of %j is none', link => {
    expect(runOf(link, place)).toBeNull()
  })

  test('a higher number is later, whatever its length, and of equal ones the higher attempt', () => {
    const run = (id: bigint, attempt = 1n) => ({ id, attempt })
    expect(isLater(run(10n), run(9n, 5n))).toBe(true)
    expect(isLater(run(9n, 5n), run(10n))).toBe(false)
    expect(isLater(run(9007199254740993n), run(9007199254740992n))).toBe(true)
    expect(isLater(run(9n, 10n), run(9n, 9n))).toBe(true)
    expect(isLater(run(9n), run(9n))).toBe(false)
  })
})
