import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../../simulator/scenario/scenario.ts'
import { inEnglish } from '../../precheck/in-english.ts'
import { onTheWire } from './on-the-wire.ts'

/** What a DBA reads: which call it was, and which tasks it was about. */

const timeline = [{ payload: 'drs-mysql' as const }]
const drs = (count: number): NonNullable<ScenarioInput['drs']> =>
  Array.from({ length: count }, (_, index) => ({ id: `task-${index}`, timeline }))
const denied = {
  kind: 'answer' as const,
  status: 403,
  json: { error_code: 'DRS.M00102', error_msg: 'No right.' },
}

describe('the message of a DRS call', () => {
  it.each([
    [1, 'task task-0'],
    [3, '3 tasks (task-0, task-1, task-2)'],
    [4, '4 tasks (task-0, task-1, task-2 and 1 more)'],
    [10, '10 tasks (task-0, task-1, task-2 and 7 more)'],
  ])('about %i tasks names %s', async (count, names) => {
    const [reading, starting] = await Promise.all([
      onTheWire({ drs: drs(count), rules: [{ when: { operation: 'drs.result' }, fault: denied }] }),
      onTheWire({ drs: drs(count), rules: [{ when: { operation: 'drs.start' }, fault: denied }] }),
    ])
    expect(reading.of('task-0').problem?.message.in('en-us')).toContain(
      `Could not read the DRS pre-check result of ${names}: HTTP 403`,
    )
    expect(starting.of('task-0').problem?.message.in('en-us')).toContain(
      `Could not start the DRS pre-check of ${names}: HTTP 403`,
    )
  })

  it('about one task of a batch names that task, the code, the words and the request', async () => {
    const json = {
      results: [{ id: 'task-0', status: 'failed', error_code: 'DRS.M00304', error_msg: 'Not now.' }],
    }
    const fault = { kind: 'answer' as const, status: 202, json }
    const { of } = await onTheWire({ drs: drs(2), rules: [{ when: { operation: 'drs.start' }, fault }] })
    expect(inEnglish(of('task-0').problem)).toMatchObject({
      code: 'DRS.M00304',
      message: expect.stringMatching(
        /^Could not start the DRS pre-check of task task-0: .*DRS\.M00304.*"Not now\."/,
      ),
      requestId: expect.stringMatching(/./),
    })
  })
})

describe('the warning about a result that is assumed to be new', () => {
  it('names the task and why nobody can be sure', async () => {
    const earlier = { timeline, stays: 'forever' as const }
    const { warnings } = await onTheWire({ drs: [{ id: 'task-0', earlier, timeline }] })
    expect(warnings).toEqual([
      'The result of task task-0 is assumed to be new: the service gives results no time and no run id, and this one has stood unchanged since the start.',
    ])
  })
})
