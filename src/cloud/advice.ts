import { type Sentence, told } from '../precheck/sentence.ts'
import { entryOf, isUnknownApiCode, type ServiceErrors } from './error-table.ts'
import type { FaultFacts, FaultKind } from './fault.ts'

/** What to do next: the service's own advice where its code or its rights say more than the kind of fault. */

const BY_KIND: Readonly<Record<Exclude<FaultKind, 'authentication-failed'>, Sentence>> = {
  transient: told(
    'The service could not answer. Run the gate again; if it stays so, give the request id to support.',
    '服务无法应答。请重新运行门禁；如果依然如此，请将请求 ID 提供给技术支持。',
  ),
  'permission-denied': told(
    'Grant this identity the rights that the service needs, in the project of the task; the documentation on credentials has them.',
    '请在任务所属项目中授予该身份所需的服务权限；所需权限见凭证文档。',
  ),
  'not-found': told(
    'Check the ids, the region and the project of this target.',
    '请检查此目标的 ID、区域和项目。',
  ),
  'start-refused': told(
    'Correct what the service names, then run the gate again.',
    '请按服务的提示更正，然后重新运行门禁。',
  ),
  'service-error': told(
    'Correct what the service names; if nothing is wrong there, give the request id to support.',
    '请按服务的提示更正；如果没有问题，请将请求 ID 提供给技术支持。',
  ),
}

/** Returns what to do when the host answers, but has no such API: most often a path too many in an address. */
export function addressAdvice(input: string, url: URL): Sentence {
  return told(
    `There is no such API at ${url.origin}${url.pathname}: check ${input}. It is a base URL, without the path of an API such as /v3 or /api/v2; at this host that would be ${url.origin}.`,
    `${url.origin}${url.pathname} 处没有这样的接口：请检查 ${input}。它是基础地址，不含 /v3 或 /api/v2 这样的接口路径；对此主机应为 ${url.origin}。`,
  )
}

/** Returns what to do after a redirect, which is a wrong address, unless its code says that the credential is none. */
export function redirectAdvice(input: string): Sentence {
  return told(`Set ${input} to the address of the service itself.`, `请将 ${input} 设为服务本身的地址。`)
}

/** True for an answer that a service itself would not have given. */
export function isWrongAddress({
  kind,
  code,
  understood,
  httpStatus,
}: Pick<FaultFacts, 'kind' | 'code' | 'understood' | 'httpStatus'>): boolean {
  if (isRedirect(httpStatus)) return kind !== 'authentication-failed'
  return isUnknownApiCode(code) || (kind === 'not-found' && !understood)
}

/** True for the status of a redirect. */
export function isRedirect(httpStatus: number | null): boolean {
  return httpStatus !== null && httpStatus >= 300 && httpStatus <= 399
}

/** Returns what a user should do next. */
export function adviceFor(
  kind: Exclude<FaultKind, 'authentication-failed'>,
  code: string | null,
  errors: ServiceErrors | null,
): Sentence {
  const rights = kind === 'permission-denied' ? errors?.rights : null
  return entryOf(code, errors)?.advice ?? rights ?? BY_KIND[kind]
}
