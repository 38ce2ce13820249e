import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import * as z from 'zod'
import packageJson from '../../package.json' with { type: 'json' }
import { readAction } from '../../scripts/action-metadata.ts'
import { withTables } from '../../scripts/readme-tables.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const action = readAction()
/** Half of it are the tables of inputs and outputs. What is more belongs into docs/. */
const MOST_BYTES = 20_000

const workflowSchema = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()).optional(),
      steps: z.array(
        z.object({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() }),
      ),
    }),
  ),
})

/** The steps of all workflows in the README that use this action. */
function stepsOfExamples() {
  const blocks = [...readme.matchAll(/```yaml\n(on:|name:)([\s\S]*?)```/g)].map(
    ([, begin, rest]) => `${begin}${rest}`,
  )
  const jobs = blocks.flatMap(block => Object.values(workflowSchema.parse(parseYaml(block)).jobs))
  return jobs.flatMap(({ steps }) => steps).filter(({ uses }) => uses?.includes('migration-precheck-gate'))
}

describe('the README', () => {
  it('has the tables of action.yml; npm run docs writes them', () => {
    expect(readme).toBe(withTables(readme, action))
  })

  it('is no longer than a reader has patience for', () => {
    expect(Buffer.byteLength(readme)).toBeLessThanOrEqual(MOST_BYTES)
  })

  it('names only commands that are there', () => {
    const commands = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '')
    expect(commands).toContain('demo')
    expect(commands.filter(name => !Object.hasOwn(packageJson.scripts, name))).toEqual([])
  })

  it('uses only inputs that are there in its examples', () => {
    const steps = stepsOfExamples()
    expect(steps.length).toBeGreaterThan(0)
    const names = steps.flatMap(step => Object.keys(step.with ?? {}))
    expect(names.filter(name => !Object.hasOwn(action.inputs, name))).toEqual([])
  })

  it('promises no safe migration', () => {
    expect(readme).not.toMatch(/\b(guarantee|safely migrate|safe to migrate|risk-free|bulletproof)/i)
  })
})
