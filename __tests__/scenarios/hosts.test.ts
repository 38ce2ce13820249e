import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { expect, it } from 'vitest'
import { withProxy } from '../cloud/proxy.ts'
import { type GateRun, runGate, TASK, verdictOf } from './harness.ts'
import { HOSTS_CERTIFICATE, HOSTS_KEY } from './hosts-certificate.ts'
import { HEAD, passing } from './on-github.ts'

/** The hosts that a run with everything switched on talks to, under their real names: those that SECURITY.md names. */

const RECORDER = new URL('record-connections.ts', import.meta.url).href
const BASE = 'b'.repeat(40)
const REPOSITORY = { id: 1, full_name: 'acme/orders-db' }
const ID_TOKENS = 'https://pipelines.actions.githubusercontent.com'
const OMS = 'oms.example.com:8089'

const CONFIG = {
  version: 1,
  targets: [
    { name: 'orders', service: 'drs', 'job-ids': [TASK] },
    {
      name: 'shards',
      service: 'ddm',
      'instance-id': '1f5c9fd6cd984056ba89c8c87cc03278in09',
      database: 'orders_db',
      request: {
        data_nodes: [
          { id: 'd5a9fe67e7a442a0adf8c5d81be1b1bein01', user: 'u', password: 'made-up-shard-password' },
        ],
        new_shard_number: '9',
      },
    },
    { name: 'erp', service: 'oms', endpoint: `https://${OMS}`, 'job-ids': ['np_1'] },
  ],
}

const everything: GateRun = {
  connected: false,
  tls: { key: HOSTS_KEY, cert: HOSTS_CERTIFICATE },
  scenario: {
    drs: passing,
    ddm: [
      {
        instance: '1f5c9fd6cd984056ba89c8c87cc03278in09',
        database: 'orders_db',
        start: { items: [] },
        timeline: [{ at: 0, items: [{ name: 'Character set', status: 'SUCCESS' }] }],
      },
    ],
    oms: { projects: [{ id: 'np_1', timeline: [{ payload: 'oms', status: 'FINISHED', progress: 100 }] }] },
    github: {
      commits: [
        { sha: BASE, refs: ['main'], files: { 'waivers.yml': 'version: 1\nwaivers: []\n' } },
        { sha: HEAD, refs: ['feature'] },
      ],
      pulls: [{ number: 7, head: HEAD, base: BASE }],
    },
  },
  event: {
    name: 'pull_request',
    payload: {
      repository: { default_branch: 'main' },
      pull_request: {
        number: 7,
        head: { sha: HEAD, repo: REPOSITORY },
        base: { sha: BASE, ref: 'main', repo: REPOSITORY },
      },
    },
  },
  prepare: ({ write }) => write('precheck.yml', JSON.stringify(CONFIG)),
}

it('a run with everything switched on opens connections to the named hosts, and to no other', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-hosts-'))
  const file = path.join(folder, 'connections.txt')
  const behind = { url: '' }
  try {
    await withProxy(
      behind,
      () => 'open',
      async ({ address, tunnels }) => {
        const end = await runGate({
          ...everything,
          inputs: {
            name: 'orders',
            config: 'precheck.yml',
            region: 'cn-north-4',
            'allowed-hosts': OMS,
            waivers: 'waivers.yml',
            comment: 'always',
            'commit-status': 'true',
            'ca-certificate': HOSTS_CERTIFICATE,
          },
          around: ({ url, credentials }) => {
            behind.url = url
            return {
              inputs: {
                'oidc-provider-urn': credentials.oidcProviderUrn,
                'oidc-agency-urn': credentials.oidcAgencyUrn,
                'oms-user': credentials.omsUser,
                'oms-password': credentials.omsPassword,
              },
              environment: {
                https_proxy: address,
                GITHUB_API_URL: 'https://api.github.com',
                ACTIONS_ID_TOKEN_REQUEST_URL: credentials.idTokenRequestUrl.replace(url, ID_TOKENS),
                ACTIONS_ID_TOKEN_REQUEST_TOKEN: credentials.idTokenRequestToken,
                NODE_OPTIONS: `--import=${RECORDER}`,
                RECORDED_CONNECTIONS: file,
              },
            }
          },
        })
        expect(verdictOf(end)).toMatchObject({ exitCode: 0, decision: 'passed' })
        expect(end.counts).toMatchObject({ 'github.createComment': 1, 'sts.assume': 1 })
        expect([...new Set(tunnels.map(({ to }) => to))].toSorted()).toEqual([
          'api.github.com:443',
          'ddm.cn-north-4.myhuaweicloud.com:443',
          'drs.cn-north-4.myhuaweicloud.com:443',
          'iam.cn-north-4.myhuaweicloud.com:443',
          OMS,
          'pipelines.actions.githubusercontent.com:443',
          'sts.cn-north-4.myhuaweicloud.com:443',
        ])
        // Nothing went past the proxy, and no name was looked up.
        const opened = readFileSync(file, 'utf8')
          .trimEnd()
          .split('\n')
          .map(line => JSON.parse(line))
        expect(new Set(opened)).toEqual(new Set([address]))
      },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
