import type { Credential } from '../cloud/credential.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'

/** An IAM token given by an input. */
export function tokenCredential(token: string, origin: Sentence): Credential {
  return {
    label: inEach(in_ => told(`the IAM token from ${in_(origin)}`, `来自${in_(origin)}的 IAM Token`)),
    advice: told(
      'IAM tokens live for 24 hours and hold for one project: get a new one for this project.',
      'IAM Token 的有效期为 24 小时，且只对一个项目有效：请为该项目获取新的 Token。',
    ),
    headersFor: async request => ({ ...request.headers, 'X-Auth-Token': token }),
    renew: null,
  }
}
