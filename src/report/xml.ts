import { xmlValue } from './escape.ts'

/** Elements of XML as text. No value can form markup. */

type Attributes = Readonly<Record<string, string | number>>

/** Returns an element with a text in it. */
export function textElement(name: string, attributes: Attributes, text: string): string {
  return `<${name}${written(attributes)}>${xmlValue(text)}</${name}>\n`
}

/** Returns an element with elements in it; one without any is empty. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const begin = `<${name}${written(attributes)}`
  return children.length === 0 ? `${begin}/>\n` : `${begin}>\n${children.join('')}</${name}>\n`
}

function written(attributes: Attributes): string {
  let text = ''
  for (const name of Object.keys(attributes)) text += ` ${name}="${xmlValue(String(attributes[name]))}"`
  return text
}
