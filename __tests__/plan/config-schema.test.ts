import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseConfigFile } from '../../src/plan/config-file.ts'
import { SERVICES } from '../../src/services/registry.ts'

const services = SERVICES.map(({ name }) => name)

const published = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), 'utf8'))

describe('the schema of the config file', () => {
  const ajv = new Ajv2020({ allErrors: true })
  addFormats.default(ajv)
  const validate = ajv.compile(published('config'))

  const target = (rest: string) => `version: 1\ntargets:\n  - { name: a, service: oms, ${rest} }\n`

  it.each([
    target('job-ids: [np_1, { id: np_2, label: second }]'),
    target('endpoint: "https://oms.example.com:8089/base"'),
    target('request: { a: [1, { b: null }] }'),
    target(
      'mode: query, precheck-mode: forRetryJob, drs-api: v5, project-id: p, region: cn-north-4, instance-id: i, database: d',
    ),
    target('job-ids: []'),
    'version: 1\ntargets: []\n',
    'targets: [{ name: a, service: oms }]\n',
    target('mode: start'),
    target('region: CN'),
    target('project-id: a/b'),
    target('job-ids: [a/b]'),
    target('job-ids: [{ label: x }]'),
    target('job-ids: [{ id: x, name: y }]'),
    target('job-ids: x'),
    target('password: hunter2'),
    target('request: [1]'),
    target('endpoint: 5'),
    'version: 1\ntargets: [{ name: " a", service: oms }]\n',
    'version: 1\ntargets: [{ name: a, service: rds }]\n',
    'version: 1\ntargets: [{ name: a, service: oms }]\nwaivers: w.yml\n',
  ])('agrees with the reader on %s', async text => {
    const read = await parseConfigFile(text, 'c.yml', services)
    expect(validate(parse(text))).toBe(read.problems.length === 0)
  })

  it.each(['oms.example.com', 'ftp://oms.example.com', 'https://a b'])(
    'tells an editor that %s is no endpoint, which the reader leaves to the plan',
    async endpoint => {
      expect(validate(parse(target(`endpoint: "${endpoint}"`)))).toBe(false)
    },
  )
})
