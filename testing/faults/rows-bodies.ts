import type { FaultRow, Hit, Meaning } from './model.ts'
import { NOTHING } from './rows-transport.ts'

/** Answers with status 200 that are not what the API promises, and some that only look so. */

const harmless: Meaning = { kind: 'harmless' }
const stranger: Meaning = { kind: 'unreadable', known: false }
/** The API's own format around a content that makes no sense. */
const nonsense: Meaning = { kind: 'unreadable', known: true }
const SHAPE = /unknown shape at|says nothing clear about the task/
const isRead = ({ operation }: Hit) => operation === 'read'
const status = 200
const answer = (body: { text: string } | { html: string } | { base64: string }, headers = {}) =>
  ({ kind: 'answer', status, headers, ...body }) as const

export const BODIES: readonly FaultRow[] = [
  {
    name: 'a web page of a proxy',
    fault: () => answer({ html: '<html><head><title>Sign in</title></head></html>' }),
    means: () => stranger,
    says: /not JSON: a web page titled "Sign in"/,
    status,
  },
  {
    name: 'plain text',
    fault: () => answer({ text: 'It works!' }),
    means: () => stranger,
    says: /not JSON: It works!/,
    status,
  },
  {
    name: 'an empty body',
    fault: () => answer({ text: '' }),
    means: () => stranger,
    says: /the answer is empty/,
    status,
  },
  {
    name: 'half of a JSON text',
    fault: () => answer({ text: '{"results":[{"precheck_id":' }),
    means: () => stranger,
    says: /not JSON/,
    status,
  },
  {
    name: 'gzip that cannot be unpacked',
    fault: () => answer({ base64: 'H4sIAAAAAAAA' }, { 'content-encoding': 'gzip' }),
    means: () => stranger,
    says: /cannot be unpacked/,
    status,
  },
  {
    name: 'gzip that nobody asked for',
    fault: () => ({ kind: 'gzip' }),
    means: () => harmless,
    says: NOTHING,
  },
  {
    name: 'JSON as text/html',
    fault: () => ({ kind: 'content-type', value: 'text/html' }),
    means: () => harmless,
    says: NOTHING,
  },
  {
    name: 'JSON as application/octet-stream',
    fault: () => ({ kind: 'content-type', value: 'application/octet-stream' }),
    means: () => harmless,
    says: NOTHING,
  },
  {
    name: 'a list in place of the object',
    fault: () => answer({ text: '[]' }),
    means: () => stranger,
    says: SHAPE,
    status,
  },
  {
    name: 'null in place of the object',
    fault: () => answer({ text: 'null' }),
    means: () => stranger,
    says: SHAPE,
    status,
  },
  {
    name: 'an object without any field',
    fault: () => answer({ text: '{}' }),
    // An absent list is an empty one for DRS: nothing is said about the task, so a read is no error, and a start is open.
    means: hit => (hit.service !== 'drs' ? stranger : isRead(hit) ? { kind: 'pending' } : nonsense),
    says: SHAPE,
    status,
  },
  {
    name: 'another type in the place of the result',
    fault: ({ service, operation }) =>
      answer({ text: JSON.stringify(WRONG_TYPE[service](operation === 'start')) }),
    means: ({ service }) => (service === 'oms' ? nonsense : stranger),
    says: SHAPE,
    status,
  },
  {
    name: 'a progress that is no number',
    fault: hit => answer({ text: JSON.stringify(hit.service === 'drs' ? DRS_PROGRESS : OMS_PROGRESS) }),
    means: () => nonsense,
    says: /unreadable process|unknown shape at data\.progress/,
    status,
    hits: hit => isRead(hit) && hit.service !== 'ddm',
  },
  {
    name: 'two results for one task',
    fault: () => answer({ text: JSON.stringify({ results: [DRS_RESULT, DRS_RESULT] }) }),
    means: () => nonsense,
    says: /two entries for task/,
    status,
    hits: hit => isRead(hit) && hit.service === 'drs',
  },
]

const WRONG_TYPE = {
  drs: () => ({ results: 'none' }),
  ddm: (start: boolean) =>
    start ? { pre_check_results: [] } : { job_id: 'j', pre_check_results: 'SUCCESS' },
  oms: () => ({ success: true, data: 7 }),
}
const DRS_RESULT = {
  precheck_id: '140b5236-88ad-43c8-811c-1268453jb101',
  process: '100%',
  precheck_result: [],
}
const DRS_PROGRESS = { results: [{ ...DRS_RESULT, process: 'soon' }] }
const OMS_PROGRESS = { success: true, data: { projectStatus: 'RUNNING', progress: 'soon' } }
