import { LANGUAGES, type Language } from './model.ts'

/**
 * What this project has to say, in every language that it speaks: who says it knows the facts, and only who shows it
 * knows the language. A plain text is the same in all of them: words of a service, of a file, of an exception.
 */
export type Sentence = string | Readonly<Record<Language, string>>

/** Returns a sentence in English and Chinese. */
export function told(english: string, chinese: string): Sentence {
  return { 'en-us': english, 'zh-cn': chinese }
}

/** Returns the sentence in a language. */
export function said(sentence: Sentence, language: Language): string {
  return typeof sentence === 'string' ? sentence : sentence[language]
}

/** Returns a sentence that is made of others. */
export function inEach(words: (in_: (sentence: Sentence) => string) => Sentence): Sentence {
  const [english, chinese] = LANGUAGES.map(language =>
    said(
      words(part => said(part, language)),
      language,
    ),
  )
  return told(english ?? '', chinese ?? '')
}

/** Returns sentences one after the other; Chinese ones have no blank between them. */
export function inRow(...sentences: readonly Sentence[]): Sentence {
  const row = (language: Language) =>
    sentences.map(sentence => said(sentence, language)).filter(text => text !== '')
  return told(row('en-us').join(' '), row('zh-cn').join(''))
}

/** Returns the sentence with its text changed in every language. */
export function changed(sentence: Sentence, change: (text: string) => string): Sentence {
  if (typeof sentence === 'string') return change(sentence)
  return told(change(sentence['en-us']), change(sentence['zh-cn']))
}
