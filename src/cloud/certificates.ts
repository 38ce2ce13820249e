import { X509Certificate } from 'node:crypto'
import * as tls from 'node:tls'

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g

/** Returns the certificates of a PEM text, null when there is none or one cannot be read. */
export function certificatesIn(pem: string): readonly string[] | null {
  const blocks = pem.match(BLOCK) ?? []
  return blocks.length > 0 && blocks.every(isCertificate) ? blocks : null
}

/** False where Node is older than 24.5. */
export function canTrustCertificates(): boolean {
  return typeof tls.setDefaultCACertificates === 'function'
}

/**
 * Trusts certificates besides the system's, for the whole process: GitHub's API and a proxy can stand behind the same
 * company CA, and @actions/http-client has no option for one. Only where `canTrustCertificates`.
 */
export function trustCertificates(certificates: readonly string[]): void {
  if (certificates.length === 0) return
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...certificates])
}

function isCertificate(block: string): boolean {
  try {
    return new X509Certificate(block).raw.length > 0
  } catch {
    return false
  }
}
