import { type Sentence, told } from '../precheck/sentence.ts'
import type { Failure, ProxyFailure, TlsTrouble } from './network-fault.ts'

/** Returns what to do when no answer came, by where the network failed. */
export function networkAdvice(failure: Failure, host: string, input: string): Sentence {
  switch (failure.layer) {
    case 'name look-up':
      return told(
        `The name ${host} is not known here: check ${input} and region, and the DNS of the runner.`,
        `无法解析域名 ${host}：请检查 ${input} 和 region，以及运行器的 DNS。`,
      )
    case 'connection':
    case 'HTTP':
      return told(
        `Check ${input}, and that this runner can reach ${host} (firewall, proxy variables, private network).`,
        `请检查 ${input}，并确认此运行器可以访问 ${host}（防火墙、代理变量、私有网络）。`,
      )
    case 'proxy':
      return proxyAdvice(failure, host)
    case 'TLS':
      return tlsAdvice(failure.trouble, host, input)
  }
}

function tlsAdvice(trouble: TlsTrouble, host: string, input: string): Sentence {
  switch (trouble) {
    case 'expired':
      return told(
        `The certificate of ${host} has expired or is not valid yet: have it renewed, or set the runner's clock.`,
        `${host} 的证书已过期或尚未生效：请更新证书，或校准运行器的时钟。`,
      )
    case 'wrong-name':
      return told(
        `The certificate of ${host} is for another name: use the name it was made for in ${input}.`,
        `${host} 的证书属于另一个域名：请在 ${input} 中使用证书所对应的域名。`,
      )
    case 'unknown-authority':
      return told(
        `If ${host} uses a private certificate authority, give its certificate in ca-certificate (PEM text or path).`,
        `如果 ${host} 使用私有证书颁发机构，请在 ca-certificate 中提供其证书（PEM 文本或路径）。`,
      )
    case 'client-certificate':
      return told(
        `${host} turned the handshake down: most likely it asks its clients for a certificate, which this action cannot give. Let it be reached without one, from this runner.`,
        `${host} 拒绝了握手：很可能它要求客户端证书，而本工具无法提供。请允许此运行器不带证书访问它。`,
      )
    case 'protocol':
    case 'passing':
      return told(
        `${host} does not seem to speak TLS, or no version that is safe: check whether ${input} should begin with http:// or name another port.`,
        `${host} 似乎不支持 TLS 或没有安全的版本：请检查 ${input} 是否应以 http:// 开头或使用其他端口。`,
      )
  }
}

const PROXY_VARIABLES = 'the proxy variables (https_proxy, http_proxy, no_proxy)'
const PROXY_VARIABLES_ZH = '代理变量（https_proxy、http_proxy、no_proxy）'

function proxyAdvice({ proxy, status, way }: ProxyFailure, host: string): Sentence {
  if (way?.layer === 'name look-up')
    return told(
      `The name of the proxy is not known here: correct ${PROXY_VARIABLES}, or the DNS of the runner.`,
      `无法解析代理的域名：请更正${PROXY_VARIABLES_ZH}，或运行器的 DNS。`,
    )
  if (way?.layer === 'TLS')
    return told(
      `No TLS with the proxy ${proxy}: most proxies are named with http:// in ${PROXY_VARIABLES}, for https addresses too; one with a certificate of a private authority needs ca-certificate.`,
      `无法与代理 ${proxy} 建立 TLS：大多数代理在${PROXY_VARIABLES_ZH}中以 http:// 开头，对 https 地址也是如此；使用私有机构证书的代理需要 ca-certificate。`,
    )
  if (status === null)
    return told(
      `Check that this runner can reach the proxy ${proxy}, and correct ${PROXY_VARIABLES}.`,
      `请确认此运行器可以访问代理 ${proxy}，并更正${PROXY_VARIABLES_ZH}。`,
    )
  if (status === 407)
    return told(
      `The proxy ${proxy} wants a name and a password: put them into ${PROXY_VARIABLES} as http://name:password@host:port.`,
      `代理 ${proxy} 需要用户名和密码：请以 http://name:password@host:port 的形式写入${PROXY_VARIABLES_ZH}。`,
    )
  if (status < 500)
    return told(
      `The proxy ${proxy} does not let this runner through to ${host}: have it allowed there, or put the host into no_proxy if it can be reached without a proxy.`,
      `代理 ${proxy} 不允许此运行器访问 ${host}：请在代理上放通；如果不经代理也能访问，请将该主机写入 no_proxy。`,
    )
  return told(
    `The proxy ${proxy} could not reach ${host} itself: have its log looked at, or put the host into no_proxy if it can be reached without a proxy.`,
    `代理 ${proxy} 自身无法访问 ${host}：请查看其日志；如果不经代理也能访问，请将该主机写入 no_proxy。`,
  )
}
