import assert from 'node:assert/strict'
import { SIMULATED } from './act.ts'

/** What several cases of workflows share. */

export const CLOUD_KEYS = {
  HUAWEI_CLOUD_ACCESS_KEY_ID: SIMULATED.accessKeyId,
  HUAWEI_CLOUD_SECRET_ACCESS_KEY: SIMULATED.secretAccessKey,
} as const

/** With `--insecure-secrets` act masks nothing: what is seen here is what the action itself let out. */
export function assertNoSecret(output: readonly string[], summary: string): void {
  for (const secret of [SIMULATED.secretAccessKey, SIMULATED.githubToken]) {
    assert.ok(
      ![...output, summary].some(text => text.includes(secret)),
      'A secret is in the log or the summary',
    )
  }
}
