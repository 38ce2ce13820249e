import { describe, expect, it } from 'vitest'
import { parseConfigFile } from '../../src/plan/config-file.ts'
import { InputProblems } from '../../src/plan/problems.ts'
import { parseWaiverFile } from '../../src/plan/waiver-file.ts'
import { SERVICES } from '../../src/services/registry.ts'
import { blocksOf, filesUnder, type Page, pages, textOf } from './pages.ts'
import { hasCheckoutBefore, kindOf, permissionsOf, type YamlKind } from './steps.ts'
import { type Files, tryOut } from './trial.ts'

/** Every YAML example is run through the parser that reads the inputs and files of a real run. */

const services = SERVICES.map(({ name }) => name)
const EXAMPLES: Files = {
  config: textOf('examples/precheck.config.yml'),
  waivers: textOf('examples/precheck.waivers.yml'),
}

interface Example {
  readonly name: string
  readonly text: string
  readonly yaml: YamlKind
  readonly files: Files
}

const exampleOf = (name: string, text: string, files: Files): Example => ({
  name,
  text,
  yaml: kindOf(text),
  files,
})

/** A step on a page reads the config file that the page shows, if it shows one. */
function examplesOn(page: Page): readonly Example[] {
  const blocks = blocksOf(page, 'yaml', 'yml')
  const own = blocks.find(block => kindOf(block).kind === 'config')
  const files = { ...EXAMPLES, config: own ?? EXAMPLES.config }
  return blocks.map((block, index) => exampleOf(`${page.file}, block ${index + 1}`, block, files))
}

const isForUsers = ({ file }: Page) => !file.startsWith('simulator/')
const examples = [
  ...filesUnder('examples')
    .filter(file => file.endsWith('.yml'))
    .map(file => exampleOf(file, textOf(file), EXAMPLES)),
  ...pages.filter(isForUsers).flatMap(examplesOn),
]
const ofKind = (kind: YamlKind['kind']) => examples.filter(({ yaml }) => yaml.kind === kind)
const runs = examples.flatMap(({ name, yaml, files }) =>
  yaml.runs.map(
    run => [`${name} on ${run.event} ${Object.values(run.matrix)[0] ?? ''}`.trim(), run, files] as const,
  ),
)

describe('the YAML examples', () => {
  it('are workflows, steps, config files and waiver files', () => {
    for (const kind of ['workflow', 'steps', 'config', 'waivers'] as const) {
      expect(ofKind(kind).length, kind).toBeGreaterThan(1)
    }
    expect(runs.length).toBeGreaterThan(15)
  })

  it('are all looked at: none that uses this action is taken for something else', () => {
    const others = ofKind('other').filter(({ text }) => text.includes('migration-precheck-gate@'))
    expect(others.map(({ name }) => name)).toEqual([])
  })

  it.each(runs)('%s: the step has valid inputs and nothing to warn about', async (_, run, files) => {
    const trial = await tryOut(run, files)
    expect(trial.unknownInputs).toEqual([])
    expect([...trial.problems, ...trial.unavailable, ...trial.warnings]).toEqual([])
    expect(trial.statusHasNoCommit).toBe(false)
    const credentials = trial.plan?.credentials ?? new Map()
    expect(trial.plan?.targets.filter(({ credential }) => !credentials.has(credential))).toEqual([])
  })

  it.each(runs.filter(([, run]) => run.job !== null))(
    '%s: the job has the permissions and the files that the step needs',
    async (_, run, files) => {
      const { needs, needsCheckout } = await tryOut(run, files)
      expect([...needs].filter(need => !permissionsOf(run).includes(need))).toEqual([])
      expect(needsCheckout && !hasCheckoutBefore(run)).toBe(false)
    },
  )

  it.each(ofKind('config').map(({ name, text }) => [name, text]))(
    '%s is a config file',
    async (name, text) => {
      expect(await parseConfigFile(text, name, services)).toMatchObject({ problems: [] })
    },
  )

  it.each(ofKind('waivers').map(({ name, text }) => [name, text]))(
    '%s is a waiver file',
    async (name, text) => {
      const problems = new InputProblems()
      await parseWaiverFile(text, name, services, problems)
      expect(problems.all).toEqual([])
    },
  )
})

describe('the run of examples itself', () => {
  const good = 'uses: OWNER/migration-precheck-gate@v1\nwith: { service: drs, region: cn-north-4, job-ids: t1'
  const tried = async (text: string) => {
    const [run] = kindOf(text).runs
    if (run === undefined) throw new Error('no step')
    return tryOut(run, EXAMPLES)
  }

  it('finds an input that does not exist', async () => {
    expect((await tried(`${good}, jobs: x }`)).unknownInputs).toEqual(['jobs'])
  })

  it('finds a wrong value and one that means nothing', async () => {
    expect((await tried(`${good}, mode: dry-run }`)).problems).toHaveLength(1)
    expect((await tried(`${good}, database: orders }`)).warnings.join()).toContain('database')
  })

  it('finds what the job has to allow', async () => {
    const trial = await tried(
      `${good}, comment: always, name: a, waivers: w.yml, oidc-provider-urn: p, oidc-agency-urn: a }`,
    )
    expect([...trial.needs]).toEqual(['contents: read', 'id-token: write', 'pull-requests: write'])
    expect(
      (await tried(`${good}, config-ref: workspace, waivers: w.yml, waivers-ref: workspace }`)).needsCheckout,
    ).toBe(true)
  })

  it('finds a status without a commit', async () => {
    const text = `on: workflow_dispatch\njobs: { a: { steps: [{ ${good.replace('\n', ', ')}, commit-status: true } }] } }`
    expect((await tried(text)).statusHasNoCommit).toBe(true)
  })
})
