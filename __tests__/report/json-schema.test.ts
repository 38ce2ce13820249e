import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { REASONS } from '../../src/precheck/model.ts'
import { reportJsonSchema } from '../../src/report/schema.ts'
import {
  checkItem,
  invalidInputReport,
  judgedTask,
  reportOf,
  verdict,
} from '../../testing/reports/fixtures.ts'

const ajv = new Ajv2020({ strict: false })
formats.default(ajv)
const validate = ajv.compile(reportJsonSchema())

describe('the published JSON schema of the report', () => {
  it('accepts reports of every reason', () => {
    for (const [reasonCode, decision] of REASONS) {
      const task = judgedTask({ outcome: decision, reasonCode, freshness: null, progress: null })
      const report = reportOf(verdict([task], { decision, reasonCode }))
      expect(validate(JSON.parse(JSON.stringify(report))), JSON.stringify(validate.errors)).toBe(true)
    }
  })

  it('accepts a full report and one of invalid input', () => {
    const waiver = { reason: 'r', owner: 'o', expires: '2026-12-31' }
    const listed = { ...waiver, item: 'x', service: null, task: null }
    const item = checkItem({
      status: 'warning',
      subJobs: [{ id: '1', name: null, status: 'FAILED' }],
      skippable: true,
      skipConsequence: 'c',
      blackObjects: { tables: ['a', { b: [1, null, true] }] },
      waiver,
    })
    const full = reportOf(
      verdict([judgedTask({ items: [item] })], {
        waivers: { applied: 1, expired: [listed], unused: [], missed: [] },
      }),
    )
    for (const report of [full, invalidInputReport(['x'])]) {
      expect(validate(JSON.parse(JSON.stringify(report))), JSON.stringify(validate.errors)).toBe(true)
    }
  })

  it('refuses what is not a report', () => {
    const report = reportOf(verdict([judgedTask()]))
    const wrong: readonly unknown[] = [
      { ...report, schemaVersion: 2 },
      { ...report, extra: 1 },
      { ...report, startedAt: 'yesterday' },
      { ...report, gate: { ...report.gate, decision: 'green' } },
      { ...report, counts: { ...report.counts, passed: -1 } },
    ]
    expect(wrong.map(value => validate(value))).toEqual(wrong.map(() => false))
  })
})
