import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/github/fault.ts'
import { otherFault } from '../../src/github/fault.ts'
import type { CommitStatus } from '../../src/github/ports.ts'
import {
  MAX_DESCRIPTION_CHARS,
  pendingStatus,
  postStatus,
  runUrl,
  statusOf,
} from '../../src/github/status.ts'

const URL_OF_RUN = 'https://github.com/acme/shop/actions/runs/42/attempts/2'
const COMMIT = { owner: 'acme', repo: 'shop', sha: 'a'.repeat(40) }
const OWN_REPOSITORY = { isFork: false, isDependabot: false }

describe('the commit status', () => {
  test.each([
    ['passed', 'all-passed', 'success'],
    ['failed', 'checks-failed', 'failure'],
    ['inconclusive', 'timed-out', 'error'],
    ['inconclusive', 'invalid-input', 'error'],
  ] as const)('%s / %s becomes %s and names decision, reason and targets', (decision, reasonCode, state) => {
    const report = { gate: { decision, reasonCode }, targets: [{ name: 'orders' }, { name: 'erp' }] }
    expect(statusOf(report, 'nightly', URL_OF_RUN)).toEqual({
      context: 'precheck-gate/nightly',
      state,
      description: `${decision} (${reasonCode}): orders, erp`,
      targetUrl: URL_OF_RUN,
    })
  })

  test('without targets it says so', () => {
    const report = { gate: { decision: 'inconclusive', reasonCode: 'invalid-input' } as const, targets: [] }
    expect(statusOf(report, 'x', null).description).toBe(
      'inconclusive (invalid-input): no target was checked',
    )
  })

  const describeTargets = (name: string) =>
    statusOf({ gate: { decision: 'failed', reasonCode: 'checks-failed' }, targets: [{ name }] }, 'x', null)
      .description
  const room = MAX_DESCRIPTION_CHARS - 'failed (checks-failed): '.length

  test('140 characters stay whole, one more is cut with an ellipsis', () => {
    expect(describeTargets('n'.repeat(room))).toBe(`failed (checks-failed): ${'n'.repeat(room)}`)
    expect(describeTargets('n'.repeat(room + 1))).toBe(`failed (checks-failed): ${'n'.repeat(room - 1)}…`)
  })

  test.each([0, 1])('no character outside the basic plane is split (offset %i)', offset => {
    const description = describeTargets('n'.repeat(offset) + '𝄞'.repeat(100))
    expect(description.isWellFormed()).toBe(true)
    expect(description.length).toBeLessThanOrEqual(MAX_DESCRIPTION_CHARS)
    expect(description.endsWith('𝄞…')).toBe(true)
  })

  test('line breaks and direction marks in a name become blanks', () => {
    expect(describeTargets('a\r\n\u202eb')).toBe('failed (checks-failed): a b')
  })

  test('pending links to the run', () => {
    expect(pendingStatus('nightly', URL_OF_RUN)).toMatchObject({ state: 'pending', targetUrl: URL_OF_RUN })
  })
})

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

describe('posting the status', () => {
  const port = (answer: Answer<null>) => ({ createStatus: async () => answer })
  const status: CommitStatus = pendingStatus('nightly', null)

  test('is posted on the commit that was named', async () => {
    const posted: unknown[] = []
    const createStatus = async (...call: unknown[]) => {
      posted.push(call)
      return { ok: true, value: null } as const
    }
    expect(await postStatus({ createStatus }, COMMIT, status, OWN_REPOSITORY)).toEqual({ kind: 'posted' })
    expect(posted).toEqual([[COMMIT, status]])
  })

  test.each(['denied', 'missing'] as const)('%s brings the YAML to add', async kind => {
    const fault = otherFault(kind, 'HTTP 403, "Resource not accessible by integration"', { httpStatus: 403 })
    const result = await postStatus(port({ ok: false, fault }), COMMIT, status, OWN_REPOSITORY)
    expect(result).toMatchObject({
      kind: 'no-permission',
      why: expect.stringContaining('Resource not accessible by integration'),
      advice: expect.stringContaining('permissions: { statuses: write }'),
    })
  })

  test('a fork is told that no permission helps', async () => {
    const answer = { ok: false, fault: otherFault('denied', 'HTTP 403') } as const
    const result = await postStatus(port(answer), COMMIT, status, { isFork: true, isDependabot: false })
    expect(result).toMatchObject({ advice: expect.stringContaining('read-only token') })
  })

  test.each(['bad-token', 'rejected', 'unavailable', 'cancelled'] as const)(
    '%s failed and says why',
    async kind => {
      const answer = { ok: false, fault: otherFault(kind, 'what came back') } as const
      const result = await postStatus(port(answer), COMMIT, status, OWN_REPOSITORY)
      expect(result).toEqual({
        kind: 'failed',
        why: `Could not post the status precheck-gate/nightly on commit ${COMMIT.sha}: what came back.`,
      })
    },
  )
})
