import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  commentBody,
  commentFooter,
  commentMarker,
  hasMarker,
  isGreen,
  MAX_COMMENT_CHARS,
} from '../../src/github/comment-body.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { inEnglish } from '../../testing/in-english.ts'

const MARKER = commentMarker({ workflow: 'Database', job: 'gate', name: 'nightly' })
const fixed = { marker: MARKER, decision: 'failed', language: 'en-us', footer: verbatim('foot') } as const

describe('the marker', () => {
  test('differs by workflow, job and name', () => {
    const gate = { workflow: 'w', job: 'j', name: 'n' }
    const markers = [gate, { ...gate, workflow: 'w2' }, { ...gate, job: 'j2' }, { ...gate, name: 'n2' }].map(
      commentMarker,
    )
    expect(new Set(markers).size).toBe(4)
    for (const marker of markers)
      expect(markers.filter(other => hasMarker(`${other}decision=failed -->`, marker))).toEqual([marker])
  })

  test('a value cannot pass for the next part of the marker', () => {
    const one = commentMarker({ workflow: 'w job=j', job: 'x', name: 'n' })
    const two = commentMarker({ workflow: 'w', job: 'j job=x', name: 'n' })
    expect(one).not.toBe(two)
  })

  test('never ends its HTML comment, and no two gates share one', () => {
    const gate = fc.record({ workflow: fc.string(), job: fc.string(), name: fc.string() })
    fc.assert(
      fc.property(gate, gate, (a, b) => {
        const inner = commentMarker(a).replace('<!-- precheck-gate ', '')
        expect(inner).toMatch(/^[0-9A-Za-z._%= ]+$/)
        expect(commentMarker(a) === commentMarker(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
      { seed: 20261121 },
    )
  })

  test('quoted in a reply it is not a marker', () => {
    expect(hasMarker(`> ${commentBody({ ...fixed, render: () => 'x' })}`, MARKER)).toBe(false)
  })

  test('tells green from red', () => {
    const body = (decision: 'passed' | 'failed' | 'inconclusive') =>
      commentBody({ ...fixed, decision, render: () => 'decision=passed' })
    expect([body('passed'), body('failed'), body('inconclusive')].map(text => isGreen(text, MARKER))).toEqual(
      [true, false, false],
    )
  })
})

describe('the body', () => {
  test('is marker, report and footer', () => {
    expect(commentBody({ ...fixed, render: () => '# Report' })).toBe(
      '<!-- precheck-gate workflow=Database job=gate name=nightly decision=failed -->\n# Report\n\nfoot',
    )
  })

  test('offers the rendering all that marker and footer leave', () => {
    const body = commentBody({ ...fixed, render: max => 'x'.repeat(max) })
    expect(body.length).toBe(MAX_COMMENT_CHARS)
    expect(body.endsWith('xx\n\nfoot')).toBe(true)
  })

  test.each(['x', '表', '𝄞'])(
    'a rendering of %s that breaks its limit is cut, says so and keeps the footer',
    char => {
      for (const over of [1, 2, 70_000]) {
        const body = commentBody({
          ...fixed,
          render: max => char.repeat(Math.ceil(max / char.length) + over),
        })
        expect(body.length).toBeLessThanOrEqual(MAX_COMMENT_CHARS)
        expect(body.length).toBeGreaterThan(MAX_COMMENT_CHARS - 4)
        expect(body.isWellFormed()).toBe(true)
        expect(body).toMatch(/the job summary has the rest\.\n\nfoot$/)
        expect(hasMarker(body, MARKER)).toBe(true)
      }
    },
  )

  test('characters of four bytes fill it to the last one', () => {
    const body = commentBody({ ...fixed, footer: null, render: max => '𝄞'.repeat(Math.floor(max / 2)) })
    expect(MAX_COMMENT_CHARS - body.length).toBeLessThan(2)
    expect(body.endsWith('𝄞𝄞')).toBe(true)
  })

  test('a limit below the marker leaves no room for the report and does not throw', () => {
    const body = commentBody({ ...fixed, maxChars: 3, render: max => 'x'.repeat(max + 1) })
    expect(body).toBe(`${MARKER}decision=failed -->\n\n\nfoot`)
  })

  test('the footer names commit and run', () => {
    expect(inEnglish(commentFooter('abc', 'https://github.com/a/b/actions/runs/1'))).toBe(
      '[This run](<https://github.com/a/b/actions/runs/1>) checked commit abc.',
    )
    expect(inEnglish(commentFooter('abc', null))).toBe('This run checked commit abc.')
  })
})
