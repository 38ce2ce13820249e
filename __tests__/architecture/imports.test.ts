import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  callersOf,
  foreignUsers,
  isIn,
  longFiles,
  longFunctions,
  loopholes,
  meanLines,
  outwardImports,
  type Place,
  processUsers,
  textsWith,
  usersOf,
} from './rules.ts'
import { sourcesUnder } from './sources.ts'

/** The house as it is meant to stand, one line for each rule. What a room holds, it may use; packages have rules of their own. */

const MAY_IMPORT: readonly (readonly [room: Place, allowed: readonly Place[]])[] = [
  ['src/precheck/', ['src/ports.ts']],
  ['src/catalogue/', ['src/precheck/sentence.ts']],
  ['src/report/', ['src/precheck/', 'src/catalogue/', 'src/files/json.ts']],
  ['src/cloud/', ['src/precheck/model.ts', 'src/precheck/sentence.ts', 'src/files/json.ts', 'src/ports.ts']],
  [
    'src/github/',
    [
      'src/precheck/',
      'src/report/',
      'src/cloud/network-fault.ts',
      'src/cloud/http.ts',
      'src/cloud/agents.ts',
      'src/files/',
      'src/ports.ts',
    ],
  ],
  [
    'src/services/*/',
    [
      'src/services/*.ts',
      'src/catalogue/files.ts',
      'src/cloud/',
      'src/identity/',
      'src/precheck/',
      'src/files/json.ts',
      'src/ports.ts',
    ],
  ],
  [
    'src/identity/',
    ['src/cloud/', 'src/files/json.ts', 'src/precheck/model.ts', 'src/precheck/sentence.ts', 'src/ports.ts'],
  ],
  [
    'src/services/*.ts',
    [
      'src/services/*.ts',
      'src/services/*/definition.ts',
      'src/catalogue/files.ts',
      'src/cloud/',
      'src/identity/',
      'src/precheck/',
      'src/ports.ts',
    ],
  ],
  ['src/git/', ['src/github/event.ts', 'src/files/', 'src/precheck/sentence.ts', 'src/ports.ts']],
  [
    'src/merge/',
    [
      'src/precheck/',
      'src/report/',
      'src/plan/',
      'src/catalogue/catalogue.ts',
      'src/services/registry.ts',
      'src/gate.ts',
      'src/ci/ci-run.ts',
      'src/check/spare-memory.ts',
      'src/deadline.ts',
      'src/files/',
      'src/thrown.ts',
    ],
  ],
  ['src/files/', ['src/precheck/model.ts', 'src/precheck/sentence.ts', 'src/report/', 'src/thrown.ts']],
  ['src/ports.ts', []],
  ['src/files/json.ts', ['src/precheck/model.ts']],
  ['src/', ['src/']],
  ['simulator/', []],
]

const ONLY_USED_BY: readonly (readonly [used: string, users: readonly Place[]])[] = [
  ['src/door/start.ts', []],
  ['src/door/start-command.ts', []],
  ['src/door/doors.ts', ['src/door/start.ts', 'src/door/start-command.ts']],
  ['src/index.ts', ['src/door/doors.ts']],
  ['src/cli.ts', ['src/door/doors.ts']],
  ['src/door/door.ts', ['src/index.ts', 'src/cli.ts']],
  ['src/gate.ts', ['src/index.ts', 'src/command/gate-command.ts', 'src/merge/merge.ts']],
  ['src/merge/merge.ts', ['src/index.ts', 'src/command/gate-command.ts']],
  ['src/ci/github-side.ts', ['src/index.ts']],
  ['src/ci/git-side.ts', ['src/command/gate-command.ts']],
  ['src/services/registry.ts', ['src/gate.ts', 'src/merge/merge.ts', 'src/command/render-command.ts']],
  ['src/services/*/definition.ts', ['src/services/registry.ts', 'src/services/*/']],
  ['@actions/core', ['src/index.ts']],
  ['@actions/github', ['src/github/client.ts']],
  ['@actions/http-client', []],
  ['undici', []],
  ['node:process', []],
  ['node:child_process', ['src/git/git.ts']],
  ['node:http', ['src/cloud/']],
  ['node:https', ['src/cloud/']],
  ['yaml', ['src/plan/']],
]

/** The only rooms that make text safe; secrets.ts knows entities too, because secrets hide behind them. */
const ESCAPES: Place[] = ['src/report/escape.ts', 'src/report/junit.ts']
/** Says one thing, before anything is loaded. */
const FIRST: Place = 'src/door/start.ts'
const DOORS: Place[] = [FIRST, 'src/door/start-command.ts', 'src/index.ts', 'src/cli.ts', 'src/door/door.ts']
const SERVICE_NAME = /\b(drs|ddm|oms)\b/i
/** A service, a code of one, or a host of one: also in a comment, which would tell of a decision that is somebody else's. */
const OF_A_SERVICE = /\b(?:drs|ddm|oms|ghana)\b|\bDBS\.|INNER_ERROR|myhuaweicloud/i
const CREDENTIAL_INPUT =
  /\b(?:access-key|security-token|auth-token|iam-(?:user|password|domain|endpoint)|oidc-|sts-endpoint|oms-(?:user|password))/
const VENDOR_DOMAIN = /myhuaweicloud|t-systems/
const WORKFLOW_COMMAND = /::[A-Za-z]|##\[/
const ENTITY = /&(#\w+|[a-z]+);/i

const NEVER_SAID: readonly (readonly [what: string, RegExp, { places: Place[]; but?: Place[] }])[] = [
  ['a service by name', SERVICE_NAME, { places: ['src/precheck/', 'src/report/', 'src/gate.ts'] }],
  ['an input of a credential', CREDENTIAL_INPUT, { places: ['src/'], but: ['src/identity/'] }],
  ['a domain of the vendor', VENDOR_DOMAIN, { places: ['src/'], but: ['src/identity/regions.ts'] }],
  ['a workflow command', WORKFLOW_COMMAND, { places: ['src/'], but: [...ESCAPES, FIRST] }],
  ['an HTML or XML entity', ENTITY, { places: ['src/'], but: [...ESCAPES, 'src/cloud/secrets.ts'] }],
]

/**
 * Who may see the text of a `Sentence`: who shows it, and an `Error`, whose own words only a defect's log shows. Everybody
 * else has an object without a text in hand, so that no decision can hang on a wording.
 */
const SHOW_TEXT: Place[] = [
  'src/precheck/sentence.ts',
  'src/report/build.ts',
  'src/report/dossier.ts',
  'src/publish/defect.ts',
  'src/check/progress-log.ts',
  'src/gate.ts',
  'src/cloud/fault.ts',
  'src/cloud/network-fault.ts',
  'src/services/ddm/ddm.ts',
  // Comment and status.
  'src/github/comment-body.ts',
  'src/github/status.ts',
  // Into the JSON schema, whose descriptions are plain texts.
  'src/plan/document/allowed.ts',
  'src/merge/merged.ts',
  'src/command/report-argument.ts',
  'src/command/render-command.ts',
]

const ENVIRONMENT = [
  'env',
  'exit',
  'exitCode',
  'on',
  'once',
  'argv',
  'cwd',
  'chdir',
  'stdout',
  'stderr',
  'stdin',
]

const LARGEST_MEAN_LINES = 130
const LONGEST_FILE_LINES = 250
const LONGEST_FUNCTION_LINES = 60

const product = sourcesUnder('src')
const all = [...product, ...sourcesUnder('simulator')]

describe('the imports', () => {
  it.each(MAY_IMPORT)('of %s lead to itself and to %j only', (room, allowed) => {
    expect(all.filter(({ file }) => isIn(file, room)).length).toBeGreaterThan(0)
    expect(outwardImports(all, room, allowed)).toEqual([])
  })

  it.each(ONLY_USED_BY)('of %s stand in %j only', (used, users) => {
    expect(usersOf(product, used).length > 0).toBe(users.length > 0)
    expect(foreignUsers(product, used, users)).toEqual([])
  })
})

describe('the code', () => {
  it.each(NEVER_SAID)('never says %s', (_what, pattern, where) => {
    expect(textsWith(product, pattern, where)).toEqual([])
  })

  it('looks at the text of a sentence only where it is shown', () => {
    expect(callersOf(product, 'in', []).toSorted()).toEqual(
      SHOW_TEXT.map(file => `${file} calls .in()`).toSorted(),
    )
  })

  it('touches the process and its environment in the doors only', () => {
    expect(product.find(({ file }) => file === 'src/index.ts')?.processUses).toContain('env')
    expect(processUsers(product, ENVIRONMENT, DOORS)).toEqual([])
  })

  it('has neither `any` nor a cast by way of unknown', () => {
    expect(loopholes(product)).toEqual([])
  })
})

describe('src/cloud/', () => {
  const files = product.filter(({ file }) => isIn(file, 'src/cloud/')).map(({ file }) => file)

  it('names no service, no code and no host of one, in code or comments', () => {
    expect(files.length).toBeGreaterThan(20)
    expect(files.filter(file => OF_A_SERVICE.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  it.each(['// DRS does so', "'DBS.300129'", 'drs.cn-north-4.myhuaweicloud.com', "'ghana-operie1'"])(
    'would be found to by %s',
    text => {
      expect(text).toMatch(OF_A_SERVICE)
    },
  )
})

describe('the size', () => {
  it(`of a file is at most ${LONGEST_FILE_LINES} lines`, () => {
    expect(longFiles(product, LONGEST_FILE_LINES)).toEqual([])
  })

  it(`of all files is at most ${LARGEST_MEAN_LINES} lines in the mean`, () => {
    expect(meanLines(product)).toBeLessThanOrEqual(LARGEST_MEAN_LINES)
  })

  it(`of a function is at most ${LONGEST_FUNCTION_LINES} lines`, () => {
    expect(longFunctions(product, LONGEST_FUNCTION_LINES)).toEqual([])
  })
})
