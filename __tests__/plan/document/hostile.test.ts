import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { parseDocument } from '../../../src/plan/document/document.ts'
import { runs } from '../../../testing/effort.ts'
import { ddm, looseProblemsOf, problemsOf, readAnything, textsOf } from './reading.ts'

describe('what is confidential', () => {
  it.each([
    [
      'a wrong value',
      ddm('{nodes: {}, count: hunter2}'),
      'a value in targets[0].request is wrong; allowed: a whole number, at least 1',
    ],
    [
      'an unknown key',
      ddm('{nodes: {}, count: 1, hunter2: 1}'),
      'unknown key in targets[0].request; allowed: nodes, count',
    ],
    [
      'a value under a key of the user',
      ddm('{nodes: {hunter2: [hunter2]}, count: 1}'),
      'a value in targets[0].request is wrong; allowed: text',
    ],
    [
      'a key without a value',
      ddm('{nodes: {hunter2}, count: 1}'),
      'a value in targets[0].request is wrong; allowed: text',
    ],
    [
      'a key that is there twice',
      ddm('{nodes: {hunter2: a, hunter2: b}, count: 1}'),
      'a key is there twice; allowed: each key once; put what stands below the second one below the first',
    ],
    [
      'an alias',
      ddm('{nodes: {hunter2: *hunter2}, count: 1}'),
      'an alias (*name); allowed: the value itself',
    ],
    [
      'a missing key',
      ddm('{nodes: {hunter2: a}}'),
      '"count" is missing in targets[0].request; allowed: a whole number, at least 1',
    ],
    [
      'the whole part',
      ddm('hunter2'),
      'a value in targets[0].request is wrong; allowed: a mapping of keys to values',
    ],
  ])('is not shown for %s', async (_, text, problem) => {
    const problems = await problemsOf(text)
    expect(problems.map(one => one.replace(/^c\.yml:\d+:\d+: /, ''))).toEqual([problem])
  })

  it.each([
    ddm('{nodes: {a: "hunter2\n'),
    ddm('{nodes: {a: hunter2: b}}'),
    ddm('"hunter2 \\hunter2"'),
    ddm('@hunter2'),
    ddm('a\n hunter2: b'),
    ddm('[hunter2] hunter2'),
    ddm('|hunter2\n   hunter2'),
    ddm('!hunter2 x'),
    ddm('!!binary "hunter2 hunter2!"'),
    ddm('*hunter2'),
    ddm('{? [hunter2] : hunter2}'),
    `%hunter2\n---\n${ddm('{}')}`,
  ])('is not shown when the text cannot be read: %j', async text => {
    const problems = await problemsOf(text)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.join('\n')).not.toContain('hunter2')
  })

  it('can be the whole text, as in an input', async () => {
    const options = { file: 'request', schema: z.strictObject({ a: z.int() }), confidential: () => true }
    expect(textsOf(await parseDocument('{a: hunter2, hunter3: 1}', options))).toEqual([
      'request:1:5: a value is wrong; allowed: a whole number',
      'request:1:14: unknown key; allowed: a',
    ])
  })
})

describe('any text at all', () => {
  const pieces = [
    'a',
    ': ',
    '\n',
    '- ',
    '  ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '&x ',
    '*x',
    '!t ',
    '|',
    '>',
    '#',
    '%',
    '---\n',
    '? ',
    ',',
    '\t',
    '__proto__',
    '\u0000',
    '\uD800',
    '1e999',
  ]
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(parts => parts.join(''))

  it('gives a value or problems with a position, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, fc.string()), async input => {
        const { value } = await readAnything(input)
        expect(JSON.parse(JSON.stringify(value))).toEqual(value)
        for (const problem of await looseProblemsOf(input))
          expect(problem).toMatch(/^c\.yml:[1-9]\d*:[1-9]\d*: /)
      }),
      { numRuns: runs(1000), seed: 31 },
    )
  })

  it('in a confidential place never shows up in a problem', async () => {
    await fc.assert(
      fc.asyncProperty(text, async input => {
        const options = { file: 'r', schema: z.strictObject({ n: z.int() }), confidential: () => true }
        const secret = input
          .replaceAll('a', 'hunter2')
          .replaceAll('x', 'hunter2')
          .replaceAll('!t', '!hunter2')
        const result = await parseDocument(secret, options)
        const problems = textsOf(result)
        expect(result.value !== null || problems.length > 0).toBe(true)
        expect(problems.join('\n')).not.toContain('hunter2')
      }),
      { numRuns: runs(500), seed: 32 },
    )
  })

  it('that is JSON without rounding comes back as JSON.parse has it', async () => {
    const key = fc.string().filter(name => name !== '__proto__')
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(value, async expected => {
        const { value, problems } = await readAnything(JSON.stringify(expected))
        expect({ value, problems }).toEqual({ value: expected, problems: [] })
      }),
      { numRuns: runs(375), seed: 33 },
    )
  })
})
