import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { credentials } from './credentials.ts'
import { rateLimits, rules } from './faults.ts'
import { github } from './github.ts'
import { ddm, drs, oms } from './services.ts'

/** A whole scenario: who may come in, what the services play, and what goes wrong. Everything has a default. */
export const scenarioSchema = z.strictObject({
  description: z.string().optional(),
  credentials,
  drs,
  ddm,
  oms,
  github,
  rules,
  rateLimits,
  /** How far the simulator's clock is ahead of the real one, for a client whose clock is wrong. */
  clockOffsetMs: z.number().int().default(0),
})
export type Scenario = z.output<typeof scenarioSchema>
export type ScenarioInput = z.input<typeof scenarioSchema>

/** What is wrong with a scenario, one problem a line, each with its path. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError'
}

const SCENARIO_FOLDER = new URL('../scenarios/', import.meta.url)

/** The validated scenario. Throws ScenarioError with all problems at once. */
export function parseScenario(value: unknown, where = 'scenario'): Scenario {
  const parsed = scenarioSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.flatMap(issue => explain(issue, []))
  throw new ScenarioError(`${where} is not valid:\n${problems.map(problem => `  ${problem}`).join('\n')}`)
}

/** The scenario in a YAML file. Throws ScenarioError when it cannot be read, parsed or validated. */
export function loadScenario(path: string): Scenario {
  let value: unknown
  try {
    value = parseYaml(readFileSync(path, 'utf8'), { merge: true })
  } catch (cause) {
    throw new ScenarioError(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
  return parseScenario(value, path)
}

/** The names of the scenarios that come with the simulator. */
export function builtInScenarios(): readonly string[] {
  return readdirSync(SCENARIO_FOLDER)
    .filter(file => file.endsWith('.yaml'))
    .map(file => file.slice(0, -'.yaml'.length))
    .sort()
}

/** A built-in scenario by name, else a file by path. */
export function findScenario(nameOrPath: string): Scenario {
  if (builtInScenarios().includes(nameOrPath)) {
    return loadScenario(fileURLToPath(new URL(`${nameOrPath}.yaml`, SCENARIO_FOLDER)))
  }
  if (existsSync(nameOrPath)) return loadScenario(nameOrPath)
  throw new ScenarioError(
    `No scenario ${nameOrPath}: give the path of a YAML file or one of ${builtInScenarios().join(', ')}`,
  )
}

/** Of a union, only the branch that came furthest helps: the others fail at the door. */
function explain(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[]): string[] {
  const path = [...prefix, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const depth = (branch: readonly z.core.$ZodIssue[]): number =>
      Math.max(
        ...branch.map(({ path: inner, code }) => inner.length + (code === 'unrecognized_keys' ? 1 : 0)),
      )
    const branch = issue.errors.reduce((best, next) => (depth(next) > depth(best) ? next : best))
    return branch.flatMap(inner => explain(inner, path))
  }
  return [`${z.core.toDotPath(path) || '(top)'}: ${issue.message}`]
}
