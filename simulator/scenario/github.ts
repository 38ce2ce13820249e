import { z } from 'zod'
import { milliseconds } from './common.ts'

const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'must be 40 or 64 hex digits')
export const DEFAULT_SHA = '6dcb09b5b57875f334f61aebed695e2e4193db5e'

const user = z.strictObject({
  login: z.string().default('github-actions[bot]'),
  id: z.number().int().default(41_898_282),
  type: z.enum(['Bot', 'User']).default('Bot'),
})

const access = z.enum(['none', 'read', 'write'])
const token = z.strictObject({
  token: z.string().min(1).default('simulated-github-token-not-real-0001'),
  user: user.prefault({}),
  permissions: z
    .strictObject({
      contents: access.default('read'),
      issues: access.default('none'),
      pullRequests: access.default('write'),
      statuses: access.default('write'),
    })
    .prefault({}),
})

const commit = z.strictObject({
  sha,
  /** Branches and other names that lead to it. */
  refs: z.array(z.string()).default([]),
  /** A tag with the name of a branch is what the short name means. */
  tags: z.array(z.string()).default([]),
  message: z.string().default('Change the orders schema'),
  /** Path in the repository to text. */
  files: z.record(z.string(), z.string()).default({}),
})

const pull = z.strictObject({
  number: z.number().int().min(1),
  title: z.string().default('Move orders to the new cluster'),
  head: sha,
  headRef: z.string().default('feature'),
  base: sha,
  baseRef: z.string().default('main'),
  /** `owner/name` of the fork the head is in. */
  headRepository: z.string().optional(),
  state: z.enum(['open', 'closed']).default('open'),
})

const comment = z.strictObject({
  issue: z.number().int().min(1),
  body: z.string(),
  user: user.prefault({ login: 'octocat', id: 583_231, type: 'User' }),
})

/** A commit status that was there before. */
const status = z.strictObject({
  sha,
  context: z.string(),
  state: z.enum(['error', 'failure', 'pending', 'success']).default('failure'),
  targetUrl: z.url({ protocol: /^https?$/ }).optional(),
})

const idToken = z.strictObject({
  requestToken: z.string().default('simulated-id-token-request-token-0001'),
  subject: z.string().default('repo:acme/orders-db:ref:refs/heads/main'),
  /** Only when it is to differ from the issuer that STS trusts. */
  issuer: z.string().optional(),
  defaultAudience: z.string().default('https://github.com/acme'),
  lifetimeMs: milliseconds.default(300_000),
  /** `unknown-key`: a signature that no key in the JWKS made. */
  signedBy: z.enum(['published-key', 'unknown-key']).default('published-key'),
})

/** One repository and the tokens that reach it. */
export const github = z
  .strictObject({
    /** Whose API it is: that of github.com, or the one of Gitea 1.26. */
    server: z.enum(['github', 'gitea']).default('github'),
    repository: z
      .string()
      .regex(/^[^/]+\/[^/]+$/, 'must be owner/name')
      .default('acme/orders-db'),
    defaultBranch: z.string().default('main'),
    /** Branches that not everybody who may push can change. */
    protectedBranches: z.array(z.string()).default([]),
    tokens: z.array(token).default([token.parse({})]),
    commits: z.array(commit).default([commit.parse({ sha: DEFAULT_SHA, refs: ['main'] })]),
    pulls: z.array(pull).default([]),
    comments: z.array(comment).default([]),
    statuses: z.array(status).default([]),
    idToken: idToken.prefault({}),
  })
  .prefault({})

export type GitHub = z.output<typeof github>
export type GitHubToken = z.output<typeof token>
export type GitHubUser = z.output<typeof user>
export type Commit = z.output<typeof commit>
export type Pull = z.output<typeof pull>
