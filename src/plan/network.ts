import { readProxies } from '../cloud/proxy.ts'
import type { FilePorts } from '../files/ports.ts'
import type { Environment } from '../ports.ts'
import { type Sentence, told } from '../precheck/sentence.ts'
import { readCaCertificates } from './ca-certificate.ts'
import type { Inputs } from './inputs.ts'
import { type Problems, problemText, quoted } from './problems.ts'

/** What has to be settled before the first request of any kind, the one to GitHub included. */

export interface NetworkContext {
  readonly environment: Environment
  readonly files: FilePorts
  readonly problems: Problems
  /** Shown to the user; stops nothing. */
  readonly warn: (text: Sentence) => void
  /** Trusts PEM certificates besides the system's from now on. */
  readonly trust: (certificates: readonly string[]) => void
}

/** Trusts the authorities of the inputs, and tells what is wrong with them and with the proxy variables. */
export async function planNetwork(inputs: Inputs, context: NetworkContext): Promise<void> {
  const { environment, files, problems, warn, trust } = context
  trust(await readCaCertificates(inputs, files, problems))
  const { unreadable, notUnderstood } = readProxies(environment)
  for (const name of unreadable) {
    // An address can hold a password, so a wrong one is not quoted.
    problems.add(problemText(name, 'not the address of a proxy', 'host:port, http://… or https://…'))
  }
  if (notUnderstood.length > 0) {
    const entries = notUnderstood.map(quoted).join(', ')
    warn(
      told(
        `no_proxy: ${entries} is not understood, so it keeps no request from the proxy; allowed: host, host:port, .domain and *`,
        `no_proxy：无法识别 ${entries}，因此不会使任何请求绕过代理；允许：host、host:port、.domain 和 *`,
      ),
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
