import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Secrets } from '../../src/cloud/secrets.ts'
import { slowdown, TEN_TIMES_MOSTLY } from '../../testing/effort.ts'

function knowing(...all: readonly string[]): Secrets {
  const secrets = new Secrets(() => {})
  for (const secret of all) secrets.add(secret)
  return secrets
}

const signatureOf = (text: string) => createHash('sha256').update(text).digest('hex')
const base64 = (text: string) => Buffer.from(text).toString('base64')

const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0')
/** Every character of a text in one way; those outside of the basic plane stay one. */
const each = (text: string, write: (code: number) => string) =>
  [...text.toWellFormed()].map(character => write(character.codePointAt(0) ?? 0)).join('')
const percent = (text: string) =>
  [...Buffer.from(text.toWellFormed())].map(byte => `%${hex(byte, 2)}`).join('')
const units = (text: string) =>
  Array.from({ length: text.length }, (_, at) => `\\u${hex(text.charCodeAt(at), 4)}`).join('')

const NASTY: readonly (readonly [string, string])[] = [
  ['a secret key', 'vB8kPq2/Lx+9dWz7Hn4mTc1RsYe6GjUoQaKf0ZiE'],
  ['a word that the log uses', 'precheck'],
  ['replacement patterns', "$&$1$`$'$$"],
  ['the characters of regular expressions', '.*+?^${}()|[]\\/-'],
  ['quotes and backslashes', 'a"b\\c\'d"e\\\\f'],
  ['several lines', 'first line\nsecond line\r\nthird line'],
  ['blanks and signs of forms', 'a b+c&d=e%20f~g'],
  ['letters beyond ASCII', 'pässwörd-密码-😀'],
  ['half a surrogate pair', 'broken-\ud83d-pair'],
  ['the sign that stands for it', '*******'],
  ['six characters, the shortest', 'aB3$x/'],
  ['a long token', signatureOf('a').repeat(64)],
]

describe('a secret that is', () => {
  describe.each(NASTY)('%s', (_, secret) => {
    const { redact } = knowing(secret)
    const json = JSON.stringify(secret).slice(1, -1)
    const encoded = encodeURIComponent(secret.toWellFormed())

    it.each([
      ['as it is', secret],
      ['JSON-escaped', json],
      ['JSON-escaped with its slashes', json.replaceAll('/', '\\/')],
      ['in single quotes, as DRS writes JSON', secret.replaceAll(/['\\]/g, mark => `\\${mark}`)],
      ['JSON inside JSON', JSON.stringify(json).slice(1, -1)],
      ['URL-encoded', encoded],
      ['URL-encoded with small letters', encoded.replaceAll(/%../g, digits => digits.toLowerCase())],
      ['as a form field', new URLSearchParams({ a: secret }).toString().slice(2)],
      ['as part of a path', encodeURI(secret.toWellFormed())],
      ['with every byte URL-encoded', percent(secret)],
      ['with every byte URL-encoded in capitals', percent(secret).toUpperCase()],
      ['URL-encoded twice', encodeURIComponent(encoded)],
      ['with every character JSON-escaped', units(secret)],
      ['as decimal entities', each(secret, code => `&#${code};`)],
      ['as hexadecimal entities', each(secret, code => `&#x${hex(code, 2)};`)],
      ['as hexadecimal entities in capitals', each(secret, code => `&#X000${hex(code, 2).toUpperCase()};`)],
      ['in an HTML page in JSON', units(each(secret, code => `&#${code};`))],
    ])('is not found %s inside a text', (_form, form) => {
      expect(redact(`<${form}> and again ${form}`)).toBe('<***> and again ***')
    })

    it.each([0, 1, 2, 3, 4, 5])('is not found in base64 after %i bytes', before => {
      const whole = 'u'.repeat(before) + secret
      for (const text of [whole, `${whole}xyz`, `${whole}:`]) {
        for (const encoding of ['base64', 'base64url'] as const) {
          const form = Buffer.from(text).toString(encoding)
          const redacted = redact(`Basic ${form} end`)
          expect(redacted).toMatch(/^Basic [\w+/-]*\*\*\*[\w+/=-]* end$/)
          // What is left is the neighbours' bits: a character of ours at either end at the very most.
          const rest = redacted.replaceAll(/Basic | end|\*\*\*/g, '').length
          expect(rest).toBeLessThanOrEqual(form.length - Math.floor((Buffer.byteLength(secret) * 8) / 6) + 2)
        }
      }
    })
  })
})

describe('secrets are redacted', () => {
  it('in HTML that repeats what it was sent', () => {
    expect(knowing('a<b>&"c"').redact('<p>a&lt;b&gt;&amp;&quot;c&quot;</p>')).toBe('<p>***</p>')
  })

  it('by the names that HTML has for characters, alone or mixed with numbers', () => {
    const { redact } = knowing('a<b>&"c"=d', 'pässwörd')
    expect(redact('a&LT;b&gt;&amp;&#34;c&quot;&equals;d')).toBe('***')
    expect(redact('p&auml;ssw&#xF6;rd, p&auml;sswör')).toBe('***, p&auml;sswör')
  })

  it('in base64 whose signs are URL-encoded', () => {
    const secret = '>>>???>>>???'
    expect(base64(secret)).toMatch(/[+/]/)
    expect(knowing(secret).redact(`a=${encodeURIComponent(base64(secret))}&b`)).toBe('a=***&b')
  })

  it('as they came in: the text around them keeps its blanks, markup and encodings', () => {
    const { redact } = knowing('two  blanks <b>', '%41%42%43')
    expect(redact('<i>two  blanks <b>  %20 &amp; \\n</i> %41%42%43')).toBe('<i>***  %20 &amp; \\n</i> ***')
    expect(redact('two blanks <b>')).toBe('two blanks <b>')
  })

  it('as a whole when one stands inside another, whichever came first', () => {
    for (const order of [
      ['secret-1', 'my-secret-1-long'],
      ['my-secret-1-long', 'secret-1'],
    ]) {
      const { redact } = knowing(...order)
      expect(redact('my-secret-1-long, secret-1, my-secret-1')).toBe('***, ***, my-***')
    }
  })

  it('as one when they overlap, so that the second leaves no rest', () => {
    const { redact } = knowing('abcdefgh', 'efghijkl', 'ijklmnop')
    expect(redact('>abcdefghijklmnop<')).toBe('>***<')
    expect(redact('>abcdefghabcdefgh<')).toBe('>******<')
  })

  it('line by line, too: services wrap and indent', () => {
    const { redact } = knowing('-----BEGIN KEY-----\n  MIIEvQIBADAN\n-----END KEY-----')
    expect(redact('key: MIIEvQIBADAN.')).toBe('key: ***.')
  })

  it('with the blanks around them or without', () => {
    expect(knowing('  padded-secret ').redact('padded-secret,')).toBe('***,')
  })

  it('wherever they stand, whatever they are', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 30 })
    const anySecret = fc.string({ unit: 'grapheme', minLength: 6, maxLength: 40 })
    fc.assert(
      fc.property(fc.array(anySecret, { minLength: 1, maxLength: 4 }), anyText, (all, text) => {
        const { redact } = knowing(...all)
        const redacted = redact(all.join(text) + all.map(base64).join(text))
        return all.every(secret => secret.includes('*') || !redacted.includes(secret))
      }),
      { seed: 20261122, numRuns: 300 },
    )
  })

  it('and nothing else is', () => {
    const { redact } = knowing('Pre-Check', 'hunter22')
    const text = 'pre-check PRE-CHECK $& hunter2 ***, hunter\u200b22'
    expect(redact(text)).toBe(text)
    expect(redact('')).toBe('')
    expect(new Secrets(() => {}).redact(text)).toBe(text)
  })
})

describe('the beginning of a text', () => {
  const SECRET = 'secret&key<not>real'
  const forms = [SECRET, encodeURIComponent(SECRET), each(SECRET, code => `&#x000${hex(code, 2)};`)]

  it.each(forms)('holds no part of a secret that its end cuts, written as %s', form => {
    const { redactBeginning } = knowing(SECRET)
    for (let cut = 1; cut < form.length; cut += 1)
      expect(redactBeginning(`>> ${form} and more`, 3 + cut)).toBe('>> ***')
  })

  it('holds all of a shorter text, and no more than was asked for of a longer one', () => {
    const { redactBeginning } = knowing(SECRET)
    expect(redactBeginning(`>${SECRET}<`, 1_000)).toBe('>***<')
    expect(redactBeginning('abcdef', 3)).toBe('abc')
    expect(redactBeginning(`abc${SECRET}`, 3)).toBe('abc')
  })
})

describe('a secret is registered with the runner', () => {
  it('once, as it is, before it can be printed', () => {
    const masked: string[] = []
    const secrets = new Secrets(secret => masked.push(secret))
    expect(secrets.add('secret-1')).toBe(true)
    expect(masked).toEqual(['secret-1'])
    expect(secrets.add('secret-1')).toBe(true)
    secrets.add(signatureOf('a'))
    secrets.add(signatureOf('a'))
    expect(masked).toEqual(['secret-1', signatureOf('a')])
  })

  it('but not when it has less than six characters, which would blank half the log', () => {
    const masked: string[] = []
    const secrets = new Secrets(secret => masked.push(secret))
    expect(['', 'a', 'admin'].map(secret => secrets.add(secret))).toEqual([false, false, false])
    expect(masked).toEqual([])
    expect(secrets.redact('admin abcde')).toBe('admin abcde')
    expect(secrets.add('admin1')).toBe(true)
  })
})

describe('signatures', () => {
  const signed = (count: number) => {
    const secrets = knowing('lasting-secret')
    for (let at = 0; at < count; at += 1) secrets.add(signatureOf(String(at)))
    return secrets
  }

  it('are never forgotten, however many a long run for many tasks makes', () => {
    const { redact } = signed(20_000)
    for (const at of [0, 1, 9_999, 19_999])
      expect(redact(`Signature=${signatureOf(String(at))}, ${signatureOf('other')}`)).toBe(
        `Signature=***, ${signatureOf('other')}`,
      )
    expect(redact('lasting-secret')).toBe('***')
  })

  const own = signatureOf('0')
  it.each([
    ['between digits that could be its own', `abc${own}123`, 'abc***123'],
    ['one digit into another', `${own}${own.slice(0, 63)}`, `***${own.slice(0, 63)}`],
    ['URL-encoded digit by digit', percent(own), '***'],
    ['JSON-escaped digit by digit', units(own), '***'],
    ['as entities', each(own, code => `&#${code};`), '***'],
    ['without its last digit, which is none', own.slice(0, 63), own.slice(0, 63)],
    ['in capitals, which is none', own.toUpperCase(), own.toUpperCase()],
  ])('are found %s', (_, text, redacted) => {
    expect(signed(1).redact(text)).toBe(redacted)
  })

  it('leave nothing of the digits that overlap', () => {
    const secrets = new Secrets(() => {})
    const text = signatureOf('a') + signatureOf('b')
    for (const at of [0, 32, 64]) secrets.add(text.slice(at, at + 64))
    expect(secrets.redact(`<${text}>`)).toBe('<***>')
  })

  it.each([0, 1, 2, 3, 4, 5])('are found in base64 after %i bytes, in part of a path too', before => {
    const { redact } = signed(2)
    for (const encoding of ['base64', 'base64url'] as const) {
      const form = Buffer.from(`${'?'.repeat(before)}${signatureOf('1')}?`).toString(encoding)
      expect(redact(`/a-b/c/${form} end`)).toMatch(/^\/a-b\/c\/[\w+/-]{0,6}\*\*\*[\w+/=-]{0,5} end$/)
    }
  })

  it('are found at the end of a beginning, in any form', () => {
    const { redactBeginning } = signed(2)
    for (const form of [own, base64(`xy${own}`), units(own), each(own, code => `&#x000${hex(code, 2)};`)])
      for (const cut of [1, 40, form.length - 4])
        expect(redactBeginning(`>> ${form} and more`, 3 + cut)).toMatch(/^>> [\w+/]{0,3}(\*\*\*)?$/)
  })
})

it('ten times as many digits take about ten times as long, whether they are hexadecimal or base64', () => {
  const secrets = knowing(...Array.from({ length: 1_000 }, (_, at) => signatureOf(String(at))))
  for (const digits of [signatureOf('x'), base64(signatureOf('x')).replaceAll('=', '')]) {
    const redact = (count: number) => () => void secrets.redact(digits.repeat(count))
    expect(slowdown(redact(500), redact(5_000))).toBeLessThan(TEN_TIMES_MOSTLY)
  }
})

it('ten times the text takes about ten times as long where all of it is escapes', () => {
  const secrets = knowing('secret&key<not>real')
  const escapes = (count: number) => () => void secrets.redact('%25&amp;\\u0041'.repeat(count))
  expect(slowdown(escapes(2_000), escapes(20_000))).toBeLessThan(TEN_TIMES_MOSTLY)
})

it('ten times the texts take about ten times as long with 100,000 signatures and 10 secrets', () => {
  const secrets = knowing(...Array.from({ length: 10 }, (_, at) => base64(signatureOf(`key ${at}`))))
  for (let at = 0; at < 100_000; at += 1) secrets.add(signatureOf(String(at)))
  const text = `Table orders has no primary key; see 140b5236-88ad-43c8-811c-1268453jb101. ${signatureOf('x')}`
  // None twice: what a short text came to is remembered.
  let nth = 0
  const redactAll = (texts: number) => {
    for (const last = nth + texts; nth < last; nth += 1) secrets.redact(`${text} ${nth}`)
  }
  const ratio = slowdown(
    () => redactAll(3_000),
    () => redactAll(30_000),
  )
  expect(ratio).toBeLessThan(TEN_TIMES_MOSTLY)
  expect(secrets.redact(`${text} ${signatureOf('63')}`)).toBe(`${text} ***`)
})
