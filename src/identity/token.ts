import { inEach, told } from '../precheck/sentence.ts'
import { HUAWEI_CLOUD } from './huawei-cloud.ts'
import type { CredentialMethod } from './method.ts'

/** An IAM token, made elsewhere. */
export const token: CredentialMethod<'auth-token'> = {
  kind: HUAWEI_CLOUD,
  inputs: { 'auth-token': { needed: true, secret: true, inHeader: true } },
  families: [],
  connect: ({ values, origin }) => ({
    label: inEach(in_ => told(`the IAM token from ${in_(origin)}`, `来自${in_(origin)}的 IAM Token`)),
    advice: told(
      'IAM tokens live for 24 hours and hold for one project: get a new one for this project.',
      'IAM Token 的有效期为 24 小时，且只对一个项目有效：请为该项目获取新的 Token。',
    ),
    headersFor: async request => ({ ...request.headers, 'X-Auth-Token': values['auth-token'] }),
    renew: null,
  }),
}
