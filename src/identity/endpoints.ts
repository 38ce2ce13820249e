import { urlOf } from '../plan/fields.ts'
import { plainHttpProblem } from '../plan/hosts.ts'
import type { Inputs } from '../plan/inputs.ts'
import { type Problems, problemText } from '../plan/problems.ts'
import type { Method } from './credentials.ts'
import { GLOBAL_IAM, iamAt, type Place, stsAt, stsExample } from './regions.ts'

export interface IdentityEndpoints {
  readonly iamEndpoint: URL | null
  readonly tokenEndpoint: URL
  readonly stsEndpoint: URL | null
}

/** What of the targets matters here. */
export interface SigningIn {
  /** null when no target signs in. */
  readonly method: Method | null
  readonly places: readonly Place[]
  /** False when there may be more regions than could be read; that is the problem then, not what follows from it. */
  readonly areRegionsKnown: boolean
}

/** Returns where to sign in; tells the problem of a place that has no STS. */
export function planIdentityEndpoints(
  inputs: Inputs,
  { method, places, areRegionsKnown }: SigningIn,
  problems: Problems,
): IdentityEndpoints {
  const iamEndpoint = ownEndpoint(inputs, 'iam-endpoint', problems)
  const first = places.find(({ region }) => region !== null) ?? places[0] ?? null
  const tokenEndpoint = iamEndpoint ?? (first === null ? GLOBAL_IAM : iamAt(first))
  const ownSts = ownEndpoint(inputs, 'sts-endpoint', problems)
  // Any region's STS will do, so that of the first place that has one.
  const known = places.map(stsAt).find(url => url !== null) ?? null
  const stsEndpoint = ownSts ?? known
  const isMissing = stsEndpoint === null && !inputs.isSet('sts-endpoint') && areRegionsKnown
  if (method?.method === 'oidc' && isMissing) {
    const region = first?.region ?? null
    const wrong =
      region === null
        ? 'missing, and there is no region to take it from'
        : `missing, and region ${region} is not known to have one`
    problems.add(problemText('sts-endpoint', wrong, stsExample(first ?? { region, endpoint: null })))
  }
  return { iamEndpoint, tokenEndpoint, stsEndpoint }
}

function ownEndpoint(inputs: Inputs, name: 'iam-endpoint' | 'sts-endpoint', problems: Problems): URL | null {
  const url = urlOf(inputs.optional(name), name, problems)
  const plain = url === null ? null : plainHttpProblem('huawei-cloud', url)
  if (plain !== null) problems.add(problemText(name, plain, 'https, or http on this machine only'))
  return url
}
