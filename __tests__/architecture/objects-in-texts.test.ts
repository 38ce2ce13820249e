import { expect, it } from 'vitest'
import { objectsInTexts } from './objects-in-texts.ts'

const PLANTED = `
import type { Problem } from './precheck/model.ts'
import { type Sentence, told } from './precheck/sentence.ts'

const row = [told('a', 'b')]
const pair: readonly [string, Sentence] = ['a', told('a', 'b')]
let text = ''

export const wrong = ({ message, advice }: Problem, all: readonly Problem[]) => [
  \`1 \${message}\`,
  \`2 \${advice ?? 'none'}\`,
  '3' + told('a', 'b'),
  text += message,
  String(advice),
  message.toString(),
  row.join(),
  pair.join(' '),
  all.map(({ message }) => message).join(' '),
  \`10 \${row}\`,
]
export const right = ({ message }: Problem, all: readonly Problem[]) => [
  \`\${message.in('en-us')}\`,
  1 + all.length,
  String(new URLSearchParams()),
  all.map(({ reason }) => reason).join(' '),
]
`

it('no object becomes a text, in which a sentence would be "[object Object]"', () => {
  expect(objectsInTexts(PLANTED)).toEqual(
    [
      'message',
      "advice ?? 'none'",
      "told('a', 'b')",
      'message',
      'advice',
      'message',
      'row',
      'pair',
      'all.map(({ message }) => message)',
      'row',
    ].map(what => `src/planted.ts: ${what}`),
  )
})
