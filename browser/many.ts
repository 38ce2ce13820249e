import type { JudgedItem } from '../src/precheck/verdict.ts'
import type { Report } from '../src/report/schema.ts'
import { checkItem, judgedTask, reportOf, verdict } from '../testing/reports/fixtures.ts'

const FINDING_EVERY = 20

/** A report of 30 tasks with 1,000 check items each, one in twenty of them a finding. */
export function manyItems(tasks = 30, itemsPerTask = 1_000): Report {
  const item = (task: number, index: number): JudgedItem => {
    const id = `check${index % 100}`
    if (index % FINDING_EVERY > 0) return checkItem({ id: `${id}.${index}`, name: `Check number ${index}` })
    const tables = Array.from({ length: 4 }, (_, nth) => `orders_${task}.table_${nth}`).join(',')
    return checkItem({
      id: `${id}.${index}`,
      name: `Check number ${index}`,
      status: index % 100 === 0 ? 'failed' : 'warning',
      reason: `REASON_${index % 7}`,
      detail: JSON.stringify({ database: `orders_${task}`, tables }),
      suggestion: 'Look at the tables, then run the pre-check again.',
    })
  }
  return reportOf(
    verdict(
      Array.from({ length: tasks }, (_, task) =>
        judgedTask({
          task: {
            id: `140b5236-88ad-43c8-811c-${String(task).padStart(7, '0')}jb101`,
            label: `database ${task}`,
          },
          outcome: 'failed',
          reasonCode: 'checks-failed',
          items: Array.from({ length: itemsPerTask }, (_one, index) => item(task, index)),
        }),
      ),
      { decision: 'failed', reasonCode: 'checks-failed' },
    ),
  )
}
