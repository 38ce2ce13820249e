import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import packageJson from '../../package.json' with { type: 'json' }
import lock from '../../package-lock.json' with { type: 'json' }
import { filesUnder, headingsOf, pageOf, pages, textOf } from './pages.ts'

/** What the release workflow asks of the repository is asked here with every change, and so is what its settings rest on. */

const step = z.looseObject({
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
})
const job = z.looseObject({
  name: z.string(),
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  permissions: z.record(z.string(), z.string()),
  'timeout-minutes': z.number(),
  strategy: z.looseObject({ matrix: z.record(z.string(), z.array(z.string())) }).optional(),
  steps: z.array(step),
})
const workflowSchema = z.looseObject({
  permissions: z.strictObject({}),
  jobs: z.record(z.string(), job),
})

/** Has the rights and the times of its callers and legs; gate-workflow.test.ts holds it. */
const REUSABLE = '.github/workflows/gate.yml'

const workflows = filesUnder('.github/workflows').flatMap(file => {
  if (file === REUSABLE) return []
  const text = textOf(file)
  return [[file, { text, ...workflowSchema.parse(parse(text)) }] as const]
})

const jobsOf = (file: string): Readonly<Record<string, z.infer<typeof job>>> =>
  workflows.find(([name]) => name.endsWith(`/${file}`))?.[1].jobs ?? {}

/** The checks that a workflow makes, as branch protection names them. */
const checksOf = (file: string) =>
  Object.values(jobsOf(file)).flatMap(({ name, strategy }) =>
    strategy === undefined
      ? [name]
      : Object.values(strategy.matrix).flatMap(legs =>
          legs.map(leg => name.replace(/\$\{\{ matrix\.\w+ \}\}/, leg)),
        ),
  )

describe('the version', () => {
  const [major] = packageJson.version.split('.')

  it('is the same in both package files', () => {
    expect([lock.version, lock.packages[''].version]).toEqual([packageJson.version, packageJson.version])
  })

  it('is the newest section of the changelog, in the form that a release looks for', () => {
    const { tree } = pageOf('CHANGELOG.md')
    const sections = headingsOf(tree).flatMap(({ depth, position }) =>
      depth === 2 ? [textOf('CHANGELOG.md').split('\n')[(position?.start.line ?? 0) - 1] ?? ''] : [],
    )
    const versions = sections.filter(line => line !== '## Unreleased')
    expect(versions.filter(line => !/^## \d+\.\d+\.\d+(?: - \d{4}-\d\d-\d\d)?$/.test(line))).toEqual([])
    expect(versions[0]?.split(' ')[1]).toBe(packageJson.version)
  })

  it('has the major version that every example uses', () => {
    const examples = filesUnder('examples').map(textOf)
    const used = [...pages.map(({ text }) => text), ...examples].flatMap(text =>
      [...text.matchAll(/OWNER\/migration-precheck-gate(?:@|\/)(v\d+)\b/g)].map(([, tag]) => tag),
    )
    expect(used.length).toBeGreaterThan(20)
    expect(new Set(used)).toEqual(new Set([`v${major}`]))
  })
})

describe.each(workflows)('%s', (_, { text, jobs }) => {
  it('pins every action by commit, with its version beside it', () => {
    const used = text.split('\n').filter(line => /^[ -]*uses:/.test(line))
    expect(used.filter(line => !/uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([])
  })

  it('leaves no token on the disk', () => {
    const checkouts = Object.values(jobs).flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')),
    )
    expect(checkouts.filter(checkout => checkout.with?.['persist-credentials'] !== false)).toEqual([])
  })

  it('gives a right to write to no job that runs code of a dependency', () => {
    const writing = Object.values(jobs).filter(({ permissions }) =>
      Object.entries(permissions).some(([right, level]) => level === 'write' && right !== 'security-events'),
    )
    expect(writing.filter(({ steps }) => /npm |npx |node /.test(JSON.stringify(steps)))).toEqual([])
  })
})

describe('the required checks', () => {
  it('that the settings name are there', () => {
    const { text } = pageOf('docs/releasing.md')
    const list = /Required checks: ([^.]*)\./.exec(text.replaceAll('\n', ' '))?.[1] ?? ''
    const named = [...list.matchAll(/`([^`]+)`/g)].map(([, name]) => name)
    const all = ['codeql.yml', 'workflow-lint.yml', 'dependency-review.yml'].flatMap(checksOf)
    expect(named).toEqual(['CI', ...all])
    expect(checksOf('ci.yml')).toContain('CI')
  })

  it('stand for every job of their workflow', () => {
    const jobs = jobsOf('ci.yml')
    const others = Object.keys(jobs).filter(name => name !== 'required')
    expect(jobs['required']?.needs).toEqual(others)
    expect(JSON.stringify(jobs['required']?.steps)).toContain(`'${others.map(() => 'success').join(' ')}'`)
    expect(checksOf('ci.yml')).toEqual(
      expect.arrayContaining(['Tests on ubuntu-latest', 'Tests on macos-latest', 'Tests on windows-latest']),
    )
  })
})
