import { describe, expect, test } from 'vitest'
import { upsertComment } from '../../src/github/comment.ts'
import { commentMarker } from '../../src/github/comment-body.ts'
import { otherFault } from '../../src/github/fault.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { inEnglish } from '../../testing/in-english.ts'
import { BOT, bodyOf, comment, no, ok, pull, request } from './pull.ts'

describe('one comment, updated in place', () => {
  test('is created where there is none, without asking whose token it is', async () => {
    const { port, writes } = pull([comment(1, 'dba', 'hello'), comment(2, BOT, 'coverage')], {
      viewer: async () => no(otherFault('unavailable', verbatim('must not be asked'))),
    })
    expect(await upsertComment(port, request())).toEqual({ kind: 'created' })
    expect(writes).toEqual([{ create: bodyOf('failed') }])
  })

  test('is updated where the token already wrote one', async () => {
    const { port, writes } = pull([comment(1, 'dba', 'hello'), comment(2, BOT, bodyOf('failed', 'old'))])
    expect(await upsertComment(port, request())).toMatchObject({ kind: 'updated' })
    expect(writes).toEqual([{ update: 2, body: bodyOf('failed') }])
  })

  test('with the same text stays as it is', async () => {
    const { port, writes } = pull([comment(2, BOT, bodyOf('failed'))])
    expect(await upsertComment(port, request())).toMatchObject({ kind: 'unchanged' })
    expect(writes).toEqual([])
  })

  test.each([
    ['workflow', { workflow: 'other', job: 'gate', name: 'nightly' }],
    ['job', { workflow: 'w', job: 'other', name: 'nightly' }],
    ['name', { workflow: 'w', job: 'gate', name: 'nightly2' }],
  ])('of another %s is left alone', async (_, gate) => {
    const { port, writes } = pull([comment(2, BOT, bodyOf('failed', 'x', commentMarker(gate)))])
    expect(await upsertComment(port, request())).toMatchObject({ kind: 'created' })
    expect(writes).toHaveLength(1)
  })

  test.each(['mallory', 'github-actions', 'other-app[bot]', null])(
    'a copied marker by %s is left alone, whoever wrote first',
    async author => {
      const spoof = comment(1, author, bodyOf('passed', 'all good'))
      const first = pull([spoof])
      expect(await upsertComment(first.port, request())).toMatchObject({ kind: 'created' })
      const second = pull([spoof, comment(2, BOT, bodyOf('failed', 'old'))])
      expect(await upsertComment(second.port, request())).toMatchObject({ kind: 'updated' })
      expect(second.writes).toEqual([{ update: 2, body: bodyOf('failed') }])
    },
  )

  test('a quotation of the own comment by the own account is not it', async () => {
    const { port } = pull([comment(1, BOT, `> ${bodyOf('failed')}`)])
    expect(await upsertComment(port, request())).toMatchObject({ kind: 'created' })
  })

  test('a personal token owns the comments of its user', async () => {
    const own = comment(1, 'dba', bodyOf('failed', 'old'))
    const { port, writes } = pull([comment(2, BOT, bodyOf('failed', 'old')), own], {
      viewer: async () => ok('dba'),
    })
    expect(await upsertComment(port, request())).toMatchObject({ kind: 'updated' })
    expect(writes).toEqual([{ update: 1, body: bodyOf('failed') }])
  })

  test('where the server does not tell, the token is taken for the job token', async () => {
    const { port } = pull([comment(2, BOT, bodyOf('failed', 'old'))], { viewer: async () => ok(null) })
    expect(await upsertComment(port, request())).toMatchObject({ kind: 'updated' })
  })

  test('where the server fails to tell, nothing is written: it could be a second comment', async () => {
    const { port, writes } = pull([comment(2, BOT, bodyOf('failed', 'old'))], {
      viewer: async () => no(otherFault('unavailable', verbatim('HTTP 502'))),
    })
    expect(await upsertComment(port, request())).toMatchObject({ kind: 'failed' })
    expect(writes).toEqual([])
  })
})

describe('when nothing is to be written', () => {
  test.each([
    ['none', [], 0],
    ['a green one', [comment(2, BOT, bodyOf('passed', 'old'))], 0],
    ['a red one', [comment(2, BOT, bodyOf('failed', 'old'))], 1],
    ['an inconclusive one', [comment(2, BOT, bodyOf('inconclusive', 'old'))], 1],
    ['a red one by somebody else', [comment(2, 'mallory', bodyOf('failed', 'old'))], 0],
  ])('green under on-failure after %s', async (_, comments, expected) => {
    const { port, writes } = pull(comments)
    const result = await upsertComment(port, request({ mode: 'on-failure', decision: 'passed' }))
    expect(result.kind).toBe(expected === 1 ? 'updated' : 'not-needed')
    expect(writes).toEqual(expected === 1 ? [{ update: 2, body: bodyOf('passed') }] : [])
  })

  test.each(['failed', 'inconclusive'] as const)('%s under on-failure is written', async decision => {
    const { port, writes } = pull([])
    await upsertComment(port, request({ mode: 'on-failure', decision }))
    expect(writes).toEqual([{ create: bodyOf(decision) }])
  })

  test.each([[[]], [[comment(2, BOT, bodyOf('passed', 'newer'))]]])(
    'an old run does not write once the head has moved on',
    async comments => {
      const { port, writes } = pull(comments, { headSha: async () => ok('b'.repeat(40)) })
      const result = await upsertComment(port, request())
      expect(inEnglish(result)).toMatchObject({
        kind: 'outdated',
        why: expect.stringContaining('b'.repeat(40)),
      })
      expect(writes).toEqual([])
    },
  )
})
