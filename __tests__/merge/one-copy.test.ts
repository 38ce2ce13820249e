import { describe, expect, it } from 'vitest'
import { OneCopy } from '../../src/merge/one-copy.ts'
import { judge } from '../../src/precheck/judge.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import type { Report } from '../../src/report/schema.ts'
import {
  checkItem,
  judgedTask,
  NO_CATALOGUE,
  reportOf,
  step,
  verdict,
} from '../../testing/reports/fixtures.ts'
import { item, problem, target, task, waiver } from '../precheck/judge-builders.ts'
import { legIn, legReport } from './legs-of-a-run.ts'

const asItIs = (text: string) => text
const itemsOf = ({ targets }: Report) => targets.flatMap(({ tasks }) => tasks.flatMap(({ items }) => items))

function copied(copies: OneCopy, report: Report): Report {
  const leg = legIn('a.json', JSON.stringify(report), { copies })
  if ('report' in leg) return leg.report
  throw new Error(leg.why.in('en-us'))
}

/** A report with something in every field that can hold a text. */
function full(word: string): Report {
  const one = checkItem({
    id: word,
    topic: word,
    name: word,
    group: word,
    status: 'failed',
    rawStatus: word,
    reason: word,
    detail: word,
    suggestion: word,
    subJobs: [{ id: word, name: word, status: word }],
    skipConsequence: word,
    blackObjects: { key: [word] },
    waiver: { reason: word, owner: word, expires: '2026-12-31' },
  })
  const other = checkItem({ id: 'other', suggestion: null })
  const withSteps = {
    ...NO_CATALOGUE,
    item: () => ({
      title: word,
      causes: [],
      steps: [step(word, { code: word, lang: word })],
      doc: `https://example.com/${word}`,
      isGeneral: true as const,
    }),
  }
  const error = {
    ...problem('timed-out'),
    code: word,
    message: verbatim(word),
    requestId: word,
    advice: verbatim(word),
  }
  const tasks = [
    judgedTask({ task: { id: word, label: word }, precheckId: word, problem: error, items: [one, other] }),
  ]
  const listed = { item: word, service: word, task: word, reason: word, owner: word, expires: '2026-12-31' }
  const waivers = {
    applied: 1,
    expired: [listed],
    unused: [listed],
    missed: [{ ...listed, why: 'changed' as const }],
  }
  const judged = verdict(tasks, {
    waivers,
    targets: [{ name: word, service: 'drs', mode: 'run', endpoint: word, tasks }],
  })
  return reportOf(judged, { problems: [verbatim(word)], placeOf: () => ({ file: word, line: 3 }) }, withSteps)
}

describe('one copy of every item', () => {
  it('changes nothing of a report but what it was compared with', () => {
    const report = full('word')
    expect(copied(new OneCopy(asItIs), report)).toEqual(report)
    const judged = reportOf(
      judge([target([task([item('warning'), item('failed', { id: 'b' })])])], {
        failOn: 'failed',
        waivers: [waiver()],
        today: '2026-11-30',
        redact: asItIs,
      }),
    )
    expect(copied(new OneCopy(asItIs), judged)).toEqual(judged)
    const earlier = { finishedAt: '2026-11-29T12:00:00Z', decision: 'failed', findings: [] } as const
    const compared = legReport('orders', { statuses: ['failed'], facts: { earlier } })
    expect(itemsOf(compared).map(({ since }) => since)).toEqual(['new'])
    const copy = copied(new OneCopy(asItIs), compared)
    expect([copy.baseline, ...itemsOf(copy).map(({ since }) => since)]).toEqual([null, null])
  })

  it('leaves no secret in any text', () => {
    const copy = copied(new OneCopy(text => text.replaceAll('hunter2', '***')), full('hunter2'))
    expect(JSON.stringify(copy)).not.toContain('hunter2')
    expect(copy).toEqual(full('***'))
  })

  it('searches equal texts once, and keeps equal items once, over all reports', () => {
    const searched: string[] = []
    const copies = new OneCopy(text => {
      searched.push(text)
      return text
    })
    const read = () => itemsOf(copied(copies, structuredClone(full('word'))))
    const [first, second] = [read(), read()]
    expect(second.map((one, index) => one === first[index])).toEqual([true, true])
    expect(first[0]?.steps).toBe(second[0]?.steps)
    const asked = searched.filter(text => text === 'https://example.com/word')
    expect(asked).toHaveLength(1)
  })

  it('tells items apart that differ in anything', () => {
    const copies = new OneCopy(asItIs)
    const [one] = itemsOf(copied(copies, legReport('a', { items: [item('failed', { detail: 'x' })] })))
    const [other] = itemsOf(copied(copies, legReport('a', { items: [item('failed', { detail: 'y' })] })))
    expect([one?.detail, other?.detail]).toEqual(['x', 'y'])
  })
})
