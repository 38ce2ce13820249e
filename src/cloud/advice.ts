import { type Sentence, told } from '../precheck/sentence.ts'
import { isUnknownApiCode } from './error-table.ts'
import type { FaultFacts, FaultKind } from './fault.ts'

/** What to do next, by the service's code where one says more than the kind of fault. */

const BY_CODE: Readonly<Record<string, Sentence>> = {
  'DRS.M00304': told(
    'The task is in a status that allows no pre-check. With precheck-mode forStartJob the task must be in CONFIGURATION, its connections tested and its settings saved; for a failed or incremental task use forRetryJob.',
    '任务所处的状态不允许预检查。precheck-mode 为 forStartJob 时，任务必须处于 CONFIGURATION 状态，连接已测试且设置已保存；失败或增量阶段的任务请使用 forRetryJob。',
  ),
  'DRS.M01503': told(
    'DRS takes pre-checks of one task only so often: run the gate again in some minutes.',
    'DRS 限制同一任务的预检查频率：请过几分钟再运行门禁。',
  ),
  'DRS.M01504': told(
    'Another operation runs on the task: wait until it has ended, then run the gate again.',
    '任务正在执行其他操作：请等其结束后再运行门禁。',
  ),
  'DRS.M05003': told(
    'Check the task id and that project-id and region are those of the task.',
    '请检查任务 ID，以及 project-id 和 region 是否属于该任务。',
  ),
  'DRS.M05004': told(
    'The task was deleted or its resources were released: create it anew and update job-ids.',
    '任务已被删除或其资源已释放：请重新创建任务并更新 job-ids。',
  ),
  'DRS.M00289': told(
    'Check the task id and that project-id and region are those of the task.',
    '请检查任务 ID，以及 project-id 和 region 是否属于该任务。',
  ),
  'DRS.M00307': told(
    'DRS wants the ids of the subtasks here, not the parent task.',
    '此处 DRS 需要子任务的 ID，而不是父任务的 ID。',
  ),
  'DRS.M00308': told(
    'DRS wants the id of the parent task here, not a subtask.',
    '此处 DRS 需要父任务的 ID，而不是子任务的 ID。',
  ),
  'DRS.M00261': told(
    'The project id does not belong to this account or region: check project-id and region.',
    '项目 ID 不属于该账号或区域：请检查 project-id 和 region。',
  ),
  'DBS.280001': told(
    'DDM does not take the parameters: compare instance-id, database and request with the instance.',
    'DDM 不接受这些参数：请将 instance-id、database 和 request 与实例核对。',
  ),
  'DBS.300129': told(
    'The schema does not exist on this DDM instance: check database and instance-id.',
    '该 DDM 实例上没有此逻辑库：请检查 database 和 instance-id。',
  ),
  'DBS.300130': told(
    'The schema must be in status RUNNING: wait for the operation on it, or repair it.',
    '逻辑库必须处于 RUNNING 状态：请等待其上的操作结束，或修复它。',
  ),
  'DBS.300133': told(
    'A data node is busy with the scaling of a schema: wait until that has ended.',
    '某个数据节点正在执行逻辑库的分片变更：请等待其结束。',
  ),
  'DBS.300323': told(
    'A data node (RDS instance) is not available: bring it into a regular state first.',
    '某个数据节点（RDS 实例）不可用：请先使其恢复正常。',
  ),
  'DBS.300333': told(
    'Set one time zone on all data nodes, old and new.',
    '请将所有数据节点（新旧）设置为同一时区。',
  ),
  'DBS.300334': told(
    'Set one sql_mode on all data nodes, old and new.',
    '请将所有数据节点（新旧）设置为相同的 sql_mode。',
  ),
  'DBS.300356': told(
    'DDM cannot connect to a data node: check id, user and password in request, and the security group of the node.',
    'DDM 无法连接某个数据节点：请检查 request 中的 id、user 和 password，以及该节点的安全组。',
  ),
  'DBS.300357': told(
    'DDM cannot log in to a data node: check user and password in request.',
    'DDM 无法登录某个数据节点：请检查 request 中的 user 和 password。',
  ),
  'DBS.300358': told(
    'Data of an earlier change has not been cleared: clear the source data of that change first.',
    '之前一次变更的数据尚未清理：请先清理那次变更的源数据。',
  ),
  'DBS.300360': told(
    'This DDM instance does not support the operation: shard configuration needs kernel 3.0.8.3.',
    '该 DDM 实例不支持此操作：分片配置需要内核版本 3.0.8.3。',
  ),
  'DBS.300362': told(
    'The change is none that DDM can make: the number of shards or of data nodes must grow, to 64 shards at most.',
    'DDM 无法执行这样的变更：分片数或数据节点数必须增加，且分片数最多 64。',
  ),
  'DBS.300364': told(
    'A data node has too little disk space: enlarge it.',
    '某个数据节点的磁盘空间不足：请扩容。',
  ),
  'DBS.300368': told(
    'Set one lower_case_table_names on all data nodes, old and new.',
    '请将所有数据节点（新旧）设置为相同的 lower_case_table_names。',
  ),
  'DBS.300400': told(
    'DDM does not know this pre-check (any more): start a new one with mode run.',
    'DDM 不（再）知道此预检查：请用 mode run 启动新的预检查。',
  ),
  'DBS.300408': told(
    'DDM cannot reach a data node: check that both are in one VPC and what the security groups allow.',
    'DDM 无法访问某个数据节点：请检查两者是否在同一 VPC 中，以及安全组是否放通。',
  ),
  PARAM_ERROR: told(
    'OMS does not take the parameters: compare job-ids and request with the project in OMS.',
    'OMS 不接受这些参数：请将 job-ids 和 request 与 OMS 中的项目核对。',
  ),
  INNER_ERROR: told(
    'OMS failed inside: run the gate again; the cause stands in its log (ghana/Ghana/common-error.log on the OMS host).',
    'OMS 内部出错：请重新运行门禁；原因见其日志（OMS 主机上的 ghana/Ghana/common-error.log）。',
  ),
  'GHANA-OPERIE000000': told(
    'OMS failed inside, or is still creating an instance of the project: run the gate again in ten minutes.',
    'OMS 内部出错，或仍在创建项目的实例：请在十分钟后重新运行门禁。',
  ),
}

const BY_KIND: Readonly<Record<Exclude<FaultKind, 'authentication-failed'>, Sentence>> = {
  transient: told(
    'The service could not answer. Run the gate again; if it stays so, give the request id to support.',
    '服务无法应答。请重新运行门禁；如果依然如此，请将请求 ID 提供给技术支持。',
  ),
  'permission-denied': told(
    'Grant this identity the rights that the service needs, in the project of the task (for DRS drs:migrationJob:action and drs:migrationJob:get; the documentation on credentials has the others).',
    '请在任务所属项目中授予该身份所需的服务权限（DRS 为 drs:migrationJob:action 和 drs:migrationJob:get；其他服务见凭证文档）。',
  ),
  'not-found': told(
    'Check the ids, the region and the project of this target.',
    '请检查此目标的 ID、区域和项目。',
  ),
  'start-refused': told(
    'Correct what the service names, then run the gate again.',
    '请按服务的提示更正，然后重新运行门禁。',
  ),
  'service-error': told(
    'Correct what the service names; if nothing is wrong there, give the request id to support.',
    '请按服务的提示更正；如果没有问题，请将请求 ID 提供给技术支持。',
  ),
}

export type AddressInput = 'endpoint' | 'iam-endpoint' | 'sts-endpoint'

/** Returns what to do when the host answers, but has no such API: most often a path too many in an address. */
export function addressAdvice(input: AddressInput, url: URL): Sentence {
  return told(
    `There is no such API at ${url.origin}${url.pathname}: check ${input}. It is a base URL, without the path of an API such as /v3 or /api/v2; at this host that would be ${url.origin}.`,
    `${url.origin}${url.pathname} 处没有这样的接口：请检查 ${input}。它是基础地址，不含 /v3 或 /api/v2 这样的接口路径；对此主机应为 ${url.origin}。`,
  )
}

/** True for an answer that a service itself would not have given. */
export function isWrongAddress({ kind, code, understood }: FaultFacts): boolean {
  return isUnknownApiCode(code) || (kind === 'not-found' && !understood)
}

/** Returns what a user should do next. A redirect is always a wrong endpoint. */
export function adviceFor(
  kind: Exclude<FaultKind, 'authentication-failed'>,
  code: string | null,
  redirect: Sentence | null,
): Sentence {
  if (redirect !== null)
    return told('Set endpoint to the address of the service itself.', '请将 endpoint 设为服务本身的地址。')
  return (code === null ? undefined : BY_CODE[code.trim().toUpperCase()]) ?? BY_KIND[kind]
}
