import { describe, expect, test } from 'vitest'
import { readEvent } from '../../src/github/event.ts'
import { otherFault } from '../../src/github/fault.ts'
import { findPull, type PullPlace } from '../../src/github/pull-of-event.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { inEnglish } from '../../testing/in-english.ts'
import { gitHubWith } from './ports.ts'

const HEAD = 'a'.repeat(40)

const placeOf = (name: string, payload: unknown) =>
  readEvent({ GITHUB_EVENT_NAME: name, GITHUB_SHA: HEAD, GITHUB_REPOSITORY: 'acme/shop' }, payload).pull
const workflowRun = (changes: object = {}) => ({
  workflow_run: {
    head_sha: HEAD,
    head_branch: 'feature',
    head_repository: { owner: { login: 'mona' } },
    pull_requests: [],
    ...changes,
  },
})

describe('the pull request of an event', () => {
  test('is that of the comment', () => {
    const payload = { issue: { number: 7, pull_request: { url: 'https://api.github.com/x' } } }
    expect(placeOf('issue_comment', payload)).toEqual({ kind: 'known', number: 7, headSha: null })
  })

  test('is the one at the branch and commit of the other workflow, of a fork too', () => {
    expect(placeOf('workflow_run', workflowRun())).toEqual({
      kind: 'at-branch',
      head: 'mona:feature',
      headSha: HEAD,
    })
  })

  test.each([
    ['push', {}],
    ['schedule', null],
    ['workflow_dispatch', { issue: { number: 7, pull_request: {} } }],
    ['issue_comment', { issue: { number: 7 } }],
    ['issue_comment', { issue: { number: '7', pull_request: {} } }],
    ['workflow_run', workflowRun({ head_branch: null })],
    ['workflow_run', workflowRun({ head_repository: null })],
    ['workflow_run', workflowRun({ head_sha: 'main' })],
    ['workflow_run', {}],
  ])('is none: %s with %j', (name, payload) => {
    expect(placeOf(name, payload)).toBeNull()
  })
})

describe('finding it', () => {
  const place: PullPlace = { kind: 'at-branch', head: 'mona:feature', headSha: HEAD }
  const at = (number: number, headSha = HEAD) => ({ number, headSha })
  const listing = (...pulls: readonly ReturnType<typeof at>[]) =>
    gitHubWith({ openPulls: async () => ({ ok: true, value: pulls }) })

  test('takes the one at the commit, out of whatever is listed', async () => {
    expect(await findPull(listing(at(1, 'b'.repeat(40)), at(7)), place)).toEqual({
      ok: true,
      value: at(7),
    })
  })

  test('finds none when the branch has moved on', async () => {
    expect(await findPull(listing(at(7, 'b'.repeat(40))), place)).toEqual({
      ok: true,
      value: null,
    })
  })

  test('takes none of several', async () => {
    expect(inEnglish(await findPull(listing(at(7), at(8)), place))).toMatchObject({
      ok: false,
      fault: { what: expect.stringContaining('7, 8') },
    })
  })

  test('passes on what GitHub says', async () => {
    const fault = otherFault('denied', verbatim('HTTP 403'))
    const port = gitHubWith({ openPulls: async () => ({ ok: false, fault }) })
    expect(await findPull(port, place)).toEqual({ ok: false, fault })
  })
})
