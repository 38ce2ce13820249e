import { describe, expect, it } from 'vitest'
import { InputProblems } from '../../src/plan/problems.ts'
import { parseWaiverFile } from '../../src/plan/waiver-file.ts'
import { LANGUAGES } from '../../src/precheck/sentence.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { checkItem, reportOfItems } from '../../testing/reports/fixtures.ts'
import { dossierOf, SUMMARY } from '../../testing/reports/whole-texts.ts'

const HEAD = 'version: 1\nwaivers:\n'

async function reading(file: string) {
  const problems = new InputProblems()
  const waivers = await parseWaiverFile(file, 'waivers.yml', ['drs'], problems)
  return { items: waivers.map(({ item }) => item), problems: problems.all.map(one => one.in('en-us')) }
}

describe.each(LANGUAGES)('the waivers that a summary in %s offers', language => {
  const items = ['a', 'b'].map(id => checkItem({ id, name: id, status: 'failed', reason: `R_${id}` }))
  const report = reportOfItems(items)
  const summary = renderSummary(dossierOf({ ...report, gate: { ...report.gate, language } }), SUMMARY)
  const pasted = [...summary.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block).join('')

  it('are refused when pasted as they are, with the names of what has to be filled in', async () => {
    expect(await reading(HEAD + pasted)).toEqual({
      items: [],
      problems: [0, 1].flatMap(index => [
        expect.stringContaining(`waivers[${index}].reason is ""; allowed: text (not blank`),
        expect.stringContaining(`waivers[${index}].owner is ""; allowed: text (not blank`),
      ]),
    })
  })

  it('stand below each other in one file once they are filled in', async () => {
    const filledIn = pasted.replaceAll('reason: ""', 'reason: known').replaceAll('owner: ""', 'owner: dba')
    expect(await reading(HEAD + filledIn)).toEqual({ items: ['a', 'b'], problems: [] })
  })
})
