import type { Scenario } from './scenario/scenario.ts'
import type { ValidCredentials } from './visitor.ts'

/** What the command prints: the addresses, the credentials as shell lines, and what can be checked. */
export function describeSimulator(url: string, valid: ValidCredentials, scenario: Scenario): string {
  const variables: ReadonlyArray<readonly [string, string]> = [
    ['HUAWEI_CLOUD_ACCESS_KEY_ID', valid.accessKeyId],
    ['HUAWEI_CLOUD_SECRET_ACCESS_KEY', valid.secretAccessKey],
    ['HUAWEI_CLOUD_REGION', valid.region],
    ['HUAWEI_CLOUD_PROJECT_ID', valid.projectId],
    ['OMS_USER', valid.omsUser],
    ['OMS_PASSWORD', valid.omsPassword],
    ['ACTIONS_ID_TOKEN_REQUEST_URL', valid.idTokenRequestUrl],
    ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', valid.idTokenRequestToken],
    ['GITHUB_API_URL', url],
    ['GITHUB_REPOSITORY', valid.repository],
    ['GITHUB_TOKEN', valid.githubToken],
  ]
  return [
    `The simulator listens on ${url} (${scenario.description ?? 'a scenario without a description'})`,
    '',
    '# Made-up credentials; only this simulator knows them.',
    ...variables.map(([name, value]) => `export ${name}=${quote(value)}`),
    `# Inputs: endpoint, iam-endpoint and sts-endpoint: ${url}`,
    `# auth-token: ${valid.authToken}`,
    `# iam-user: ${valid.iamUser}, iam-password: ${valid.iamPassword}, iam-domain: ${valid.iamDomain}`,
    `# oidc-provider-urn: ${valid.oidcProviderUrn}`,
    `# oidc-agency-urn: ${valid.oidcAgencyUrn}`,
    '',
    ...listed(
      'DRS tasks',
      scenario.drs.map(({ id }) => id),
    ),
    ...listed(
      'DRS runs for drs-api v5 and mode query',
      scenario.drs.flatMap(({ id, runs }) => runs.map(({ queryId }) => `${id}:${queryId}`)),
    ),
    ...listed(
      'DDM schemas',
      scenario.ddm.map(({ instance, database }) => `${instance}/${database}`),
    ),
    ...listed(
      'DDM jobs for mode query',
      scenario.ddm.flatMap(({ jobs }) => jobs.map(({ id }) => id)),
    ),
    ...listed(
      `OMS projects (${scenario.oms.edition})`,
      scenario.oms.projects.map(({ id }) => id),
    ),
    ...listed(
      'OMS pre-checks for mode query',
      scenario.oms.prechecks.map(({ id }) => id),
    ),
    'Ctrl-C stops it.',
  ].join('\n')
}

function listed(title: string, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [`${title}:`, ...ids.map(id => `  ${id}`)]
}

/** For a POSIX shell: nothing inside single quotes is special but the quote itself. */
const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
