import * as z from 'zod'
import type { CredentialMethod } from '../identity/method.ts'
import type { Environment } from '../ports.ts'
import { told } from '../precheck/sentence.ts'
import { credentialVariables } from './credentials.ts'
import { type Path, saying } from './document/allowed.ts'
import type { PathProblem } from './document/issues.ts'
import type { Rule } from './input-values.ts'
import { VARIABLES } from './variables.ts'

/** The body of a start call as the user wrote it. Its content is confidential: it holds database passwords. */

export const requestSchema = saying(
  z.record(z.string(), z.json()),
  told('the body of the start call, as the API documents it', '启动请求的请求体，如 API 文档所述'),
)
/** Of any values, because a request with a fault in it is looked at as far as it goes. */
export type RequestBody = Readonly<Record<string, unknown>>

/** What stands below such a key is a secret. */
const SECRET_KEY =
  /pass(word|wd|phrase)?$|pwd|secret|token|credential|private[-_]?key|api[-_]?key|access[-_]?key|^(ak|sk)$/i
const REFERENCE = /\$\{([^}]*)\}/g
export const VARIABLE_NAME: Rule = {
  pattern: /^[A-Za-z_][A-Za-z0-9_]*$/,
  allowed: told(
    'names of variables: letters, digits and _, not beginning with a digit',
    '变量名：字母、数字和 _，不以数字开头',
  ),
}
/** What the runner keeps there is not the user's to hand on, nor are the gate's own credentials. Windows knows no case. */
const RESERVED_PREFIX = /^(INPUT|ACTIONS|GITHUB|RUNNER)_/i

/** True for a path, within a request, that leads below a key that names a secret. */
export function isSecretPath(path: Path): boolean {
  return path.some(part => typeof part === 'string' && SECRET_KEY.test(part))
}

/** Returns every string below a key that names a secret. */
export function secretsIn(body: RequestBody): readonly string[] {
  return leavesOf(body).flatMap(({ path, value }) =>
    typeof value === 'string' && value !== '' && isSecretPath(path) ? [value] : [],
  )
}

/** Returns the secrets that are none: a database would be asked without a password, and the service would say so late. */
export function emptySecretsIn(body: RequestBody): readonly PathProblem[] {
  return leavesOf(body)
    .filter(({ path, value }) => (value === '' || value === null) && isSecretPath(path))
    .map(({ path }) => ({
      path,
      wrong: told('nothing stands under a key that names a secret', '表示密钥的键下没有内容'),
      allowed: told('the secret; or leave the key out', '密钥；或者去掉该键'),
    }))
}

/** Returns every `${…}` in a request in which nothing is replaced: it would be sent as it is, for a password. */
export function referencesIn(body: RequestBody): readonly PathProblem[] {
  return leavesOf(body)
    .filter(({ value }) => typeof value === 'string' && value.search(REFERENCE) >= 0)
    .map(({ path }) => ({
      path,
      wrong: told('${…} is not replaced in this input', '此输入中的 ${…} 不会被替换'),
      allowed: told(
        'the value itself, from an expression of the workflow; or a config file',
        '值本身，来自工作流的表达式；或者使用配置文件',
      ),
    }))
}

/**
 * Returns the body with `${NAME}` in its strings replaced from the environment; what comes in is a secret. `allowed` are the
 * names that the workflow lends to a file which a change under review can edit; null where a wrong input leaves that open.
 */
export function resolveVariables(
  body: RequestBody,
  environment: Environment,
  allowed: readonly string[] | null,
  methods: readonly CredentialMethod[],
): { body: RequestBody; secrets: readonly string[]; problems: readonly PathProblem[] } {
  const secrets: string[] = []
  const problems: PathProblem[] = []
  const replace = (text: string, path: Path) =>
    text.replaceAll(REFERENCE, (reference, name: string) => {
      const problem = problemOf(name, environment, allowed, methods)
      if (problem !== null) {
        problems.push({ path, ...problem })
        return reference
      }
      const value = variable(name, environment) ?? reference
      secrets.push(value)
      return value
    })
  const walk = (value: unknown, path: Path): unknown => {
    if (typeof value === 'string') return replace(value, path)
    if (Array.isArray(value)) return value.map((entry, index) => walk(entry, [...path, index]))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, walk(entry, [...path, key])]))
  }
  const entries = Object.entries(body).map(([key, value]) => [key, walk(value, [key])] as const)
  return { body: Object.fromEntries(entries), secrets, problems }
}

/** True for variables that no file may reach, whatever the workflow says. */
export function isReserved(name: string, methods: readonly CredentialMethod[]): boolean {
  const isIt = (variable: string) => variable.toUpperCase() === name.toUpperCase()
  return RESERVED_PREFIX.test(name) || [VARIABLES, ...credentialVariables(methods)].some(isIt)
}

export const NOT_RESERVED = told(
  "variables that are neither the runner's (INPUT_, ACTIONS_, GITHUB_, RUNNER_) nor credentials of the gate",
  '既不属于运行器（INPUT_、ACTIONS_、GITHUB_、RUNNER_）也不是本门禁凭证的变量',
)

/** Names are not quoted: what looks like one may be part of a password. */
function problemOf(
  name: string,
  environment: Environment,
  lent: readonly string[] | null,
  methods: readonly CredentialMethod[],
): Omit<PathProblem, 'path'> | null {
  if (!VARIABLE_NAME.pattern.test(name)) {
    const wrong = told('what stands between ${ and } is not a name', '${ 和 } 之间不是名称')
    return { wrong, allowed: told('${NAME}', '${NAME}') }
  }
  if (isReserved(name, methods)) {
    return { wrong: told('the variable is reserved', '该变量是保留变量'), allowed: NOT_RESERVED }
  }
  if (lent === null) return null
  if (!lent.includes(name)) {
    const wrong = told('the workflow does not lend this variable', '工作流没有提供该变量')
    return { wrong, allowed: told('names in the input allowed-variables', '输入 allowed-variables 中的名称') }
  }
  if (variable(name, environment) !== null) return null
  return {
    wrong: told('the variable is not set', '该变量未设置'),
    allowed: told(
      'a variable of the step, set by env: in the workflow',
      '该步骤的变量，由工作流中的 env: 设置',
    ),
  }
}

/** Every object inherits `constructor` and the like, which nobody has set. */
function variable(name: string, environment: Environment): string | null {
  return Object.hasOwn(environment, name) ? environment[name] || null : null
}

/** Everything in a body that holds nothing else. */
function leavesOf(body: RequestBody): readonly { readonly path: Path; readonly value: unknown }[] {
  const leaves: { path: Path; value: unknown }[] = []
  const walk = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) for (const [index, entry] of value.entries()) walk(entry, [...path, index])
    else if (typeof value !== 'object' || value === null) leaves.push({ path, value })
    else for (const [key, entry] of Object.entries(value)) walk(entry, [...path, key])
  }
  walk(body, [])
  return leaves
}
