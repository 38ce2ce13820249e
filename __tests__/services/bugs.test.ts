import { expect, it } from 'vitest'
import { Connection } from '../../src/cloud/connection.ts'
import { Hosts } from '../../src/cloud/host-health.ts'
import { SERVICES } from '../../src/services/registry.ts'
import { onBench, plan, tasks } from './bench.ts'

const BUG = new TypeError('a bug')

class BrokenConnection extends Connection {
  override async call(): Promise<never> {
    throw BUG
  }
}

it.each(SERVICES.map(service => [service.name, service] as const))(
  'a bug in a read of %s comes out as itself, and is not taken for a fault of the service',
  (_name, service) =>
    onBench({}, async ({ ports }) => {
      const none = { countRequest: () => undefined, redactBeginning: (text: string) => text }
      const shared = { ...ports, ...none, hosts: new Hosts(), userAgent: 'test' }
      const connection = new BrokenConnection(null, shared)
      const where = {
        endpoint: new URL('http://127.0.0.1:1'),
        projectId: 'p',
        instanceId: 'i',
        database: 'd',
      }
      const { target } = plan(service, { ...where, mode: 'query', tasks: tasks('a') })
      const [task] = target?.tasks ?? []
      if (target === null || task === undefined) throw new Error('The request was turned down')
      const running = await target.connect({ ...ports, connection })
      await running.start([task])
      await expect(running.read([task])).rejects.toBe(BUG)
    }),
)
