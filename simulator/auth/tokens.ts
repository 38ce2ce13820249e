import { randomBytes } from 'node:crypto'

export interface TokenSeed {
  readonly token: string
  readonly projectId?: string | undefined
  readonly expiresAfterMs?: number | undefined
}

export interface TokenStore {
  /** `unknown` covers a wrong token and an expired one, as for the real gateway. */
  check(token: string, projectId: string | null, now: number): 'good' | 'unknown' | 'other-project'
  /** A fresh token for one project. */
  issue(
    projectId: string,
    lifetimeMs: number,
    now: number,
  ): { readonly token: string; readonly expiresAt: number }
}

/** The IAM tokens of a scenario and those issued since. */
export function createTokenStore(seeds: readonly TokenSeed[], startedAt: number): TokenStore {
  const held = new Map<string, { readonly projectId: string | null; readonly expiresAt: number }>()
  for (const { token, projectId, expiresAfterMs } of seeds) {
    const expiresAt = startedAt + (expiresAfterMs ?? Number.POSITIVE_INFINITY)
    held.set(token, { projectId: projectId ?? null, expiresAt })
  }
  return {
    check: (token, projectId, now) => {
      const found = held.get(token)
      if (found === undefined || now >= found.expiresAt) return 'unknown'
      const fits = projectId === null || found.projectId === null || found.projectId === projectId
      return fits ? 'good' : 'other-project'
    },
    issue: (projectId, lifetimeMs, now) => {
      const token = `simulated-iam-token-${randomBytes(24).toString('base64url')}`
      const expiresAt = now + lifetimeMs
      held.set(token, { projectId, expiresAt })
      return { token, expiresAt }
    },
  }
}
