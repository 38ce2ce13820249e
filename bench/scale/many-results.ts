import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { startSimulator } from '../../simulator/server.ts'
import { gateProgram } from '../start-up/programs.ts'
import { taskId } from './task-id.ts'
import { type Usage, usageOf } from './usage.ts'

/** The built action over the finished results of many tasks: what reading, judging and writing them takes. */

const ITEMS_A_TASK = 40
/** One in so many has a finding. */
const FINDINGS = 10

type Task = NonNullable<ScenarioInput['drs']>[number]

/** Runs the gate once, in mode query, over so many tasks of 40 check items. */
export async function queryResults(tasks: number, bundle?: string): Promise<Usage> {
  const drs = Array.from({ length: tasks }, (_, task): Task => finished(task))
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

function finished(task: number): Task {
  const items = Array.from({ length: ITEMS_A_TASK }, (_, index) => {
    const item = { item: `srcCheckNumber${index}`, group: 'db_params' }
    if ((task + index) % FINDINGS !== 0) return { ...item, result: 'PASSED' }
    const data = JSON.stringify({ database: `orders_${task}`, objects: `table_${index}` })
    return { ...item, result: 'ALARM', failed_reason: `REASON_${index}`, data }
  })
  return { id: taskId(task), earlier: { timeline: [{ process: '100%', items }] } }
}
