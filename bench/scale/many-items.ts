import { Secrets } from '../../src/cloud/secrets.ts'
import type { Random } from '../../src/ports.ts'
import type { CheckItem, ItemStatus, TargetResult, TaskResult } from '../../src/precheck/model.ts'
import type { Waiver } from '../../src/precheck/waivers.ts'
import { seeded } from '../random.ts'
import { taskId } from './task-id.ts'

/** Results as large gates have them: many tasks of 30 check items, with the codes, reasons and texts that DRS sends. */

const ITEMS_PER_TASK = 30
const TOPICS = [
  'srcDbConnection',
  'dstDbConnection',
  'srcDbVersion',
  'srcDbBinlogIsOff',
  'srcGtidStatusCheck',
  'srcDbPrivilegesIsEnoughForIncre',
  'dstDbDiskSize',
  'srcCollHasTtlIndex',
  'dstStatusCheck',
  'srcShardKeyConfiguration',
] as const
const REASONS = ['SRC_HAS_TTL_INDEXES', 'DST_DB_DISK_SIZE_UP_ALARM', 'DB_PARAS_REPLICATION_ROLE_CONFIG_ERROR']
const WAIVERS = 20
const SIGNATURES = 64

/** `mixed`: one item in ten with a finding, for one of a few reasons. `hostile`: all fail, each for a reason of its own. */
export const MIXTURES = ['mixed', 'hostile'] as const
export type Mixture = (typeof MIXTURES)[number]

export function manyItems(
  count: number,
  mixture: Mixture,
  { itemsPerTask = ITEMS_PER_TASK, first = 0 } = {},
): readonly TargetResult[] {
  const random = seeded(count + first)
  const tasks = Array.from({ length: Math.ceil(count / itemsPerTask) }, (_, nth): TaskResult => {
    const task = first + nth
    const rest = Math.min(itemsPerTask, count - nth * itemsPerTask)
    return {
      task: { id: taskId(task), label: `database ${task}` },
      precheckId: taskId(task),
      progress: 100,
      problem: null,
      overall: 'positive',
      freshness: 'new',
      caveats: [],
      items: Array.from({ length: rest }, (_item, index) => item(task, index, mixture, random)),
    }
  })
  const endpoint = 'https://drs.cn-north-4.myhuaweicloud.com/'
  return [{ name: 'orders', service: 'drs', mode: 'run', endpoint, tasks }]
}

function item(task: number, index: number, mixture: Mixture, random: Random): CheckItem {
  const topic = TOPICS[index % TOPICS.length] ?? TOPICS[0]
  const status = mixture === 'hostile' ? 'failed' : statusOf(random())
  const found = status !== 'passed'
  const known = REASONS[Math.floor(random() * REASONS.length)] ?? null
  const objects = Array.from({ length: 4 }, (_, nth) => `orders_${task}.table_${nth}`).join(',')
  return {
    id: `${topic}${index}`,
    baseId: `${topic}${index}`,
    topic,
    name: null,
    group: 'db_params',
    status,
    rawStatus: { passed: 'PASSED', warning: 'ALARM', failed: 'FAILED' }[status],
    reason: found ? (mixture === 'hostile' ? `REASON_${task}_${index}` : known) : null,
    detail: found ? JSON.stringify({ database: `orders_${task}`, objects }) : null,
    suggestion: null,
    subJobs: [],
    skippable: null,
    skipConsequence: null,
    blackObjects: null,
  }
}

function statusOf(chance: number): Extract<ItemStatus, 'passed' | 'warning' | 'failed'> {
  return chance < 0.9 ? 'passed' : chance < 0.97 ? 'warning' : 'failed'
}

/** A file of waivers as teams have it: each for a check item and some of the tasks. */
export function someWaivers(): readonly Waiver[] {
  return Array.from({ length: WAIVERS }, (_, index) => ({
    item: `${TOPICS[index % TOPICS.length]}*`,
    status: 'warning' as const,
    failedReason: null,
    service: 'drs',
    task: `00000000-*-${String(index).padStart(7, '0')}jb101`,
    fingerprints: null,
    reason: 'rebuilt after cut-over',
    owner: 'dba-team',
    expires: '2099-12-31',
  }))
}

/** What a long run has to search every text for: a key, and the signatures of its requests. */
export function someSecrets(): Secrets {
  const secrets = new Secrets(() => {})
  secrets.add('SIMULATEDACCESSKEY00')
  secrets.add('a-secret-access-key-that-is-made-up-0123')
  const random = seeded(1)
  const signature = () => Array.from({ length: 64 }, () => Math.floor(random() * 16).toString(16)).join('')
  for (let index = 0; index < SIGNATURES; index += 1) secrets.add(signature())
  return secrets
}
