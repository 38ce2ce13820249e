import type { ApiFault } from '../../cloud/fault.ts'
import type { Task } from '../../precheck/model.ts'
import type { ProbePorts } from '../definition.ts'
import { askHealth, healthFault, healthNotice, healthPage } from './health.ts'

/**
 * Asks the health page, once for all targets of an endpoint and without the password: a wrong one could lock the user,
 * and no call of the API reads without an id that only a start gives. Returns the faults by task id.
 */
export async function probe(
  endpoint: URL,
  tasks: readonly Task[],
  ports: ProbePorts,
): Promise<ReadonlyMap<string, ApiFault>> {
  const url = healthPage(endpoint)
  const fault = await ports.once(url.href, async () => {
    const found = await askHealth(url, ports)
    const text = healthNotice(url, found)
    if (text !== null) ports.notice('notice', text)
    return healthFault(url, found)
  })
  return new Map(fault === null ? [] : tasks.map(({ id }) => [id, fault]))
}
