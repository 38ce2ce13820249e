import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import type { Case } from './case.ts'
import { mustRun } from './command.ts'
import { type GhAnswers, runStep } from './step-script.ts'
import type { Tools } from './tools.ts'

/** What the release workflow does once a maintainer has agreed: the scripts of its second job, on a bare repository. */
export function publishCases({ jq }: Tools): readonly Case[] {
  return [
    {
      name: 'workflows: a release goes out only where a reviewer was asked, and only main may ask',
      run: async folder => {
        await jq()
        for (const [attempt, answer] of Object.entries(UNGUARDED)) {
          const { exitCode, stdout } = await step(folder, 'environment', { gh: { environments: answer } })
          assert.equal(exitCode, 1, `${attempt} should be refused`)
          assert.match(stdout, /^::error title=No release::/m, `${attempt} should be refused in words`)
        }
        assert.equal((await step(folder, 'environment', { gh: {} })).exitCode, 1)
        const guarded = await step(folder, 'environment', { gh: { environments: GUARDED } })
        assert.equal(guarded.exitCode, 0, guarded.stdout + guarded.stderr)
      },
    },
    {
      name: 'workflows: a release needs its deploy key, and trusts the host keys that GitHub names',
      run: async folder => {
        const without = await step(folder, 'key', { environment: { DEPLOY_KEY: '' }, gh: META })
        assert.match(without.stdout, /^::error title=No release::.*RELEASE_DEPLOY_KEY/m)
        assert.equal(without.exitCode, 1)
        const given = { DEPLOY_KEY: 'made-up-key' }
        assert.notEqual((await step(folder, 'key', { environment: given, gh: { meta: '' } })).exitCode, 0)
        const end = await step(folder, 'key', { environment: given, gh: META })
        assert.equal(end.exitCode, 0, end.stderr)
        assert.doesNotMatch(end.stdout + end.stderr, /made-up-key/)
        assert.match(readFileSync(path.join(folder, 'ssh/environment'), 'utf8'), /StrictHostKeyChecking=yes/)
      },
    },
    {
      name: 'workflows: a release makes its tag once, never moves it, and moves the major tag last',
      run: async folder => {
        const { work, commits } = await repository(folder)
        const [first, second] = commits
        assert.ok(first && second)
        assert.equal((await push(folder, work, 'tag', first)).exitCode, 0)
        assert.equal((await push(folder, work, 'tag', first)).exitCode, 0, 'it can be taken up again')
        assert.notEqual((await push(folder, work, 'tag', second)).exitCode, 0, 'it stays where it is')
        assert.equal((await push(folder, work, 'major', first)).exitCode, 0)
        assert.equal((await push(folder, work, 'major', second)).exitCode, 0)
        const lost = await push(folder, work, 'major', second, first)
        assert.match(lost.stdout, /^::error title=Release::v1\.2\.3 is not at/m)
        const refs = await mustRun('git', ['ls-remote', '--tags', path.join(folder, 'remote.git')])
        assert.deepEqual(refs.trim().split(/\s+/), [second, 'refs/tags/v1', first, 'refs/tags/v1.2.3'])
      },
    },
    {
      name: 'workflows: a release has the SBOM of its lock file, or there is none',
      run: async folder => {
        await jq()
        const entry = (version: string, more = {}) => ({ version, ...more })
        const packages = {
          '': entry('1.2.3'),
          'node_modules/a': entry('1.0.0'),
          'node_modules/@b/c': entry('2.0.0'),
          'node_modules/a/node_modules/@b/c': entry('2.0.0'),
          'node_modules/tool': entry('3.0.0', { dev: true }),
        }
        writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages }))
        const components = [
          { name: 'a', version: '1.0.0' },
          { name: '@b/c', version: '2.0.0' },
        ]
        const whole = { bomFormat: 'CycloneDX', metadata: { component: { version: '1.2.3' } }, components }
        const good = await withSbom(folder, whole)
        assert.equal(good.exitCode, 0, good.stdout + good.stderr)
        for (const change of [
          { components: components.slice(1) },
          { components: [...components, { name: 'tool', version: '3.0.0' }] },
          { components: [{ name: 'a', version: '1.0.1' }, ...components.slice(1)] },
          { metadata: { component: { version: '1.2.2' } } },
          { bomFormat: 'none' },
        ]) {
          const { exitCode, stdout } = await withSbom(folder, { ...whole, ...change })
          assert.equal(exitCode, 1, JSON.stringify(change))
          assert.match(stdout, /^::error title=No release::The SBOM/m)
        }
      },
    },
    {
      name: 'workflows: a release carries its section of the changelog, and is immutable or none',
      run: async folder => {
        await jq()
        writeFileSync(path.join(folder, 'CHANGELOG.md'), CHANGELOG)
        const good = await release(folder, '1.2.3', { isImmutable: true })
        assert.equal(good.exitCode, 0, good.stdout + good.stderr)
        assert.equal(readFileSync(path.join(folder, 'notes.md'), 'utf8').trim(), '- What is new.')
        for (const state of [
          { isImmutable: false },
          { isDraft: true },
          { assets: [] },
          { assets: [...SBOM, { name: 'x' }] },
        ]) {
          const { exitCode, stdout } = await release(folder, '1.2.3', { isImmutable: true, ...state })
          assert.equal(exitCode, 1)
          assert.match(stdout, /not an immutable release/)
        }
        assert.match((await release(folder, '1.2.2', { isImmutable: true })).stdout, /CHANGELOG\.md is empty/)
      },
    },
  ]
}

const CHANGELOG = '# Changelog\n\n## 1.2.3 - 2026-11-21\n\n- What is new.\n\n## 1.2.2\n\n## 1.2.1\n\n- Old.\n'
const SBOM = [{ name: 'sbom.cdx.json' }]
const META: GhAnswers = { meta: 'github.com ssh-ed25519 AAAA\n' }
const REVIEWERS = { type: 'required_reviewers', reviewers: [{ type: 'User' }] }
const ONLY_MAIN = { protected_branches: true, custom_branch_policies: false }
const GUARDED = { protection_rules: [REVIEWERS], deployment_branch_policy: ONLY_MAIN }

/** Environments as GitHub describes them; the first is what it makes by itself. */
const UNGUARDED = {
  'no rule at all': { protection_rules: [], deployment_branch_policy: null },
  'rules that are missing': { deployment_branch_policy: ONLY_MAIN },
  'a wait instead of a reviewer': { ...GUARDED, protection_rules: [{ type: 'wait_timer', wait_timer: 30 }] },
  'a rule without anybody in it': { ...GUARDED, protection_rules: [{ ...REVIEWERS, reviewers: [] }] },
  'every branch': { ...GUARDED, deployment_branch_policy: null },
} as const

interface Around {
  readonly environment?: Readonly<Record<string, string>>
  readonly gh?: GhAnswers
  readonly cwd?: string
}

const step = (folder: string, name: string, { environment = {}, gh = {}, cwd = folder }: Around) =>
  runStep(
    { workflow: 'release.yml', job: 'publish', step: name },
    { folder, cwd, gh, environment: { GITHUB_REPOSITORY: 'acme/gate', VERSION: '1.2.3', ...environment } },
  )

/** Pushes for real, to a folder; `readBack` is the commit that GitHub then says the tags are at. */
function push(folder: string, cwd: string, name: string, sha: string, readBack = sha) {
  mkdirSync(path.join(folder, 'ssh'), { recursive: true })
  writeFileSync(path.join(folder, 'ssh/environment'), 'GIT_SSH_COMMAND=false\n')
  const environment = { REMOTE: path.join(folder, 'remote.git'), GITHUB_SHA: sha }
  return step(folder, name, { cwd, environment, gh: { 'commits/refs/tags/': readBack } })
}

function release(folder: string, version: string, state: object) {
  const whole = { isDraft: false, isPrerelease: false, assets: SBOM, ...state }
  const gh = { 'commits/refs/tags/': 'abc', 'release view': whole, 'release verify': '' }
  return step(folder, 'release', { environment: { VERSION: version, GITHUB_SHA: 'abc' }, gh })
}

function withSbom(folder: string, sbom: object) {
  mkdirSync(path.join(folder, 'sbom'), { recursive: true })
  writeFileSync(path.join(folder, 'sbom/sbom.cdx.json'), JSON.stringify(sbom))
  return step(folder, 'sbom', {})
}

async function repository(folder: string) {
  const work = path.join(folder, 'work')
  await mustRun('git', ['init', '--quiet', '--bare', path.join(folder, 'remote.git')])
  await mustRun('git', ['init', '--quiet', work])
  const commits: string[] = []
  for (const message of ['First', 'Second']) {
    const identity = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@localhost']
    await mustRun('git', [...identity, 'commit', '--quiet', '--allow-empty', '--message', message], {
      cwd: work,
    })
    commits.push((await mustRun('git', ['rev-parse', 'HEAD'], { cwd: work })).trim())
  }
  return { work, commits }
}
