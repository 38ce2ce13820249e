import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, it, vi } from 'vitest'
import type { Catalogue } from '../../src/catalogue/catalogue.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { outputsOf } from '../../src/report/outputs.ts'
import type { Report } from '../../src/report/schema.ts'
import { verdictLine } from '../../src/report/words.ts'
import {
  checkItem,
  judgedTask,
  NO_CATALOGUE,
  reportOf,
  step,
  verdict,
} from '../../testing/reports/fixtures.ts'
import { forAllHostile } from '../../testing/reports/hostile.ts'
import { annotationsOf, renderJunit, renderSummary } from '../../testing/reports/whole-texts.ts'
import { linkedLater, nodesOf, parseGfm, structure } from './gfm.ts'

/** Each case renders and parses a whole summary. */
vi.setConfig({ testTimeout: 300_000 })

/** One text in every field that can come from a service, a file or an input. */
function reportWith(text: string): Report {
  const waiver = { reason: text, owner: text, expires: '2026-12-31' }
  const listed = { ...waiver, item: text, service: text, task: text }
  const problem = {
    reason: 'service-error',
    code: text,
    message: verbatim(text),
    httpStatus: 500,
    requestId: text,
    advice: verbatim(text),
  } as const
  const item = checkItem({
    id: text,
    name: text,
    group: text,
    rawStatus: text,
    reason: text,
    suggestion: text,
    subJobs: [{ id: text, name: text, status: text }],
    skippable: true,
    skipConsequence: text,
    detail: 'fixed text',
  })
  const items = [
    { ...item, status: 'failed' },
    { ...item, topic: 'team', status: 'warning' },
    { ...item, status: 'unknown' },
    { ...item, status: 'failed', waiver },
    item,
  ] as const
  const task = judgedTask({
    task: { id: text, label: text },
    precheckId: text,
    problem,
    items,
    outcome: 'failed',
    reasonCode: 'checks-failed',
    partial: true,
  })
  const judged = verdict([task], {
    decision: 'failed',
    reasonCode: 'checks-failed',
    waivers: { applied: 1, expired: [listed], unused: [listed], missed: [{ ...listed, why: 'changed' }] },
  })
  const targets = [task, { ...task, task: { id: text, label: null } }].map(each => ({
    name: text,
    service: text,
    mode: 'run' as const,
    endpoint: text,
    tasks: [each],
  }))
  const team = { steps: [step(text, { code: text, lang: text }), step(text)], doc: null }
  const catalogue = {
    ...NO_CATALOGUE,
    team: (_id: string, topic: string) => (topic === 'team' ? team : null),
  }
  return reportOf({ ...judged, targets }, { name: text, problems: [verbatim(text)] }, catalogue)
}

const catalogueOf = (text: string): Catalogue => ({
  ...NO_CATALOGUE,
  item: () => ({
    title: text,
    causes: [text],
    steps: [step(text, { code: text, lang: text }), step(text)],
    doc: text,
    isGeneral: true,
  }),
})

const summaryOf = (report: Report, text: string) =>
  renderSummary(report, {
    notes: [{ level: 'warning', text }],
    reportPath: `/tmp/${text}/report.json`,
    htmlPath: `/tmp/${text}/report.html`,
    catalogue: catalogueOf(text),
  })

const MADE_UP = 60
const forAll = (check: (text: string) => void) => forAllHostile(check, MADE_UP)

const COMMAND = /::[a-z]|##\[/i

describe('a hostile text in every field', () => {
  it('leaves the structure of the summary as it is with a harmless one', () => {
    // Blank text is no text: the report then says so in other words, which is a structure of its own.
    const harmless = structure(summaryOf(reportWith('harmless'), 'harmless'))
    forAll(text => {
      if (text.trim() === '') return
      expect(structure(summaryOf(reportWith(text), text))).toBe(harmless)
    })
  })

  it('makes no link, image, mention or element of its own in the summary, data included', () => {
    const allowedHtml =
      /^(<details><summary>[^<>]*(<code>[^<>]*<\/code>[^<>]*)*<\/summary>|<\/details>|<\/?code>)$/
    const forbidden = new Set([
      'link',
      'image',
      'definition',
      'footnoteDefinition',
      'footnoteReference',
      'emphasis',
      'delete',
      'blockquote',
    ])
    forAll(text => {
      const report = reportWith(text)
      const withData: Report = {
        ...report,
        targets: report.targets.map(target => ({
          ...target,
          tasks: target.tasks.map(task => ({
            ...task,
            items: task.items.map(item => ({
              ...item,
              detail: text,
              blackObjects: { [text]: [text], b: text },
            })),
          })),
        })),
      }
      const summary = summaryOf(withData, text)
      const nodes = [...nodesOf(parseGfm(summary))]
      expect(nodes.filter(node => forbidden.has(node.type))).toEqual([])
      expect(nodes.filter(node => node.type === 'html' && !allowedHtml.test(node.value))).toEqual([])
      expect(linkedLater(summary)).toEqual([])
      expect(summary).not.toMatch(/(?![\n])[\p{Cc}\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u)
    })
  })

  it('forms no workflow command in the log or in an annotation', () => {
    forAll(text => {
      const report = reportWith(text)
      expect(verdictLine(report, 'failed')).not.toMatch(COMMAND)
      expect(verdictLine(report, 'failed')).not.toMatch(/[\r\n]/)
      for (const { title, message } of annotationsOf(report, [{ level: 'error', text }])) {
        expect(`${title} ${message}`).not.toMatch(COMMAND)
        expect(title).not.toMatch(/[\p{Cc}]/u)
        expect(message).not.toMatch(/(?!\n)[\p{Cc}]/u)
      }
    })
  })

  it('leaves outputs and XML well-formed', () => {
    forAll(text => {
      const report = reportWith(text)
      const outputs = outputsOf(report)
      const failedItems: unknown = JSON.parse(outputs['failed-items'])
      expect(failedItems).toEqual([
        { target: text, task: text, item: text, status: 'failed' },
        { target: text, task: text, item: text, status: 'failed' },
      ])
      expect(JSON.parse(outputs['precheck-ids'])).toBeTypeOf('object')
      expect(XMLValidator.validate(renderJunit(report))).toBe(true)
    })
  })
})
