import { describe, expect, it } from 'vitest'
import { targetProjectOf, waiversOf } from '../../src/git/target-branch.ts'
import { readEvent } from '../../src/github/event.ts'

const event = (name: string, payload: unknown = null) => readEvent({ GITHUB_EVENT_NAME: name }, payload)
const BY_HAND = event('')
const tip = (ref: string) => ({ from: 'branch', ref })

describe('waivers by default', () => {
  it('come from the tip of the target branch where a change is under review', () => {
    const gitLab = { CI_MERGE_REQUEST_IID: '7', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'release/1' }
    expect(waiversOf(gitLab, BY_HAND)).toEqual(tip('refs/heads/release/1'))
    expect(waiversOf({ CHANGE_ID: '7', CHANGE_TARGET: 'main' }, BY_HAND)).toEqual(tip('refs/heads/main'))
    const payload = { pull_request: { base: { ref: 'dev' } }, repository: { default_branch: 'main' } }
    expect(waiversOf({}, event('pull_request', payload))).toEqual(tip('refs/heads/dev'))
  })

  it('come from no working tree where the target is not named, or nobody knows the event', () => {
    const unnamed = (variable: string) => ({ from: 'unnamed-branch', variable })
    expect(waiversOf({ CI_MERGE_REQUEST_IID: '7' }, BY_HAND)).toEqual(
      unnamed('CI_MERGE_REQUEST_TARGET_BRANCH_NAME'),
    )
    expect(waiversOf({ CHANGE_ID: '7', CHANGE_TARGET: '' }, BY_HAND)).toEqual(unnamed('CHANGE_TARGET'))
    expect(waiversOf({}, event('issue_comment', { repository: { default_branch: 'main' } }))).toEqual(
      tip('refs/heads/main'),
    )
  })

  it('come from the working tree else', () => {
    expect(waiversOf({ CI_MERGE_REQUEST_IID: '' }, BY_HAND)).toEqual({ from: 'workspace' })
    expect(waiversOf({}, event('push'))).toEqual({ from: 'workspace' })
  })
})

describe('the repository of the policy files', () => {
  const gitLab = {
    CI_MERGE_REQUEST_PROJECT_ID: '1',
    CI_MERGE_REQUEST_PROJECT_URL: 'https://gitlab.example.com/a/b',
  }

  it('is origin, but for a merge request from a fork the target project', () => {
    expect(targetProjectOf({})).toBeNull()
    expect(targetProjectOf({ ...gitLab, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '1' })).toBeNull()
    expect(targetProjectOf({ ...gitLab, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '2' })).toBe(
      'https://gitlab.example.com/a/b',
    )
  })
})
