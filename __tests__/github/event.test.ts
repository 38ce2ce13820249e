import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultWaiversRef, type EventEnvironment, readEvent, statusSha } from '../../src/github/event.ts'

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

const event = (eventName: string, payload: unknown, rest: Partial<EventEnvironment> = {}) =>
  readEvent({ eventName, payload, sha: MERGE, repository: 'acme/shop', ...rest })

describe('reading the event', () => {
  test('a pull request gives its own head and base, not the merge commit in GITHUB_SHA', () => {
    const read = event('pull_request', { pull_request: pull(), repository: OWN })
    expect(read).toEqual({
      name: 'pull_request',
      kind: 'pull_request',
      sha: MERGE,
      pullRequest: { number: 7, headSha: HEAD, baseSha: BASE, headRef: 'feature', fromFork: false },
      mergeGroup: null,
      defaultBranch: 'main',
      isFork: false,
      isDependabot: false,
    })
    expect(statusSha(read, '')).toBe(HEAD)
    expect(defaultWaiversRef(read, false)).toBe(BASE)
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
    expect([read.kind, read.isFork, read.pullRequest?.fromFork]).toEqual([
      'pull_request_target',
      isFork,
      isFork,
    ])
  })

  test('Dependabot counts when it set the run off, not when it only opened the pull request', () => {
    const opened = { pull_request: pull(OWN, 'dependabot[bot]') }
    expect(event('pull_request', opened).isDependabot).toBe(true)
    expect(event('pull_request', { ...opened, sender: { login: 'dba' } }).isDependabot).toBe(false)
    expect(event('pull_request', opened, { actor: 'dba' }).isDependabot).toBe(false)
    expect(event('push', {}, { actor: 'dependabot[bot]' }).isDependabot).toBe(true)
  })

  test('a merge group gives head and base without any pull request', () => {
    const read = event('merge_group', { merge_group: { head_sha: HEAD, base_sha: BASE }, repository: OWN })
    expect(read.pullRequest).toBeNull()
    expect([statusSha(read, ''), defaultWaiversRef(read, true)]).toEqual([HEAD, BASE])
  })

  test('push uses GITHUB_SHA and the workspace, also with a commit status', () => {
    const read = event('push', { repository: OWN })
    expect([statusSha(read, ''), defaultWaiversRef(read, true)]).toEqual([MERGE, null])
    expect(statusSha(event('push', {}, { sha: 'main' }), '')).toBeNull()
  })

  test.each(['workflow_dispatch', 'schedule', 'repository_dispatch'])(
    '%s needs the commit as input, and takes waivers from the default branch once it posts a status',
    name => {
      const read = event(name, { repository: OWN })
      expect([statusSha(read, ''), statusSha(read, HEAD)]).toEqual([null, HEAD])
      expect([defaultWaiversRef(read, false), defaultWaiversRef(read, true)]).toEqual([null, 'main'])
    },
  )

  test('an event that carries a pull request follows its rules whatever its name', () => {
    const read = event('pull_request_review', { pull_request: pull() })
    expect([read.kind, statusSha(read, ''), defaultWaiversRef(read, false)]).toEqual(['other', HEAD, BASE])
  })

  test('a dispatch whose inputs imitate a pull request has none', () => {
    const read = event('workflow_dispatch', { inputs: { pull_request: pull() }, repository: OWN })
    expect(read.pullRequest).toBeNull()
  })

  test.each(['pull_request', 'pull_request_target', 'merge_group'])(
    '%s with an unreadable payload never takes waivers from the workspace',
    name => {
      expect(defaultWaiversRef(event(name, null), false)).toBe('HEAD')
      expect(defaultWaiversRef(event(name, { repository: OWN, pull_request: 3 }), false)).toBe('main')
      expect(statusSha(event(name, null), '')).toBeNull()
    },
  )

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
        for (const sha of [read.pullRequest?.headSha, read.mergeGroup?.baseSha])
          expect(sha ?? HEAD).toMatch(/^[0-9a-f]{40}$/)
      }),
      { seed: 20261121 },
    )
  })
})
