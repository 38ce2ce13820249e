import type { Credential } from '../cloud/credential.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'

/** User and password of an OMS, sent as HTTP Basic. */
export function basicCredential(
  user: string,
  password: string,
  origin: Sentence,
  addSecret: (secret: string) => void,
): Credential {
  const value = Buffer.from(`${user}:${password}`, 'utf8').toString('base64')
  addSecret(value)
  return {
    label: inEach(in_ =>
      told(`the OMS user ${user} from ${in_(origin)}`, `来自${in_(origin)}的 OMS 用户 ${user}`),
    ),
    advice: told(
      'Check oms-user and oms-password. Users that sign in to OMS by single sign-on have no password of their own: use a local account.',
      '请检查 oms-user 和 oms-password。通过单点登录使用 OMS 的用户没有自己的密码：请使用本地账号。',
    ),
    headersFor: async request => ({ ...request.headers, Authorization: `Basic ${value}` }),
    renew: null,
  }
}
