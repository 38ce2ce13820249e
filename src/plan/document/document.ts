import type * as z from 'zod'
import { told } from '../../precheck/sentence.ts'
import { firstOf, type InputProblem, type Place } from '../problems.ts'
import type { Path } from './allowed.ts'
import { contentOf } from './content.ts'
import { type PathProblem, problemsAt } from './issues.ts'
import { DocumentSource, offsetOf } from './source.ts'
import { SYNTAX_ERRORS } from './yaml-errors.ts'

/** How a document is read. */
interface DocumentOptions<Value> {
  /** What positions name: a path, or the name of an input. */
  readonly file: string
  readonly schema: z.ZodType<Value>
  /** Finds what a schema cannot say, in any content, of which other parts may be wrong. */
  readonly check?: (content: unknown) => readonly PathProblem[]
  /**
   * True for the path of a confidential part, such as `request`; what lies below is confidential too.
   * Neither keys nor values from there are shown. What `check` says is shown as it is.
   */
  readonly confidential?: (path: Path) => boolean
  /** True for a place where a number is an unquoted text: it comes as it is written, `00123456` with its zeros. */
  readonly verbatim?: (path: Path) => boolean
}

export interface ReadDocument<Value> {
  /** null where there are problems. */
  readonly value: Value | null
  /** The first, and how many more there are. */
  readonly problems: readonly InputProblem[]
  /** What stands there in spite of them, confidential parts too; null for a text that is no document at all. */
  readonly content: unknown
  /** Returns the place of a node, or of the nearest one above it that is there. */
  readonly at: (path: Path) => Place
}

/** Configuration is written by hand; 256 KiB is some thousand targets. */
const MAX_DOCUMENT_BYTES = 256 * 1024

/**
 * Reads one strict YAML 1.2 (or JSON) document and checks it against a schema. Never throws for what the
 * text holds: all that is wrong comes back together, each with its place and without a line of the source.
 * Only what is no YAML comes alone, as nobody knows what it was meant to be.
 */
export async function parseDocument<Value>(
  text: string,
  options: DocumentOptions<Value>,
): Promise<ReadDocument<Value>> {
  const { file } = options
  const bytes = Buffer.byteLength(text)
  if (bytes > MAX_DOCUMENT_BYTES) {
    const wrong = told(`${bytes} bytes long`, `长 ${bytes} 字节`)
    const allowed = told(`at most ${MAX_DOCUMENT_BYTES} bytes`, `至多 ${MAX_DOCUMENT_BYTES} 字节`)
    return noDocument(file, [{ field: file, wrong, allowed }])
  }
  // Loaded here and not above, so that a gate without files does not pay for it.
  const yaml = await import('yaml')
  const lines = new yaml.LineCounter()
  const document = yaml.parseDocument(text.replace(/^\uFEFF/, ''), {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    logLevel: 'error', // its warnings would be printed, with pieces of the source
    prettyErrors: false, // the pretty ones quote the source
    stringKeys: true,
    uniqueKeys: false, // checked in content.ts
  })
  const source = new DocumentSource(yaml, document, lines, file)
  const syntax = [...document.errors, ...document.warnings.filter(({ code }) => code === 'BAD_DIRECTIVE')]
  if (syntax.length > 0) {
    const found = syntax.map(({ code, pos }) => ({ place: source.placeAt(pos[0]), ...SYNTAX_ERRORS[code] }))
    return noDocument(file, firstInEachLine(found))
  }
  // `%YAML 1.1` would read `no` as false and a date as a moment in time.
  if (document.directives.yaml.explicit === true && document.directives.yaml.version !== '1.2') {
    const wrong = told('another version of YAML', '其他版本的 YAML')
    return noDocument(file, [{ place: source.placeAt(0), wrong, allowed: told('YAML 1.2', 'YAML 1.2') }])
  }
  return checked(source, options)
}

/** What else a parser stumbles over in a line mostly follows from the first. */
function firstInEachLine(
  problems: readonly (InputProblem & { readonly place: Place })[],
): readonly InputProblem[] {
  const inOrder = problems.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
  return inOrder.filter(({ place }, index) => place.line !== inOrder[index - 1]?.place.line)
}

function noDocument(file: string, problems: readonly InputProblem[]): ReadDocument<never> {
  const told = firstOf(problems, problems.length)
  return { value: null, problems: told, content: null, at: () => ({ file, line: 1, column: 1 }) }
}

function checked<Value>(source: DocumentSource, options: DocumentOptions<Value>): ReadDocument<Value> {
  const { schema, check = () => [], confidential = () => false, verbatim = () => false } = options
  // What is no mapping is another file than was meant, a key or a password for all we know.
  const isWholeHidden = confidential([]) || !source.yaml.isMap(source.contents)
  const isConfidential = (path: Path) =>
    isWholeHidden || path.some((_, index) => confidential(path.slice(0, index + 1)))
  const ofForm: InputProblem[] = []
  const content = contentOf({
    source,
    isConfidential,
    isVerbatim: verbatim,
    refuse: (node, breach) => void ofForm.push({ place: source.placeAt(offsetOf(node)), ...breach }),
  })
  const { data, error } = schema.safeParse(content)
  const whole = confidential([]) ? told('it', '它') : told('the file', '该文件')
  const context = { source, schema, content, isConfidential, whole }
  const ofContent = problemsAt(error?.issues ?? [], check(content), context)
  const problems = firstOf([...ofForm, ...ofContent.problems], ofForm.length + ofContent.count)
  return {
    value: problems.length > 0 ? null : (data ?? null),
    problems,
    content,
    at: path => source.at(path),
  }
}
