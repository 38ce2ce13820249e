import type { Case, TargetCase } from './case.ts'
import type { Asked, AskedTarget } from './oracle/exchange.ts'

/** A case as the user of the action writes it, and as the oracle knows it. */

/** The fake clock's first day. */
const TODAY = '2026-01-01'
const AUTO_SETTLE_SECONDS = { drs: 120, ddm: 60, oms: 0 }
const DRS_ENDPOINT = 'https://drs.cn-north-4.myhuaweicloud.com'
const DDM_ENDPOINT = 'https://ddm.cn-north-4.myhuaweicloud.com'
const OMS_ENDPOINT = 'http://127.0.0.1:8089'

export function askedOf(run: Case): Asked {
  return {
    targets: run.targets.map((target, index) => askedTarget(run, target, index)),
    failOn: run.failOn,
    waivers: run.waivers.map(waiver => ({
      item: waiver.item,
      status: waiver.status,
      failedReason: waiver['failed-reason'] ?? null,
      service: waiver.service ?? null,
      task: waiver.task ?? null,
      expires: waiver.expires,
    })),
    today: TODAY,
    deadlineAt: run.timeoutMinutes * 60_000,
    cancelledAt: run.cancelAt !== null && run.cancelAt < run.timeoutMinutes * 60_000 ? run.cancelAt : null,
  }
}

function askedTarget(run: Case, target: TargetCase, index: number): AskedTarget {
  const { service, mode } = target
  const seconds = run.settleSeconds === 'auto' ? AUTO_SETTLE_SECONDS[service] : run.settleSeconds
  const name = run.targets.length === 1 ? service : `target-${index}`
  const common = { name, service, mode, settleMs: seconds * 1_000 }
  switch (target.service) {
    case 'drs':
      return {
        ...common,
        below: `/v3/p${index}/jobs/`,
        tasks: target.tasks.map((_, n) => sameKey(`d${index}-${n}`)),
      }
    case 'ddm':
      return {
        ...common,
        below: `/v3/p${index}/instances/`,
        tasks: [{ id: `inst${index}/db`, key: mode === 'query' ? `job-${index}` : '' }],
      }
    case 'oms':
      return {
        ...common,
        below: `/o${index}/api/`,
        // The vendor's ids: of a run in mode query, of a project else.
        tasks: target.tasks.map((_, n) => sameKey(`${mode === 'query' ? 't_' : 'np_'}${index}${n}`)),
      }
  }
}

const sameKey = (id: string) => ({ id, key: id })

/** The inputs of the run, and the files that they name. */
export function inputsOf(run: Case): {
  inputs: Readonly<Record<string, string>>
  config: object | null
  waivers: object | null
} {
  const asked = askedOf(run)
  const entries = asked.targets.map((target, index) => entryOf(target, index))
  const [only] = entries
  const config = entries.length === 1 || only === undefined ? null : { version: 1, targets: entries }
  const target =
    config === null && only !== undefined
      ? flat(only)
      : { config: 'targets.yml', 'allowed-hosts': '127.0.0.1' }
  const waivers = run.waivers.map(waiver => ({ ...waiver, reason: 'because', owner: 'dba' }))
  return {
    config,
    waivers: waivers.length === 0 ? null : { version: 1, waivers },
    inputs: {
      ...target,
      ...credentialOf(run),
      'timeout-minutes': String(run.timeoutMinutes),
      'poll-interval-seconds': String(run.pollSeconds),
      'settle-seconds': String(run.settleSeconds),
      'fail-on': run.failOn,
      ...(waivers.length === 0 ? {} : { waivers: 'waivers.yml', 'waivers-ref': 'workspace' }),
    },
  }
}

function entryOf({ name, service, mode, tasks }: AskedTarget, index: number): Record<string, unknown> {
  const ids = tasks.map(({ key }) => key)
  switch (service) {
    case 'drs':
      return { name, service, mode, endpoint: DRS_ENDPOINT, 'project-id': `p${index}`, 'job-ids': ids }
    case 'ddm': {
      const what = mode === 'query' ? { 'job-ids': ids } : { request: { new_shard_number: '9' } }
      return {
        name,
        service,
        mode,
        endpoint: DDM_ENDPOINT,
        'project-id': `p${index}`,
        'instance-id': `inst${index}`,
        database: 'db',
        ...what,
      }
    }
    case 'oms':
      return { name, service, mode, endpoint: `${OMS_ENDPOINT}/o${index}`, 'job-ids': ids }
  }
}

/** The only target, by inputs. */
function flat({ name: _name, ...entry }: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
}

function credentialOf({ targets, credential }: Case): Record<string, string> {
  const huawei = targets.some(({ service }) => service !== 'oms')
  const oms = targets.some(({ service }) => service === 'oms')
  const key = { 'access-key-id': 'AKIDFORFUZZING', 'secret-access-key': 'secret-key-for-fuzzing' }
  return {
    ...(huawei ? (credential === 'key' ? key : { 'auth-token': 'token-for-fuzzing' }) : {}),
    ...(oms ? { 'oms-user': 'admin', 'oms-password': 'password-for-fuzzing' } : {}),
  }
}
