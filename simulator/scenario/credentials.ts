import { z } from 'zod'
import { milliseconds } from './common.ts'

const HOUR_MS = 3_600_000
/** A token of IAM holds for a day. */
const TOKEN_LIFETIME_MS = 24 * HOUR_MS

export const DEFAULT_PROJECT_ID = '054ba152d480d55b2f5dc0069e7ddef0'
export const DEFAULT_REGION = 'cn-north-4'

const accessKey = z.strictObject({
  accessKeyId: z.string().min(1),
  secretAccessKey: z.string().min(1),
  /** Makes it a temporary key, which is only good together with this token. */
  securityToken: z.string().min(1).optional(),
  expiresAfterMs: milliseconds.optional(),
})

const project = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  enabled: z.boolean().default(true),
})

const oidc = z.strictObject({
  providerUrn: z.string().default('iam::0a1b2c3d4e5f60718293a4b5c6d7e8f9:oidcProvider:github'),
  agencyUrn: z.string().default('iam::0a1b2c3d4e5f60718293a4b5c6d7e8f9:agency:precheck-gate'),
  issuer: z.string().default('https://token.actions.githubusercontent.com'),
  /** The client ids that the provider lets in. */
  audiences: z.array(z.string()).default(['https://github.com/acme', 'sts.myhuaweicloud.com']),
  /** What `sub` must fit, `*` for any text. */
  subject: z.string().default('*'),
  /** Upper limit of a key's life, below what the caller may ask for. */
  keyLifetimeMs: milliseconds.default(HOUR_MS),
})

/** Everything that opens a door. All values are made up; every part has a default. */
export const credentials = z
  .strictObject({
    keys: z.array(accessKey).default([
      {
        accessKeyId: 'SIMULATEDACCESSKEY01',
        secretAccessKey: 'simulated-secret-key-not-real-000000000001',
      },
    ]),
    tokens: z
      .array(
        z.strictObject({
          token: z.string().min(1),
          /** The project it is scoped to; any project when not set. */
          projectId: z.string().optional(),
          expiresAfterMs: milliseconds.optional(),
        }),
      )
      .default([{ token: 'simulated-iam-token-not-real-000000000001' }]),
    projects: z.array(project).default([{ id: DEFAULT_PROJECT_ID, name: DEFAULT_REGION, enabled: true }]),
    iam: z
      .strictObject({
        user: z.string().default('precheck-robot'),
        password: z.string().default('simulated-iam-password'),
        domain: z.string().default('acme-cloud'),
        tokenLifetimeMs: milliseconds.default(TOKEN_LIFETIME_MS),
      })
      .prefault({}),
    oidc: oidc.prefault({}),
    oms: z
      .strictObject({
        user: z.string().default('admin'),
        password: z.string().default('simulated-oms-password'),
      })
      .prefault({}),
  })
  .prefault({})
export type Credentials = z.output<typeof credentials>
export type AccessKey = z.output<typeof accessKey>
