import { Connection } from '../src/cloud/connection.ts'
import type { Credential } from '../src/cloud/credential.ts'
import { Hosts } from '../src/cloud/host-health.ts'
import { accessKey } from '../src/identity/access-key.ts'
import type { CredentialMethod, SignInPorts } from '../src/identity/method.ts'
import { omsBasic } from '../src/identity/oms-basic.ts'
import { token } from '../src/identity/token.ts'
import { systemClock } from '../src/ports.ts'
import { verbatim } from '../src/precheck/sentence.ts'

/** Credentials for tests of what uses them. */

/** What signing in needs of the outside: the time, and a step that is over, so that nothing is sent. */
export function signInPorts(changes: Partial<SignInPorts> = {}): SignInPorts {
  const anonymous = new Connection(null, {
    clock: systemClock,
    random: () => 0.5,
    deadline: { at: 0, signal: AbortSignal.abort('deadline') },
    hosts: new Hosts(),
    countRequest: () => {},
    userAgent: 'test',
    redactBeginning: (text, characters) => text.slice(0, characters),
  })
  return {
    clock: systemClock,
    environment: {},
    side: {
      isFork: false,
      fetchIdToken: () => Promise.reject(new Error('Nobody asks for an id token here')),
    },
    anonymous,
    addSecret: () => {},
    ...changes,
  }
}

/** Returns what a method makes of the inputs. */
export function credentialOf<Input extends string>(
  method: CredentialMethod<Input>,
  values: Readonly<Record<Input, string>>,
  ports: Partial<SignInPorts> = {},
  address: URL | null = null,
): Credential {
  return method.connect(
    { method, values, origin: verbatim('the inputs'), address, project: null },
    signInPorts(ports),
  )
}

export const tokenCredential = (text: string) => credentialOf(token, { 'auth-token': text })

export const basicCredential = (user: string, password: string, ports: Partial<SignInPorts> = {}) =>
  credentialOf(omsBasic, { 'oms-user': user, 'oms-password': password }, ports)

export const accessKeyCredential = (
  { id, secret, securityToken = '' }: { id: string; secret: string; securityToken?: string },
  ports: Partial<SignInPorts> = {},
) => {
  const values = { 'access-key-id': id, 'secret-access-key': secret, 'security-token': securityToken }
  return credentialOf(accessKey, values, ports)
}
