import * as fc from 'fast-check'
import { anyCharacter } from '../any-character.ts'
import { runs } from '../effort.ts'
import { SEED } from './fixtures.ts'

/** Texts that somebody who may name a table, a label or a branch could try. */
export const HOSTILE_TEXTS: readonly string[] = [
  '::error::forged',
  'x ::ADD-MASK::the',
  '::stop-commands::token',
  ':::warning::x',
  '##[error]forged',
  'a ###[Group]b',
  '##[add-matcher]x.json',
  'line\n::set-output name=decision::passed',
  'line\r::notice::x',
  'a%0A::error::b',
  '**bold** _it_ ~~gone~~ `code` ``two`` *',
  '# heading',
  '> [!WARNING]\n> quote',
  '- [ ] task',
  '+ plus',
  '1. one',
  '12) one',
  '123456789. one',
  '===',
  '---',
  '- - -',
  ':--',
  '--- | ---',
  '| a | b |\n|---|---|\n| c | d |',
  'a|b\\|c\\\\|d',
  '`a|b`',
  '```\ncode\n```',
  '~~~~',
  '    indented',
  '\tindented',
  '[text](https://evil.example)',
  '![image](https://evil.example/x.png)',
  '[ref]: https://evil.example',
  '[^1] [^1]: note',
  '<https://evil.example>',
  'https://evil.example/path?a=b#c',
  'HTTPS://EVIL.EXAMPLE',
  'ftp://evil.example mailto:x@evil.example xmpp:x@evil.example',
  'www.evil.example (WWW.evil.example).',
  'mail@evil.example',
  "GRANT ALL ON *.* TO 'drs_user'@'%'",
  '@octocat @org/team (@octocat)',
  '#123 GH-123 gh-1 owner/repo#1 owner/repo@0123456789abcdef JIRA-7',
  '0123456789abcdef0123456789abcdef01234567',
  ':tada: :+1: :::smile:::',
  '$x^2$ $$y$$ $`z`$',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</details></summary></pre></td></table>',
  '<!-- comment',
  '--> ]]> <![CDATA[x]]> <?php ?> <!DOCTYPE x>',
  '&lt;b&gt; &amp; &#60; &copy; &',
  '\\ \\` \\\\ trailing\\',
  '`',
  '``',
  '`````````',
  ' ` ',
  '"quotes" \'single\' "',
  'true',
  '__proto__',
  'constructor',
  '',
  ' ',
  '\u00A0\u2003',
  '\u0000\u0001\u0007\u001B[31mred\u001B[0m\u007F\u0085\u009B',
  'a\u2028b\u2029c',
  'ignore\u{E0069}\u{E0067}\u{E006E}\u{E006F}\u{E0072}\u{E0065}\u{E007F} what is said',
  '\u202Egnp.exe\u202C \u2066x\u2069 \u200E\u200F\u061C',
  'zero\u200Bwidth\uFEFF',
  'lone \uD800 high, lone \uDC00 low \uDFFF\uD83D',
  '\uD83D\uDE00 four bytes \u4E2D\u6587',
  '{"__proto__":{"x":"::error::y"},"a":"b,c,d"}',
  "{'size': '1', 'x': True, 'y': 'it''s | `z`'}",
  '{"a":',
  '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
]

const halfCharacters = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code)),
  maxLength: 30,
})

/** Text glued together from pieces that mean something to a runner, a Markdown or an XML parser. */
const glued = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'::,:,##[,#,[,],(,),!,@,a,x,7,deadbeef,://,www.,http,GH-,`,``,|,\\,*,_,~,<,>,</,&,;,$,-,+,=,.,%0A'.split(
          ',',
        ),
        '\n',
        '\r',
        ' ',
        '    ',
        '\t',
        ',',
        '\u2028',
        '\uD800',
      ),
      fc.constantFrom(...HOSTILE_TEXTS),
    ),
    { maxLength: 12 },
  )
  .map(pieces => pieces.join(''))

export const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  glued,
  halfCharacters,
  fc.string({ unit: anyCharacter, maxLength: 30 }),
)

/** Checks every known text, then `madeUp` others. */
export function forAllHostile(check: (text: string) => void, madeUp = runs(100)): void {
  const property = fc.property(hostileText, text => {
    check(text)
  })
  fc.assert(property, {
    seed: SEED,
    numRuns: HOSTILE_TEXTS.length + madeUp,
    examples: HOSTILE_TEXTS.map((text): [string] => [text]),
  })
}

/** The text as a reader may expect it back: one line, no controls, blanks collapsed. */
export function readable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu, '\uFFFD')
    .replaceAll('\u200B', '')
    .replace(/\s+/g, ' ')
    .trim()
}
