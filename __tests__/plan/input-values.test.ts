import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { inputNames } from '../../src/plan/inputs.ts'
import { DRS, KEYS, OTHER_TASK, planConfig, planWith, TASK, targetOf, type Values } from './planning.ts'

const ID = '1 to 64 letters, digits, _ and -'

describe('a list input', () => {
  it.each([
    ['commas', `${TASK},${OTHER_TASK}`],
    ['commas and blanks', `  ${TASK} ,  ${OTHER_TASK},`],
    ['newlines', `${TASK}\n${OTHER_TASK}\n`],
    ['Windows newlines and tabs', `${TASK}\r\n\t${OTHER_TASK}\r\n`],
    ['the commas of a JSON array', `["${TASK}", "${OTHER_TASK}"]`],
    ['the commas of a JSON array of several lines', `[\n  "${TASK}",\n  "${OTHER_TASK}"\n]\n`],
    ['lines that begin with #', `# ours, not theirs\n${TASK}\n   # ${TASK}\n${OTHER_TASK}\n#`],
  ])('is split at %s', async (_, text) => {
    const target = targetOf(await planWith({ ...DRS, ...KEYS, 'job-ids': text }))
    expect(target.tasks).toEqual([
      { id: TASK, label: null },
      { id: OTHER_TASK, label: null },
    ])
  })

  it('refuses an entry that is there twice, and says it once', async () => {
    const { problems } = await planWith({ ...DRS, 'job-ids': `${TASK} ${TASK},${OTHER_TASK}\n${TASK}` })
    expect(problems).toEqual([`job-ids: "${TASK}" stands there twice; allowed: each once`])
  })

  it.each([`["${TASK}"`, `["${TASK}",]`, `[${TASK}]`, `["${TASK}", 7]`, '[["a"]]', '[null]', '["a"] ["b"]'])(
    'that begins like a JSON array and is none of strings is told once: %s',
    async text => {
      const { problems } = await planWith({ ...DRS, 'job-ids': text })
      expect(problems).toEqual([
        'job-ids: begins like a JSON array and is none of strings; allowed: ["…", "…"]',
      ])
    },
  )

  describe('straight from Terraform 1.11', () => {
    const output = `["${TASK}","${OTHER_TASK}"]`
    const outputs = `{
  "job_ids": {
    "sensitive": false,
    "type": [
      "tuple",
      [
        "string",
        "string"
      ]
    ],
    "value": [
      "${TASK}",
      "${OTHER_TASK}"
    ]
  }
}
`
    it('holds the ids that one output has: terraform output -json job_ids', async () => {
      const target = targetOf(await planWith({ ...DRS, ...KEYS, 'job-ids': output }))
      expect(target.tasks.map(({ id }) => id)).toEqual([TASK, OTHER_TASK])
    })

    it('is told once where it holds all outputs: terraform output -json', async () => {
      const { problems } = await planWith({ ...DRS, 'job-ids': outputs })
      expect(problems).toEqual(['job-ids: is a JSON object; allowed: ["…", "…"]'])
    })

    it('is taken out of all outputs by their value', async () => {
      const { value } = z
        .object({ job_ids: z.object({ value: z.json() }) })
        .parse(JSON.parse(outputs)).job_ids
      const target = targetOf(await planWith({ ...DRS, ...KEYS, 'job-ids': JSON.stringify(value, null, 2) }))
      expect(target.tasks.map(({ id }) => id)).toEqual([TASK, OTHER_TASK])
    })
  })

  it('is not JSON because an address in it has brackets', async () => {
    const { problems } = await planConfig('version: 1\ntargets: []\n', {
      'allowed-hosts': '[::1]:8089 [fe80::1]',
    })
    expect(problems.join()).not.toContain('allowed-hosts')
  })

  it('of JSON is held to the same rules: empty, twice, wrong', async () => {
    const empty = await planWith({ ...DRS, 'job-ids': '[]' })
    expect(empty.problems).toEqual(['job-ids: missing; DRS needs at least one task id'])
    const wrong = await planWith({ ...DRS, 'job-ids': '["a", "a", "b/c", "d e"]' })
    expect(wrong.problems).toEqual([
      `job-ids: "b/c" is not valid; allowed: ${ID}`,
      `job-ids: "d e" is not valid; allowed: ${ID}`,
      'job-ids: "a" stands there twice; allowed: each once',
    ])
  })

  it('of comments only is empty', async () => {
    const { problems } = await planWith({ ...DRS, 'job-ids': '# later\n , \n#' })
    expect(problems).toEqual(['job-ids: missing; DRS needs at least one task id'])
  })

  it('names each wrong entry, not the whole list', async () => {
    const { problems } = await planWith({ ...DRS, 'job-ids': `${TASK}, a/b\nc?d` })
    expect(problems).toEqual([
      `job-ids: "a/b" is not valid; allowed: ${ID}`,
      `job-ids: "c?d" is not valid; allowed: ${ID}`,
    ])
  })
})

describe('a gate that only validates', () => {
  it('names what to do with the lines that it refuses', async () => {
    const { problems } = await planWith({ ...DRS, mode: 'validate', name: 'orders', comment: 'always' })
    expect(problems).toEqual([
      expect.stringMatching(/^comment: .* delete the line of this input for the validation, and put it back/),
    ])
  })
})

describe('a wrong boolean', () => {
  it.each([
    ['annotations', true],
    ['commit-status', false],
  ] as const)(
    'leaves %s at its default, so that it is told where its user looks',
    async (field, byDefault) => {
      const { problems, report } = await planWith({ ...DRS, ...KEYS, [field]: 'yes' })
      expect(problems).toEqual([`${field}: "yes" is not valid; allowed: true or false`])
      expect(field === 'annotations' ? report.annotations : report.commitStatus).toBe(byDefault)
    },
  )
})

describe('a value in a message', () => {
  it('stays on one line, and is not shown when it is long', async () => {
    const short = await planWith({ ...DRS, mode: 'a\n::error::b' })
    expect(short.problems[0]).toBe('mode: "a\\n::error::b" is not valid; allowed: run, query or validate')
    const long = await planWith({ ...DRS, mode: `a\n::error::b${'x'.repeat(200)}` })
    expect(long.problems[0]).toBe(
      'mode: a text of 212 characters is not valid; allowed: run, query or validate',
    )
  })
})

describe('a character that nobody can see', () => {
  it.each([
    ['a zero-width blank', '\u200b', '\\u200b', 'U+200B'],
    ['a blank that does not break', '\u00a0', '\\u00a0', 'U+00A0'],
    ['a right-to-left override', '\u202e', '\\u202e', 'U+202E'],
    ['a tag character', '\u{e0041}', '\\u{e0041}', 'U+E0041'],
    ['a filler', '\u3164', '\\u3164', 'U+3164'],
    ['a variation selector', '\ufe0f', '\\ufe0f', 'U+FE0F'],
    ['half a character', '\ud800', '\\ud800', 'U+D800'],
  ])('is named with code point and place, and not printed: %s', async (_, character, shown, name) => {
    const { problems } = await planWith({ ...DRS, 'job-ids': '', 'project-id': `😀b${character}c` })
    expect(problems[0]).toBe(
      `project-id: "😀b${shown}c" (character 3 is ${name}, which cannot be seen) is not valid; allowed: ${ID}`,
    )
  })

  it('is named in a long value too, of which nothing else is shown', async () => {
    const { problems } = await planWith({ ...DRS, 'project-id': `${'x'.repeat(99)}\u200b` })
    expect(problems[0]).toContain('a text of 100 characters (character 100 is U+200B')
  })

  it('is named in a config file, in ids and in names', async () => {
    const text = `version: 1\ntargets:\n  - { name: "a\u200b", service: drs, region: r1, job-ids: ["${TASK}\u2060"] }\n`
    const { problems } = await planConfig(text)
    expect(problems.map(problem => problem.replace(/; allowed: .*/, ''))).toEqual([
      'ci/gate.yml:3:13: targets[0].name is "a\\u200b" (character 2 is U+200B, which cannot be seen)',
      `ci/gate.yml:3:55: targets[0].job-ids[0] is "${TASK}\\u2060" (character 37 is U+2060, which cannot be seen)`,
    ])
  })
})

describe('the name of the gate', () => {
  it.each<Values>([{ comment: 'always' }, { comment: 'on-failure' }, { 'commit-status': 'true' }])(
    'must be set beside %j, because gates of one name overwrite each other',
    async beside => {
      const { problems, report } = await planWith({ ...DRS, ...KEYS, ...beside })
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatch(/^name: missing; gates of one name overwrite each other/)
      expect(report).toMatchObject({ name: 'precheck', nameIsOwn: false })
    },
  )

  it.each<Values>([{}, { comment: 'never', 'commit-status': 'false' }])(
    'may be left out beside %j',
    async beside => {
      const { problems, report } = await planWith({ ...DRS, ...KEYS, ...beside })
      expect(problems).toEqual([])
      expect(report).toMatchObject({ name: 'precheck', nameIsOwn: false })
    },
  )

  it('that is invalid is replaced, and nothing goes out under it', async () => {
    const { report } = await planWith({
      ...DRS,
      name: '../../evil',
      comment: 'always',
      'commit-status': 'true',
    })
    expect(report).toMatchObject({
      name: 'precheck',
      validates: false,
      nameIsOwn: false,
      comment: 'always',
      commitStatus: true,
    })
  })

  it('that is valid is its own', async () => {
    const { report } = await planWith({ ...DRS, ...KEYS, name: 'orders-mysql', comment: 'always' })
    expect(report).toMatchObject({ name: 'orders-mysql', nameIsOwn: true })
  })
})

describe('how to report', () => {
  it('is known even when everything is wrong, so that invalid input is reported too', async () => {
    const { report } = await planWith(Object.fromEntries(inputNames().map(name => [name, '?'])))
    expect(report).toEqual({
      name: 'precheck',
      validates: false,
      nameIsOwn: false,
      failOn: 'failed',
      language: 'en-us',
      summary: 'full',
      annotations: true,
      configIsCheckedOut: false,
      reportDir: '?',
      comment: 'never',
      commitStatus: false,
      timeoutMs: 1_800_000,
    })
  })
})
