import { canTrustCertificates, certificatesIn } from '../cloud/certificates.ts'
import type { FilePorts } from '../files/ports.ts'
import type { Inputs } from './inputs.ts'
import { type Problems, problemText } from './problems.ts'

/** Bundles often begin with comments; no path holds such a line. */
const PEM_BEGINS = /-----BEGIN /
const ALLOWED = 'PEM text (-----BEGIN CERTIFICATE-----) or the path of a file with it'

/** Returns the certificates to trust besides the system's; none after telling the problem. */
export async function readCaCertificates(
  inputs: Inputs,
  files: FilePorts,
  problems: Problems,
): Promise<readonly string[]> {
  const given = inputs.optional('ca-certificate')
  if (given === null) return []
  const text = PEM_BEGINS.test(given) ? given : await textOf(given, files)
  if (text === null) {
    problems.add(problemText('ca-certificate', 'neither PEM text nor a file that can be read', ALLOWED))
    return []
  }
  if (!canTrustCertificates()) {
    const wrong = `Node ${process.version} cannot trust more certificates while it runs`
    problems.add(
      problemText('ca-certificate', wrong, 'Node 24.5 or later; or the variable NODE_EXTRA_CA_CERTS'),
    )
  }
  const certificates = certificatesIn(text)
  if (certificates === null)
    problems.add(problemText('ca-certificate', 'no certificate that can be read', ALLOWED))
  return certificates ?? []
}

/** It may lie anywhere, so nothing of it and nothing about it is shown. */
async function textOf(path: string, files: FilePorts): Promise<string | null> {
  const file = await files.readAnywhere(path)
  return file.kind === 'found' ? file.text : null
}
