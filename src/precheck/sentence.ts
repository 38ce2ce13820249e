/** In which the reports speak. */
export const LANGUAGES = ['en-us', 'zh-cn'] as const
export type Language = (typeof LANGUAGES)[number]

/**
 * What this project has to say, in every language that it speaks: who says it knows the facts, and only who shows it
 * knows the language. It is no string, so that no decision can hang on a wording: somebody who improves a text, or says
 * it in another language, must not change what is green.
 */
export class Sentence {
  private readonly texts: Readonly<Record<Language, string>>

  constructor(texts: Readonly<Record<Language, string>>) {
    this.texts = texts
  }

  /** Returns its text. For what shows it, and for nothing else. */
  in(language: Language): string {
    return this.texts[language]
  }
}

/** Returns a sentence in English and Chinese. */
export function told(english: string, chinese: string): Sentence {
  return new Sentence({ 'en-us': english, 'zh-cn': chinese })
}

/** Returns words that are the same in every language: those of a service, of a file, of an exception. */
export function verbatim(text: string): Sentence {
  return told(text, text)
}

/** Returns a sentence that is made of others. */
export function inEach(words: (in_: (sentence: Sentence) => string) => Sentence): Sentence {
  const text = (language: Language) => words(part => part.in(language)).in(language)
  return told(text('en-us'), text('zh-cn'))
}

/** Returns sentences one after the other; Chinese ones have no blank between them. null says nothing. */
export function inRow(...sentences: readonly (Sentence | null)[]): Sentence {
  const texts = (language: Language) => sentences.map(sentence => sentence?.in(language)).filter(text => text)
  return told(texts('en-us').join(' '), texts('zh-cn').join(''))
}

/** Returns the sentence with its text changed in every language. */
export function changed(sentence: Sentence, change: (text: string) => string): Sentence {
  return told(change(sentence.in('en-us')), change(sentence.in('zh-cn')))
}
