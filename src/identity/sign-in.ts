import type { IdentitySide } from '../ci/ci-side.ts'
import type { Connection } from '../cloud/connection.ts'
import type { Credential } from '../cloud/credential.ts'
import type { PatientPorts } from '../cloud/patiently.ts'
import type { Secrets } from '../cloud/secrets.ts'
import type { Plan } from '../plan/plan.ts'
import type { Environment } from '../ports.ts'
import { accessKeyCredential } from './access-key.ts'
import type { PlannedCredential } from './credentials.ts'
import { iamUserCredential } from './iam-user.ts'
import { oidcCredential } from './oidc.ts'
import { basicCredential } from './oms-basic.ts'
import { tokenCredential } from './token.ts'

export interface SignInPorts extends PatientPorts {
  readonly environment: Environment
  readonly side: IdentitySide
  readonly secrets: Secrets
  /** Makes calls without a credential. */
  readonly anonymous: Connection
}

const SESSION_PREFIX = 'precheck-gate'
const SESSION_NAME_CHARACTERS = 64

/** Returns the credential that a planned one stands for; nothing is fetched before it is needed. */
export function signIn({ method, origin }: PlannedCredential, plan: Plan, ports: SignInPorts): Credential {
  const { clock, secrets, anonymous: connection } = ports
  const signing = { date: () => clock.date(), addSignature: (text: string) => void secrets.add(text) }
  const addSecret = (text: string) => void secrets.add(text)
  switch (method.method) {
    case 'access-key':
      return accessKeyCredential(method, origin, signing)
    case 'token':
      return tokenCredential(method.token, origin)
    case 'basic':
      return basicCredential(method.user, method.password, origin, addSecret)
    case 'iam-user':
      return iamUserCredential(method, {
        ...ports,
        connection,
        endpoint: plan.tokenEndpoint,
        region: plan.tokenScope,
        addSecret,
      })
    case 'oidc': {
      const { audience } = method
      const idToken = () => ports.side.fetchIdToken({ connection, audience, addSecret })
      const sessionName = sessionNameOf(ports.environment)
      const endpoint = plan.stsEndpoint
      if (endpoint === null) throw new Error('The plan holds the method oidc without an STS endpoint')
      return oidcCredential(method, {
        ...ports,
        connection,
        endpoint,
        sessionName,
        idToken,
        signing,
        addSecret,
      })
    }
  }
}

/** Names the run in the account's audit log. */
function sessionNameOf(environment: Environment): string {
  const run = (environment['GITHUB_RUN_ID'] ?? '').replaceAll(/[^0-9A-Za-z]/g, '')
  return `${SESSION_PREFIX}-${run}`.slice(0, SESSION_NAME_CHARACTERS).replace(/-$/, '')
}
