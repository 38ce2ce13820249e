import assert from 'node:assert/strict'
import type { Case } from './case.ts'
import { playing, TASK } from './sdk-play.ts'
import type { Tools } from './tools.ts'

/** Keyless sign-in of the Python SDK (`OidcStsCredentialProvider`) at the simulator's STS; the others have none of their own. */
export function sdkKeylessCases({ sdks }: Tools): readonly Case[] {
  return sdks.filter(({ language }) => language === 'Python').map(client => keyless(playing(client)))
}

const keyless = (play: ReturnType<typeof playing>): Case => ({
  name: 'sdk: Python: an id token is exchanged at STS for a temporary key, which signs the calls',
  run: () =>
    play({ drs: [{ id: TASK, start: { precheckId: 'run-2' } }] }, async (ask, simulator) => {
      const { oidcProviderUrn, oidcAgencyUrn } = simulator.credentials
      const oidc = {
        providerUrn: oidcProviderUrn,
        agencyUrn: oidcAgencyUrn,
        idToken: await simulator.idToken(),
      }
      const [started] = await ask([{ operation: 'drs.startV5', task: TASK }], { oidc })
      assert.deepEqual(started, { status: 202, body: { query_id: 'run-2' } })
      const [assumed, start] = simulator.requests
      assert.deepEqual([assumed?.operation, start?.operation], ['sts.assume', 'drs.startV5'])
      assert.equal(assumed?.headers['authorization'], undefined, 'The exchange needs no signature')
      assert.match(start?.headers['x-security-token'] ?? '', /./)
      assert.match(start?.headers['authorization'] ?? '', /SignedHeaders=[^,]*x-security-token/)
      const foreign = {
        ...oidc,
        idToken: await simulator.idToken({ audience: 'https://github.com/mallory' }),
      }
      const [refused] = await ask([{ operation: 'drs.startV5', task: TASK }], { oidc: foreign })
      assert.ok(refused !== undefined && 'error' in refused, JSON.stringify(refused))
      // What STS answered is in the text only.
      assert.equal(refused.error.status, null)
      assert.match(refused.error.message ?? '', /status_code:401.*INVALID_ID_TOKEN/)
      assert.equal(simulator.counts['drs.startV5'], 1)
    }),
})
