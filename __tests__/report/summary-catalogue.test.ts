import { describe, expect, it } from 'vitest'
import type { Catalogue, Explanation } from '../../src/catalogue/catalogue.ts'
import type { JudgedItem } from '../../src/precheck/verdict.ts'
import { renderSummary } from '../../src/report/summary.ts'
import {
  checkItem,
  judgedTask,
  NO_CATALOGUE,
  reportOf,
  step,
  verdict,
} from '../../testing/reports/fixtures.ts'
import { annotationsOf, dossierOf, SUMMARY } from '../../testing/reports/whole-texts.ts'

const notes: Explanation = {
  title: 'Binlog',
  causes: ['It is off.', 'No privilege.'],
  steps: [step('Switch it on.')],
  doc: 'https://docs.example.com/x_(y)',
  isGeneral: true,
}
const LIST = 'https://docs.example.com/list'
const catalogue: Catalogue = {
  ...NO_CATALOGUE,
  item: (_, topic) => (topic === 'unknown' ? null : notes),
  index: () => LIST,
  isList: address => address === LIST,
  reason: (_, code) =>
    code === 'KNOWN' ? { meaning: 'A privilege is missing.', steps: [step('Grant it.')] } : null,
}

function reportWith(changes: readonly Partial<JudgedItem>[], own: Catalogue = catalogue) {
  const items = changes.map((change, index) => checkItem({ id: `i${index}`, status: 'failed', ...change }))
  const task = judgedTask({ items, outcome: 'failed', reasonCode: 'checks-failed' })
  return reportOf(verdict([task], { decision: 'failed', reasonCode: 'checks-failed' }), {}, own)
}

const findingsWith = (...changes: readonly Partial<JudgedItem>[]) =>
  renderSummary(dossierOf(reportWith(changes), { catalogue }), { ...SUMMARY, mode: 'findings' })

const findingsOf = (own: Partial<Explanation>, other: Partial<Catalogue> = {}) => {
  const changed = { ...catalogue, item: () => ({ ...notes, ...own }), ...other }
  return renderSummary(dossierOf(reportWith([{}], changed), { catalogue: changed }), {
    ...SUMMARY,
    mode: 'findings',
  })
}

describe('what the catalogue knows of a finding', () => {
  it('is marked in the summary where it is general knowledge', () => {
    const summary = findingsWith({})
    expect(summary).toContain('**What to do:** Switch it on. (General database knowledge')
    expect(summary).not.toContain('Likely causes')
  })

  it('that nothing is known of leads to the console and to the list of checks, once for all items with one reason', () => {
    const summary = findingsWith(...[1, 2, 3].map(() => ({ reason: 'NEW', topic: 'unknown' })))
    const elsewhere = `**What to do:** No advice is known here. Open the task in the console of the service. [List of checks](${LIST})`
    expect(summary.split(elsewhere)).toHaveLength(2)
    for (const known of [{ reason: 'KNOWN' }, { suggestion: 'Do this.' }])
      expect(findingsWith({ ...known, topic: 'unknown' })).not.toContain('No advice is known')
  })

  it('does not put that mark on what the service itself says', () => {
    const summary = findingsWith({ suggestion: 'Said by the service.' })
    expect(summary).toContain('**What to do:** Said by the service.')
    expect(summary).toContain('Likely causes: It is off. No privilege.')
    expect(summary).not.toContain('General database knowledge')
  })

  it('is said once of a known reason, not again for each item', () => {
    const item = { reason: 'KNOWN' }
    const summary = findingsWith(item, item)
    expect(summary).toContain('- Reason: `KNOWN`: A privilege is missing.\n')
    expect(summary.split('Grant it.')).toHaveLength(2)
    expect(summary).not.toContain('It is off.')
  })

  it('leaves the advice of the service in place beside a known reason', () => {
    const summary = findingsWith({ reason: 'KNOWN', suggestion: 'Said by the service.' })
    expect(summary).toContain('**What to do:** Said by the service.')
  })
})

const STEPS = [
  step('Look at it:', { code: "SHOW VARIABLES LIKE 'log_bin'", lang: 'mysql', tried: true }),
  step('Restarts the server:', { code: '[mysqld]\nlog_bin=a', lang: 'my.cnf', changes: true }),
  step('Run the pre-check again.'),
]

describe('the steps of an advice', () => {
  it('are a numbered list, each command in a block of its own with what to know before copying it', () => {
    expect(findingsOf({ steps: STEPS })).toContain(
      [
        '**What to do:** (General database knowledge, not from the documentation of the service.)',
        '',
        '1. Look at it: (mysql)',
        '   ```',
        "   SHOW VARIABLES LIKE 'log_bin'",
        '   ```',
        '2. Restarts the server: (my.cnf; changes something; not tried on a database)',
        '   ```',
        '   [mysqld]',
        '   log_bin=a',
        '   ```',
        '3. Run the pre-check again.',
      ].join('\n'),
    )
  })

  it('keep a command in its block from the tenth on, where the number is wider', () => {
    const many = Array.from({ length: 10 }, (_, index) => step(`Step ${index + 1}:`, { code: `c${index}` }))
    expect(findingsOf({ steps: many })).toContain(
      '10. Step 10: (not tried on a database)\n    ```\n    c9\n    ```',
    )
  })

  it('are lines of an annotation, commands behind their sentences', () => {
    const report = reportWith([{}], { ...catalogue, item: () => ({ ...notes, steps: STEPS }) })
    const [, finding] = annotationsOf(report, [])
    expect(finding?.message).toContain(
      "What to do:\n1. Look at it: SHOW VARIABLES LIKE 'log_bin'\n2. Restarts the server: [mysqld] log_bin=a\n3. Run the pre-check again.",
    )
  })

  it('are the suggestion of the report, one line each', () => {
    const [item] = reportWith([{}], {
      ...catalogue,
      item: () => ({ ...notes, steps: STEPS }),
    }).targets.flatMap(({ tasks }) => tasks.flatMap(({ items }) => items))
    expect(item?.steps).toEqual(STEPS)
    expect(item?.suggestion?.split('\n')).toEqual([
      "Look at it: SHOW VARIABLES LIKE 'log_bin'",
      'Restarts the server: [mysqld] log_bin=a',
      'Run the pre-check again.',
    ])
  })
})

describe('advice of the team', () => {
  const own = { steps: [step('Ask the DBA on call.')], doc: null }

  it("is called the team's own and takes the place of any other", () => {
    const summary = findingsOf({}, { team: id => (id === 'i0' ? own : null) })
    expect(summary).toContain(
      "**What to do:** Ask the DBA on call. (The team's own advice, from the file that the input `catalogue` names.)",
    )
    expect(summary).not.toContain('Switch it on.')
    expect(summary).toContain('[Documentation](https://docs.example.com/x_%28y%29)')
  })

  it('stands beside what is known of the reason, which it does not hide', () => {
    const report = reportWith([{ reason: 'KNOWN' }], { ...catalogue, team: () => own })
    const summary = renderSummary(dossierOf(report, { catalogue }), { ...SUMMARY, mode: 'findings' })
    expect(summary).toContain('Grant it.')
    expect(summary).toContain('Ask the DBA on call.')
  })

  it('may bring its own link', () => {
    const linked = { ...own, doc: 'https://wiki.example.com/binlog' }
    expect(findingsOf({}, { team: () => linked })).toContain(
      '[Documentation](https://wiki.example.com/binlog)',
    )
  })
})

describe('the link', () => {
  it('to a list of many checks does not pass for the page of this one', () => {
    expect(findingsOf({ doc: LIST })).toContain(`- [List of checks](${LIST})`)
    expect(findingsOf({})).toContain('- [Documentation](https://docs.example.com/x_%28y%29)')
  })
})
