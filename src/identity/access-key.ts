import type { Credential, SignableRequest } from '../cloud/credential.ts'
import { inEach, inRow, type Sentence, told } from '../precheck/sentence.ts'
import { type AccessKey, authorization, sdkDate } from './signer.ts'

export interface SigningPorts {
  readonly date: () => Date
  readonly addSignature: (signature: string) => void
}

/** Returns the headers that sign a request with an access key, `Authorization` among them. */
export function signedHeaders(
  request: SignableRequest,
  key: AccessKey,
  ports: SigningPorts,
): Record<string, string> {
  const headers: Record<string, string> = {
    ...request.headers,
    host: request.url.host,
    'X-Sdk-Date': sdkDate(ports.date()),
    ...(key.securityToken === null ? {} : { 'X-Security-Token': key.securityToken }),
  }
  const value = authorization({ ...request, headers }, key)
  ports.addSignature(value.slice(value.lastIndexOf('=') + 1))
  return { ...headers, Authorization: value }
}

/** An access key given by inputs or environment. */
export function accessKeyCredential(key: AccessKey, origin: Sentence, ports: SigningPorts): Credential {
  const expired = told(
    'The security token may have expired: get a new set of temporary keys.',
    '安全令牌可能已过期：请获取一组新的临时密钥。',
  )
  return {
    label: inEach(in_ => told(`the access key from ${in_(origin)}`, `来自${in_(origin)}的访问密钥`)),
    advice: inRow(
      told(
        'Check that the access key is active and that the secret key belongs to it.',
        '请检查访问密钥是否有效，以及密钥（SK）是否与之对应。',
      ),
      key.securityToken === null ? null : expired,
      told(
        'It is not tried again, because five wrong signatures lock the key for five minutes.',
        '不会再次尝试，因为五次错误签名会将密钥锁定五分钟。',
      ),
    ),
    headersFor: async request => signedHeaders(request, key, ports),
    renew: null,
  }
}
