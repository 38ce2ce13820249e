import { X509Certificate } from 'node:crypto'

const BLOCK = /-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/g

/**
 * Returns the certificates of a PEM text, null when there is none or one cannot be read. Secrets and variables often come with
 * their line breaks lost, folded to blanks, or written as a backslash and an n; what stands between the marks says all.
 */
export function certificatesIn(pem: string): readonly string[] | null {
  const text = pem.replaceAll(/\\r|\\n/g, '\n')
  const found = [...text.matchAll(BLOCK)].map(([, base64 = '']) => certificateOf(base64))
  const readable = found.filter(certificate => certificate !== null)
  return found.length > 0 && readable.length === found.length ? readable : null
}

/** Loaded when it is asked for: a run that ends with a wrong input would wait for it, and hardly any has a certificate. */
const tls = () => process.getBuiltinModule('node:tls')

/** False where Node is older than 24.5. */
export function canTrustCertificates(): boolean {
  return typeof tls().setDefaultCACertificates === 'function'
}

/**
 * Trusts certificates besides the system's, for the whole process: GitHub's API and a proxy can stand behind the same
 * company CA, and @actions/http-client has no option for one. Only where `canTrustCertificates`.
 */
export function trustCertificates(certificates: readonly string[]): void {
  if (certificates.length === 0) return
  tls().setDefaultCACertificates([...tls().getCACertificates('default'), ...certificates])
}

function certificateOf(base64: string): string | null {
  try {
    return new X509Certificate(Buffer.from(base64, 'base64')).toString().trim()
  } catch {
    return null
  }
}
