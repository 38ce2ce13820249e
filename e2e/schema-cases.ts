import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import * as z from 'zod'
import type { Case } from './case.ts'
import { ROOT } from './checkout.ts'
import { type CommandEnd, run } from './command.ts'
import { outputsOfGate } from './junit-cases.ts'
import type { Tools } from './tools.ts'

/** The published schemas as those use them who check a file by a validator of their own: the commands of schema/README.md. */

type Validator = (schema: string, file: string) => Promise<CommandEnd>

export function schemaCases({ python, readers }: Tools): readonly Case[] {
  const ajv: Validator = async (schema, file) => {
    const program = path.join(await readers(), 'node_modules/.bin/ajv')
    return run(program, ['validate', '--spec=draft2020', '-c', 'ajv-formats', '-s', schema, '-d', file])
  }
  const checkJsonschema: Validator = async (schema, file) =>
    run(path.join(await python(), 'check-jsonschema'), ['--schemafile', schema, file])
  return [
    casesOf('ajv-cli', ajv, ['config']),
    // The first of them reads a day without quotes as a moment.
    casesOf('check-jsonschema', checkJsonschema, ['config', 'waivers', 'catalogue']),
  ]
}

const casesOf = (tool: string, validate: Validator, examples: readonly string[]): Case => ({
  name: `schemas: ${tool} takes the report of a gate and the examples, and none that is changed`,
  run: async folder => {
    const report = (await outputsOfGate(folder))['report-json'] ?? ''
    await ends(0, validate, 'report', report)
    const content = z.looseObject({ gate: z.looseObject({}) }).parse(JSON.parse(readFileSync(report, 'utf8')))
    for (const [name, change] of Object.entries({
      'a key more': { extra: 1 },
      'a time that is none': { startedAt: 'yesterday' },
      'another type': { requests: '4' },
      'a decision that is none': { gate: { ...content.gate, decision: 'green' } },
    })) {
      const file = path.join(folder, `${name}.json`)
      writeFileSync(file, JSON.stringify({ ...content, ...change }))
      await ends(1, validate, 'report', file)
    }
    for (const example of examples)
      await ends(0, validate, example, path.join(ROOT, `examples/precheck.${example}.yml`))
  },
})

async function ends(exitCode: number, validate: Validator, kind: string, file: string): Promise<void> {
  const schema = path.join(ROOT, 'schema', `${kind === 'catalogue' ? 'team-catalogue' : kind}.schema.json`)
  const end = await validate(schema, file)
  assert.equal(end.exitCode, exitCode, `${path.basename(file)}:\n${end.stdout}\n${end.stderr}`)
}
