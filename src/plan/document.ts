import type { ErrorCode } from 'yaml'
import type * as z from 'zod'
import type { Path } from './allowed.ts'
import { type FirstFindings, issueFindings, placesIn } from './document-issues.ts'
import { type Finding, MAX_DEPTH_LEVELS, readStructure } from './document-structure.ts'
import { filePosition, firstOf, MAX_PROBLEMS_OF_A_FILE, problemText } from './problems.ts'

/** How a document is read. */
export interface DocumentOptions<Value> {
  /** What positions name: a path, or the name of an input. */
  readonly file: string
  readonly schema: z.ZodType<Value>
  /**
   * True for the path of a confidential part, such as `request`; what lies below is confidential too.
   * Neither keys nor values from there are shown. Messages of the schema's own checks (`custom` issues) are
   * shown as they are, so such a check must not put keys or values of a confidential part into its message.
   */
  readonly confidential?: (path: Path) => boolean
  /** True for a place where a number is an unquoted text: it comes as it is written, `00123456` with its zeros. */
  readonly verbatim?: (path: Path) => boolean
}

export type DocumentResult<Value> =
  | { readonly value: Value; readonly at: Positions; readonly lineOf: LineOf }
  | {
      readonly problems: readonly string[]
      /** What there is in spite of the problems; null for a text that is no document at all. */
      readonly rest: DocumentRest | null
    }

/** Returns `file:line:column` of a node, or of the nearest one above it that is there. */
export type Positions = (path: Path) => string

/** Returns the line of such a node. */
export type LineOf = (path: Path) => number

/** A document as it stands, right and wrong parts alike. Confidential parts are in it too. */
export interface DocumentRest {
  readonly content: unknown
  readonly at: Positions
  readonly lineOf: LineOf
}

/** Lets a check of a list run also where entries are wrong: by itself, zod would keep back what it finds for a second round. */
export const IN_ANY_LIST: z.core.$ZodSuperRefineParams = { when: ({ value }) => Array.isArray(value) }

/** Configuration is written by hand; 256 KiB is some thousand targets. */
const MAX_DOCUMENT_BYTES = 256 * 1024

/**
 * Reads one strict YAML 1.2 (or JSON) document and checks it against a schema. Never throws for what the
 * text holds: all that is wrong comes back together, each as `file:line:column: what; allowed: …`, without a
 * line of the source. Only what is no YAML comes alone, as nobody knows what it was meant to be.
 */
export async function parseDocument<Value>(
  text: string,
  { file, schema, confidential = () => false, verbatim = () => false }: DocumentOptions<Value>,
): Promise<DocumentResult<Value>> {
  const bytes = Buffer.byteLength(text)
  if (bytes > MAX_DOCUMENT_BYTES) {
    const problem = problemText(file, `${bytes} bytes long`, `at most ${MAX_DOCUMENT_BYTES} bytes`)
    return { problems: [problem], rest: null }
  }
  // Loaded here and not above, so that a gate without files does not pay for it.
  const yaml = await import('yaml')
  const lines = new yaml.LineCounter()
  const refused = (findings: readonly Finding[]) => ({
    problems: problemTexts({ findings, count: findings.length }, file, lines),
    rest: null,
  })
  const document = yaml.parseDocument(text.replace(/^\uFEFF/, ''), {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    logLevel: 'error', // its warnings would be printed, with pieces of the source
    prettyErrors: false, // the pretty ones quote the source
    stringKeys: true,
    uniqueKeys: false, // checked in readStructure
  })
  const syntax = [...document.errors, ...document.warnings.filter(({ code }) => code === 'BAD_DIRECTIVE')]
  if (syntax.length > 0) {
    const found = syntax.map(({ code, pos }) => ({ offset: pos[0], ...SYNTAX_ERRORS[code] }))
    return refused(firstInEachLine(found, lines))
  }
  // `%YAML 1.1` would read `no` as false and a date as a moment in time.
  if (document.directives.yaml.explicit === true && document.directives.yaml.version !== '1.2') {
    return refused([{ offset: 0, wrong: 'another version of YAML', allowed: 'YAML 1.2' }])
  }
  // What is no mapping is another file than was meant, a key or a password for all we know.
  const isWholeHidden = confidential([]) || !yaml.isMap(document.contents)
  const isConfidential = (path: Path) =>
    isWholeHidden || path.some((_, index) => confidential(path.slice(0, index + 1)))
  const { content, findings } = readStructure(yaml, document, { isConfidential, isVerbatim: verbatim })
  const placeOf = placesIn({ yaml, document })
  const at = (path: Path) => positionOf(placeOf(path).offset, file, lines)
  const lineOf = (path: Path) => Math.max(lines.linePos(placeOf(path).offset).line, 1)
  const { success, data, error } = schema.safeParse(content)
  if (success && findings.length === 0) return { value: data, at, lineOf }
  const whole = confidential([]) ? 'it' : 'the file'
  const issues = issueFindings(error?.issues ?? [], {
    yaml,
    document,
    schema,
    content,
    isConfidential,
    whole,
  })
  const all = { findings: [...findings, ...issues.findings], count: findings.length + issues.count }
  return { problems: problemTexts(all, file, lines), rest: { content, at, lineOf } }
}

interface Lines {
  linePos(offset: number): { readonly line: number; readonly col: number }
}

/** What else a parser stumbles over in a line mostly follows from the first. */
function firstInEachLine(findings: readonly Finding[], lines: Lines): readonly Finding[] {
  const inOrder = findings.toSorted((a, b) => a.offset - b.offset)
  const ofLines = Map.groupBy(inOrder, ({ offset }) => lines.linePos(offset).line)
  return [...ofLines.values()].flatMap(([first]) => (first === undefined ? [] : [first]))
}

function problemTexts({ findings, count }: FirstFindings, file: string, lines: Lines): readonly string[] {
  const texts = findings
    .toSorted((a, b) => a.offset - b.offset)
    .slice(0, MAX_PROBLEMS_OF_A_FILE)
    .map(({ offset, wrong, allowed }) => problemText(positionOf(offset, file, lines), wrong, allowed))
  return firstOf(texts, count, file)
}

function positionOf(offset: number, file: string, lines: Lines): string {
  const { line, col } = lines.linePos(offset)
  // The counter knows no line 1 before it has seen a character: an empty text is at 0:0 to it.
  return filePosition(file, Math.max(line, 1), Math.max(col, 1))
}

/** Own words for the parser's errors: its messages quote what it could not read. */
const SYNTAX_ERRORS: Readonly<Record<ErrorCode, Omit<Finding, 'offset'>>> = {
  ALIAS_PROPS: { wrong: 'an alias (*name)', allowed: 'the value itself' },
  BAD_ALIAS: { wrong: 'an alias (*name)', allowed: 'the value itself' },
  BAD_COLLECTION_TYPE: { wrong: 'a tag (!name)', allowed: 'plain values' },
  BAD_DIRECTIVE: { wrong: 'a directive (%NAME)', allowed: 'a document without directives' },
  BAD_DQ_ESCAPE: {
    wrong: 'unknown escape in double quotes',
    allowed: 'the escapes of JSON, or single quotes',
  },
  BAD_INDENT: { wrong: 'wrong indentation or a bracket that is not closed', allowed: 'one column per level' },
  BAD_PROP_ORDER: { wrong: 'an anchor or a tag', allowed: 'plain values' },
  BAD_SCALAR_START: { wrong: 'a value begins with a reserved character', allowed: 'the value in quotes' },
  BLOCK_AS_IMPLICIT_KEY: { wrong: 'a second "key: value" on one line', allowed: 'one per line, or quotes' },
  BLOCK_IN_FLOW: { wrong: 'a block inside brackets', allowed: 'only values, [lists] and {mappings}' },
  DUPLICATE_KEY: { wrong: 'a key is there twice', allowed: 'each key once' },
  IMPOSSIBLE: { wrong: 'not readable as YAML', allowed: 'YAML 1.2 or JSON' },
  KEY_OVER_1024_CHARS: { wrong: 'a key over 1024 characters', allowed: 'shorter keys' },
  MISSING_CHAR: {
    wrong: 'a character is missing',
    allowed: 'a colon after a key, closed quotes and brackets',
  },
  MULTILINE_IMPLICIT_KEY: { wrong: 'a key without a colon on its line', allowed: '"key: value"' },
  MULTIPLE_ANCHORS: { wrong: 'an anchor (&name)', allowed: 'plain values' },
  MULTIPLE_DOCS: { wrong: 'a second document', allowed: 'one document per file' },
  MULTIPLE_TAGS: { wrong: 'a tag (!name)', allowed: 'plain values' },
  NON_STRING_KEY: { wrong: 'a key that is not text', allowed: 'text as keys' },
  RESOURCE_EXHAUSTION: { wrong: 'nested too deeply', allowed: `${MAX_DEPTH_LEVELS} levels` },
  TAB_AS_INDENT: { wrong: 'a tab as indentation', allowed: 'spaces' },
  TAG_RESOLVE_FAILED: { wrong: 'a tag (!name)', allowed: 'plain values' },
  UNEXPECTED_TOKEN: { wrong: 'text that does not belong here', allowed: 'YAML 1.2 or JSON' },
}
