import { describe, expect, it } from 'vitest'
import type { JudgedItem } from '../../src/precheck/verdict.ts'
import type { Explain, ItemNotes } from '../../src/report/explain.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { checkItem, reportOfItems } from './fixtures.ts'

const notes: ItemNotes = {
  title: 'Binlog',
  checks: 'Whether it is on.',
  causes: ['It is off.', 'No privilege.'],
  advice: 'Switch it on.',
  doc: 'https://docs.example.com/x_(y)',
  confidence: 'general',
}
const explain: Explain = {
  item: () => notes,
  index: () => 'https://docs.example.com/list',
  reason: (_, code) =>
    code === 'KNOWN' ? { meaning: 'A privilege is missing.', advice: 'Grant it.' } : null,
}

const findingsWith = (...changes: readonly Partial<JudgedItem>[]) =>
  renderSummary(
    reportOfItems(
      changes.map((change, index) => checkItem({ id: `i${index}`, status: 'failed', ...change })),
    ),
    { mode: 'findings', notices: [], reportPath: '/tmp/report.json', explain },
  )

describe('what the catalogue knows of a finding', () => {
  it('is marked in the summary where it is general knowledge', () => {
    const summary = findingsWith({ suggestion: 'Switch it on.' })
    expect(summary).toContain('Likely causes: It is off. No privilege.')
    expect(summary).toContain('**What to do:** Switch it on. (General database knowledge')
  })

  it('that nothing is known of leads to the console and to the list of checks, once for all items with one reason', () => {
    const summary = findingsWith(...[1, 2, 3].map(() => ({ reason: 'NEW', suggestion: null })))
    const elsewhere =
      '- **What to do:** no advice is known here. Open the task in the console of the service, and see the [documentation of the service](https://docs.example.com/list).'
    expect(summary.split(elsewhere)).toHaveLength(2)
    for (const known of [{ reason: 'KNOWN' }, { suggestion: 'Do this.' }])
      expect(findingsWith(known)).not.toContain('no advice is known')
  })

  it('does not put that mark on what the service itself says', () => {
    const summary = findingsWith({ suggestion: 'Said by the service.' })
    expect(summary).toContain('**What to do:** Said by the service.')
    expect(summary).not.toContain('General database knowledge')
  })

  it('is said once of a known reason, not again for each item', () => {
    const item = { reason: 'KNOWN', suggestion: 'Grant it.' }
    const summary = findingsWith(item, item)
    expect(summary).toContain('- Reason: `KNOWN`: A privilege is missing.\n- **What to do:** Grant it.\n')
    expect(summary.split('Grant it.')).toHaveLength(2)
    expect(summary).not.toContain('It is off.')
  })

  it('leaves the advice of the service in place beside a known reason', () => {
    const summary = findingsWith({ reason: 'KNOWN', suggestion: 'Said by the service.' })
    expect(summary).toContain('**What to do:** Said by the service.')
  })
})
