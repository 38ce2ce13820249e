import { inEach, type Sentence, told } from '../precheck/sentence.ts'

/** How values stand in a sentence. */

const MAX_QUOTED_CHARACTERS = 80

/** What nobody sees, and blanks that look like another: a value with one of them looks right and is not. */
const INVISIBLE = /[\p{C}\p{Default_Ignorable_Code_Point}]|[\p{Z}--[ ]]/v
const EACH_INVISIBLE = new RegExp(INVISIBLE, 'gv')

/** Returns a short text in double quotes on one line, what cannot be seen in it as its code point. */
export function inQuotes(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll(EACH_INVISIBLE, escaped)}"`
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16)
  return SHORT_ESCAPES[character] ?? (code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`)
}

/** The same of a value of any length. A long one is not shown: cut, it could end in half a secret, which would not be recognised any more. */
export function quoted(value: string): Sentence {
  const characters = [...value].length
  if (characters > MAX_QUOTED_CHARACTERS)
    return told(`a text of ${characters} characters`, `长 ${characters} 个字符的文本`)
  return told(inQuotes(value), inQuotes(value))
}

/** The same; when there is a character in it that nobody can see, that one is named with its place. */
export function quotedExactly(value: string): Sentence {
  const characters = [...value]
  const index = characters.findIndex(character => INVISIBLE.test(character))
  const code = characters[index]?.codePointAt(0)
  if (code === undefined) return quoted(value)
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return inEach(in_ =>
    told(
      `${in_(quoted(value))} (character ${index + 1} is ${name}, which cannot be seen)`,
      `${in_(quoted(value))}（第 ${index + 1} 个字符是不可见的 ${name}）`,
    ),
  )
}

/** What is wrong with a value that is none of those that are allowed; `shown` is what is shown of it. */
export function notValid(shown: Sentence): Sentence {
  return inEach(in_ => told(`${in_(shown)} is not valid`, `${in_(shown)} 无效`))
}

/** `a, b or c`; `chinese` are the same in Chinese where they are no names. */
export function alternatives(english: readonly string[], chinese = english): Sentence {
  const joined = (texts: readonly string[], comma: string, or: string) => {
    const others = texts.slice(0, -1).join(comma)
    return [others, texts.at(-1) ?? ''].filter(part => part !== '').join(or)
  }
  return told(joined(english, ', ', ' or '), joined(chinese, '、', ' 或 '))
}
