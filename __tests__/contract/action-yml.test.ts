import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MERGE_FILE, readAction } from '../../scripts/action-metadata.ts'
import { INPUT_TEXTS, inputTexts } from '../../scripts/input-texts.ts'
import { inputDefaults, MERGE_DEFAULTS } from '../../src/plan/inputs.ts'
import { OUTPUT_NAMES } from '../../src/report/outputs.ts'

const gate = readAction()
const merge = readAction(MERGE_FILE)
/** Only the runner can evaluate it; by hand there is no such token. */
const GITHUB_TOKEN_DEFAULT = '$' + '{{ github.token }}'

describe.each([
  ['action.yml', gate, inputDefaults(), '../../'],
  ['merge/action.yml', merge, MERGE_DEFAULTS, '../../merge/'],
] as const)('%s', (_, action, registered, folder) => {
  it('has the inputs of the registry, in its order and with its defaults', () => {
    const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? ''])
    const registry = Object.entries(registered).map(([name, value]) => [
      name,
      name === 'github-token' ? GITHUB_TOKEN_DEFAULT : value,
    ])
    expect(defaults).toEqual(registry)
  })

  it('has the outputs that the action sets, in its order', () => {
    expect(Object.keys(action.outputs)).toEqual([...OUTPUT_NAMES])
  })

  it('describes each of them in whole sentences', () => {
    const described = Object.entries({ ...action.inputs, ...action.outputs })
    expect(described.filter(([, { description }]) => !/^[\w`].*\.$/s.test(description.trim()))).toEqual([])
  })

  it('has a description that the Marketplace takes', () => {
    expect(action.description.length).toBeLessThan(125)
    expect(action.description).not.toContain('\n')
  })

  it('has a badge in one of the colours that there are', () => {
    const colours = ['white', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']
    expect(colours).toContain(action.branding.color)
    expect(action.branding.icon).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
  })

  it('runs on the newest Node that the runner has', () => {
    expect(action.runs.using).toBe('node24')
  })

  it('runs a bundle that is there', () => {
    expect(existsSync(new URL(`${folder}${action.runs.main}`, import.meta.url))).toBe(true)
  })
})

describe('both', () => {
  it('are what the help of the command is made from, with the version of the package (npm run docs)', () => {
    expect(readFileSync(INPUT_TEXTS, 'utf8')).toBe(inputTexts(gate, merge))
  })

  it('say the same of the same outputs, but for what legs change', () => {
    const same = Object.keys(gate.outputs).filter(name => !['decision', 'failed-items'].includes(name))
    expect(same.filter(name => gate.outputs[name]?.description !== merge.outputs[name]?.description)).toEqual(
      [],
    )
  })
})
