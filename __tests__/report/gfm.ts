import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toString as textContent } from 'mdast-util-to-string'
import { gfm } from 'micromark-extension-gfm'

/** Made once: for a short text making them takes longer than reading it. */
const GFM = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }

/** Reads Markdown as GitHub does, as far as a parser goes. */
export function parseGfm(markdown: string): Root {
  return fromMarkdown(markdown, GFM)
}

export function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesOf(child)
}

/** What a reader sees, without the zero-width spaces that keep GitHub from making links. */
export function readText(markdown: string): string {
  return textContent(parseGfm(markdown), { includeHtml: false }).replaceAll('\u200B', '')
}

/**
 * The tree without its texts. Inline code counts as text: whether a word is shown as code depends on the
 * word, and neither forms anything.
 */
export function structure(markdown: string): string {
  return shape(parseGfm(markdown))
}

const INLINE_CODE_TAG = /^<\/?code>$/

function shape(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return ''
  if (node.type === 'html') return INLINE_CODE_TAG.test(node.value) ? '' : `html(${tagsOf(node.value)})`
  if (!('children' in node)) return node.type
  const children = node.children.map(shape).filter(child => child !== '')
  return `${node.type}(${children.join(' ')})`
}

const tagsOf = (html: string) =>
  (html.match(/<[^>]*>?/g) ?? []).filter(tag => !INLINE_CODE_TAG.test(tag)).join('')

/** What GitHub would still turn into a link, a mention or an emoji after parsing, outside of code; 08:00:00 is none. */
const POST_PROCESSED = [/@\w/, /#\d/, /\bGH-\d/i, /:(?!\d\d:)[\w+-]+:/, /[0-9a-f]{7,}/i, /:\/\//, /www\./i]

/** Returns the texts that GitHub would link; none of them may stand in a rendered report. */
export function linkedLater(markdown: string): readonly string[] {
  const texts: string[] = []
  let inCode = false
  for (const node of nodesOf(parseGfm(markdown))) {
    if (node.type === 'html' && node.value === '<code>') inCode = true
    if (node.type === 'html' && node.value === '</code>') inCode = false
    if (node.type === 'text' && !inCode) texts.push(node.value)
    // A paragraph ends every element that was opened in it.
    if (node.type === 'paragraph' || node.type === 'tableCell') inCode = false
  }
  return texts.filter(text => POST_PROCESSED.some(pattern => pattern.test(text)))
}
