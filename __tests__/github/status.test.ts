import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/github/fault.ts'
import { otherFault } from '../../src/github/fault.ts'
import type { CommitStatus, PostedStatus } from '../../src/github/routes.ts'
import {
  MAX_DESCRIPTION_CHARS,
  pendingStatus,
  postOverLate,
  postStatus,
  statusOf,
} from '../../src/github/status.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { inEnglish } from '../../testing/in-english.ts'
import { gitHubWith } from './ports.ts'
import { pullRequest } from './pull.ts'

const URL_OF_RUN = 'https://github.com/acme/shop/actions/runs/42/attempts/2'
const ENGLISH = { language: 'en-us' } as const
const COMMIT = 'a'.repeat(40)

describe('the commit status', () => {
  test.each([
    ['passed', 'all-passed', 'success'],
    ['failed', 'checks-failed', 'failure'],
    ['inconclusive', 'timed-out', 'error'],
    ['inconclusive', 'invalid-input', 'error'],
  ] as const)('%s / %s becomes %s and names decision, reason and targets', (decision, reasonCode, state) => {
    const report = {
      gate: { decision, reasonCode, ...ENGLISH },
      targets: [{ name: 'orders' }, { name: 'erp' }],
    }
    expect(statusOf(report, 'nightly', URL_OF_RUN)).toEqual({
      context: 'precheck-gate/nightly',
      state,
      description: `${decision} (${reasonCode}): orders, erp`,
      targetUrl: URL_OF_RUN,
    })
  })

  test('without targets it says so', () => {
    const gate = { decision: 'inconclusive', reasonCode: 'invalid-input', ...ENGLISH } as const
    const report = { gate, targets: [] }
    expect(statusOf(report, 'x', null).description).toBe(
      'inconclusive (invalid-input): no target was checked',
    )
  })

  const describeTargets = (name: string) =>
    statusOf(
      { gate: { decision: 'failed', reasonCode: 'checks-failed', ...ENGLISH }, targets: [{ name }] },
      'x',
      null,
    ).description
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
    expect(pendingStatus({ name: 'nightly', ...ENGLISH }, URL_OF_RUN)).toMatchObject({
      state: 'pending',
      targetUrl: URL_OF_RUN,
    })
  })
})

describe('posting the status', () => {
  const run = { serverUrl: 'https://github.com', repository: 'acme/shop', runId: '42', attempt: '2' }
  const context = 'precheck-gate/nightly'
  const states = ['pending', 'success', 'failure', 'error'] as const

  /** A GitHub with these statuses; `posted` are the ones that were added. */
  function gitHub(
    listed: Answer<readonly PostedStatus[]>,
    posting: Answer<null> = { ok: true, value: null },
    commit: Answer<null> = { ok: true, value: null },
  ) {
    const posted: CommitStatus[] = []
    const port = gitHubWith({
      commit: async () => commit,
      statuses: async () => listed,
      createStatus: async (_commit, status) => {
        posted.push(status)
        return posting
      },
    })
    const post = (
      state: CommitStatus['state'],
      event = pullRequest,
      { targetUrl }: Pick<CommitStatus, 'targetUrl'> = { targetUrl: URL_OF_RUN },
    ) => {
      const status = { context, state, description: '', targetUrl }
      const own = targetUrl === null ? { ...run, runId: '' } : run
      return postStatus(port, { sha: COMMIT, status, event, run: own })
    }
    return { posted, post, port }
  }
  const with_ = (...statuses: readonly PostedStatus[]) => gitHub({ ok: true, value: statuses })
  const by = (path: string, of = context, state = 'success'): PostedStatus => ({
    context: of,
    targetUrl: `https://github.com/${path}`,
    state,
  })

  test.each(states)('%s is posted where there is none', async state => {
    const { posted, post } = with_()
    expect(await post(state)).toEqual({ kind: 'posted' })
    expect(posted).toMatchObject([{ context, state }])
  })

  test.each([
    'acme/shop/actions/runs/43',
    'acme/shop/actions/runs/42/attempts/3',
    'Acme/Shop/actions/runs/43/job/7',
  ])('neither pending nor success is posted over one of the later run %s', async path => {
    for (const state of ['pending', 'success'] as const) {
      const { posted, post } = with_(by('acme/shop/actions/runs/1'), by(path))
      expect(inEnglish(await post(state))).toEqual({ kind: 'superseded', why: expect.stringContaining(path) })
      expect(posted).toEqual([])
    }
    for (const state of ['failure', 'error'] as const) {
      const { post } = with_(by(path))
      expect(await post(state)).toEqual({ kind: 'posted' })
    }
  })

  test.each([
    ['an earlier run', by('acme/shop/actions/runs/41/attempts/9')],
    ['this very run', by('acme/shop/actions/runs/42/attempts/2')],
    ['an earlier attempt', by('acme/shop/actions/runs/42')],
    ['another context', by('acme/shop/actions/runs/43', 'precheck-gate/weekly')],
    ['another repository', by('acme/shop2/actions/runs/43')],
    ['nobody in particular', { context, targetUrl: null, state: 'success' }],
    ['something else', by('acme/shop/pull/43')],
  ])('one of %s is in no way', async (_, status) => {
    const { post } = with_(status)
    expect(await post('success')).toEqual({ kind: 'posted' })
  })

  test('where they cannot be read neither pending nor success is posted, but failure and error are', async () => {
    const listed = {
      ok: false,
      fault: otherFault('unavailable', verbatim('HTTP 502'), { waitMs: 7_000 }),
    } as const
    for (const state of states) {
      const { posted, post } = gitHub(listed)
      const isGreen = state === 'pending' || state === 'success'
      const why = expect.stringMatching(/^Could not read the statuses before posting .*: HTTP 502\.$/)
      expect(inEnglish(await post(state))).toEqual(
        isGreen ? { kind: 'lost', why, waitMs: 7_000, mayComeLate: false } : { kind: 'posted' },
      )
      expect(posted).toHaveLength(isGreen ? 0 : 1)
    }
  })

  test.each(['denied', 'missing'] as const)('%s brings the YAML to add', async kind => {
    const fault = otherFault(kind, verbatim('HTTP 403, "Resource not accessible by integration"'), {
      httpStatus: 403,
    })
    const { post } = gitHub({ ok: true, value: [] }, { ok: false, fault })
    expect(inEnglish(await post('error'))).toMatchObject({
      kind: 'lost',
      why: expect.stringMatching(
        /Resource not accessible by integration.*permissions: \{ statuses: write \}/,
      ),
    })
    const fromFork = await post('error', { ...pullRequest, isFork: true })
    expect(inEnglish(fromFork)).toMatchObject({ why: expect.stringContaining('read-only token') })
  })

  describe('of a commit that the repository does not have', () => {
    const answered = (kind: 'missing' | 'unavailable', httpStatus: number): Answer<never> => ({
      ok: false,
      fault: otherFault(kind, verbatim(`HTTP ${httpStatus}`), { httpStatus }),
    })
    const none = answered('missing', 404)
    const named = `No commit ${COMMIT} is found in acme/shop: check commit-sha.`

    test('says so where the server only says HTTP 500, as Gitea does', async () => {
      const { post } = gitHub({ ok: true, value: [] }, answered('unavailable', 500), none)
      expect(inEnglish(await post('error'))).toMatchObject({
        kind: 'lost',
        why: expect.stringContaining(named),
      })
    })

    test('says so where its statuses are not found, and what else that can mean', async () => {
      const { post } = gitHub(none, { ok: true, value: null }, none)
      const why = expect.stringMatching(/HTTP 404\. No commit a{40} .*permissions: \{ statuses: write \}/)
      expect(inEnglish(await post('success'))).toMatchObject({ kind: 'lost', why })
    })

    test.each([
      ['the commit is there', { ok: true, value: null } as const],
      ['nobody can tell', answered('unavailable', 502)],
    ])('is not said where %s', async (_, commit) => {
      const { post } = gitHub({ ok: true, value: [] }, answered('unavailable', 500), commit)
      expect(inEnglish(await post('error'))).toMatchObject({ why: expect.stringMatching(/: HTTP 500\.$/) })
    })
  })

  test.each(['bad-token', 'rejected', 'unavailable', 'cancelled'] as const)('%s says why', async kind => {
    const { post } = gitHub(
      { ok: true, value: [] },
      { ok: false, fault: otherFault(kind, verbatim('what came back')) },
    )
    expect(inEnglish(await post('error'))).toEqual({
      kind: 'lost',
      why: `Could not post the status precheck-gate/nightly on commit ${COMMIT}: what came back.`,
      waitMs: null,
      mayComeLate: false,
    })
  })

  test.each([
    [true, 'may be recorded yet'],
    [false, 'is not under way any more'],
  ])('whose fault may have acted (%s) %s', async mayHaveActed => {
    const fault = otherFault('cancelled', verbatim('the step ended'), { mayHaveActed })
    expect(await gitHub({ ok: true, value: [] }, { ok: false, fault }).post('pending')).toMatchObject({
      mayComeLate: mayHaveActed,
    })
    const unread = await gitHub({ ok: false, fault }).post('pending')
    expect(unread).toMatchObject({ kind: 'lost', mayComeLate: false })
  })

  describe('of a run that does not know its own number', () => {
    const asNobody = (state: CommitStatus['state'], ...listed: readonly PostedStatus[]) =>
      with_(...listed).post(state, pullRequest, { targetUrl: null })

    test.each([
      'https://github.com/acme/shop/actions/runs/1',
      'https://ghe.example.com/git/x/y/actions/runs/9/attempts/2',
    ])('is no success where %s has spoken: nobody can tell which is the later one', async targetUrl => {
      const listed = { context, targetUrl, state: 'failure' }
      const why = expect.stringMatching(/not set to .*GITHUB_RUN_ID/)
      for (const state of ['pending', 'success'] as const)
        expect(inEnglish(await asNobody(state, listed))).toMatchObject({
          kind: 'lost',
          why,
          mayComeLate: false,
        })
      for (const state of ['failure', 'error'] as const)
        expect(await asNobody(state, listed)).toEqual({ kind: 'posted' })
    })

    test.each([
      ['nobody', []],
      ['something that is no run', [{ context, targetUrl: 'https://ci.example.com/7', state: 'failure' }]],
      ['a run, of another context', [by('acme/shop/actions/runs/1', 'precheck-gate/weekly')]],
    ])('is posted where %s has spoken', async (_, listed) => {
      expect(await asNobody('success', ...listed)).toEqual({ kind: 'posted' })
    })
  })

  describe('after a pending one that may come late', () => {
    const own = (state: string): PostedStatus => ({ context, targetUrl: URL_OF_RUN, state })
    async function postedOver(newest: readonly PostedStatus[], state: CommitStatus['state'] = 'failure') {
      const { posted, port } = with_(...newest)
      const status = { context, state, description: '', targetUrl: URL_OF_RUN }
      const result = await postOverLate(port, { sha: COMMIT, status, event: pullRequest, run })
      return { result, posted }
    }

    test('is posted once more when that one stands in its place', async () => {
      for (const state of ['success', 'failure', 'error'] as const) {
        const { result, posted } = await postedOver([own('pending'), own(state)], state)
        expect(result).toEqual({ kind: 'posted' })
        expect(posted.map(({ state: of }) => of)).toEqual([state, state])
      }
    })

    test.each([
      ['it stands there itself', [own('failure'), own('pending')]],
      ['the pending one is of another run', [by('acme/shop/actions/runs/43', context, 'pending')]],
      ['the pending one is of another context', [{ ...own('pending'), context: 'x' }, own('failure')]],
    ])('is posted once where %s', async (_, listed) => {
      expect((await postedOver(listed)).posted).toHaveLength(1)
    })

    test('is posted once where nobody can tell what stands there', async () => {
      const { posted, port } = gitHub({ ok: false, fault: otherFault('unavailable', verbatim('HTTP 502')) })
      const status = { context, state: 'failure', description: '', targetUrl: URL_OF_RUN } as const
      const request = { sha: COMMIT, status, event: pullRequest, run }
      expect(await postOverLate(port, request)).toEqual({ kind: 'posted' })
      expect(posted).toHaveLength(1)
    })
  })
})
