import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import * as z from 'zod'
import type { Case } from './case.ts'
import { mustRun } from './command.ts'
import { runStep } from './step-script.ts'
import type { Tools } from './tools.ts'

/** The half of the dist rebuild that may write: what it lets through, and what a stranger could try. */
export function dependabotCases({ jq }: Tools): readonly Case[] {
  return [
    {
      name: 'workflows: a rebuilt dist is committed only to a pull request that is wholly the work of Dependabot',
      run: async folder => {
        await jq()
        assert.equal((await validated(folder, {})).exitCode, 0)
        for (const [attempt, change] of Object.entries(FOREIGN_WORK)) {
          const { exitCode, stdout } = await validated(folder, change)
          assert.equal(exitCode, 1, `${attempt} should be refused`)
          assert.match(stdout, /^::error title=Refused::/m, `${attempt} should be refused in words`)
        }
      },
    },
    {
      name: 'workflows: the patch of the rebuild may change plain files of dist and nothing else',
      run: async folder => {
        for (const [attempt, { edit, ends }] of Object.entries(PATCHES)) {
          const { exitCode, stdout } = await applied(folder, attempt, edit)
          assert.equal(exitCode, ends, `${attempt}: ${stdout}`)
        }
        const escaping =
          'diff --git a/../x b/../x\nnew file mode 100644\n--- /dev/null\n+++ b/../x\n@@ -0,0 +1 @@\n+x\n'
        assert.notEqual((await applied(folder, 'outside the tree', () => {}, escaping)).exitCode, 0)
      },
    },
    {
      name: 'workflows: the commit names the branch, the commit it stands on, and each file of dist',
      run: async folder => {
        await jq()
        const { repository, surroundings } = await withPatch(
          folder,
          'commit',
          PATCHES['all kinds of changes'].edit,
        )
        const { exitCode, stderr } = await runStep(step('apply'), surroundings)
        assert.equal(exitCode, 0, stderr)
        const sent = await runStep(step('commit'), { ...surroundings, gh: { 'api graphql': 'oid' } })
        assert.equal(sent.exitCode, 0, sent.stderr)
        const { input } = commitSchema.parse(
          JSON.parse(readFileSync(path.join(surroundings.folder, 'commit.json'), 'utf8')),
        ).variables
        assert.deepEqual(input.branch, { repositoryNameWithOwner: REPOSITORY, branchName: BRANCH })
        assert.equal(input.expectedHeadOid, HEAD)
        const contents = (file: string) => readFileSync(path.join(repository, file)).toString('base64')
        assert.deepEqual(input.fileChanges, {
          additions: ['dist/1.index.js', 'dist/index.js'].map(file => ({
            path: file,
            contents: contents(file),
          })),
          deletions: [{ path: 'dist/2.index.js' }],
        })
      },
    },
  ]
}

const REPOSITORY = 'acme/gate'
const BRANCH = 'dependabot/npm_and_yarn/zod-4.6.8'
const HEAD = '1f0c9ad3b6e04d2f8a7755c1c3e6b8d9a2f41e07'
const step = (id: string) => ({ workflow: 'dependabot-commit.yml', job: 'commit', step: id })

/** What GitHub says of an honest pull request; a variant replaces a part of it. */
const HONEST = {
  pull: {
    number: 7,
    user: { login: 'dependabot[bot]', type: 'Bot' },
    head: { sha: HEAD, repo: { full_name: REPOSITORY } },
    base: { ref: 'main', repo: { full_name: REPOSITORY } },
  },
  commits: [{ author: { login: 'dependabot[bot]' }, commit: { verification: { verified: true } } }],
  files: [{ filename: 'package.json' }, { filename: 'package-lock.json' }],
  branch: BRANCH,
  sha: HEAD,
}
type Seen = typeof HONEST & { readonly pulls: readonly unknown[] }

const signed = { verification: { verified: true } }
const FOREIGN_WORK: Readonly<Record<string, Partial<Seen>>> = {
  'a pull request of a person': { pull: { ...HONEST.pull, user: { login: 'mallory', type: 'User' } } },
  'an account with a name like it': {
    pull: { ...HONEST.pull, user: { login: 'dependabot[bot]', type: 'User' } },
  },
  'another bot': { pull: { ...HONEST.pull, user: { login: 'helpful[bot]', type: 'Bot' } } },
  'a fork': { pull: { ...HONEST.pull, head: { sha: HEAD, repo: { full_name: 'mallory/gate' } } } },
  'a branch that has moved': { pull: { ...HONEST.pull, head: { ...HONEST.pull.head, sha: 'f'.repeat(40) } } },
  'another base': { pull: { ...HONEST.pull, base: { ...HONEST.pull.base, ref: 'release' } } },
  'no open pull request': { pulls: [] },
  'two pull requests': { pulls: [HONEST.pull, HONEST.pull] },
  'a second commit by someone else': {
    commits: [...HONEST.commits, { author: { login: 'mallory' }, commit: signed }],
  },
  'an unsigned commit under its name': {
    commits: [{ author: { login: 'dependabot[bot]' }, commit: { verification: { verified: false } } }],
  },
  'no commit': { commits: [] },
  'a changed workflow': { files: [...HONEST.files, { filename: '.github/workflows/ci.yml' }] },
  'a changed source': { files: [...HONEST.files, { filename: 'src/index.ts' }] },
  'a file of that name elsewhere': { files: [{ filename: 'e2e/package.json' }] },
  'no changed file': { files: [] },
  'a branch of another name': { branch: 'feature' },
  'a branch that would end a line': { branch: 'dependabot/x\ny' },
  'a name in place of a commit': {
    pull: { ...HONEST.pull, head: { ...HONEST.pull.head, sha: 'main' } },
    sha: 'main',
  },
}

function validated(folder: string, change: Partial<Seen>) {
  const seen = { ...HONEST, ...change }
  return runStep(step('validate'), {
    folder,
    environment: { GITHUB_REPOSITORY: REPOSITORY, HEAD_BRANCH: seen.branch, HEAD_SHA: seen.sha },
    // Two pages, the second one empty, as --slurp gives them.
    gh: {
      '/pulls/7/commits': [seen.commits, []],
      '/pulls/7/files': [seen.files, []],
      '/pulls': seen.pulls ?? [seen.pull],
    },
  })
}

const write = (repository: string, file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(repository, file)), { recursive: true })
  writeFileSync(path.join(repository, file), text)
}

type Edit = (repository: string) => void
const patch = (ends: 0 | 1, edit: Edit) => ({ ends, edit })

const PATCHES = {
  'all kinds of changes': patch(0, repository => {
    write(repository, 'dist/index.js', 'new\r\nlines \n')
    write(repository, 'dist/1.index.js', 'added')
    rmSync(path.join(repository, 'dist/2.index.js'))
  }),
  'a workflow': patch(1, repository => write(repository, '.github/workflows/ci.yml', 'on: push')),
  'the source beside dist': patch(1, repository => {
    write(repository, 'dist/index.js', 'new')
    write(repository, 'src/index.ts', 'new')
  }),
  'a folder inside dist': patch(1, repository => write(repository, 'dist/deep/index.js', 'new')),
  'a hidden file': patch(1, repository => write(repository, 'dist/.npmrc', 'new')),
  'an odd name': patch(1, repository => write(repository, 'dist/a b\nc.js', 'new')),
  'a symbolic link': patch(1, repository => {
    rmSync(path.join(repository, 'dist/index.js'))
    symlinkSync('../src/index.ts', path.join(repository, 'dist/index.js'))
  }),
  'a program': patch(1, repository => chmodSync(path.join(repository, 'dist/index.js'), 0o755)),
} as const

async function applied(folder: string, name: string, edit: Edit, text?: string) {
  const { surroundings } = await withPatch(folder, name, edit, text)
  return runStep(step('apply'), surroundings)
}

/** A repository as Dependabot left it, and the patch that turns it into what `edit` makes of it. */
async function withPatch(folder: string, name: string, edit: Edit, text?: string) {
  const own = path.join(folder, name.replaceAll(' ', '-'))
  const repository = path.join(own, 'repository')
  write(repository, 'dist/index.js', 'old\n')
  write(repository, 'dist/2.index.js', 'old\n')
  write(repository, 'src/index.ts', 'old\n')
  const git = (...args: readonly string[]) =>
    mustRun(
      'git',
      ['-c', 'user.name=e2e', '-c', 'user.email=e2e@localhost', '-c', 'core.autocrlf=false', ...args],
      {
        cwd: repository,
      },
    )
  await git('init', '--quiet')
  await git('add', '--all')
  await git('commit', '--quiet', '--message', 'Bump')
  edit(repository)
  await git('add', '--all')
  const file = path.join(own, 'dist.patch')
  writeFileSync(file, text ?? (await git('diff', '--cached', '--binary', '--no-renames')))
  await git('reset', '--quiet', '--hard')
  const environment = { PATCH: file, GITHUB_REPOSITORY: REPOSITORY, HEAD_BRANCH: BRANCH, HEAD_SHA: HEAD }
  return { repository, surroundings: { folder: own, cwd: repository, environment } }
}

const commitSchema = z.object({
  variables: z.object({
    input: z.object({
      branch: z.record(z.string(), z.string()),
      expectedHeadOid: z.string(),
      fileChanges: z.object({
        additions: z.array(z.object({ path: z.string(), contents: z.string() })),
        deletions: z.array(z.object({ path: z.string() })),
      }),
    }),
  }),
})
