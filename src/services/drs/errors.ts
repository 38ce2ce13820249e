import type { ServiceErrors } from '../../cloud/error-table.ts'
import { told } from '../../precheck/sentence.ts'

/** What DRS says with its codes. Source: DRS error codes (drs_05_0004). */
export const DRS_ERRORS: ServiceErrors = {
  codes: {
    'DRS.M00304': {
      advice: told(
        'The task is in a status that allows no pre-check. With precheck-mode forStartJob the task must be in CONFIGURATION, its connections tested and its settings saved; for a failed or incremental task use forRetryJob.',
        '任务所处的状态不允许预检查。precheck-mode 为 forStartJob 时，任务必须处于 CONFIGURATION 状态，连接已测试且设置已保存；失败或增量阶段的任务请使用 forRetryJob。',
      ),
    },
    'DRS.M00307': {
      advice: told(
        'DRS wants the ids of the subtasks here, not the parent task.',
        '此处 DRS 需要子任务的 ID，而不是父任务的 ID。',
      ),
    },
    'DRS.M00308': {
      advice: told(
        'DRS wants the id of the parent task here, not a subtask.',
        '此处 DRS 需要父任务的 ID，而不是子任务的 ID。',
      ),
    },
    'DRS.M00004': { means: 'transient' },
    'DRS.M01501': { means: 'transient' },
    'DRS.M01503': {
      means: 'not-now',
      advice: told(
        'DRS takes pre-checks of one task only so often: run the gate again in some minutes.',
        'DRS 限制同一任务的预检查频率：请过几分钟再运行门禁。',
      ),
    },
    'DRS.M01504': {
      means: 'not-now',
      advice: told(
        'Another operation runs on the task: wait until it has ended, then run the gate again.',
        '任务正在执行其他操作：请等其结束后再运行门禁。',
      ),
    },
    'DRS.M00002': { means: 'no-result' },
    'DRS.M00100': { means: 'authentication-failed' },
    'DRS.M00101': { means: 'permission-denied' },
    'DRS.M00102': { means: 'permission-denied' },
    'DRS.M00103': { means: 'permission-denied' },
    'DRS.M00105': { means: 'permission-denied' },
    'DRS.M00261': {
      means: 'permission-denied',
      advice: told(
        'The project id does not belong to this account or region: check project-id and region.',
        '项目 ID 不属于该账号或区域：请检查 project-id 和 region。',
      ),
    },
    'DRS.M05003': {
      means: 'not-found',
      advice: told(
        'Check the task id and that project-id and region are those of the task.',
        '请检查任务 ID，以及 project-id 和 region 是否属于该任务。',
      ),
    },
    'DRS.M05004': {
      means: 'not-found',
      advice: told(
        'The task was deleted or its resources were released: create it anew and update job-ids.',
        '任务已被删除或其资源已释放：请重新创建任务并更新 job-ids。',
      ),
    },
    'DRS.M00289': {
      means: 'not-found',
      advice: told(
        'Check the task id and that project-id and region are those of the task.',
        '请检查任务 ID，以及 project-id 和 region 是否属于该任务。',
      ),
    },
    'DRS.10000010': { means: 'not-found' },
  },
  rights: told(
    'Grant this identity drs:migrationJob:action and drs:migrationJob:get, in the project of the task.',
    '请在任务所属项目中授予该身份 drs:migrationJob:action 和 drs:migrationJob:get 权限。',
  ),
}
