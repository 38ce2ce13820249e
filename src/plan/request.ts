import * as z from 'zod'
import { CREDENTIAL_VARIABLES, type Environment } from './credentials.ts'

/** The body of a start call as the user wrote it. Its content is confidential: it holds database passwords. */

export const requestSchema = z
  .record(z.string(), z.json())
  .describe('the body of the start call, as the API documents it')
/** Of any values, because a request with a fault in it is looked at as far as it goes. */
export type RequestBody = Readonly<Record<string, unknown>>

/** Strings under such keys are secrets. */
const SECRET_KEY = /pass(word|wd)|secret|token|credential|private[-_]?key/i
const REFERENCE = /\$\{([^}]*)\}/g
const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/
/** What the runner keeps there is not the user's to hand on, nor are the gate's own credentials. Windows knows no case. */
const RESERVED_PREFIX = /^(INPUT|ACTIONS|GITHUB|RUNNER)_/i

export interface RequestProblem {
  readonly path: readonly PropertyKey[]
  readonly wrong: string
  readonly allowed: string
}

export interface ResolvedRequest {
  readonly body: RequestBody
  readonly secrets: readonly string[]
  readonly problems: readonly RequestProblem[]
}

/** Returns every string below a key that names a secret. */
export function secretsIn(body: RequestBody): readonly string[] {
  const walk = (value: unknown, secret: boolean): readonly string[] => {
    if (typeof value === 'string') return secret && value !== '' ? [value] : []
    if (Array.isArray(value)) return value.flatMap(entry => walk(entry, secret))
    if (value === null || typeof value !== 'object') return []
    return Object.entries(value).flatMap(([key, entry]) => walk(entry, secret || SECRET_KEY.test(key)))
  }
  return walk(body, false)
}

/** Returns the body with `${NAME}` in its strings replaced from the environment; what comes in is a secret. */
export function resolveVariables(body: RequestBody, environment: Environment): ResolvedRequest {
  const secrets: string[] = []
  const problems: RequestProblem[] = []
  const replace = (text: string, path: readonly PropertyKey[]) =>
    text.replaceAll(REFERENCE, (reference, name: string) => {
      const problem = problemOf(name, environment)
      if (problem !== null) {
        problems.push({ path, ...problem })
        return reference
      }
      const value = variable(name, environment) ?? reference
      secrets.push(value)
      return value
    })
  const walk = (value: unknown, path: readonly PropertyKey[]): unknown => {
    if (typeof value === 'string') return replace(value, path)
    if (Array.isArray(value)) return value.map((entry, index) => walk(entry, [...path, index]))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, walk(entry, [...path, key])]))
  }
  const entries = Object.entries(body).map(([key, value]) => [key, walk(value, [key])] as const)
  return { body: Object.fromEntries(entries), secrets, problems }
}

/** Names are not quoted: what looks like one may be part of a password. */
function problemOf(name: string, environment: Environment): { wrong: string; allowed: string } | null {
  if (!VARIABLE_NAME.test(name))
    return { wrong: 'what stands between ${ and } is not a name', allowed: '${NAME}' }
  if (RESERVED_PREFIX.test(name) || CREDENTIAL_VARIABLES.includes(name.toUpperCase())) {
    const allowed =
      "variables that are neither the runner's (INPUT_, ACTIONS_, GITHUB_, RUNNER_) nor credentials of the gate"
    return { wrong: 'the variable is reserved', allowed }
  }
  if (variable(name, environment) === null) {
    return {
      wrong: 'the variable is not set',
      allowed: 'a variable of the step, set by env: in the workflow',
    }
  }
  return null
}

/** Every object inherits `constructor` and the like, which nobody has set. */
function variable(name: string, environment: Environment): string | null {
  return Object.hasOwn(environment, name) ? environment[name] || null : null
}
