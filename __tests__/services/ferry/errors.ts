import type { ServiceErrors } from '../../../src/cloud/error-table.ts'
import { told } from '../../../src/precheck/sentence.ts'

export const FERRY_ERRORS: ServiceErrors = {
  codes: {
    'FERRY.GONE': { means: 'not-found', advice: told('Look for another harbour.', '请寻找另一个港口。') },
    'FERRY.LATER': { means: 'not-now' },
    'FERRY.TICKET': { means: 'authentication-failed' },
  },
  rights: told('Ask the captain for ferry:cross.', '请向船长申请 ferry:cross。'),
}
