import { describe, expect, it } from 'vitest'
import { drs, looseProblemsOf, problemsOf, read, readAnything } from './reading.ts'

describe('a document', () => {
  it.each([
    ['YAML', 'version: 1\ntargets:\n  - {service: drs, name: a, job-ids: [x, {id: y}]}\n'],
    ['JSON', '{"version": 1, "targets": [{"service": "drs", "name": "a", "job-ids": ["x", {"id": "y"}]}]}'],
    [
      'JSON indented by tabs',
      '{\n\t"version": 1,\n\t"targets": [\n\t\t{"service": "drs", "name": "a", "job-ids": ["x", {"id": "y"}]}\n\t]\n}',
    ],
    [
      'a byte order mark and Windows line ends',
      '\uFEFFversion: 1\r\ntargets:\r\n  - {service: drs, name: a, job-ids: [x, {id: y}]}\r\n',
    ],
  ])('may be %s', async (_, text) => {
    const targets = [{ service: 'drs', name: 'a', 'job-ids': ['x', { id: 'y' }] }]
    const { value, problems } = await read(text)
    expect({ value, problems }).toEqual({ value: { version: 1, targets }, problems: [] })
  })

  it('is read by YAML 1.2: yes, no, dates and octal-looking text stay text', async () => {
    const text = 'a: yes\nb: no\nc: 2026-12-31\nd: ~\ne: 12:30\nf: off\n1: g\nnull: h\n'
    const expected = {
      a: 'yes',
      b: 'no',
      c: '2026-12-31',
      d: null,
      e: '12:30',
      f: 'off',
      '1': 'g',
      null: 'h',
    }
    const { value, problems } = await readAnything(text)
    expect({ value, problems }).toEqual({ value: expected, problems: [] })
  })

  it('may name its version if that is 1.2', async () => {
    expect(await readAnything('%YAML 1.2\n---\na: yes\n')).toMatchObject({
      value: { a: 'yes' },
      problems: [],
    })
  })
})

describe('a document is refused, with file, line and column, for', () => {
  it.each([
    [
      'a key that is there twice',
      'a: 1\nb:\n  c: 1\n  c: 2\n',
      '4:3: key "c" is there twice; allowed: each key once; put what stands below the second one below the first',
    ],
    [
      'a key twice, once in quotes',
      '1: a\n"1": b\n',
      '2:1: key "1" is there twice; allowed: each key once; put what stands below the second one below the first',
    ],
    [
      'a key twice in JSON',
      '{"a": 1, "a": 1}',
      '1:10: key "a" is there twice; allowed: each key once; put what stands below the second one below the first',
    ],
    ['a second document', 'a: 1\n---\nb: 1\n', '2:1: a second document; allowed: one document per file'],
    ['a tag', 'a: !!str 1\n', '1:10: a tag (!name); allowed: plain values'],
    ['a tag of its own', 'a: !secret 1\n', '1:12: a tag (!name); allowed: plain values'],
    ['a tag on a list', 'a: !!seq [1]\n', '1:10: a tag (!name); allowed: plain values'],
    ['an anchor', 'a: &x 1\n', '1:7: an anchor (&name); allowed: plain values'],
    ['an alias', 'a: *x\n', '1:4: an alias (*name); allowed: the value itself'],
    ['an alias as key', '*x : 1\n', '1:1: a key that is not text; allowed: text as keys'],
    ['a list as key', 'a: 1\n? [secret]\n: 1\n', '2:3: a key that is not text; allowed: text as keys'],
    [
      'the key __proto__',
      'a:\n  __proto__: {b: 1}\n',
      '2:3: key "__proto__" has a reserved name; allowed: another name',
    ],
    [
      'a number that would be rounded',
      'a: 12345678901234567890\n',
      '1:4: a number that cannot be kept exactly; allowed: the same in quotes',
    ],
    ['infinity', 'a: [1, .inf]\n', '1:8: a number that cannot be kept exactly; allowed: the same in quotes'],
    ['YAML 1.1', '%YAML 1.1\n---\na: no\n', '1:1: another version of YAML; allowed: YAML 1.2'],
    [
      'an unknown directive',
      '%SECRET x\n---\na: 1\n',
      '1:1: a directive (%NAME); allowed: a document without directives',
    ],
    ['a tab as indentation', 'a:\n\tb: 1\n', '2:1: a tab as indentation; allowed: spaces'],
    [
      'a colon too many',
      'a: b: c\n',
      '1:4: a second "key: value" on one line; allowed: one per line, or quotes',
    ],
    [
      'a bad escape',
      'a: "\\q"\n',
      '1:5: unknown escape in double quotes; allowed: the escapes of JSON, or single quotes',
    ],
    [
      'a reserved character',
      'a: @b\n',
      '1:4: a value begins with a reserved character; allowed: the value in quotes',
    ],
    [
      'quotes left open',
      'a: 1\nb: "c\n',
      '3:1: a character is missing; allowed: a colon after a key, closed quotes and brackets',
    ],
  ])('%s', async (_, text, problem) => {
    expect(await looseProblemsOf(text)).toEqual([`c.yml:${problem}`])
  })

  it.each([
    [
      'an unknown key, at the key',
      drs('nmae: b'),
      '5:3: unknown key "nmae" in targets[0]; allowed: service, name, job-ids, wait, labels',
    ],
    [
      'an unknown word',
      'version: 1\ntargets:\n- service: DRS\n  name: a\n',
      '3:12: targets[0].service is "DRS"; allowed: "drs" or "ddm"',
    ],
    [
      'a list that is too short',
      drs('job-ids: []'),
      '5:12: targets[0].job-ids is an empty list; allowed: a list with 1 or more entries',
    ],
    [
      'a value of no type that is allowed',
      drs('job-ids: [a, 5]'),
      '5:16: targets[0].job-ids[1] is 5; allowed: text or a mapping of keys to values',
    ],
    [
      'a missing key in one branch of a union',
      drs('job-ids: [{}]'),
      '5:13: "id" is missing in targets[0].job-ids[0]; allowed: text',
    ],
    [
      'a number that is too small',
      drs('wait: 0.1'),
      '5:9: targets[0].wait is 0.1; allowed: a number, at least 0.5',
    ],
    [
      'a key of the wrong form',
      drs('labels: {A: b}'),
      '5:12: wrong key "A" in targets[0].labels; allowed: text matching ^[a-z]+$',
    ],
    ['a key without a value', drs('wait:'), '5:8: targets[0].wait is empty; allowed: a number, at least 0.5'],
    [
      'a key without a colon in braces',
      drs('labels: {a}'),
      '5:12: targets[0].labels.a is empty; allowed: text',
    ],
    [
      'a list where one value belongs',
      drs('wait: [1]'),
      '5:9: targets[0].wait is a list; allowed: a number, at least 0.5',
    ],
    ['nothing but a comment', '# later\n', '1:1: the file is empty; allowed: a mapping of keys to values'],
  ])('%s', async (_, text, problem) => {
    expect(await problemsOf(text)).toEqual([`c.yml:${problem}`])
  })

  it('a text that is too long, before anything else is done with it', async () => {
    const [problem] = await looseProblemsOf(`a: "${'é'.repeat(140_000)}"`)
    expect(problem).toBe('c.yml: 280005 bytes long; allowed: at most 262144 bytes')
  })

  it.each([
    ['brackets', '['.repeat(200_000)],
    ['closed brackets', '['.repeat(3000) + ']'.repeat(3000)],
    ['dashes', '- '.repeat(100_000)],
    ['question marks', '? '.repeat(100_000)],
    ['braces', '{a: '.repeat(50_000)],
    ['65 levels', '['.repeat(66) + ']'.repeat(66)],
  ])('nesting that is too deep: %s', async (_, text) => {
    const problems = await looseProblemsOf(text)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.length).toBeLessThanOrEqual(51)
  })

  it('aliases that would grow to billions of values, without growing them', async () => {
    const levels = Array.from({ length: 9 }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at}, `.repeat(9)}]`)
    const problems = await looseProblemsOf(`l0: &l0 [x]\n${levels.join('\n')}\n`)
    expect(problems[0]).toBe('c.yml:1:9: an anchor (&name); allowed: plain values')
    expect(problems.at(-1)).toBe('c.yml: 41 more problems')
  })

  it('many things at once, in the order of the text', async () => {
    const text =
      'version: 2\ntargets:\n- service: ddm\n  request: {nodes: 5, count: 0}\n- service: x\nother: 1\n'
    const positions = (await problemsOf(text)).map(problem => problem.split(' ')[0])
    expect(positions).toEqual(['1:10:', '4:20:', '4:30:', '5:12:', '6:1:'].map(at => `c.yml:${at}`))
  })
})
