import type { WaiverEntry } from '../report/waiver-entries.ts'

/** What a waiver file begins with, above its entries. */
export const WAIVER_FILE_HEAD = 'version: 1\nwaivers:\n'

/**
 * Returns what writes entries as they stand below the head of a waiver file, where `parseWaiverFile` reads them; fingerprints
 * stand in quotes, because some look like numbers.
 */
export async function waiverEntriesWriter(): Promise<(entries: readonly WaiverEntry[]) => string> {
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
    const file = new Document({ version: 1, waivers }).toString({ lineWidth: 0 })
    return entries.length === 0 ? '' : file.slice(WAIVER_FILE_HEAD.length)
  }
}
