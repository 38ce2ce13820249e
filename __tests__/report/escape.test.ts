import { describe, expect, it } from 'vitest'
import { htmlCode, logText, markdownCode, markdownProse, markdownText } from '../../src/report/escape.ts'
import { forAllHostile, readable } from '../../testing/reports/hostile.ts'
import { linkedLater, nodesOf, parseGfm, readText, structure } from './gfm.ts'

describe('logText', () => {
  const COMMAND = /::[a-z]|##\[/i
  const BREAKS =
    /[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF\u{E0000}-\u{E007F}]/u

  it('leaves no workflow command and no line break in any text', () => {
    forAllHostile(text => {
      expect(logText(text)).not.toMatch(COMMAND)
      expect(logText(text)).not.toMatch(BREAKS)
    })
  })

  it('does nothing more when it is done again, so that a whole line can be passed through it', () => {
    forAllHostile(text => expect(logText(logText(text))).toBe(logText(text)))
  })

  it('breaks commands of both syntaxes wherever they stand, in any case', () => {
    expect(logText('x ::Error file=a::b')).toBe('x : :Error file=a: :b')
    expect(logText(':::error::x')).toBe(':: :error: :x')
    expect(logText('x ##[ADD-MASK]y ###[group]')).toBe('x # #[ADD-MASK]y ## #[group]')
  })

  it('leaves a URN and ordinary colons readable', () => {
    expect(logText('iam::123456:agency:ci, 12:30, a: b')).toBe('iam::123456:agency:ci, 12:30, a: b')
  })

  it('shows what it replaced', () => {
    expect(logText('a\r\nb\u0000c\u202Ed\uD800')).toBe('a b\uFFFDc\uFFFDd\uFFFD')
  })
})

/** Places where a report puts text, with X for the text. */
const PLACES = {
  paragraph: 'X',
  'list item': '- X',
  'nested list item': '- a\n  - X',
  heading: '#### X',
  'middle of a line': 'before X after',
  'word before a colon': 'before X: after',
  'table cell': '| a | b |\n| --- | --- |\n| X | y |',
  'line of its own between paragraphs': 'text\n\nX\n\ntext',
  'line right under another': 'text\nX',
} as const

const INLINE = { markdownText, markdownProse, markdownCode }

describe.each(Object.entries(INLINE))('%s', (_, shown) => {
  it.each(Object.entries(PLACES))(
    'keeps the structure around it as a %s and what a reader reads',
    (_place, markdown) => {
      const put = (text: string) => markdown.replace('X', () => text)
      forAllHostile(text => {
        const escaped = shown(text)
        // Nothing to show is the caller's business: an empty heading is one all the same.
        if (escaped === '') return expect(readable(text)).toBe('')
        const rendered = put(escaped)
        expect(structure(rendered)).toBe(structure(put('x')))
        expect(linkedLater(rendered)).toEqual([])
        const expected = readText(put('PLACEHOLDER')).replace('PLACEHOLDER', () => readable(text))
        expect(readText(rendered).replace(/\s+/g, ' ')).toBe(expected.replace(/\s+/g, ' '))
      })
    },
  )
})

describe.each(Object.entries({ markdownText, markdownProse }))('%s', (_, shown) => {
  it('keeps strong text strong', () => {
    forAllHostile(text => {
      const escaped = shown(text)
      if (escaped === '') return
      expect(structure(`- **${escaped}** end`)).toBe(structure('- **x** end'))
    })
  })
})

describe('markdownText', () => {
  it('means the same inside an HTML element, where Markdown is not read', () => {
    forAllHostile(text => {
      const html = `<details><summary>${markdownText(text)}</summary>\n\nx\n\n</details>`
      expect(structure(html)).toBe(structure('<details><summary>x</summary>\n\nx\n\n</details>'))
    })
  })

  it('leaves ordinary prose as it is, so that the source can be read as well', () => {
    const prose = 'Set log_slave_updates = ON (5.7 and later); 3 of 4 nodes, host:3306, "x".'
    expect(markdownText(prose)).toBe(prose)
  })
})

describe('markdownProse', () => {
  it('shows words that GitHub would link as code, with nothing invisible to copy', () => {
    expect(markdownProse('Ask admin@example.com (see https://example.com/a_b).')).toBe(
      'Ask `admin@example.com` (see `https://example.com/a_b`).',
    )
    expect(markdownProse("GRANT SELECT ON `a`.* TO 'drs_user'@'%'")).toBe(
      "GRANT SELECT ON &#96;a&#96;.&#42; TO 'drs_user'@'%'",
    )
  })

  it('leaves Chinese text around such a word as text, although no blank stands between them', () => {
    expect(
      markdownProse('iam::0123:agency:wrong。无法在该处（https://github.com/acme）被拒绝：HTTP 404'),
    ).toBe('`iam::0123:agency:wrong`。无法在该处（`https://github.com/acme`）被拒绝：HTTP 404')
  })

  it('holds a zero-width space only where a word also holds a pipe', () => {
    forAllHostile(text => {
      if (text.includes('|') || text.includes('\u200B')) return
      expect(markdownProse(text)).not.toContain('\u200B')
    })
  })
})

describe('markdownCode', () => {
  it('is one piece of code with the very text', () => {
    forAllHostile(text => {
      if (text.includes('|') || readable(text) === '' || text.includes('\u200B')) return
      const codes = [...nodesOf(parseGfm(markdownCode(text)))].filter(node => node.type === 'inlineCode')
      expect(codes.map(({ value }) => value.replace(/\s+/g, ' '))).toEqual([readable(text)])
    })
  })

  it('keeps a pipe inside its table cell', () => {
    expect(markdownCode('a|b')).toBe('<code>a&#124;b</code>')
  })

  it('is nothing for blank text', () => {
    expect(markdownCode(' \n ')).toBe('')
    expect(htmlCode('\t')).toBe('')
  })
})

describe('htmlCode', () => {
  it('holds no markup, inside an HTML element and inside a table cell', () => {
    forAllHostile(text => {
      const inner = htmlCode(text).replace(/^<code>|<\/code>$/g, '')
      expect(inner).not.toMatch(/[<>|`*[\]]/)
      expect(structure(`| a |\n| --- |\n| ${htmlCode(text)} |`)).toBe(structure('| a |\n| --- |\n| x |'))
    })
  })

  it('leaves an id as it is, so that it can be copied', () => {
    const id = '140b5236-88ad-43c8-811c-1268453jb101'
    expect(htmlCode(id)).toBe(`<code>${id}</code>`)
  })
})
