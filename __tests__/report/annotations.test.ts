import { describe, expect, it } from 'vitest'
import { ownProblem } from '../../src/precheck/model.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { ANNOTATION_MAX_CHARACTERS, ANNOTATIONS_MAX_PER_LEVEL } from '../../src/report/annotations.ts'
import {
  checkItem,
  invalidInputReport,
  judgedTask,
  reportOf,
  reportOfItems,
  verdict,
} from '../../testing/reports/fixtures.ts'
import { annotationsOf } from '../../testing/reports/whole-texts.ts'

const failed = (id: string, reason: string | null = null) =>
  checkItem({ id, name: `Title of ${id}`, status: 'failed', reason })
const problem = {
  reason: 'permission-denied',
  code: 'DRS.M00102',
  message: verbatim('Reading the result: HTTP 403.'),
  httpStatus: 403,
  requestId: null,
  advice: verbatim('Grant the permission.'),
} as const

describe('annotationsOf', () => {
  it('begins with the verdict as an error, then what to fix', () => {
    const annotations = annotationsOf(reportOfItems([failed('a', 'R'), checkItem()]), [])
    expect(annotations.map(({ level, title }) => [level, title])).toEqual([
      ['error', 'Pre-check failed: precheck'],
      ['error', 'failed: Title of a'],
    ])
    expect(annotations[0]?.message).toContain('checks-failed')
    expect(annotations[1]?.message).toContain('a: failed: R')
  })

  it('warns only when the gate reports only', () => {
    const report = reportOfItems([failed('a')], { enforced: false, failOn: 'never' })
    expect(annotationsOf(report, []).map(({ level }) => level)).toEqual(['warning', 'warning'])
  })

  it('says a pass as a notice, and its warnings as warnings', () => {
    const report = reportOfItems([checkItem(), checkItem({ status: 'warning' })])
    expect(annotationsOf(report, []).map(({ level }) => level)).toEqual(['warning', 'notice'])
  })

  it('takes warnings for errors where they fail the step', () => {
    const report = reportOfItems([checkItem({ status: 'warning' })], {
      decision: 'failed',
      reasonCode: 'warnings-not-allowed',
      failOn: 'warning',
    })
    expect(annotationsOf(report, []).map(({ level }) => level)).toEqual(['error', 'error'])
  })

  it('tells a cause that kept many tasks from their results once', () => {
    const tasks = ['t1', 't2', 't3'].map(id =>
      judgedTask({
        task: { id, label: null },
        items: [],
        problem,
        outcome: 'inconclusive',
        reasonCode: 'permission-denied',
      }),
    )
    const report = reportOf(verdict(tasks, { decision: 'inconclusive', reasonCode: 'permission-denied' }))
    const [, ...rest] = annotationsOf(report, [])
    expect(rest.map(({ title }) => title)).toEqual(['No complete result: 3 of 3 tasks'])
    expect(rest[0]?.message.split('\n').slice(1)).toEqual([
      'Tasks: t1, t2, t3',
      'Reading the result: HTTP 403.',
      'What to do: Grant the permission.',
    ])
  })

  it('tells what kept a task from its result and what to do', () => {
    const task = judgedTask({
      task: { id: 't', label: 'orders' },
      items: [],
      problem,
      outcome: 'inconclusive',
      reasonCode: 'permission-denied',
    })
    const report = reportOf(verdict([task], { decision: 'inconclusive', reasonCode: 'permission-denied' }))
    const [, annotation] = annotationsOf(report, [])
    expect(annotation?.title).toBe('No complete result: orders (t)')
    expect(annotation?.message).toMatch(/HTTP 403.*\nWhat to do: Grant the permission\./)
  })

  it('gives every problem of the inputs an error of its own, also where the gate only reports', () => {
    const report = invalidInputReport(['first', 'second'], { enforced: false, failOn: 'never' })
    const annotations = annotationsOf(report, [])
    expect(annotations.map(({ level }) => level)).toEqual(['error', 'error', 'error'])
    expect(annotations.slice(1).map(({ message }) => message)).toEqual(['first', 'second'])
  })

  it('makes one annotation of findings with one reason, without the advice for only one of them', () => {
    const items = ['a', 'b', 'c'].map(id => ({ ...failed(id, 'PRIVILEGE'), suggestion: `Fix ${id}.` }))
    const [, annotation, ...rest] = annotationsOf(reportOfItems(items), [])
    expect(rest).toEqual([])
    expect(annotation?.title).toBe('failed: Title of a, Title of b and 1 more item')
    expect(annotation?.message).not.toContain('Fix a.')
  })

  it('says once what to do where that is the same for all of them', () => {
    const items = ['a', 'b', 'c'].map(id => ({ ...failed(id, 'PRIVILEGE'), suggestion: 'Grant it.' }))
    const [, annotation] = annotationsOf(reportOfItems(items), [])
    expect(annotation?.message.split('What to do: Grant it.')).toHaveLength(2)
  })

  it('passes on what the run has to say, errors right behind the verdict', () => {
    const annotations = annotationsOf(reportOfItems([failed('a')]), [
      { level: 'notice', text: 'ends soon' },
      { level: 'error', text: 'status not posted' },
    ])
    expect(annotations.map(({ level, message }) => `${level} ${message}`)).toEqual([
      expect.stringMatching(/^error .*checks-failed/),
      'error status not posted',
      expect.stringMatching(/^error .*a: failed/),
      'notice ends soon',
    ])
  })
})

describe('the limits of the platform', () => {
  const report = (failures: number) =>
    reportOfItems(Array.from({ length: failures }, (_, index) => failed(`item-${index}`)))

  it('shows ten of a level whole', () => {
    const annotations = annotationsOf(report(ANNOTATIONS_MAX_PER_LEVEL - 1), [])
    expect(annotations).toHaveLength(ANNOTATIONS_MAX_PER_LEVEL)
    expect(annotations.at(-1)?.title).toBe('failed: Title of item-8')
  })

  it('counts in the tenth what does not fit', () => {
    const annotations = annotationsOf(report(30), [])
    expect(annotations).toHaveLength(ANNOTATIONS_MAX_PER_LEVEL)
    // The verdict and eight findings are shown.
    expect(annotations.at(-1)?.title).toBe('22 more annotations')
  })

  it('counts each level by itself', () => {
    const notices = Array.from(
      { length: 20 },
      (_, index) => ({ level: 'notice', text: `n${index}` }) as const,
    )
    const annotations = annotationsOf(report(30), notices)
    expect(annotations).toHaveLength(2 * ANNOTATIONS_MAX_PER_LEVEL)
  })

  it('keeps a message within what the runner takes, however long the texts are', () => {
    const long = '::x'.repeat(300_000)
    const items = Array.from({ length: 20 }, (_, index) =>
      checkItem({ id: `${index}${long}`, status: 'failed', reason: 'R', detail: long, suggestion: long }),
    )
    for (const { title, message } of annotationsOf(reportOfItems(items), [
      { level: 'warning', text: long },
    ])) {
      expect(message.length).toBeLessThanOrEqual(ANNOTATION_MAX_CHARACTERS)
      expect(title.length).toBeLessThan(300)
      expect(message).not.toMatch(/::[a-z]/i)
    }
  })
})

describe('the place of an annotation', () => {
  const found = [checkItem({ status: 'failed', reason: 'R' })]
  const cutOff = ownProblem('timed-out', verbatim('m'), null)
  const tasks = [
    judgedTask({
      task: { id: 'a', label: null },
      items: found,
      outcome: 'failed',
      reasonCode: 'checks-failed',
    }),
    judgedTask({
      task: { id: 'b', label: null },
      items: [],
      problem: cutOff,
      outcome: 'inconclusive',
      reasonCode: 'timed-out',
    }),
  ]
  const judged = verdict(tasks, { decision: 'failed', reasonCode: 'checks-failed' })
  const placeOf = (_target: string, task: string) => ({ file: 'ci/##[x].yml', line: task === 'a' ? 5 : 6 })
  const places = (placed: boolean) =>
    annotationsOf(reportOf(judged, { placeOf }), [{ level: 'error', text: 'lost' }], placed).map(
      ({ title, place }) => [title.split(':')[0], place],
    )

  it('is the line of the config file that lists the task', () => {
    expect(places(true)).toEqual([
      ['Pre-check failed', undefined],
      ['Pre-check gate', undefined],
      ['No complete result', { file: 'ci/# #[x].yml', line: 6 }],
      ['failed', { file: 'ci/# #[x].yml', line: 5 }],
    ])
  })

  it('is none when the config file is not of the checked-out commit', () => {
    expect(places(false).map(([, place]) => place)).toEqual([undefined, undefined, undefined, undefined])
  })
})
