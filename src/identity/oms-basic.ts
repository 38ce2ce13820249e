import { inEach, told } from '../precheck/sentence.ts'
import type { CredentialKind, CredentialMethod } from './method.ts'

/** An OMS stands wherever its owner put it, often without https. */
export const OMS: CredentialKind = {
  name: 'oms',
  isOwnHost: () => false,
  maySendInClear: true,
  hasProjects: false,
  whenMissing: told(
    'Give oms-user and oms-password, best from secrets of the repository.',
    '请提供 oms-user 和 oms-password，最好来自仓库的 secrets。',
  ),
  leftOut: told('so a run could not sign in there', '因此运行时无法在那里登录'),
}

/** User and password of an OMS, sent as HTTP Basic. */
export const omsBasic: CredentialMethod<'oms-user' | 'oms-password'> = {
  kind: OMS,
  inputs: { 'oms-user': { needed: true }, 'oms-password': { needed: true, secret: true } },
  families: [{ 'oms-user': 'OMS_USER', 'oms-password': 'OMS_PASSWORD' }],
  connect({ values, origin }, { addSecret }) {
    const user = values['oms-user']
    const value = Buffer.from(`${user}:${values['oms-password']}`, 'utf8').toString('base64')
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
  },
}
