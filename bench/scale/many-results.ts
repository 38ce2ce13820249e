import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { startSimulator } from '../../simulator/server.ts'
import { gateProgram } from '../start-up/programs.ts'
import { taskId } from './task-id.ts'
import { type Usage, usageOf } from './usage.ts'

/** The built action over the finished results of many tasks: what reading, judging and writing them takes. */

/** One item in so many has a finding: one in ten for a reason that all tasks share, or each for a reason of its own. */
export const LOADS = {
  mixed: { itemsPerTask: 40, findings: 10, result: 'ALARM', isShared: true },
  hostile: { itemsPerTask: 30, findings: 1, result: 'FAILED', isShared: false },
} as const
export type Load = keyof typeof LOADS

type Task = NonNullable<ScenarioInput['drs']>[number]

/** Runs the gate once, in mode query, over so many finished tasks. */
export async function queryResults(tasks: number, load: Load, bundle?: string): Promise<Usage> {
  const drs = Array.from({ length: tasks }, (_, task): Task => finished(task, load))
  const simulator = await startSimulator({ scenario: { drs } })
  try {
    const inputs = { mode: 'query', 'fail-on': 'never' }
    const program = gateProgram(
      simulator,
      drs.map(({ id }) => id),
      inputs,
      bundle,
    )
    return await usageOf(program)
  } finally {
    await simulator.close()
  }
}

function finished(task: number, load: Load): Task {
  const { itemsPerTask, findings, result, isShared } = LOADS[load]
  const items = Array.from({ length: itemsPerTask }, (_, index) => {
    const item = { item: `srcCheckNumber${index}`, group: 'db_params' }
    if ((task + index) % findings !== 0) return { ...item, result: 'PASSED' }
    const data = JSON.stringify({ database: `orders_${task}`, objects: `table_${index}` })
    return { ...item, result, failed_reason: `REASON_${index}${isShared ? '' : `_${task}`}`, data }
  })
  return { id: taskId(task), earlier: { timeline: [{ process: '100%', items }] } }
}
