import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../../simulator/scenario/scenario.ts'
import { inEnglish } from '../../precheck/in-english.ts'
import { onTheWire } from './on-the-wire.ts'

type Task = NonNullable<ScenarioInput['drs']>[number]
type Start = Exclude<NonNullable<Task['start']>, readonly unknown[]>
const green: Pick<Task, 'timeline'> = { timeline: [{ payload: 'drs-mysql' }] }
const task = (id: string, start?: Task['start']): Task => ({
  id,
  ...green,
  ...(start === undefined ? {} : { start }),
})
const tooFrequent: Start = { status: 'failed', error_code: 'DRS.M01503', error_msg: 'Too frequent.' }
const busy: Start = {
  status: 'failed',
  error_code: 'DRS.M01504',
  error_msg: 'Another operation.',
  httpStatus: 202,
}
const wrongStatus: Start = { status: 'failed', error_code: 'DRS.M00304', error_msg: 'Not allowed now.' }

/** What a start call is answered with in place of the service, which has begun all the same. */
const answered = (json: unknown, status = 200): NonNullable<ScenarioInput['rules']>[number] => ({
  when: { operation: 'drs.start', calls: 1 },
  fault: { kind: 'answer', status, text: JSON.stringify(json), processed: true },
})

describe('a start', () => {
  it('that is refused in the words of another API, without a list, is not sent again', async () => {
    const refusal = { success: false, code: 'X.9', message: 'No.', requestId: 'r-1', data: null }
    const { of, starts } = await onTheWire({ drs: [task('a')], rules: [answered(refusal)] })
    expect([of('a').problem?.reason, of('a').problem?.code, starts.length]).toEqual([
      'start-refused',
      'X.9',
      1,
    ])
  })

  it('asks for all tasks in batches of ten, each once', async () => {
    const ids = Array.from({ length: 25 }, (_, index) => `task-${index}`)
    const { starts, results } = await onTheWire({ drs: ids.map(id => task(id)) })
    expect(starts.map(start => start.ids.length).toSorted()).toEqual([10, 10, 5].toSorted())
    expect(starts.flatMap(start => start.ids).toSorted()).toEqual(ids.toSorted())
    expect(results.every(result => result.freshness === 'new')).toBe(true)
  })

  it('sends mode, language and project as the API wants them', async () => {
    const { starts } = await onTheWire({ drs: [task('a')] })
    expect(starts[0]?.body).toBe('{"jobs":[{"job_id":"a","precheck_mode":"forStartJob"}]}')
    expect(starts[0]?.headers).toMatchObject({ 'x-language': 'en-us', 'content-type': 'application/json' })
  })

  it('goes on under the pre-check id that the answer gives', async () => {
    const { of, reads } = await onTheWire({
      drs: [task('a', { precheckId: 'run-a' }), task('b', { precheckId: 'run-b' })],
    })
    expect([of('a').precheckId, of('b').precheckId]).toEqual(['run-a', 'run-b'])
    expect(reads.every(read => read.ids.join() === 'a,b')).toBe(true)
  })
})

describe('a start that is refused for good', () => {
  it.each([200, 202])(
    'inside a %i is reported with its code and text, and the others go on',
    async httpStatus => {
      const { ends, of, startsOf } = await onTheWire({
        drs: [task('a'), task('bad', { ...wrongStatus, httpStatus }), task('c')],
      })
      expect(ends()).toEqual({ a: 'new', bad: 'start-refused', c: 'new' })
      expect(inEnglish(of('bad').problem)).toMatchObject({
        code: 'DRS.M00304',
        httpStatus,
        advice: expect.stringContaining('forRetryJob'),
      })
      expect(of('bad').problem?.message.in('en-us')).toMatch(
        /pre-check of task bad: .*DRS\.M00304.*Not allowed now/,
      )
      expect(startsOf('bad')).toBe(1)
    },
  )

  it('without a code and a word says what shows it, and where the reason may stand', async () => {
    const { of } = await onTheWire({ drs: [task('a', { status: 'failed', error_code: '' })] })
    const { message, advice } = of('a').problem ?? {}
    expect(message?.in('en-us')).toMatch(
      /: HTTP 20\d, .*but the status of the task in it is failed, and the answer gives no reason\.$/,
    )
    expect(message?.in('zh-cn')).toMatch(/但其中该任务的 status 为 failed，且应答没有给出原因。$/)
    expect(advice?.in('en-us')).toMatch(/^Open the task in the console of the service/)
    expect(advice?.in('zh-cn')).toMatch(/^请在服务的控制台中打开该任务/)
  })

  it.each([
    ['DRS.M05003', 'not-found'],
    ['DRS.M00102', 'permission-denied'],
    ['DRS.M99999', 'start-refused'],
    ['', 'start-refused'],
  ])('with the code "%s" is %s', async (error_code, reason) => {
    const { ends, startsOf } = await onTheWire({
      drs: [task('a', { status: 'failed', error_code }), task('b')],
    })
    expect(ends()).toEqual({ a: reason, b: 'new' })
    expect(startsOf('a')).toBe(1)
  })

  it('is never read', async () => {
    const { reads } = await onTheWire({ drs: [task('bad', wrongStatus)] })
    expect(reads).toEqual([])
  })
})

describe('a start that is refused for the moment', () => {
  it('is sent again until it is taken, while the others go on', async () => {
    const { ends, startsOf, reads, starts } = await onTheWire({
      drs: [task('a'), task('slow', [tooFrequent, busy, { status: 'success' }])],
    })
    expect(ends()).toEqual({ a: 'new', slow: 'new' })
    expect([startsOf('a'), startsOf('slow')]).toEqual([1, 3])
    expect(starts.map(start => [start.at, ...start.ids])).toEqual([
      // Two empty reads, half a second apart, come before each of them.
      [0.5, 'a', 'slow'],
      [1.4, 'slow'],
      [3.3, 'slow'],
    ])
    expect(reads.filter(read => read.ids.includes('a')).map(read => read.at)).toEqual([1])
    expect(reads.at(-1)?.at).toBe(3.8)
  })

  it('is sent again five times at most, with delays of at most 60 s together, the first of at most 2 s', async () => {
    const { ends, of, startsOf, starts } = await onTheWire(
      { drs: [task('slow', tooFrequent)] },
      { random: () => 0.999_999 },
    )
    const delays = starts.slice(1).map((start, index) => start.at - (starts[index]?.at ?? 0))
    expect(ends()).toEqual({ slow: 'start-refused' })
    expect(inEnglish(of().problem)).toMatchObject({
      code: 'DRS.M01503',
      advice: expect.stringContaining('some minutes'),
    })
    expect(startsOf('slow')).toBe(6)
    expect(delays.map(Math.round)).toEqual([2, 4, 8, 16, 30])
    expect(delays.reduce((sum, delay) => sum + delay, 0)).toBeLessThanOrEqual(60)
    expect(delays[0]).toBeLessThanOrEqual(2)
  })

  it('with the whole call is sent again with the whole call', async () => {
    const { ends, starts } = await onTheWire({
      drs: [task('a', [{ ...tooFrequent, httpStatus: 400 }, { status: 'success' }]), task('b')],
    })
    expect(ends()).toEqual({ a: 'new', b: 'new' })
    expect(starts.map(start => start.ids)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
  })

  it('with the whole call inside a 202 is sent again too', async () => {
    const rule = answered({ error_code: 'DRS.M01504', error_msg: 'Another operation.' }, 202)
    const fault = { ...rule.fault, processed: false }
    const { ends, startsOf } = await onTheWire({ drs: [task('a')], rules: [{ ...rule, fault }] })
    expect(ends()).toEqual({ a: 'new' })
    expect(startsOf('a')).toBe(2)
  })

  it('when the deadline comes ends with what DRS said', async () => {
    const { of } = await onTheWire({ drs: [task('slow', busy)] }, { timeoutSeconds: 8 })
    expect(inEnglish(of().problem)).toMatchObject({ reason: 'service-unavailable', code: 'DRS.M01504' })
  })

  it('because of throttling waits as it was told, and is sent once more', async () => {
    const { ends, starts } = await onTheWire({
      drs: [task('a')],
      rules: [
        {
          when: { operation: 'drs.start', calls: 1 },
          fault: { kind: 'throttle', retryAfter: { seconds: 7 } },
        },
      ],
    })
    expect(ends()).toEqual({ a: 'new' })
    expect(starts.map(start => start.at)).toEqual([0.5, 8])
  })

  it('because of throttling until after the deadline ends at once', async () => {
    const { of, startsOf, tookSeconds } = await onTheWire(
      {
        drs: [task('a')],
        rules: [
          { when: { operation: 'drs.start' }, fault: { kind: 'throttle', retryAfter: { seconds: 900 } } },
        ],
      },
      { timeoutSeconds: 600 },
    )
    expect(of().problem?.reason).toBe('service-unavailable')
    expect(startsOf('a')).toBe(1)
    expect(tookSeconds).toBeLessThan(2)
  })
})

describe('a start that was not confirmed', () => {
  const lost: readonly (readonly [string, NonNullable<ScenarioInput['rules']>[number]])[] = [
    [
      'the connection was cut after the request',
      { when: { operation: 'drs.start' }, fault: { kind: 'reset' } },
    ],
    ['the answer broke off', { when: { operation: 'drs.start' }, fault: { kind: 'truncate' } }],
    ['a gateway lost it', answered({ error_code: 'APIGW.0201', error_msg: 'Backend timeout.' }, 504)],
    ['the service broke down over it', answered({ error_code: 'DRS.M00004', error_msg: 'Abnormal.' }, 500)],
    [
      'the answer is no JSON',
      { ...answered(0), fault: { kind: 'answer', status: 200, html: '<p>Hi</p>', processed: true } },
    ],
    ['the answer has another shape', answered({ results: 'all of them' })],
    ['the answer names no task', answered({ count: 0, results: [] })],
    [
      'the answer names others',
      answered({
        results: [
          { id: 'x', status: 'success' },
          { id: 'y', status: 'success' },
        ],
      }),
    ],
    [
      'the answer says neither yes nor no',
      answered({ results: [{ id: 'a' }, { id: 'b', status: 'perhaps' }] }),
    ],
  ]

  it.each(lost)('because %s is not sent again when its progress shows', async (_why, rule) => {
    const timeline = [
      { process: '40%', items: [] },
      { at: 4_000, payload: 'drs-mysql' as const },
    ]
    const drs = ['a', 'b'].map(id => ({ id, timeline }))
    const { ends, startsOf } = await onTheWire({ drs, rules: [rule] })
    expect(ends()).toEqual({ a: 'new', b: 'new' })
    expect([startsOf('a'), startsOf('b')]).toEqual([1, 1])
  })

  it.each(lost)('because %s is sent again after 10 s without any sign of it', async (_why, rule) => {
    const unheard = {
      ...rule,
      fault: rule.fault.kind === 'answer' ? { ...rule.fault, processed: false } : rule.fault,
    }
    const { ends, starts } = await onTheWire({
      drs: [task('a'), task('b')],
      rules: [{ ...unheard, when: { operation: 'drs.start', calls: 1 } }],
    })
    expect(starts.map(start => [start.at, ...start.ids])).toEqual([
      [0.5, 'a', 'b'],
      [10.5, 'a', 'b'],
    ])
    expect(Object.values(ends()).every(end => end === 'new' || end === 'assumed')).toBe(true)
  })

  it('for one task of two leaves the other alone', async () => {
    const { ends, startsOf } = await onTheWire({
      drs: [task('a', [{ entry: 'missing' }, { status: 'success' }]), task('b')],
    })
    expect(ends()).toEqual({ a: 'assumed', b: 'new' })
    expect([startsOf('a'), startsOf('b')]).toEqual([2, 1])
  })

  it('because two entries contradict each other proves nothing new', async () => {
    const json = {
      results: [
        { id: 'a', precheck_id: 'a', status: 'success' },
        { id: 'a', status: 'failed', error_code: 'DRS.M00304' },
      ],
    }
    const earlier: Task['earlier'] = { timeline: [{ payload: 'drs-mysql' }], stays: 'forever' }
    const rule = { ...answered(json), when: { operation: 'drs.start' as const } }
    const { of, startsOf } = await onTheWire({ drs: [{ id: 'a', earlier }], rules: [rule] })
    expect(of().problem?.reason).toBe('not-verified')
    expect(startsOf('a')).toBeLessThanOrEqual(4)
  })
})

describe('a start that cannot have arrived', () => {
  it('is tried five times in all before the first answer, reads included, and ends soon', async () => {
    const { of, tookSeconds } = await onTheWire(
      { drs: [task('a')] },
      { endpoint: 'http://127.0.0.1:9', timeoutSeconds: 600 },
    )
    expect(of().problem?.reason).toBe('service-unavailable')
    expect(of().problem?.message.in('en-us')).toMatch(/start the DRS pre-check of task a: .*ECONNREFUSED/)
    expect(tookSeconds).toBeLessThan(60)
  })
})
