/**
 * How text from outside may stand in a log line, in Markdown, in HTML inside Markdown or alone, and in XML.
 * This is the only module that knows. The functions take any string and never throw.
 *
 * Prose is made harmless with numeric entities, not backslashes: entities mean the same in text, table
 * cells and HTML such as `<summary>`, where a backslash would be shown. Mentions, issue numbers, commit
 * ids, emoji and bare links are made by GitHub after entities are decoded. Only a zero-width space or
 * inline code stops those. Code is better where Markdown is read: what people copy from it is the text
 * itself, with nothing invisible in it (`markdownCode`, `markdownProse`).
 */

const ZERO_WIDTH_SPACE = '\u200B'
const REPLACEMENT = '\uFFFD'

const LINE_BREAKS_AND_TABS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
/** C0, C1, the controls that turn the direction of text around, and tags: letters that nothing shows. */
const CONTROLS = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu
const CONTROLS_BUT_TAB_AND_NEWLINE =
  /(?![\t\n])[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu

/** Most texts: nothing in them that any rule here could be about but markup. Much sooner found out than replaced. */
const PRINTABLE_ASCII = /^[\x20-\x7E]*$/

/** Returns the text on one line, with lone surrogates and invisible controls replaced by U+FFFD. */
function oneLine(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text
  return text.toWellFormed().replace(LINE_BREAKS_AND_TABS, ' ').replace(CONTROLS, REPLACEMENT)
}

/**
 * Returns the text for a log line or an annotation. The runner takes `::name` at the start of a line and
 * `##[name]` anywhere in it for a command, on stdout and stderr; both are broken with a visible blank.
 * `iam::123456:agency` stays as it is. Doing it twice changes nothing, so a whole line can be passed too.
 */
export function logText(text: string): string {
  return oneLine(text)
    .replace(/::(?=[A-Za-z])/g, ': :')
    .replace(/##(?=\[)/g, '# #')
}

/**
 * Where GitHub would make a link, a mention or an emoji of decoded text. None of them spans a blank. A word
 * behind a colon counts at the end as well, because the report may put a colon of its own behind it.
 */
const LINKABLE =
  /@(?=[\w-])|#(?=\d)|:(?=\/\/|[\w+-]+(?::|$))|www(?=\.)|(?<=[a-z])-(?=\d)|[0-9a-f]{6}(?=[0-9a-f])/gi
/** What GitHub's Markdown links by itself, also between HTML tags; the rest of the above spares `<code>`. */
const LINKED_IN_CODE = /@(?=[\w-])|:(?=\/\/)|www(?=\.)/gi
/** An underscore behind a letter or digit opens nothing in GFM, and most names here have one. */
const MARKUP = /[&<>\\`*~[\]|$#]|(?<![A-Za-z0-9])_/g
const BLOCK_AT_START = /^(\d+)([.)])|^[-+=:]/

/** What stands in a text where a secret was. */
const REDACTED_MARK = '***'

const entity = (character: string) => `&#${character.codePointAt(0)};`

/**
 * Returns text that reads the same when rendered and forms nothing: no Markdown, HTML, mention, link,
 * emoji or math, at the start of a line, inside one, in a table cell, a heading or an HTML element.
 * Whitespace is collapsed and trimmed. Words that GitHub would link hold a zero-width space.
 */
export function markdownText(text: string): string {
  return withoutMarkup(text, LINKABLE).replace(
    BLOCK_AT_START,
    (found, number: string | undefined, mark: string | undefined) =>
      number === undefined || mark === undefined ? entity(found) : number + entity(mark),
  )
}

function withoutMarkup(text: string, linked: RegExp): string {
  return oneLine(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(linked, found => found + ZERO_WIDTH_SPACE)
    .replace(MARKUP, entity)
}

/**
 * Returns the same for places where Markdown is read (text, lists, table cells, headings, not inside an
 * HTML element), with the words that GitHub would link as inline code, so that they can be copied. What was redacted
 * stands as code too, so that the source of a page shows the same mark as the page.
 */
export function markdownProse(text: string): string {
  const pieces: string[] = []
  let plain: string[] = []
  const flush = () => {
    pieces.push(markdownText(plain.join(' ')))
    plain = []
  }
  for (const word of oneLine(text).split(/\s+/)) {
    if (word.search(LINKABLE) === -1 && !word.includes(REDACTED_MARK)) {
      plain.push(word)
    } else {
      flush()
      pieces.push(linkedWord(word))
    }
  }
  flush()
  return pieces.filter(piece => piece !== '').join(' ')
}

/** No address, name or command of GitHub has these in it; Chinese sets no blank between them and what it quotes. */
const CJK_RUN =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]+)/u

/** Only what GitHub would link is code, not the sentence that goes on behind it without a blank. */
function linkedWord(word: string): string {
  return word
    .split(CJK_RUN)
    .map(run =>
      run.search(LINKABLE) === -1 && !run.includes(REDACTED_MARK) ? markdownText(run) : wordAsCode(run),
    )
    .join('')
}

/** Quotes, brackets and full stops around the word belong to the sentence; none of them can form anything there. */
function wordAsCode(word: string): string {
  let start = 0
  let end = word.length
  while ('("'.includes(word[start] ?? ' ')) start += 1
  while (end > start && ').,;:!?"'.includes(word[end - 1] ?? '')) end -= 1
  return word.slice(0, start) + markdownCode(word.slice(start, end)) + word.slice(end)
}

/**
 * Returns inline code where Markdown is read, table cells included; '' for blank text. A pipe ends a table cell even
 * inside backticks, and no escape of it is read alike by all parsers, so text with one becomes an element.
 */
export function markdownCode(text: string): string {
  const line = oneLine(text).trim()
  if (line === '') return ''
  if (line.includes('|')) return htmlCode(line)
  const fence = '`'.repeat(longestRun(line) + 1)
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return fence + pad + line + pad + fence
}

/** Returns inline code where Markdown is not read, such as inside `<summary>`; '' for blank text. */
export function htmlCode(text: string): string {
  const shown = withoutMarkup(text, LINKED_IN_CODE)
  return shown === '' ? '' : `<code>${shown}</code>`
}

/** Returns a fenced block with the text's own lines; the fence is longer than any run of backticks in it. */
export function markdownBlock(text: string): string {
  const lines = text
    .toWellFormed()
    .replace(/\r\n|[\v\f\r\u0085\u2028\u2029]/g, '\n')
    .replace(CONTROLS_BUT_TAB_AND_NEWLINE, REPLACEMENT)
  const fence = '`'.repeat(Math.max(3, longestRun(lines) + 1))
  return `${fence}\n${lines}\n${fence}`
}

/** Returns a link, or only the text when the address is not a plain https one. */
export function markdownLink(text: string, url: string): string {
  const address = httpsAddress(url)
  const shown = markdownText(text)
  return address === null || shown === '' ? shown : `[${shown}](${address})`
}

function httpsAddress(url: string): string | null {
  if (!URL.canParse(url)) return null
  const parsed = new URL(url)
  if (parsed.protocol !== 'https:' || parsed.username !== '' || parsed.password !== '') return null
  return parsed.href
    .replace(/[()<>|\\`$[\]]/g, found => `%${found.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('&', '&amp;')
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0)
}

/** Most texts of a report, and there can be a million: no rule for pages and XML is about anything in them. */
const NO_MARKUP = /^[\x20!#-%(-;=?-~]*$/
const XML_MARKUP = /[&<>"]/g
const HTML_MARKUP = /[&<>"']/g
const HTML_ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Returns text for an HTML page of its own, as content or between the quotes of an attribute: its lines stay, and it can
 * end neither. What `<script>` and `<style>` hold is no text in this sense.
 */
export function htmlText(text: string): string {
  if (NO_MARKUP.test(text)) return text
  const shown = PRINTABLE_ASCII.test(text)
    ? text
    : text
        .toWellFormed()
        .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
        .replace(CONTROLS_BUT_TAB_AND_NEWLINE, REPLACEMENT)
  return shown.replace(HTML_MARKUP, found => HTML_ENTITIES[found] ?? '')
}

/** Returns text for an XML file, as content or between the double quotes of an attribute, without what XML forbids. */
export function xmlValue(text: string): string {
  if (NO_MARKUP.test(text)) return text
  return xmlText(text).replace(XML_MARKUP, found => HTML_ENTITIES[found] ?? '')
}

/** Returns the address of a web page that a link may lead to; null for any other, so that no text becomes a script. */
export function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, username, password, href } = new URL(url)
  const isWeb = protocol === 'https:' || protocol === 'http:'
  return isWeb && username === '' && password === '' ? href : null
}

/** Returns text without the characters that XML 1.0 forbids even as entities. Lines end with a newline. */
export function xmlText(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
}

/** Returns text for an XML attribute, where parsers turn line breaks into blanks anyway. */
export function xmlLine(text: string): string {
  return PRINTABLE_ASCII.test(text) ? text : xmlText(oneLine(text))
}

/** Returns JSON on one line in which no runner finds a command: the same texts, as escapes write them. */
export function jsonLine(value: Readonly<Record<string, string>>): string {
  return JSON.stringify(value).replaceAll('::', ':\\u003a').replaceAll('##[', '#\\u0023[')
}
