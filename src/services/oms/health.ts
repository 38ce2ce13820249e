import { ApiFault } from '../../cloud/fault.ts'
import type { HttpAnswer } from '../../cloud/http.ts'
import { NetworkFault } from '../../cloud/network-fault.ts'
import { parsedJson } from '../../files/json.ts'
import { inEach, type Sentence, told } from '../../precheck/sentence.ts'
import type { ServicePorts } from '../definition.ts'
import { booleanOf } from '../text.ts'
import { anything } from '../wire.ts'
import { bareOrOnly, caseless } from './caseless.ts'

/**
 * The health page of OMS. It tells a wrong address or network from an OMS that answers: in words after a failure, and for
 * a look at OMS that signs in nowhere. Source: the vendor's installer asks `GET /oms/health` without credentials, on the
 * port of the API, and gives it 4 s.
 */

const HEALTH_TIMEOUT_MS = 4_000
const NOT_FOUND = 404

/** What the health page said. */
export type Health =
  | { readonly kind: 'healthy' | 'unhealthy' }
  /** Not what OMS answers there. */
  | { readonly kind: 'strange'; readonly httpStatus: number }
  | { readonly kind: 'unanswered'; readonly what: Sentence }

/** Returns the health page of an endpoint: on its own origin, whatever its path. */
export function healthPage(endpoint: URL): URL {
  return new URL('/oms/health', endpoint.origin)
}

/** Asks the health page once. Returns null when the step ended before. */
export async function askHealth(
  url: URL,
  { connection, deadline }: Pick<ServicePorts, 'connection' | 'deadline'>,
): Promise<Health | null> {
  try {
    return healthIn(await connection.getPage(url, HEALTH_TIMEOUT_MS))
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error
    return deadline.signal.aborted ? null : { kind: 'unanswered', what: error.what }
  }
}

const health = caseless({ success: anything, data: bareOrOnly(caseless({ healthy: anything })) })

/** Returns what an answer of the health page says. */
function healthIn({ status, body }: HttpAnswer): Health {
  const said = health.safeParse(parsedJson(body.toString('utf8'))).data
  // Of two words that disagree the worse one holds.
  const healthy = booleanOf(said?.success) === false ? false : booleanOf(said?.data.healthy)
  if (status === NOT_FOUND) return { kind: 'strange', httpStatus: status }
  if (healthy === false) return { kind: 'unhealthy' }
  return healthy === true && isSuccess(status) ? { kind: 'healthy' } : { kind: 'strange', httpStatus: status }
}

/** Returns what the health page says about a failure, in one sentence. */
export function findingOf({ href }: URL, found: Health): Sentence {
  switch (found.kind) {
    case 'healthy':
      return told(
        `The health page ${href} says that OMS is up, so address and network are right; look at credentials, path and proxies.`,
        `健康检查页面 ${href} 显示 OMS 正在运行，因此地址和网络没有问题；请检查凭证、路径和代理。`,
      )
    case 'unhealthy':
      return told(
        `The health page ${href} says that OMS is not healthy: look at its components on the OMS host.`,
        `健康检查页面 ${href} 显示 OMS 不健康：请在 OMS 主机上查看其组件。`,
      )
    case 'strange':
      return told(
        `The health page ${href} is not OMS's (HTTP ${found.httpStatus}): check host and port of endpoint (OMS listens on 8089 by default).`,
        `${href} 不是 OMS 的健康检查页面（HTTP ${found.httpStatus}）：请检查 endpoint 的主机和端口（OMS 默认监听 8089）。`,
      )
    case 'unanswered':
      return inEach(in_ =>
        told(
          `The health page ${href} gave no answer either (${in_(found.what)}), so look at the address and the network before the credentials.`,
          `健康检查页面 ${href} 也没有应答（${in_(found.what)}），因此请先检查地址和网络，再检查凭证。`,
        ),
      )
  }
}

/** Returns what speaks against OMS by its health page; null where nothing does. Versions without the page answer 404. */
export function healthFault({ href }: URL, found: Health | null): ApiFault | null {
  const doing = told(`ask whether OMS is healthy at ${href}`, `在 ${href} 查询 OMS 是否健康`)
  const fault = (what: Sentence, advice: Sentence | null, httpStatus: number | null = null) =>
    new ApiFault({ kind: 'transient', doing, what, advice, httpStatus })
  switch (found?.kind) {
    case 'healthy':
      return null
    case 'unhealthy':
      return fault(
        told('it says that it is not.', '它显示不健康。'),
        told('Look at the components of OMS on its host.', '请在 OMS 主机上查看其组件。'),
      )
    case 'strange':
      return found.httpStatus === NOT_FOUND
        ? null
        : fault(
            told(
              `HTTP ${found.httpStatus}, which is no answer of its health page.`,
              `HTTP ${found.httpStatus}，这不是其健康检查页面的应答。`,
            ),
            ADDRESS,
            found.httpStatus,
          )
    case 'unanswered':
      return fault(
        inEach(in_ => told(`${in_(found.what)}.`, `${in_(found.what)}。`)),
        ADDRESS,
      )
    case undefined:
      return fault(told('the step ended before the answer.', '步骤在应答之前结束。'), null)
  }
}

const ADDRESS = told(
  'Check host and port of endpoint (OMS listens on 8089 by default), and the network to it.',
  '请检查 endpoint 的主机和端口（OMS 默认监听 8089），以及到它的网络。',
)

/** Returns what to say where an answer leaves open whether OMS is up; null for any other. */
export function healthNotice({ href }: URL, found: Health | null): Sentence | null {
  return found?.kind === 'strange' && found.httpStatus === NOT_FOUND
    ? told(
        `There is no health page at ${href} (HTTP 404), so whether OMS is up was not looked at.`,
        `${href} 处没有健康检查页面（HTTP 404），因此没有查看 OMS 是否正在运行。`,
      )
    : null
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}
