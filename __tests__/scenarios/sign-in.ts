import type { GateRun } from './harness.ts'

/** Runs that sign in otherwise than with the access key that the harness gives. */

const NO_KEYS = { 'access-key-id': '', 'secret-access-key': '' }

/** Returns the run as an IAM user's. */
export function asUser({ inputs, ...run }: GateRun): GateRun {
  return {
    ...run,
    around: ({ url, credentials }) => ({
      inputs: {
        'iam-endpoint': url,
        'iam-user': credentials.iamUser,
        'iam-password': credentials.iamPassword,
        'iam-domain': credentials.iamDomain,
      },
    }),
    inputs: { ...NO_KEYS, ...inputs },
  }
}

export interface KeylessRun extends GateRun {
  /** false is a job without `id-token: write`. */
  readonly permitted?: boolean
}

/** Returns the run as one that signs in without any key. */
export function keyless({ inputs, permitted = true, ...run }: KeylessRun): GateRun {
  return {
    ...run,
    around: ({ url, credentials }) => ({
      inputs: {
        'sts-endpoint': url,
        'oidc-provider-urn': credentials.oidcProviderUrn,
        'oidc-agency-urn': credentials.oidcAgencyUrn,
      },
      ...(permitted && {
        environment: {
          ACTIONS_ID_TOKEN_REQUEST_URL: credentials.idTokenRequestUrl,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: credentials.idTokenRequestToken,
        },
      }),
    }),
    inputs: { ...NO_KEYS, ...inputs },
  }
}

/** Returns the run as one of OMS alone: with none of the inputs of a Huawei Cloud service. */
export function onOms({ inputs, ...run }: GateRun): GateRun {
  return {
    ...run,
    around: ({ url, credentials }) => ({
      inputs: { endpoint: url, 'oms-user': credentials.omsUser, 'oms-password': credentials.omsPassword },
    }),
    inputs: {
      service: 'oms',
      'project-id': '',
      ...NO_KEYS,
      'settle-seconds': '',
      ...inputs,
    },
  }
}
