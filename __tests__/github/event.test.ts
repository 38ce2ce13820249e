import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultWaivers, readEvent } from '../../src/github/event.ts'
import { UnreadablePayload } from '../../src/github/payload.ts'
import { verbatim } from '../../src/precheck/sentence.ts'

const HEAD = 'a'.repeat(40)
const BASE = 'b'.repeat(40)
const MERGE = 'c'.repeat(40)
const OWN = { id: 1, full_name: 'acme/shop', default_branch: 'main' }

const pull = (head: unknown = OWN, user = 'dba') => ({
  number: 7,
  head: { sha: HEAD, ref: 'feature', repo: head },
  base: { sha: BASE, ref: 'main', repo: OWN },
  user: { login: user },
})

const event = (name: string, payload: unknown, rest: Readonly<Record<string, string>> = {}) =>
  readEvent({ GITHUB_EVENT_NAME: name, GITHUB_SHA: MERGE, GITHUB_REPOSITORY: 'acme/shop', ...rest }, payload)

describe('reading the event', () => {
  test('a pull request gives its own head and base, not the merge commit in GITHUB_SHA', () => {
    const read = event('pull_request', { pull_request: pull(), repository: OWN })
    expect(read).toEqual({
      name: 'pull_request',
      kind: 'pull_request',
      pull: { kind: 'known', number: 7, headSha: HEAD },
      commit: HEAD,
      baseBranch: 'main',
      defaultBranch: 'main',
      isFork: false,
      isDependabot: false,
    })
  })

  test.each([
    ['another repository', { id: 2, full_name: 'mallory/shop' }, true],
    ['another repository that took the same name', { id: 2, full_name: 'acme/shop' }, true],
    ['a deleted repository', null, true],
    ['a repository without id and name', {}, true],
    ['the own repository in other letter case, without ids', { full_name: 'Acme/Shop' }, false],
    ['the own repository under its former name', { id: 1, full_name: 'acme/old' }, false],
  ])('a head in %s: fork is as it should be', (_, head, isFork) => {
    const read = event('pull_request_target', { pull_request: pull(head) })
    expect([read.kind, read.isFork]).toEqual(['pull_request_target', isFork])
  })

  test('Dependabot counts when it set the run off, not when it only opened the pull request', () => {
    const opened = { pull_request: pull(OWN, 'dependabot[bot]') }
    expect(event('pull_request', opened).isDependabot).toBe(true)
    expect(event('pull_request', { ...opened, sender: { login: 'dba' } }).isDependabot).toBe(false)
    expect(event('pull_request', opened, { GITHUB_ACTOR: 'dba' }).isDependabot).toBe(false)
    expect(event('push', {}, { GITHUB_ACTOR: 'dependabot[bot]' }).isDependabot).toBe(true)
  })

  test('a merge group gives head and base without any pull request', () => {
    const read = event('merge_group', { merge_group: { head_sha: HEAD, base_sha: BASE }, repository: OWN })
    expect([read.pull, read.commit]).toEqual([null, HEAD])
  })

  test('push uses GITHUB_SHA', () => {
    expect(event('push', { repository: OWN }).commit).toBe(MERGE)
    expect(event('push', {}, { GITHUB_SHA: 'main' }).commit).toBeNull()
  })

  test.each(['workflow_dispatch', 'schedule', 'repository_dispatch'])(
    '%s names no commit for a status',
    name => {
      expect(event(name, { repository: OWN }).commit).toBeNull()
    },
  )

  test('an event that carries a pull request has its commit whatever its name', () => {
    const read = event('pull_request_review_comment', { pull_request: pull() })
    expect([read.kind, read.commit]).toEqual(['other', HEAD])
  })

  test('a repository with SHA-256 has longer commits, and none of another length', () => {
    const of = (sha: string) => event('push', {}, { GITHUB_SHA: sha }).commit
    expect([of('e'.repeat(64)), of('e'.repeat(63)), of('e'.repeat(41)), of('E'.repeat(64))]).toEqual([
      'e'.repeat(64),
      null,
      null,
      null,
    ])
  })

  test('a dispatch whose inputs imitate a pull request has none', () => {
    const read = event('workflow_dispatch', { inputs: { pull_request: pull() }, repository: OWN })
    expect(read.pull).toBeNull()
  })

  test('no payload makes it throw, and what it returns never holds a malformed commit', () => {
    const names = fc.constantFrom('pull_request', 'merge_group', 'push', 'workflow_dispatch', 'x')
    const shaped = fc.record({
      pull_request: fc.anything(),
      merge_group: fc.anything(),
      repository: fc.anything(),
    })
    fc.assert(
      fc.property(names, fc.oneof(fc.jsonValue(), shaped, fc.anything()), (name, payload) => {
        const read = event(name, payload)
        for (const sha of [read.pull?.headSha, read.commit])
          expect(sha ?? HEAD).toMatch(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
      }),
      { seed: 20261121 },
    )
  })
})

describe('the waiver file comes by default', () => {
  const WORKSPACE = { from: 'workspace' }
  const DEFAULT = { from: 'branch', ref: 'refs/heads/main' }
  const onto = (ref: unknown) => ({
    pull_request: { ...pull(), base: { sha: BASE, ref, repo: OWN } },
    repository: OWN,
  })
  const base = (branch: string) => ({
    from: 'base-branch',
    branch,
    ref: `refs/heads/${branch}`,
    otherwise: 'refs/heads/main',
  })

  test.each(['pull_request', 'pull_request_target', 'pull_request_review'])(
    'on %s from the tip of the default branch, or of another base branch that has to be protected',
    name => {
      const of = (payload: unknown) => defaultWaivers(event(name, payload), false)
      expect(of(onto('main'))).toEqual(DEFAULT)
      expect(of(onto('release/1'))).toEqual(base('release/1'))
      expect(of(onto('refs/heads/main'))).toEqual(base('refs/heads/main'))
    },
  )

  test('on merge_group the same, whose ref is a whole one', () => {
    const of = (ref: unknown) =>
      defaultWaivers(event('merge_group', { merge_group: { base_ref: ref }, repository: OWN }), false)
    expect(of('refs/heads/main')).toEqual(DEFAULT)
    expect(of('refs/heads/release/1')).toEqual(base('release/1'))
    expect(of(undefined)).toEqual(DEFAULT)
  })

  test.each(['pull_request', 'pull_request_target', 'pull_request_review', 'merge_group'])(
    'on %s with an unreadable payload from the default branch, by the name that the server knows',
    name => {
      const of = (payload: unknown) => defaultWaivers(event(name, payload), false)
      for (const payload of [null, 3, {}, { pull_request: 3, merge_group: [] }])
        expect(of(payload)).toEqual({ from: 'branch', ref: 'HEAD' })
      for (const ref of [undefined, null, '', 7]) expect(of(onto(ref))).toEqual(DEFAULT)
    },
  )

  test.each(['push', 'schedule', ''])('on "%s" from the workspace, with a commit status too', name => {
    for (const status of [true, false])
      expect(defaultWaivers(event(name, { repository: OWN }), status)).toEqual(WORKSPACE)
  })

  test.each(['push', 'schedule', 'workflow_dispatch', 'pull_request', ''])(
    'on "%s" whose payload is there and cannot be read from the default branch',
    name => {
      const read = event(name, new UnreadablePayload(verbatim('it is not a plain file')))
      expect(defaultWaivers(read, false)).toEqual({ from: 'branch', ref: 'HEAD' })
      expect(read.commit).toBeNull()
    },
  )

  test('on workflow_dispatch from the workspace, but never for a commit status', () => {
    const read = event('workflow_dispatch', { repository: OWN, inputs: { pull_request: pull() } })
    expect([defaultWaivers(read, false), defaultWaivers(read, true)]).toEqual([WORKSPACE, DEFAULT])
  })

  test.each([
    'issue_comment',
    'workflow_run',
    'repository_dispatch',
    'pull_request_review_comment',
    'release',
    'of-tomorrow',
  ])('on %s from the default branch: anybody may have set it off, with a checkout of anything', name => {
    for (const payload of [{ repository: OWN }, onto('release/1')])
      for (const status of [true, false])
        expect(defaultWaivers(event(name, payload), status)).toEqual(DEFAULT)
  })
})
