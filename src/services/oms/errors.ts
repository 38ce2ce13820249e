import type { ServiceErrors } from '../../cloud/error-table.ts'
import { told } from '../../precheck/sentence.ts'

/** What OMS says with its codes: those that its own clients treat as passing, and those that say what to do. */
export const OMS_ERRORS: ServiceErrors = {
  codes: {
    PARAM_ERROR: {
      advice: told(
        'OMS does not take the parameters: compare job-ids and request with the project in OMS.',
        'OMS 不接受这些参数：请将 job-ids 和 request 与 OMS 中的项目核对。',
      ),
    },
    INNER_ERROR: {
      means: 'transient',
      advice: told(
        'OMS failed inside: run the gate again; the cause stands in its log (ghana/Ghana/common-error.log on the OMS host).',
        'OMS 内部出错：请重新运行门禁；原因见其日志（OMS 主机上的 ghana/Ghana/common-error.log）。',
      ),
    },
    'GHANA-OPERIE000000': {
      means: 'transient',
      advice: told(
        'OMS failed inside, or is still creating an instance of the project: run the gate again in ten minutes.',
        'OMS 内部出错，或仍在创建项目的实例：请在十分钟后重新运行门禁。',
      ),
    },
  },
  rights: null,
}
