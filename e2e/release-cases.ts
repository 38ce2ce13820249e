import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import * as path from 'node:path'
import type { Case } from './case.ts'
import { mustRun } from './command.ts'
import { runStep } from './step-script.ts'
import type { Tools } from './tools.ts'

/** What the release workflow asks before it does anything. */
export function releaseCases({ jq }: Tools): readonly Case[] {
  return [
    {
      name: 'workflows: a release wants protected main, the version of package.json, and one above the last',
      run: async folder => {
        await jq()
        const released = await repositoryWith(folder, ['v1.9.9', 'v1.10.0', 'v1'])
        const good = await checked(folder, released, {})
        assert.equal(good.exitCode, 0, good.stdout + good.stderr)
        assert.equal((await checked(folder, released, { HEADING: `## ${VERSION}` })).exitCode, 0)
        for (const [attempt, change] of Object.entries(REFUSED)) {
          const { exitCode, stdout } = await checked(folder, released, change)
          assert.equal(exitCode, 1, `${attempt} should be refused`)
          assert.match(stdout, /^::error title=No release::/m, `${attempt} should be refused in words`)
        }
      },
    },
    {
      name: 'workflows: a release can be taken up again at its own commit, and at no other',
      run: async folder => {
        await jq()
        const repository = await repositoryWith(folder, ['v1.10.0'])
        await git(repository, 'tag', 'v1.11.0')
        assert.equal((await checked(folder, repository, {})).exitCode, 0)
        await git(repository, 'commit', '--quiet', '--allow-empty', '--message', 'Later')
        const later = await checked(folder, repository, {})
        assert.equal(later.exitCode, 1)
        assert.match(later.stdout, /v1\.11\.0 exists and is another commit/)
      },
    },
    {
      name: 'workflows: the first release of all needs no earlier tag',
      run: async folder => {
        await jq()
        assert.equal((await checked(folder, await repositoryWith(folder, []), {})).exitCode, 0)
      },
    },
  ]
}

const VERSION = '1.11.0'

const REFUSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'another branch': { GITHUB_REF: 'refs/heads/feature' },
  'an unprotected main': { REF_PROTECTED: 'false' },
  'another commit': { GITHUB_SHA: 'f'.repeat(40) },
  'a version that package.json does not have': { VERSION: '1.12.0' },
  'a version with a leading zero': { VERSION: '1.011.0', FILES_VERSION: '1.011.0' },
  'a pre-release': { VERSION: '1.12.0-rc.1', FILES_VERSION: '1.12.0-rc.1' },
  'a version with a line after it': { VERSION: '1.12.0\nx=y', FILES_VERSION: '1.12.0\nx=y' },
  'an older version': { VERSION: '1.2.0', FILES_VERSION: '1.2.0' },
  'a version that the changelog does not have': { HEADING: '## Unreleased' },
  'a version that only begins like one of the changelog': { HEADING: `## ${VERSION}0 - 2026-11-21` },
  'a version with any character for its dots': { HEADING: `## ${VERSION.replaceAll('.', 'x')}` },
  'a major version that the README does not show': { VERSION: '2.0.0', FILES_VERSION: '2.0.0' },
  'a description that the Marketplace refuses': { DESCRIPTION: 'x'.repeat(125) },
  'no description': { DESCRIPTION: '' },
  'a description on other lines': { DESCRIPTION: '>-' },
  'no icon': { ICON: '' },
}

const git = (repository: string, ...args: readonly string[]): Promise<string> =>
  mustRun('git', ['-c', 'user.name=e2e', '-c', 'user.email=e2e@localhost', ...args], { cwd: repository })

async function repositoryWith(folder: string, tags: readonly string[]): Promise<string> {
  const repository = path.join(folder, 'repository')
  await mustRun('git', ['init', '--quiet', repository])
  await git(repository, 'commit', '--quiet', '--allow-empty', '--message', 'Earlier')
  for (const tag of tags) await git(repository, 'tag', tag)
  await git(repository, 'commit', '--quiet', '--allow-empty', '--message', 'Now')
  return repository
}

async function checked(folder: string, repository: string, change: Readonly<Record<string, string>>) {
  const version = change['FILES_VERSION'] ?? VERSION
  for (const file of ['package.json', 'package-lock.json']) {
    writeFileSync(path.join(repository, file), JSON.stringify({ version }))
  }
  const heading = change['HEADING'] ?? `## ${version} - 2026-11-21`
  writeFileSync(path.join(repository, 'CHANGELOG.md'), `# Changelog\n\n${heading}\n`)
  writeFileSync(path.join(repository, 'README.md'), '- uses: OWNER/migration-precheck-gate@v1\n')
  const { DESCRIPTION: description = 'x'.repeat(124), ICON: icon = 'shield' } = change
  const branding = `branding:\n  icon: ${icon}\n  color: blue\n`
  writeFileSync(path.join(repository, 'action.yml'), `name: A\ndescription: ${description}\n${branding}`)
  const head = await git(repository, 'rev-parse', 'HEAD')
  return runStep(
    { workflow: 'release.yml', job: 'verify', step: 'version' },
    {
      folder,
      cwd: repository,
      environment: {
        VERSION,
        GITHUB_REF: 'refs/heads/main',
        REF_PROTECTED: 'true',
        GITHUB_SHA: head.trim(),
        ...change,
      },
    },
  )
}
