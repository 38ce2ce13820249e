import { expect } from 'vitest'
import type { RecordedRequest } from '../../simulator/record.ts'
import { secretInputs } from '../../src/plan/inputs.ts'

/**
 * Every scenario of the suite is a test of secrecy as well: whatever it is about, no secret that went in, or that the
 * run fetched or made on its way, may stand in anything that came out.
 */

/** Shorter ones are never echoed, but a search for them would find harmless words. */
const SHORTEST_SOUGHT = 6
const SECRET_HEADERS = ['authorization', 'x-auth-token', 'x-security-token'] as const

export interface Traces {
  readonly inputs: Readonly<Record<string, string>>
  readonly requests: readonly RecordedRequest[]
  /** Everything that left the process, by what it is. */
  readonly left: Readonly<Record<string, string>>
}

/** Fails when a secret, or its base64 or URL-encoded form, stands in what left the process. */
export function expectNoSecretLeft({ inputs, requests, left }: Traces): void {
  const given = secretInputs().map(name => inputs[name]?.trim() ?? '')
  const sent = requests.flatMap(({ headers }) => SECRET_HEADERS.flatMap(name => partsOf(headers[name])))
  const secrets = new Set([...given, ...sent].filter(secret => secret.length >= SHORTEST_SOUGHT))
  const leaks = Object.entries(left).flatMap(([sink, text]) =>
    [...secrets]
      .flatMap(formsOf)
      .filter(form => text.includes(form))
      .map(form => `${sink}: ${form.slice(0, 8)}…`),
  )
  expect(leaks).toEqual([])
}

/** A header's value, and the parts of it that are secret by themselves. */
function partsOf(value: string | readonly string[] | undefined): readonly string[] {
  if (typeof value !== 'string') return []
  const signature = /Signature=([0-9a-f]+)/.exec(value)?.[1]
  const credential = /^(?:Basic|Bearer) (.+)$/i.exec(value)?.[1]
  return [value, signature, credential].filter(part => part !== undefined)
}

function formsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret, 'utf8').toString('base64').replace(/=+$/, '')
  return [secret, encodeURIComponent(secret), base64]
}
