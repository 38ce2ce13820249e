import { told } from '../precheck/sentence.ts'
import type { CredentialKind } from './method.ts'
import { isVendorHost } from './regions.ts'

/** What all methods of Huawei Cloud share. */
export const HUAWEI_CLOUD: CredentialKind = {
  name: 'huawei-cloud',
  isOwnHost: isVendorHost,
  maySendInClear: false,
  hasProjects: true,
  whenMissing: told(
    'Give oidc-provider-urn and oidc-agency-urn (keyless), access-key-id and secret-access-key from secrets of the repository, or set the variables of the official actions, the SDKs or Terraform.',
    '请提供 oidc-provider-urn 和 oidc-agency-urn（无密钥方式），或来自仓库 secrets 的 access-key-id 和 secret-access-key，或设置官方 Action、SDK 或 Terraform 所用的环境变量。',
  ),
  leftOut: told(
    'so sign-in, look-up of project ids and reads are left out there',
    '因此那里不进行登录、项目 ID 查询和读取',
  ),
}
