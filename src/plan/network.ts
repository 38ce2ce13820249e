import { readProxies } from '../cloud/proxy.ts'
import { inEach, told } from '../precheck/sentence.ts'
import { readCaCertificates } from './ca-certificate.ts'
import type { Inputs } from './inputs.ts'
import type { PlanContext } from './plan.ts'
import { quoted } from './quoted.ts'

/** What has to be settled before the first request of any kind, the one to GitHub included. */

/**
 * Trusts the authorities of the inputs, and tells what is wrong with them and with the proxy variables. `trust` takes PEM
 * certificates to trust besides the system's from now on.
 */
export async function planNetwork(
  inputs: Inputs,
  trust: (certificates: readonly string[]) => void,
  { environment, files, problems, warn }: PlanContext,
): Promise<void> {
  trust(await readCaCertificates(inputs, files, problems))
  const { unreadable, notUnderstood } = readProxies(environment)
  for (const field of unreadable) {
    // An address can hold a password, so a wrong one is not quoted.
    const wrong = told('not the address of a proxy', '不是代理的地址')
    const allowed = told('host:port, http://… or https://…', 'host:port、http://… 或 https://…')
    problems.add({ field, wrong, allowed })
  }
  if (notUnderstood.length > 0) {
    warn(
      inEach(in_ => {
        const entries = notUnderstood.map(entry => in_(quoted(entry)))
        return told(
          `no_proxy: ${entries.join(', ')} is not understood, so it keeps no request from the proxy; allowed: host, host:port, .domain and *`,
          `no_proxy：无法识别 ${entries.join('、')}，因此不会使任何请求绕过代理；允许：host、host:port、.domain 和 *`,
        )
      }),
    )
  }
  if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    warn(
      told(
        'NODE_TLS_REJECT_UNAUTHORIZED: 0 changes nothing here, whatever Node says of it: certificates are always checked; a private certificate authority is trusted by ca-certificate',
        'NODE_TLS_REJECT_UNAUTHORIZED：0 在此不起作用，无论 Node 怎么提示：证书始终会被校验；私有证书颁发机构通过 ca-certificate 信任',
      ),
    )
}
