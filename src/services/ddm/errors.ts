import type { ServiceErrors } from '../../cloud/error-table.ts'
import { told } from '../../precheck/sentence.ts'

/** What DDM says with its codes. Source: the appendix of its API reference. */
export const DDM_ERRORS: ServiceErrors = {
  codes: {
    'DBS.280001': {
      means: 'refused',
      advice: told(
        'DDM does not take the parameters: compare instance-id, database and request with the instance.',
        'DDM 不接受这些参数：请将 instance-id、database 和 request 与实例核对。',
      ),
    },
    'DBS.300129': {
      means: 'not-found',
      advice: told(
        'The schema does not exist on this DDM instance: check database and instance-id.',
        '该 DDM 实例上没有此逻辑库：请检查 database 和 instance-id。',
      ),
    },
    'DBS.300130': {
      advice: told(
        'The schema must be in status RUNNING: wait for the operation on it, or repair it.',
        '逻辑库必须处于 RUNNING 状态：请等待其上的操作结束，或修复它。',
      ),
    },
    'DBS.300133': {
      advice: told(
        'A data node is busy with the scaling of a schema: wait until that has ended.',
        '某个数据节点正在执行逻辑库的分片变更：请等待其结束。',
      ),
    },
    'DBS.300323': {
      advice: told(
        'A data node (RDS instance) is not available: bring it into a regular state first.',
        '某个数据节点（RDS 实例）不可用：请先使其恢复正常。',
      ),
    },
    'DBS.300333': {
      advice: told(
        'Set one time zone on all data nodes, old and new.',
        '请将所有数据节点（新旧）设置为同一时区。',
      ),
    },
    'DBS.300334': {
      advice: told(
        'Set one sql_mode on all data nodes, old and new.',
        '请将所有数据节点（新旧）设置为相同的 sql_mode。',
      ),
    },
    'DBS.300356': {
      advice: told(
        'DDM cannot connect to a data node: check id, user and password in request, and the security group of the node.',
        'DDM 无法连接某个数据节点：请检查 request 中的 id、user 和 password，以及该节点的安全组。',
      ),
    },
    'DBS.300357': {
      advice: told(
        'DDM cannot log in to a data node: check user and password in request.',
        'DDM 无法登录某个数据节点：请检查 request 中的 user 和 password。',
      ),
    },
    'DBS.300358': {
      advice: told(
        'Data of an earlier change has not been cleared: clear the source data of that change first.',
        '之前一次变更的数据尚未清理：请先清理那次变更的源数据。',
      ),
    },
    'DBS.300360': {
      advice: told(
        'This DDM instance does not support the operation: shard configuration needs kernel 3.0.8.3.',
        '该 DDM 实例不支持此操作：分片配置需要内核版本 3.0.8.3。',
      ),
    },
    'DBS.300362': {
      advice: told(
        'The change is none that DDM can make: the number of shards or of data nodes must grow, to 64 shards at most.',
        'DDM 无法执行这样的变更：分片数或数据节点数必须增加，且分片数最多 64。',
      ),
    },
    'DBS.300364': {
      advice: told(
        'A data node has too little disk space: enlarge it.',
        '某个数据节点的磁盘空间不足：请扩容。',
      ),
    },
    'DBS.300368': {
      advice: told(
        'Set one lower_case_table_names on all data nodes, old and new.',
        '请将所有数据节点（新旧）设置为相同的 lower_case_table_names。',
      ),
    },
    'DBS.300400': {
      means: 'not-found',
      advice: told(
        'DDM does not know this pre-check (any more): start a new one with mode run.',
        'DDM 不（再）知道此预检查：请用 mode run 启动新的预检查。',
      ),
    },
    'DBS.300408': {
      advice: told(
        'DDM cannot reach a data node: check that both are in one VPC and what the security groups allow.',
        'DDM 无法访问某个数据节点：请检查两者是否在同一 VPC 中，以及安全组是否放通。',
      ),
    },
  },
  rights: told(
    'Grant this identity a role that may read DDM and change the shard configuration of this instance, in the project of the instance.',
    '请在实例所属项目中授予该身份可读取 DDM 并变更该实例分片配置的角色。',
  ),
}
