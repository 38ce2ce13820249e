import type { WaiverEntry } from '../report/waiver-entries.ts'

/**
 * Returns what writes a waiver file with entries as `parseWaiverFile` reads it; fingerprints stand in quotes, because some
 * look like numbers.
 */
export async function waiverFileWriter(): Promise<(entries: readonly WaiverEntry[]) => string> {
  const { Document, Scalar } = await import('yaml')
  const quoted = (text: string) => {
    const scalar = new Scalar(text)
    scalar.type = 'QUOTE_DOUBLE'
    return scalar
  }
  return entries => {
    const waivers = entries.map(({ fingerprint, ...rest }) => ({
      ...rest,
      ...(fingerprint === null ? {} : { fingerprint: quoted(fingerprint) }),
    }))
    return new Document({ version: 1, waivers }).toString({ lineWidth: 0 })
  }
}
