import * as ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import type { Simulator } from '../../simulator/server.ts'
import { send, withSimulator } from './client.ts'

/**
 * The simulator's answers against GitHub's own description of its REST API, for each endpoint that the gate asks.
 *
 * The description comes as the types that are generated from it (@octokit/openapi-types, which @actions/github brings
 * anyway), and the TypeScript compiler compares: each answer is written into a source file as a literal of its type.
 * The same description as JSON (@octokit/openapi) is 385 MB unpacked, too much for every `npm ci`. What types cannot
 * say (formats, patterns, lengths) is not compared; a field unknown to GitHub, which a schema would let pass, is.
 */

const HEAD = 'a'.repeat(40)
const BASE = 'b'.repeat(40)
const REPOSITORY = '/repos/acme/orders-db'
const COMMENT_TOO_LONG = 'x'.repeat(65_537)
const NO_COMMIT = 'c'.repeat(40)
const COMPILER_TIMEOUT_MS = 60_000

const scenario: ScenarioInput = {
  github: {
    protectedBranches: ['main'],
    commits: [
      { sha: BASE, refs: ['main'], files: { 'gate/waivers.yaml': 'version: 1\n' } },
      { sha: HEAD, refs: ['feature'], files: { 'big.txt': 'x'.repeat(1_048_577) } },
    ],
    pulls: [
      { number: 7, head: HEAD, base: BASE, headRepository: 'fork/orders-db' },
      { number: 8, head: HEAD, base: BASE, state: 'closed' },
    ],
    comments: [{ issue: 7, body: 'a word before' }],
    tokens: [
      {},
      { token: 'personal', user: { login: 'mona', id: 1, type: 'User' } },
      { token: 'reader', permissions: { contents: 'read', pullRequests: 'none', statuses: 'none' } },
      { token: 'blind', permissions: { contents: 'none' } },
    ],
  },
}

interface Call {
  readonly words: string
  readonly method: 'get' | 'post' | 'patch'
  /** As the description names it. */
  readonly route: string
  /** As it is asked. */
  readonly target: string
  readonly status: number
  readonly body?: object
  readonly token?: string
}

const FILE = { method: 'get', route: '/repos/{owner}/{repo}/contents/{path}' } as const
const COMMIT = { method: 'get', route: '/repos/{owner}/{repo}/commits/{ref}' } as const
const GIT_COMMIT = { method: 'get', route: '/repos/{owner}/{repo}/git/commits/{commit_sha}' } as const
const BRANCH = { method: 'get', route: '/repos/{owner}/{repo}/branches/{branch}' } as const
const PULL = { method: 'get', route: '/repos/{owner}/{repo}/pulls/{pull_number}' } as const
const ON_ISSUE = '/repos/{owner}/{repo}/issues/{issue_number}/comments'
const LIST = { method: 'get', route: ON_ISSUE, target: `${REPOSITORY}/issues/7/comments` } as const
const CREATE = { ...LIST, method: 'post' } as const
const UPDATE = { method: 'patch', route: '/repos/{owner}/{repo}/issues/comments/{comment_id}' } as const
const FIRST_COMMENT = `${REPOSITORY}/issues/comments/1001`
const STATUS = { method: 'post', route: '/repos/{owner}/{repo}/statuses/{sha}' } as const
const ON_HEAD = `${REPOSITORY}/statuses/${HEAD}`
const USER = { method: 'get', route: '/user', target: '/user' } as const
const pending = { state: 'pending', context: 'precheck-gate/nightly' }
const described = { ...pending, state: 'success', description: 'd', target_url: 'https://ci.example.com/1' }

const CALLS: readonly Call[] = [
  { words: 'the repository', method: 'get', route: '/repos/{owner}/{repo}', target: REPOSITORY, status: 200 },
  { words: 'a person', ...USER, token: 'personal', status: 200 },
  { words: 'the user of an app token', ...USER, status: 403 },
  { words: 'the user of a wrong token', ...USER, token: 'guess', status: 401 },
  { words: 'a file', ...FILE, target: `${REPOSITORY}/contents/gate/waivers.yaml`, status: 200 },
  { words: 'a folder', ...FILE, target: `${REPOSITORY}/contents/gate`, status: 200 },
  { words: 'a large file', ...FILE, target: `${REPOSITORY}/contents/big.txt?ref=feature`, status: 200 },
  { words: 'no such file', ...FILE, target: `${REPOSITORY}/contents/none`, status: 404 },
  { words: 'a commit of git', ...GIT_COMMIT, target: `${REPOSITORY}/git/commits/${HEAD}`, status: 200 },
  { words: 'no commit of git', ...GIT_COMMIT, target: `${REPOSITORY}/git/commits/main`, status: 404 },
  { words: 'a file at no ref', ...FILE, target: `${REPOSITORY}/contents/gate?ref=gone`, status: 404 },
  { words: 'a hidden file', ...FILE, target: `${REPOSITORY}/contents/gate`, token: 'blind', status: 403 },
  { words: 'a protected branch', ...BRANCH, target: `${REPOSITORY}/branches/main`, status: 200 },
  { words: 'another branch', ...BRANCH, target: `${REPOSITORY}/branches/feature`, status: 200 },
  { words: 'no such branch', ...BRANCH, target: `${REPOSITORY}/branches/gone`, status: 404 },
  { words: 'a commit', ...COMMIT, target: `${REPOSITORY}/commits/main`, status: 200 },
  { words: 'no such commit', ...COMMIT, target: `${REPOSITORY}/commits/${NO_COMMIT}`, status: 422 },
  { words: 'a pull request from a fork', ...PULL, target: `${REPOSITORY}/pulls/7`, status: 200 },
  { words: 'a closed pull request', ...PULL, target: `${REPOSITORY}/pulls/8`, status: 200 },
  { words: 'no such pull request', ...PULL, target: `${REPOSITORY}/pulls/9`, status: 404 },
  { words: 'comments', ...LIST, status: 200 },
  { words: 'no comments', ...LIST, target: `${REPOSITORY}/issues/8/comments`, status: 200 },
  { words: 'comments on nothing', ...LIST, target: `${REPOSITORY}/issues/9/comments`, status: 404 },
  { words: 'a new comment', ...CREATE, body: { body: 'new' }, status: 201 },
  { words: 'a comment without a right', ...CREATE, body: { body: 'new' }, token: 'reader', status: 403 },
  { words: 'a new comment that is too long', ...CREATE, body: { body: COMMENT_TOO_LONG }, status: 422 },
  { words: 'a new comment without text', ...CREATE, body: {}, status: 422 },
  { words: 'a changed comment', ...UPDATE, target: FIRST_COMMENT, body: { body: 'changed' }, status: 200 },
  {
    words: 'too long a change',
    ...UPDATE,
    target: FIRST_COMMENT,
    body: { body: COMMENT_TOO_LONG },
    status: 422,
  },
  {
    words: 'a change of no comment',
    ...UPDATE,
    target: `${FIRST_COMMENT}9`,
    body: { body: 'x' },
    status: 404,
  },
  { words: 'a bare status', ...STATUS, target: ON_HEAD, body: pending, status: 201 },
  { words: 'a whole status', ...STATUS, target: ON_HEAD, body: described, status: 201 },
  { words: 'no status', ...STATUS, target: ON_HEAD, body: { state: 'green' }, status: 422 },
  {
    words: 'a status without a right',
    ...STATUS,
    target: ON_HEAD,
    body: pending,
    token: 'reader',
    status: 403,
  },
]

/**
 * GitHub describes few of its refusals per operation; the others have the form of all its errors. Every error has a
 * `status` of its own, which only some of the descriptions tell.
 */
const DECLARATIONS = `
  import type { components, paths } from '@octokit/openapi-types'
  type Responses<R extends keyof paths, M extends keyof paths[R]> =
    paths[R][M] extends { responses: infer All } ? All : never
  type Answer<R extends keyof paths, M extends keyof paths[R], S extends number> =
    S extends keyof Responses<R, M>
      ? Responses<R, M>[S] extends { content: { 'application/json': infer Body } }
        ? S extends 200 | 201 ? Body : Body & { status?: string }
        : never
      : S extends 200 | 201 ? never : components['schemas']['basic-error'] & { errors?: unknown }
`
const SOURCE = `${import.meta.dirname}/answers-of-the-simulator.ts`

/** Returns per answer what the compiler has against it. */
function compare(answers: readonly (Call & { readonly text: string })[]): readonly string[] {
  const literals = answers.map(
    ({ route, method, status, text }, index) =>
      `export const answer${index}: Answer<'${route}', '${method}', ${status}> = ${text.replaceAll('\n', ' ')}`,
  )
  const source = [...DECLARATIONS.trim().split('\n'), ...literals].join('\n')
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.getSourceFile = (name, version) =>
    name === SOURCE ? ts.createSourceFile(name, source, version) : getSourceFile(name, version)
  host.fileExists = name => name === SOURCE || fileExists(name)
  const found = ts.getPreEmitDiagnostics(ts.createProgram([SOURCE], options, host))
  const firstLine = DECLARATIONS.trim().split('\n').length
  const messages = found.map(({ file, start = 0, messageText }) => ({
    index: file?.fileName === SOURCE ? file.getLineAndCharacterOfPosition(start).line - firstLine : -1,
    text: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }))
  const elsewhere = messages.filter(({ index }) => index < 0)
  if (elsewhere.length > 0) throw new Error(`The comparison itself failed: ${JSON.stringify(elsewhere)}`)
  return answers.map((_answer, index) =>
    messages.flatMap(message => (message.index === index ? message.text : [])).join('\n'),
  )
}

async function ask(simulator: Simulator, call: Call) {
  const headers = { authorization: `Bearer ${call.token ?? simulator.credentials.githubToken}` }
  const body = call.body === undefined ? undefined : JSON.stringify(call.body)
  const {
    status,
    text,
    headers: got,
  } = await send(simulator, call.method.toUpperCase(), call.target, headers, body)
  return { ...call, text, got: { status, mediaType: got.get('content-type')?.split(';')[0] } }
}

describe("the simulator's answers are those of GitHub's description:", () => {
  const answers: Awaited<ReturnType<typeof ask>>[] = []
  let faults: readonly string[] = []
  let faultsOfBroken: readonly string[] = []

  beforeAll(async () => {
    await withSimulator({ scenario }, async simulator => {
      for (const call of CALLS) answers.push(await ask(simulator, call))
    })
    const broken = answers.flatMap(answer => (answer.words === 'a commit' ? brokenOf(answer) : []))
    const all = compare([...answers, ...broken])
    faults = all.slice(0, answers.length)
    faultsOfBroken = all.slice(answers.length)
  }, COMPILER_TIMEOUT_MS)

  it.each(CALLS.map((call, index) => [`${call.status} for ${call.words}`, index] as const))(
    '%s',
    (_words, index) => {
      expect(answers[index]?.got).toEqual({ status: CALLS[index]?.status, mediaType: 'application/json' })
      expect(faults[index]).toBe('')
    },
  )

  it('and a missing field, a wrong type, an unknown field or an undescribed success is noticed', () => {
    expect(faultsOfBroken).toEqual([
      expect.stringContaining("'node_id' is missing"),
      expect.stringContaining("'number' is not assignable to type 'string'"),
      expect.stringContaining('\'"flavour"\' does not exist'),
      expect.stringContaining("to type 'never'"),
    ])
  })
})

describe('a form that is not JSON', () => {
  it.each([
    ['sha', `${REPOSITORY}/commits/main`, 'application/vnd.github.sha', BASE],
    [
      'raw+json',
      `${REPOSITORY}/contents/gate/waivers.yaml`,
      'application/vnd.github.raw+json',
      'version: 1\n',
    ],
  ])('comes bare, as %s', (_form, target, accept, text) =>
    withSimulator({ scenario }, async simulator => {
      const headers = { accept, authorization: `Bearer ${simulator.credentials.githubToken}` }
      const reply = await send(simulator, 'GET', target, headers)
      expect(reply.headers.get('content-type')?.split(';')[0]).toBe(accept)
      expect(reply.text).toBe(text)
    }),
  )
})

function brokenOf<T extends Call & { readonly text: string }>(answer: T): readonly T[] {
  return [
    { ...answer, text: answer.text.replace(/"node_id":"[^"]*",/, '') },
    { ...answer, text: answer.text.replace(/"node_id":"[^"]*"/, '"node_id":1') },
    { ...answer, text: answer.text.replace('{', '{"flavour":1,') },
    { ...answer, status: 201 },
  ]
}
