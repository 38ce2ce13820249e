import { describe, expect, it } from 'vitest'
import { readAction } from '../../scripts/action-metadata.ts'
import { METHODS } from '../../src/identity/methods.ts'
import { secretInputs } from '../../src/plan/inputs.ts'
import { SERVICES } from '../../src/services/registry.ts'
import { textOf } from './pages.ts'

/** What pages list by hand of services and credential methods: a new one has to be added there too. */

const names = SERVICES.map(({ name }) => name)
const credentials = textOf('docs/credentials.md')

/** From a heading to the next one of any level. */
const sectionOf = (page: string, heading: string) => page.split(`## ${heading}\n`)[1]?.split(/\n#+ /)[0] ?? ''
const rowOf = (page: string, input: string) =>
  page.split('\n').find(line => line.startsWith(`| \`${input}\` `)) ?? ''
const unnamed = (text: string, words: readonly string[]) =>
  words.filter(word => !text.includes(`\`${word}\``))

describe('a service of the registry is named', () => {
  it.each([
    ['action.yml', readAction().inputs['service']?.description ?? ''],
    ['docs/config.md', rowOf(textOf('docs/config.md'), 'service')],
    ['docs/policy.md', rowOf(textOf('docs/policy.md'), 'service')],
  ])('in %s', (_, text) => {
    expect(text).not.toBe('')
    expect(unnamed(text, names)).toEqual([])
  })

  it('among the rights in docs/credentials.md', () => {
    const rights = sectionOf(credentials, 'Permissions')
    expect(names.filter(name => !rights.includes(`\n| ${name.toUpperCase()} `))).toEqual([])
  })
})

describe('in docs/credentials.md', () => {
  it('every method is told by its inputs', () => {
    const methods = sectionOf(credentials, 'Which method when')
    const needed = METHODS.flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([name, input]) => (input.needed ? [name] : [])),
    )
    expect(needed.length).toBeGreaterThan(5)
    expect(unnamed(methods, needed)).toEqual([])
  })

  it('every secret input is told to be masked', () => {
    expect(unnamed(sectionOf(credentials, 'What is masked'), secretInputs())).toEqual([])
  })
})
