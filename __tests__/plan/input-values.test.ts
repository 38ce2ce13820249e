import { describe, expect, it } from 'vitest'
import { inputNames } from '../../src/plan/inputs.ts'
import { DRS, KEYS, OTHER_TASK, planWith, TASK, targetOf, type Values } from './planning.ts'

const ID = '1 to 64 letters, digits, _ and -'

describe('a list input', () => {
  it.each([
    ['commas', `${TASK},${OTHER_TASK}`],
    ['commas and blanks', `  ${TASK} ,  ${OTHER_TASK},`],
    ['newlines', `${TASK}\n${OTHER_TASK}\n`],
    ['Windows newlines and tabs', `${TASK}\r\n\t${OTHER_TASK}\r\n`],
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

describe('a value in a message', () => {
  it('stays on one line, and is not shown when it is long', async () => {
    const short = await planWith({ ...DRS, mode: 'a\n::error::b' })
    expect(short.problems[0]).toBe('mode: "a\\n::error::b" is not valid; allowed: run or query')
    const long = await planWith({ ...DRS, mode: `a\n::error::b${'x'.repeat(200)}` })
    expect(long.problems[0]).toBe('mode: a text of 212 characters is not valid; allowed: run or query')
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
      nameIsOwn: false,
      failOn: 'failed',
      language: 'en-us',
      summary: 'full',
      annotations: false,
      reportDir: '?',
      comment: 'never',
      commitStatus: false,
      timeoutMs: 1_800_000,
    })
  })
})
