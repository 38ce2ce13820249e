import { describe, expect, test } from 'vitest'
import { upsertComment } from '../../src/github/comment.ts'
import { faultOfAnswer, otherFault } from '../../src/github/fault.ts'
import type { Comment } from '../../src/github/routes.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { inEnglish } from '../../testing/in-english.ts'
import { BOT, bodyOf, comment, no, ok, pull, pullRequest, request } from './pull.ts'

describe('when GitHub refuses', () => {
  const denied = otherFault('denied', verbatim('HTTP 403, "Resource not accessible by integration"'), {
    httpStatus: 403,
  })
  const missing = otherFault('missing', verbatim('HTTP 404, "Not Found"'), { httpStatus: 404 })
  const red = [comment(2, BOT, bodyOf('failed', 'old'))]

  test.each([
    ['reading the comments', [], { comments: async () => no(denied) }],
    ['reading the head', [], { headSha: async () => no(missing) }],
    ['creating', [], { createComment: async () => no(denied) }],
    ['updating', red, { updateComment: async () => no(missing) }],
  ] as const)('%s, the advice has the YAML to add', async (_, comments, port) => {
    const result = await upsertComment(pull(comments, port).port, request())
    expect(inEnglish(result)).toMatchObject({
      kind: 'no-permission',
      why: expect.stringMatching(
        /pull request 7 of acme\/shop: HTTP 40.*permissions: \{ pull-requests: write \}/,
      ),
    })
  })

  test('a fork and Dependabot are told that the token is read-only', async () => {
    const { port } = pull([], { createComment: async () => no(denied) })
    for (const who of [{ isFork: true }, { isDependabot: true }])
      expect(
        inEnglish(await upsertComment(port, request({ event: { ...pullRequest, ...who } }))),
      ).toMatchObject({
        kind: 'no-permission',
        why: expect.stringMatching(/read-only token.*pull-requests: write/s),
      })
  })

  test('a locked conversation is no matter of permissions', async () => {
    const body = JSON.stringify({ message: 'Unable to create comment because issue is locked.' })
    const answer = { status: 403, header: () => null, bytes: Buffer.from(body) }
    const fault = faultOfAnswer(answer, new Date(0), text => text)
    const { port } = pull([], { createComment: async () => no(fault) })
    expect(inEnglish(await upsertComment(port, request()))).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('issue is locked'),
    })
  })

  test.each(['bad-token', 'rejected', 'unavailable', 'cancelled'] as const)(
    '%s failed and says why',
    async kind => {
      const { port } = pull([], {
        createComment: async () => no(otherFault(kind, verbatim('what came back'))),
      })
      expect(inEnglish(await upsertComment(port, request()))).toEqual({
        kind: 'failed',
        why: 'Could not write the comment on pull request 7 of acme/shop: what came back.',
      })
    },
  )
})

describe('when the answer to a new comment is lost', () => {
  const lost = otherFault('unavailable', verbatim('HTTP 502'), { mayHaveActed: true })

  test.each([
    ['the comment is there', true, 1],
    ['the comment is not there', false, 2],
  ])('%s: there is one in the end', async (_, arrives, calls) => {
    const stored: Comment[] = []
    let created = 0
    const { port } = pull([], {
      comments: async () => ok([...stored]),
      createComment: async (_pull, body) => {
        created += 1
        if (arrives || created === 2) stored.push(comment(created, BOT, body))
        return created === 1 ? no(lost) : ok(null)
      },
    })
    expect(await upsertComment(port, request())).toMatchObject({ kind: 'created' })
    expect([created, stored.length]).toEqual([calls, 1])
  })

  test('nothing more is sent when it cannot be looked up', async () => {
    let created = 0
    const { port } = pull([], {
      comments: async () => (created === 0 ? ok([]) : no(lost)),
      createComment: async () => {
        created += 1
        return no(lost)
      },
    })
    expect(await upsertComment(port, request())).toMatchObject({ kind: 'failed' })
    expect(created).toBe(1)
  })
})
