import { expect } from 'vitest'
import type { Sentence } from '../../src/precheck/sentence.ts'

/** Returns the English of a sentence, once its Chinese is known to be Chinese and to leave nothing open. */
export function inBothLanguages(sentence: Sentence): string {
  const chinese = sentence.in('zh-cn')
  expect(chinese).toMatch(/\p{Script=Han}/u)
  expect(chinese).not.toMatch(/(?:：|；|因为)(?:；|$)/u)
  return sentence.in('en-us')
}
