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

/**
 * What stands in the source, character by character. That a page looks right says nothing of what was broken up without
 * need, and a parser here may be more forgiving than the one that shows the page. `~` stands for a zero-width space.
 */
const shown = (text: string) => text.replaceAll('\u200B', '~')

describe('logText', () => {
  const CONTROLS =
    '\u0000,\u001B,\u007F,\u009F,\u061C,\u200E,\u200F,\u202A,\u202E,\u2066,\u2069,\u{E0000},\u{E0041},\u{E007F}'.split(
      ',',
    )

  it.each([
    ['::e', ': :e'],
    ['::E', ': :E'],
    ['a::1', 'a::1'],
    ['a: :b', 'a: :b'],
    ['##[e', '# #[e'],
    ['##e', '##e'],
    ['#[e', '#[e'],
    ['a\t\n\v\f\r\u0085\u2028\u2029b', 'a b'],
    ['a  b ', 'a  b '],
  ])('makes of %j %j', (text, expected) => {
    expect(logText(text)).toBe(expected)
  })

  it.each(CONTROLS)('shows that %j was there', control => {
    expect(logText(`a${control}${control}b`)).toBe('a\uFFFD\uFFFDb')
  })
})

describe('markdownText', () => {
  it.each([
    // what GitHub would link
    ['@octocat', '@~octocat'],
    ['@-x @_y', '@~-x @~&#95;y'],
    ['a@b.example', 'a@~b.example'],
    ['@ a', '@ a'],
    ['#12', '&#35;~12'],
    ['GH-12 JIRA-7', 'GH-~12 JIRA-~7'],
    ['7-7 x-y', '7-7 x-y'],
    ['https://a.example', 'https:~//a.example'],
    [':tada: :+1: :x', '&#58;~tada: :~+1: :~x'],
    ['a: b, 12:30, a:b.', 'a: b, 12:30, a:b.'],
    ['at 12:30', 'at 12:~30'],
    ['a:b:c', 'a:~b:~c'],
    ['www.a WWW.a wwwa', 'www~.a WWW~.a wwwa'],
    ['deadbe deadbee DEADBEEF', 'deadbe deadbe~e DEADBE~EF'],
    // what Markdown would read
    ['& < > \\ ` * ~ [ ] | $ #', '&#38; &#60; &#62; &#92; &#96; &#42; &#126; &#91; &#93; &#124; &#36; &#35;'],
    ['_it_ a_b A_b 1_b a__b', '&#95;it_ a_b A_b 1_b a_&#95;b'],
    // what begins a block
    ['1. a', '1&#46; a'],
    ['12) a', '12&#41; a'],
    ['- a', '&#45; a'],
    ['+ a', '&#43; a'],
    ['= a', '&#61; a'],
    [': a', '&#58; a'],
    ['a 1. - + =', 'a 1. - + ='],
    ['3 of 4', '3 of 4'],
    // blanks
    [' \n a \t\r\n  b ', 'a b'],
    [' ', ''],
  ])('makes of %j %j', (text, expected) => {
    expect(shown(markdownText(text))).toBe(expected)
  })
})

describe('markdownProse', () => {
  it.each([
    ['plain words only.', 'plain words only.'],
    ['a @b c', 'a `@b` c'],
    ['@a @b', '`@a` `@b`'],
    ['((@a)),', '((`@a`)),'],
    ['@a).,;:!?', '`@a`).,;:!?'],
    ['f(@a)', '`f(@a`)'],
    ['(((', '((('],
    ['***', '`***`'],
    ['key=*** (redacted), ***.', '`key=***` (redacted), `***`.'],
    ['- @a', '&#45; `@a`'],
    ['  a \n b ', 'a b'],
    ['', ''],
    [' \t', ''],
  ])('makes of %j %j', (text, expected) => {
    expect(shown(markdownProse(text))).toBe(expected)
  })
})

describe('markdownCode', () => {
  it.each([
    ['a', '`a`'],
    [' a\nb ', '`a b`'],
    ['`a', '`` `a ``'],
    ['a`', '`` a` ``'],
    ['a`b', '``a`b``'],
    ['a``b`', '``` a``b` ```'],
    ['a|@b', '<code>a&#124;@~b</code>'],
  ])('makes of %j %j', (text, expected) => {
    expect(shown(markdownCode(text))).toBe(expected)
  })
})

describe('htmlCode', () => {
  it.each([
    ['@a @-', '<code>@~a @~-</code>'],
    ['https://x :y', '<code>https:~//x :y</code>'],
    ['www.x wwwx', '<code>www~.x wwwx</code>'],
    ['#1 deadbeef GH-1', '<code>&#35;1 deadbeef GH-1</code>'],
    [' <b>  a_b ', '<code>&#60;b&#62; a_b</code>'],
  ])('makes of %j %j', (text, expected) => {
    expect(shown(htmlCode(text))).toBe(expected)
  })
})

describe('markdownBlock', () => {
  it.each([
    ['a', '```\na\n```'],
    ['a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh', '```\na\nb\nc\nd\ne\nf\ng\nh\n```'],
    ['\ta\u0000\uD800\u202E', '```\n\ta\uFFFD\uFFFD\uFFFD\n```'],
    ['``', '```\n``\n```'],
    ['```', '````\n```\n````'],
    ['a````b``', '`````\na````b``\n`````'],
  ])('makes of %j %j', (text, expected) => {
    expect(markdownBlock(text)).toBe(expected)
  })
})

describe('markdownLink', () => {
  it('writes what could end the link, or begin something else in it, as code', () => {
    expect(markdownLink('a_b', 'https://a.example/(x)<>|\\`$[]?a=1&b=2&c=3#(y)')).toBe(
      '[a_b](https://a.example/%28x%29%3C%3E%7C/%60%24%5B%5D?a=1&amp;b=2&amp;c=3#%28y%29)',
    )
  })

  it.each(['https://user@a.example', 'https://:password@a.example', 'https//a.example', 'file:///a'])(
    'shows only the text for %s',
    url => {
      expect(markdownLink('Manual', url)).toBe('Manual')
    },
  )

  it.each(['', ' \n'])('is nothing for the text %j', text => {
    expect(markdownLink(text, 'https://a.example')).toBe('')
  })
})

describe('text for XML', () => {
  it.each([
    ['a\r\nb\rc\nd\te', 'a\nb\nc\nd\te', 'a b c d e'],
    ['\u0001\u001F\uFFFE\uFFFFa', 'a', '\uFFFD\uFFFDa'],
    ['a\uD800', 'a\uFFFD', 'a\uFFFD'],
    [' \uD7FF\uE000\uFFFD\u{10000}\u{10FFFF}', ' \uD7FF\uE000\uFFFD\u{10000}\u{10FFFF}', null],
  ])('%j is %j, on one line %j', (text, lines, line) => {
    expect(xmlText(text)).toBe(lines)
    expect(xmlLine(text)).toBe(line ?? lines)
  })
})
