import { htmlText, webAddress } from '../escape.ts'

/** Markup that may stand in the page as it is. Only `html` and `own` make it, so that no text of others becomes any. */
class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type { Html }

export type Part = Html | string | number | null | readonly Part[]

/** Makes markup of a template; every text in it stands as text, also between the quotes of an attribute. null is nothing. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let made = literals[0] ?? ''
  for (let index = 0; index < parts.length; index += 1)
    made += textOf(parts[index] ?? null) + (literals[index + 1] ?? '')
  return new Html(made)
}

function textOf(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string') return htmlText(part)
  if (typeof part === 'number') return String(part)
  return part instanceof Html ? part.text : part.map(textOf).join('')
}

/** Takes over a text of this project: its script and its style. Throws for one that would end the element around it. */
export function own(text: string): Html {
  if (/<\/(script|style)|<!--/i.test(text))
    throw new Error('The text would end the element that it stands in')
  return new Html(text)
}

/** Returns a link that leaves the page, or the text alone where the address is not one of the web. */
export function link(text: string, url: string): Html {
  const address = webAddress(url)
  return address === null ? html`${text}` : html`<a href="${address}" rel="noreferrer">${text}</a>`
}

/** Returns the parts with something between them. */
export function joined(parts: readonly Part[], between: Part): Html {
  return html`${parts.map((part, index) => (index === 0 ? part : [between, part]))}`
}
