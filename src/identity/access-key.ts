import { inEach, inRow, told } from '../precheck/sentence.ts'
import { HUAWEI_CLOUD } from './huawei-cloud.ts'
import type { CredentialMethod } from './method.ts'
import { signedHeaders } from './signer.ts'

/** An access key, permanent or temporary, with which each request is signed. */
export const accessKey: CredentialMethod<'access-key-id' | 'secret-access-key' | 'security-token'> = {
  kind: HUAWEI_CLOUD,
  inputs: {
    'access-key-id': { needed: true, secret: true, inHeader: true },
    'secret-access-key': { needed: true, secret: true },
    'security-token': { secret: true, inHeader: true },
  },
  // Of the official actions, the SDKs and Terraform.
  families: [
    { 'access-key-id': 'HUAWEI_CLOUD_ACCESS_KEY_ID', 'secret-access-key': 'HUAWEI_CLOUD_SECRET_ACCESS_KEY' },
    {
      'access-key-id': 'HUAWEICLOUD_SDK_AK',
      'secret-access-key': 'HUAWEICLOUD_SDK_SK',
      'security-token': 'HUAWEICLOUD_SDK_SECURITY_TOKEN',
    },
    {
      'access-key-id': 'HW_ACCESS_KEY',
      'secret-access-key': 'HW_SECRET_KEY',
      'security-token': 'HW_SECURITY_TOKEN',
    },
  ],
  connect({ values, origin }, ports) {
    const key = {
      id: values['access-key-id'],
      secret: values['secret-access-key'],
      securityToken: values['security-token'],
    }
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
        key.securityToken === '' ? null : expired,
        told(
          'It is not tried again, because five wrong signatures lock the key for five minutes.',
          '不会再次尝试，因为五次错误签名会将密钥锁定五分钟。',
        ),
      ),
      headersFor: async request => signedHeaders(request, key, ports),
      renew: null,
    }
  },
}
