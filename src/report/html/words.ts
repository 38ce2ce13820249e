import type { Language } from '../../precheck/model.ts'
import { english, type ShownStatus, type Words } from './words-en.ts'
import { chinese } from './words-zh.ts'

export type { ShownStatus, Words }

const WORDS: Readonly<Record<Language, Words>> = { 'en-us': english, 'zh-cn': chinese }

/** Returns the sentences of the page. */
export const wordsIn = (language: Language): Words => WORDS[language]
