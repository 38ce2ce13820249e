import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import {
  htmlCode,
  logText,
  markdownBlock,
  markdownCode,
  markdownLink,
  markdownProse,
  markdownText,
  xmlLine,
  xmlText,
} from '../../src/report/escape.ts'
import { forAllHostile, HOSTILE_TEXTS, readable } from '../../testing/reports/hostile.ts'
import { nodesOf, parseGfm, structure } from './gfm.ts'

const MEGABYTE = 1_000_000

describe('markdownBlock', () => {
  it('is one block of code that nothing inside can end, also within an open element', () => {
    forAllHostile(text => {
      const lines = text
        .toWellFormed()
        .replace(/\r\n|[\v\f\r\u0085\u2028\u2029]/g, '\n')
        .replace(
          /(?![\t\n])[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu,
          '\uFFFD',
        )
      const markdown = `<details>\n\n${markdownBlock(text)}\n\n</details>`
      const codes = [...nodesOf(parseGfm(markdown))].filter(node => node.type === 'code')
      expect(codes.map(code => code.value)).toEqual([lines])
      expect(structure(markdown)).toBe(structure('<details>\n\n```\nx\n```\n\n</details>'))
    })
  })
})

describe('markdownLink', () => {
  it('links an https address whatever the text and the path hold', () => {
    forAllHostile(text => {
      if (readable(text) === '') return
      const url = `https://docs.example.com/${encodeURIComponent(text.toWellFormed())}_(x)|y?a=1&copy;=2`
      const markdown = `| a |\n| --- |\n| ${markdownLink(text, url)} |`
      const links = [...nodesOf(parseGfm(markdown))].filter(node => node.type === 'link')
      expect(links).toHaveLength(1)
      expect(new URL(links[0]?.url ?? '').hostname).toBe('docs.example.com')
      expect(links[0]?.url).toContain('&copy;=2')
    })
  })

  it.each(['javascript:alert(1)', 'http://example.com', 'https://user@example.com', 'data:x', '***', ''])(
    'shows only the text when the address is %j',
    url => expect(markdownLink('Manual', url)).toBe('Manual'),
  )

  it('links no address that comes from the text', () => {
    forAllHostile(text => {
      const links = [...nodesOf(parseGfm(markdownLink(text, 'ftp://x')))].filter(node => node.type === 'link')
      expect(links).toEqual([])
    })
  })
})

describe('xmlText and xmlLine', () => {
  const escapeXml = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

  it('leave only characters that XML 1.0 allows', () => {
    forAllHostile(text => {
      for (const shown of [xmlText(text), xmlLine(text)]) {
        expect(shown).not.toMatch(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u)
        expect(XMLValidator.validate(`<a>${escapeXml(shown)}</a>`)).toBe(true)
      }
      expect(xmlLine(text)).not.toMatch(/[\t\n]/)
    })
  })

  it('keep everything else', () => {
    const text = 'a\tb\nc \u4E2D\u6587 \uD83D\uDE00 <&>'
    expect(xmlText(text)).toBe(text)
    const parsed: unknown = new XMLParser({ trimValues: false }).parse(`<a>${escapeXml(xmlText(text))}</a>`)
    expect(parsed).toEqual({ a: text })
  })
})

describe('every function of the module', () => {
  const all = {
    logText,
    markdownText,
    markdownProse,
    markdownCode,
    htmlCode,
    markdownBlock,
    xmlText,
    xmlLine,
  }

  it.each(Object.entries(all))('%s takes a name of a megabyte', (_, shown) => {
    for (const text of HOSTILE_TEXTS.filter(part => part.trim() !== '')) {
      expect(shown(text.repeat(Math.ceil(MEGABYTE / 20 / text.length))).length).toBeGreaterThan(1000)
    }
  })
})
