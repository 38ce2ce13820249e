import { type Answer, type ApiRequest, gatewayError } from '../http.ts'
import type { KeyRing } from './key-ring.ts'
import { SCHEME } from './signature.ts'
import type { TokenStore } from './tokens.ts'

/** Lets a request through to DRS, DDM or IAM, or says why not. */
export type Gateway = (request: ApiRequest, projectId: string | null) => Answer | null

/** A gateway over the given keys and tokens; a signature is looked at before a token. */
export function createGateway(keys: KeyRing, tokens: TokenStore): Gateway {
  return (request, projectId) => {
    const refuse = (code: string, text: string): Answer => gatewayError(401, code, text, request.requestId)
    const wrong = (detail: string): Answer =>
      refuse('APIGW.0301', `Incorrect IAM authentication information: ${detail}`)
    if (request.headers['authorization']?.startsWith(SCHEME)) {
      const problem = keys.check(request, request.now)
      return problem === null ? null : wrong(problem)
    }
    const token = request.headers['x-auth-token']
    if (token === undefined) return wrong('x-auth-token not found')
    switch (tokens.check(token, projectId, request.now)) {
      case 'good':
        return null
      case 'unknown':
        return wrong('decrypt token fail')
      case 'other-project':
        return refuse('APIGW.0307', 'The token must be updated.')
    }
  }
}
