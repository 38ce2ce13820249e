import { describe, expect, it } from 'vitest'
import { findScenario } from '../../simulator/scenario/scenario.ts'
import { legReport } from '../merge/legs-of-a-run.ts'
import { type GateEnd, type GateRun, runGate, SECOND_TASK, TASK } from './harness.ts'

/** Under `language: zh-cn` every sentence that this project writes is Chinese. Words of services, codes and names stay. */

const HEAD = 'a'.repeat(40)
const BASE = 'b'.repeat(40)
const failed = { drs: [{ id: TASK, timeline: [{ payload: 'drs-mysql-failed' as const }] }] }
const CHINESE = { language: 'zh-cn' }
const OLD_WAIVER = `version: 1
waivers:
  - { item: srcDbBinlogIsOff, reason: 接受, owner: dba, expires: 2020-01-01 }
  - { item: 不存在, reason: 接受, owner: dba, expires: 2099-01-01 }
`

const WRONG_CONFIG = `version: 2
targets:
  - { name: a, service: drs, jobs: [x], job-ids: ["!"], region: cn-north-4 }
  - { name: a, service: drs, job-ids: [x, x, { id: y, label: l }, { id: z, label: l }], region: R, mode: go }
  - { service: ddm, database: d, request: { password: "", a: "\${NOT_LENT}", b: "\${GITHUB_TOKEN}", c: "\${ }" } }
  - { name: o, service: oms, endpoint: "https://elsewhere.example", job-ids: [np_1], database: d }
  - { name: p, service: drs, job-ids: [x], endpoint: "http://elsewhere.example/?a", request: 1 }
  - &anchor [1, *anchor, !tag x, 12345678901234567890]
`
const WRONG_WAIVERS = `version: 1
waivers:
  - { item: "", status: none, owner: a, expires: tomorrow, fingerprint: 1 }
  - { item: a, reason: b, owner: c, expires: 2099-01-01 }
  - { item: a, reason: b, owner: c, expires: 2099-01-01 }
  - 7
`

const RUNS: Readonly<Record<string, GateRun>> = {
  'a result with findings': { scenario: failed },
  'several tasks': {
    scenario: findScenario('demo-drs'),
    inputs: { 'job-ids': `${TASK},${SECOND_TASK}`, 'fail-on': 'warning' },
  },
  'waivers that do not hold': {
    scenario: failed,
    inputs: { waivers: 'waivers.yml' },
    prepare: ({ write }) => void write('waivers.yml', OLD_WAIVER),
  },
  'a report-only gate': { scenario: failed, inputs: { 'fail-on': 'never', annotations: 'false' } },
  'a start that is refused': {
    scenario: {
      drs: [{ id: TASK, start: [{ status: 'failed', error_code: 'DRS.M00304', error_msg: '不' }] }],
    },
  },
  'a right that is missing': {
    scenario: {
      drs: [{ id: TASK, start: [{ httpStatus: 403, error_code: 'DRS.M00102', error_msg: '不' }] }],
    },
  },
  'a key that is wrong': { inputs: { 'secret-access-key': 'not-the-one-of-the-key' } },
  'no credentials': { inputs: { 'access-key-id': '', 'secret-access-key': '' } },
  'a host that is not there': { inputs: { endpoint: 'http://127.0.0.1:9', 'project-id': 'p' } },
  'a deadline': {
    scenario: { drs: [{ id: TASK, timeline: [{ process: '40%', items: [] }] }] },
    inputs: { 'timeout-minutes': '0.05' },
  },
  'an old result': { scenario: findScenario('old-result'), inputs: { 'timeout-minutes': '0.2' } },
  'an item of an unknown status': {
    scenario: { drs: [{ id: TASK, timeline: [{ items: [{ item: 'odd', result: 'MAYBE' }] }] }] },
    inputs: { 'timeout-minutes': '0.05' },
  },
  'an answer of an unknown shape': {
    scenario: { drs: [{ id: TASK, timeline: [{ raw: { precheck_result: 'no list' } }] }] },
    inputs: { 'timeout-minutes': '0.05' },
  },
  'a look without a run': { inputs: { mode: 'validate' } },
  'a baseline that is not there': { scenario: failed, inputs: { baseline: 'gone.json' } },
  'inputs that are wrong': {
    inputs: {
      ...{ region: 'NOT-A-REGION', 'fail-on': 'sometimes', 'timeout-minutes': '0', annotations: 'yes' },
      ...{
        'job-ids': '[1]',
        endpoint: 'ftp://u:p@h/?q#f',
        'allowed-hosts': 'a b a',
        'oidc-provider-urn': 'p',
      },
      ...{ 'poll-interval-seconds': 'x', name: '-', 'ca-certificate': 'none.pem', waivers: 'none.yml' },
      ...{ 'commit-status': 'true', 'commit-sha': 'main', request: '{ password: "", a: "${B}" }' },
    },
  },
  'a mode that may not be announced': { inputs: { mode: 'validate', comment: 'always', name: 'a' } },
  'no service': { inputs: { service: '', 'settle-seconds': '3600', 'timeout-minutes': '1' } },
  'a config file that is wrong': {
    inputs: { config: 'gate.yml', 'allowed-variables': 'GITHUB_TOKEN', catalogue: 'team.yml' },
    prepare: ({ write }) => {
      write('gate.yml', WRONG_CONFIG)
      write('team.yml', 'version: 1\nitems: { " ": { steps: [] } }\n')
    },
  },
  'a config file that is no YAML': {
    inputs: { config: 'gate.yml' },
    prepare: ({ write }) => void write('gate.yml', 'a: b: c\n\tx: [\n'),
  },
  'a waiver file that is wrong': {
    inputs: { waivers: 'waivers.yml' },
    prepare: ({ write }) => void write('waivers.yml', WRONG_WAIVERS),
  },
  'legs that are missing or not accepted': {
    merges: true,
    inputs: {
      reports: 'reports none',
      expected: 'orders, billing',
      'any-run': 'true',
      'legs-result': 'cancelled',
    },
    prepare: ({ write }) => {
      write('reports/a/report.json', '')
      write('reports/b/report.json', '{ "gate": { "name": "orders" } }')
      write('reports/c/report.json', JSON.stringify(legReport('archive')))
      write('reports/d/report.json', 'no')
    },
  },
  'a merge of wrong inputs': { merges: true, inputs: { 'fail-on': 'warning', 'legs-result': 'ok' } },
}

const ON_PULL = {
  name: 'pull_request',
  payload: {
    pull_request: {
      number: 7,
      head: { sha: HEAD, repo: { id: 1 } },
      base: { sha: BASE, ref: 'main', repo: { id: 1 } },
    },
    repository: { default_branch: 'main' },
  },
}
const BY_HAND = { name: 'workflow_dispatch', payload: { repository: { default_branch: 'main' } } }
const COMMITS = [
  { sha: BASE, refs: ['main'] },
  { sha: HEAD, refs: ['feature'] },
]
const onPull = (permissions: object = {}) => ({
  ...failed,
  github: { commits: COMMITS, pulls: [{ number: 7, head: HEAD, base: BASE }], tokens: [{ permissions }] },
})
const STATUS = { name: 'orders', 'commit-status': 'true', 'commit-sha': HEAD }

/** Those that GitHub takes part in. */
const GITHUB_RUNS: Readonly<Record<string, GateRun>> = {
  'a comment on a pull request': {
    scenario: onPull(),
    event: ON_PULL,
    inputs: { name: 'orders', comment: 'always' },
  },
  'a comment that is refused': {
    scenario: onPull({ pullRequests: 'read' }),
    event: ON_PULL,
    inputs: { name: 'orders', comment: 'always' },
  },
  'a comment without a pull request': {
    scenario: onPull(),
    event: BY_HAND,
    inputs: { name: 'orders', comment: 'always' },
  },
  'waivers that the base branch does not have': {
    scenario: onPull(),
    event: ON_PULL,
    inputs: { waivers: 'waivers.yml' },
  },
  'a status': { scenario: onPull(), event: BY_HAND, inputs: STATUS },
  'a status that is refused': { scenario: onPull({ statuses: 'none' }), event: BY_HAND, inputs: STATUS },
  'a status of an unknown commit': {
    scenario: onPull(),
    event: BY_HAND,
    inputs: { ...STATUS, 'commit-sha': 'c'.repeat(40) },
  },
  'a token that is none': {
    scenario: onPull(),
    event: ON_PULL,
    inputs: { ...STATUS, comment: 'always', 'github-token': 'ghs_NoTokenOfThisServer' },
  },
}

/** What GitHub is given to show: bodies of comments, descriptions of statuses. */
function shownByGitHub({ requests }: GateEnd): string {
  const posts = requests.filter(({ operation }) => /github\.(create|update)(Comment|Status)$/.test(operation))
  return posts.map(({ body }) => Object.values(JSON.parse(body)).join('\n')).join('\n')
}

/** What GitHub says itself stands in quotation marks behind the status of its answer. */
const GITHUBS_WORDS = /(HTTP \d{3})，".*?"(?=，请求|[。；）])/g

/** Three Latin words in a row; a path, an address, a command and an id hold none. */
const SENTENCE = /\p{Script=Latin}{2,}(?:[,:]? \p{Script=Latin}{2,}){2,}/gu

/** A text without what is no prose: markup, code, addresses, encodings. */
function prose(text: string): string {
  return text
    .replace(GITHUBS_WORDS, '$1')
    .replace(/<(script|style|pre|code|head)\b[^>]*>[\s\S]*?<\/\1>/g, ' ¶ ')
    .replace(/^ *(`{3,}).*\n[\s\S]*?^ *\1$/gm, ' ¶ ')
    .replace(/(`+)[^`]+\1/g, ' ¶ ')
    .replace(/<[^>]*>/g, ' ¶ ')
    .replace(/&#(\d+);|%0A/g, (_found, code: string | undefined) =>
      code === undefined ? '\n' : String.fromCodePoint(Number(code)),
    )
    .replace(/&quot;/g, '"')
    .replace(/\bhttps?:\/\/\S+/g, ' ¶ ')
}

/** All that the service, or a command of the catalogue, says in a run. */
function othersWords({ report }: GateEnd): string {
  const tasks = report.targets.flatMap(target => target.tasks)
  const items = tasks.flatMap(task =>
    task.items.flatMap(item => [
      item.reason,
      item.detail,
      item.adviceFrom === 'service' ? item.suggestion : null,
      ...item.steps.map(step => step.code),
    ]),
  )
  const quoted = tasks.map(({ error }) => /"[\s\S]*"/.exec(error?.message ?? '')?.[0])
  return [...items, ...quoted].join('\n').replace(/\s+/g, ' ')
}

describe.concurrent('under zh-cn', () => {
  it.each(Object.entries({ ...RUNS, ...GITHUB_RUNS }))('%s is told in Chinese alone', async (_name, run) => {
    const end = await runGate({ ...run, inputs: { ...run.inputs, ...CHINESE } })
    const others = othersWords(end)
    const texts = { log: end.log, summary: end.summary, page: end.html, github: shownByGitHub(end) }
    const english = Object.entries(texts).flatMap(([where, text]) =>
      prose(text)
        .split('\n')
        .flatMap(line => line.match(SENTENCE) ?? [])
        .filter(words => !others.includes(words))
        .map(words => `${where}: ${words}`),
    )
    expect([...new Set(english)]).toEqual([])
    expect(end.summary).toMatch(/[\p{Script=Han}]{4}/u)
  })
})
