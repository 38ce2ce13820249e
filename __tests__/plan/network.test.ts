import { describe, expect, it } from 'vitest'
import { DRS, KEYS, planWith } from './planning.ts'

const inEnvironment = (environment: Readonly<Record<string, string>>) =>
  planWith({ ...DRS, ...KEYS }, { environment })

describe('a proxy variable', () => {
  it.each(['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'])(
    '%s that cannot be read is told without its value, which may hold a password',
    async name => {
      const { plan, problems } = await inEnvironment({ [name]: 'http://me:pass word@' })
      expect(plan).toBeNull()
      expect(problems).toEqual([
        `${name}: not the address of a proxy; allowed: host:port, http://… or https://…`,
      ])
    },
  )

  it.each(['proxy.corp:3128', 'http://me:pw@proxy.corp:3128'])('of %s is fine', async https_proxy => {
    expect((await inEnvironment({ https_proxy })).problems).toEqual([])
  })

  it('no_proxy with a range of addresses is a warning', async () => {
    const { problems, warnings } = await inEnvironment({ no_proxy: 'localhost,10.0.0.0/8,.corp' })
    expect(problems).toEqual([])
    expect(warnings).toEqual([expect.stringMatching(/^no_proxy: "10\.0\.0\.0\/8" is not understood/)])
  })
})

describe('NODE_TLS_REJECT_UNAUTHORIZED', () => {
  it('is a warning when it would turn the check of certificates off', async () => {
    const { warnings } = await inEnvironment({ NODE_TLS_REJECT_UNAUTHORIZED: '0' })
    expect(warnings).toEqual([expect.stringContaining('certificates are always checked')])
  })

  it.each(['1', ''])('is none when it is %j', async value => {
    expect((await inEnvironment({ NODE_TLS_REJECT_UNAUTHORIZED: value })).warnings).toEqual([])
  })
})
