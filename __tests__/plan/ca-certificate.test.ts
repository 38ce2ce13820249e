import { describe, expect, it } from 'vitest'
import { CERTIFICATE, CERTIFICATE_KEY } from '../simulator/certificate.ts'
import { DRS, KEYS, planWith, type Surroundings } from './planning.ts'

const PEM = CERTIFICATE.trim()
const GARBAGE = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'

const planned = (given: string, workspace: Surroundings['workspace'] = {}) =>
  planWith({ ...DRS, ...KEYS, 'ca-certificate': given }, { workspace })

describe('ca-certificate', () => {
  it.each([
    ['PEM text', CERTIFICATE, [PEM]],
    ['PEM text with Windows line ends', CERTIFICATE.replaceAll('\n', '\r\n'), [PEM]],
    ['PEM text folded to one line', CERTIFICATE.replaceAll('\n', ' '), [PEM]],
    ['PEM text with nothing for its line breaks', CERTIFICATE.replaceAll('\n', ''), [PEM]],
    ['PEM text with \\n for its line breaks', CERTIFICATE.replaceAll('\n', '\\n'), [PEM]],
    ['PEM text with \\r\\n for them', CERTIFICATE.replaceAll('\n', '\\r\\n'), [PEM]],
    ['a bundle', `${CERTIFICATE}${CERTIFICATE}`, [PEM, PEM]],
    [
      'a bundle with comments',
      `# Root of ACME\n${CERTIFICATE}\n# the same again\n${CERTIFICATE}`,
      [PEM, PEM],
    ],
  ])('may be %s, as text and as the path of a file with it', async (_, text, expected) => {
    const asText = await planned(text)
    expect([asText.problems, asText.trusted, asText.asked]).toEqual([[], expected, []])
    const asFile = await planned('ci/ca.pem', { 'ci/ca.pem': text })
    expect([asFile.problems, asFile.trusted, asFile.asked]).toEqual([[], expected, ['ci/ca.pem']])
  })

  it.each([
    ['a block that is no certificate', GARBAGE],
    ['one good and one bad', `${CERTIFICATE}${GARBAGE}`],
    ['a private key', CERTIFICATE_KEY],
    ['a certificate cut short', CERTIFICATE.slice(0, 300)],
  ])('may not be %s, and is not quoted', async (_, text) => {
    const expected =
      'ca-certificate: no certificate that can be read; allowed: PEM text (-----BEGIN CERTIFICATE-----) or the path of a file with it'
    expect((await planned(text)).problems).toEqual([expected])
    expect((await planned('ca.pem', { 'ca.pem': text })).problems).toEqual([expected])
  })

  it.each([
    ['is not there', {}],
    ['is a folder', { 'ca.pem': new Error('EISDIR: illegal operation on a directory, read') }],
  ])('may not be the path of something that %s', async (_, workspace) => {
    const { problems } = await planned('ca.pem', workspace)
    expect(problems).toEqual([
      expect.stringMatching(/^ca-certificate: neither PEM text nor a file that can be read;/),
    ])
  })

  it('may be left out', async () => {
    expect((await planWith({ ...DRS, ...KEYS })).trusted).toEqual([])
  })
})
