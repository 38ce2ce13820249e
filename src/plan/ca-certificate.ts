import { canTrustCertificates, certificatesIn } from '../cloud/certificates.ts'
import type { FilePorts } from '../files/ports.ts'
import { told } from '../precheck/sentence.ts'
import type { Inputs } from './inputs.ts'
import type { InputProblems } from './problems.ts'

/** Bundles often begin with comments; no path holds such a line. */
const PEM_BEGINS = /-----BEGIN /
const ALLOWED = told(
  'PEM text (-----BEGIN CERTIFICATE-----) or the path of a file with it',
  'PEM 文本（-----BEGIN CERTIFICATE-----）或含有它的文件的路径',
)

/** Returns the certificates to trust besides the system's; none after telling the problem. */
export async function readCaCertificates(
  inputs: Inputs,
  files: FilePorts,
  problems: InputProblems,
): Promise<readonly string[]> {
  const given = inputs.optional('ca-certificate')
  if (given === null) return []
  const text = PEM_BEGINS.test(given) ? given : await textOf(given, files)
  if (text === null) {
    const wrong = told('neither PEM text nor a file that can be read', '既不是 PEM 文本，也不是可读取的文件')
    problems.add({ field: 'ca-certificate', wrong, allowed: ALLOWED })
    return []
  }
  if (!canTrustCertificates()) {
    problems.add({
      field: 'ca-certificate',
      wrong: told(
        `Node ${process.version} cannot trust more certificates while it runs`,
        `Node ${process.version} 无法在运行时信任更多证书`,
      ),
      allowed: told(
        'Node 24.5 or later; or the variable NODE_EXTRA_CA_CERTS',
        'Node 24.5 或更高版本；或变量 NODE_EXTRA_CA_CERTS',
      ),
    })
  }
  const certificates = certificatesIn(text)
  if (certificates === null) {
    const wrong = told('no certificate that can be read', '没有可读取的证书')
    problems.add({ field: 'ca-certificate', wrong, allowed: ALLOWED })
  }
  return certificates ?? []
}

/** It may lie anywhere, so nothing of it and nothing about it is shown. */
async function textOf(path: string, files: FilePorts): Promise<string | null> {
  const file = await files.readAnywhere(path)
  return file.kind === 'found' ? file.text : null
}
