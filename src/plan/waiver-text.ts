import type { Severity } from '../report/findings.ts'

/** Writes a waiver file as `parseWaiverFile` reads it. */

export interface WaiverEntry {
  readonly item: string
  readonly status: Severity
  readonly service: string
  readonly task: string
  readonly fingerprint: string | null
  readonly reason: string
  readonly owner: string
  /** YYYY-MM-DD */
  readonly expires: string
}

/** Returns the text of a waiver file with these entries; fingerprints stand in quotes, because some look like numbers. */
export async function waiverFileText(entries: readonly WaiverEntry[]): Promise<string> {
  const { Document, Scalar } = await import('yaml')
  const quoted = (text: string) => {
    const scalar = new Scalar(text)
    scalar.type = 'QUOTE_DOUBLE'
    return scalar
  }
  const waivers = entries.map(({ fingerprint, ...rest }) => ({
    ...rest,
    ...(fingerprint === null ? {} : { fingerprint: quoted(fingerprint) }),
  }))
  return new Document({ version: 1, waivers }).toString({ lineWidth: 0 })
}
