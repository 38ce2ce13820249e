import { ddmRoutes } from './apis/ddm.ts'
import { drsRoutes } from './apis/drs.ts'
import { drsV5Routes } from './apis/drs-v5.ts'
import { iamRoutes } from './apis/iam.ts'
import { omsRoutes } from './apis/oms.ts'
import { stsRoutes } from './apis/sts.ts'
import { createGateway } from './auth/gateway.ts'
import type { IdTokens } from './auth/id-tokens.ts'
import type { KeyRing } from './auth/key-ring.ts'
import { createTokenStore } from './auth/tokens.ts'
import { commentRoutes } from './github/comments.ts'
import { asOnGitea } from './github/gitea.ts'
import { idTokenRoutes } from './github/id-token.ts'
import { repositoryRoutes } from './github/repository.ts'
import { statusRoutes } from './github/statuses.ts'
import type { Route } from './http.ts'
import type { Scenario } from './scenario/scenario.ts'

/** All that a simulator serves. The order matters where one path is a part of another. */
export function allRoutes(
  scenario: Scenario,
  keys: KeyRing,
  idTokens: IdTokens,
  startedAt: number,
): readonly Route[] {
  const { credentials } = scenario
  const tokens = createTokenStore(credentials.tokens, startedAt)
  const gateway = createGateway(keys, tokens)
  const projectIds = credentials.projects.map(({ id }) => id)
  return [
    ...drsRoutes(scenario.drs, gateway, projectIds, startedAt),
    ...drsV5Routes(scenario.drs, gateway, projectIds, startedAt),
    ...ddmRoutes(scenario.ddm, gateway, projectIds, startedAt),
    ...omsRoutes(scenario.oms, credentials.oms, startedAt),
    ...iamRoutes(credentials, tokens, gateway),
    ...stsRoutes(credentials.oidc, keys, idTokens),
    ...codeHostRoutes(scenario, idTokens, startedAt),
  ]
}

/** GitHub, or Gitea, which makes no id tokens. */
function codeHostRoutes(
  { github, credentials }: Scenario,
  idTokens: IdTokens,
  startedAt: number,
): readonly Route[] {
  const routes = [
    ...statusRoutes(github, startedAt),
    ...commentRoutes(github, startedAt),
    ...repositoryRoutes(github),
  ]
  return github.server === 'gitea'
    ? asOnGitea(routes, github)
    : [...idTokenRoutes(github, credentials.oidc.issuer, idTokens), ...routes]
}
