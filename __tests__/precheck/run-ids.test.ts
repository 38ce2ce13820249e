import { describe, expect, it } from 'vitest'
import type { TargetResult } from '../../src/precheck/model.ts'
import { claimingRuns, RunIds, withoutSharedRuns } from '../../src/precheck/run-ids.ts'
import type { Started } from '../../src/precheck/service.ts'
import { target, task } from './judge-builders.ts'

describe('the id in an answer', () => {
  const runIds = new RunIds()
  runIds.claim('task-1', 'task-1')
  runIds.claim('run-1', 'task-1')
  runIds.claim('run-2', 'task-2')
  runIds.claim('run-2', 'task-1')
  const identity = (came: string | null, own: readonly [string, ...string[]] = ['run-1']) =>
    runIds.identityOf('task-1', own, came)

  it('is the own one when it was asked for, or when there is none', () => {
    expect(identity('run-1')).toEqual({ kind: 'own' })
    expect(identity(null)).toEqual({ kind: 'own' })
    expect(identity('also', ['run-1', 'also'])).toEqual({ kind: 'own' })
  })

  it("is another task's when that one claimed it first", () => {
    expect(identity('run-2')).toEqual({ kind: 'other-task', asked: 'run-1', came: 'run-2' })
  })

  it('is strange when nobody claimed it, or when it is the own task by another name', () => {
    expect(identity('run-9')).toEqual({ kind: 'strange', asked: 'run-1', came: 'run-9' })
    expect(identity('task-1')).toEqual({ kind: 'strange', asked: 'run-1', came: 'task-1' })
  })
})

describe('the id of a run', () => {
  const task = (id: string) => ({ id, label: null })
  /** What becomes of starts that are answered with these ids. */
  async function started(runIds: RunIds, ids: Readonly<Record<string, string | null>>) {
    const answers = Object.entries(ids).map(
      ([id, precheckId]): Started => ({ kind: 'started', task: task(id), precheckId, boundById: true }),
    )
    const service = claimingRuns({ batchSize: 10, start: async () => answers, read: async () => [] }, runIds)
    return (await service.start(answers.map(one => one.task))).map(one => one.kind)
  }
  const twoTasks = () => {
    const runIds = new RunIds()
    for (const id of ['a', 'b']) runIds.claim(id, id)
    return runIds
  }

  it("is claimed for its task, so that another task's answer under it is known as such", async () => {
    const runIds = twoTasks()
    expect(await started(runIds, { a: 'run-1', b: 'run-2' })).toEqual(['started', 'started'])
    expect(runIds.identityOf('a', ['run-1'], 'run-2').kind).toBe('other-task')
  })

  it('may be that of its own task, or none', async () => {
    expect(await started(twoTasks(), { a: 'a', b: null })).toEqual(['started', 'started'])
  })

  it("cannot be another task's own: its result would be taken for that of this one", async () => {
    expect(await started(twoTasks(), { a: 'b', b: 'run-2' })).toEqual(['ended', 'started'])
    expect(await started(twoTasks(), { a: 'b', b: 'a' })).toEqual(['ended', 'ended'])
  })
})

describe('one run id for tasks of several targets', () => {
  const withRun = (id: string, precheckId: string | null) =>
    task([], { task: { id, label: null }, precheckId, caveats: [{ kind: 'assumed', because: 'no-news' }] })
  const problems = (targets: readonly TargetResult[]) =>
    withoutSharedRuns(targets).flatMap(({ tasks }) => tasks.map(({ problem }) => problem?.reason ?? null))

  it('takes back the results of both', () => {
    const targets = [
      target([withRun('a', 't_1'), withRun('b', 't_2')]),
      target([withRun('c', 't_1')], { name: 'other' }),
    ]
    expect(problems(targets)).toEqual(['invalid-response', null, 'invalid-response'])
    const [first] = withoutSharedRuns(targets)
    expect(first?.tasks[0]).toMatchObject({ freshness: null, caveats: [] })
    expect(first?.tasks[0]?.problem?.message.in('en-us')).toContain('t_1')
  })

  it.each([
    ['at different endpoints', { endpoint: 'https://elsewhere.example' }],
    ['of different services', { service: 'ddm' }],
  ])('says nothing %s', (_words, rest) => {
    expect(problems([target([withRun('a', 't_1')]), target([withRun('b', 't_1')], rest)])).toEqual([
      null,
      null,
    ])
  })

  it('is no word on any of them in query mode either', () => {
    const [first, second] = [target([withRun('a', 't_1')]), target([withRun('b', 't_1')], { mode: 'query' })]
    expect(problems([first, second])).toEqual([expect.any(String), expect.any(String)])
  })

  it('is none where tasks have no id at all', () => {
    expect(problems([target([withRun('a', null), withRun('b', null)])])).toEqual([null, null])
  })
})
