import { parseArgs } from 'node:util'
import { z } from 'zod'
import { describeSimulator } from './environment.ts'
import { builtInScenarios, findScenario, ScenarioError, scenarioSchema } from './scenario/scenario.ts'
import { startSimulator } from './server.ts'

const USAGE = `Usage: npm run simulator -- [--port 8787] [--scenario NAME_OR_FILE] [--schema]

  --port      port on 127.0.0.1; 0 takes any free one (default 8787)
  --scenario  a YAML file, or one of ${builtInScenarios().join(', ')} (default demo)
  --schema    prints the JSON schema of a scenario file and ends`

/** Reads the command line; a mistake in it is explained, not thrown. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      scenario: { type: 'string', default: 'demo' },
      schema: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return console.log(USAGE)
  if (values.schema) {
    return console.log(JSON.stringify(z.toJSONSchema(scenarioSchema, { io: 'input' }), null, 2))
  }
  const port = Number(values.port)
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535) throw new UsageError(`No port: ${values.port}`)
  const scenario = findScenario(values.scenario)
  const simulator = await startSimulator({ scenario, port })
  console.log(describeSimulator(simulator.url, simulator.credentials, scenario))
  const stop = (): void => {
    simulator.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

class UsageError extends Error {}

/** The text for a mistake of the user's; null for a defect, which keeps its stack. */
function mistake(error: unknown): string | null {
  if (error instanceof ScenarioError) return error.message
  if (error instanceof UsageError) return `${error.message}\n\n${USAGE}`
  if (!(error instanceof Error) || !('code' in error)) return null
  if (error.code === 'EADDRINUSE') return 'The port is taken: choose another one with --port, or --port 0.'
  return String(error.code).startsWith('ERR_PARSE_ARGS') ? `${error.message}\n\n${USAGE}` : null
}

try {
  await main()
} catch (error) {
  console.error(mistake(error) ?? error)
  process.exitCode = 2
}
