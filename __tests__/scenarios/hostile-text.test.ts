import { describe, expect, it } from 'vitest'
import { HOSTILE_TEXTS } from '../../testing/reports/hostile.ts'
import { ANNOTATION, type GateEnd, runGate, TASK, verdictOf } from './harness.ts'

/** Texts that JSON cannot carry as they are would not come from a service. */
const TEXTS = HOSTILE_TEXTS.filter(text => text.isWellFormed())

/** Where the runner would see a command: at the start of a line, or in its old syntax anywhere in one. */
const COMMAND = /^\s*::[a-z]|##\[/i

function expectNoForeignCommand(end: GateEnd): void {
  const others = end.lines.filter(line => !ANNOTATION.test(line))
  expect(others.filter(line => COMMAND.test(line))).toEqual([])
  for (const line of end.lines.filter(candidate => ANNOTATION.test(candidate))) {
    expect(line.replace(/^::\w+ title=/, '')).not.toMatch(
      /::[a-z]+ ?[a-z]*=|##\[|::(set-output|add-mask|stop)/i,
    )
  }
}

describe.concurrent('text from a service', () => {
  it('forms no workflow command, wherever it stands in an item', async () => {
    const items = TEXTS.map((text, index) => ({
      item: index % 2 === 0 ? `item${index}` : text || `item${index}`,
      group: text,
      result: index % 3 === 0 ? 'FAILED' : 'ALARM',
      failed_reason: text,
      data: text,
      raw_error_msg: text,
    }))
    const end = await runGate({
      scenario: { drs: [{ id: TASK, timeline: [{ process: '100%', items, precheck_id: '##[error]x' }] }] },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    expectNoForeignCommand(end)
    expect(end.outputs['total-count']).toBe(String(TEXTS.length))
    expect(Object.keys(end.outputs)).toHaveLength(13)
  })

  it.each([
    '::error::forged',
    '##[error]forged',
    'a\n::set-output name=decision::passed',
    '\r\n::stop-commands::x',
  ])('forms no workflow command in an error: %j', async text => {
    const start = { status: 'failed' as const, error_code: 'DRS.M00304', error_msg: text }
    const end = await runGate({ scenario: { drs: [{ id: TASK, start }] } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'start-refused' })
    expectNoForeignCommand(end)
    expect(end.outputs['decision']).toBe('inconclusive')
  })

  it.each(['::error::forged', '##[add-mask]the', '\n::notice::x'])(
    'forms no workflow command while waiting: %j',
    async text => {
      const fault = { kind: 'answer' as const, status: 503, text }
      const end = await runGate({
        scenario: {
          drs: [{ id: TASK, timeline: [{ payload: 'drs-mysql' }] }],
          rules: [{ when: { operation: 'drs.result', calls: { from: 3, to: 4 } }, fault }],
        },
      })
      expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
      expectNoForeignCommand(end)
    },
  )

  it('in the inputs forms no workflow command either', async () => {
    const end = await runGate({
      inputs: {
        'fail-on': '::error::x',
        summary: '##[error]x',
        service: 'x\n::add-mask::y',
        'job-ids': '::notice::z',
      },
    })
    expect(verdictOf(end).reason).toBe('invalid-input')
    expectNoForeignCommand(end)
  })
})
