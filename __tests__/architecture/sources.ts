import { readdirSync, readFileSync } from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** What the compiler sees in the project's own files. Paths are relative to the project and use slashes. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface Source {
  readonly file: string
  readonly lines: number
  /** Files of the project, and packages by the name they are imported under. */
  readonly imports: readonly string[]
  /** The texts of string literals and templates. */
  readonly strings: readonly string[]
  /** What is read from the global `process`, such as `env`. */
  readonly processUses: readonly string[]
  /** The names of methods that are called. */
  readonly methodCalls: readonly string[]
  readonly functions: readonly { readonly name: string; readonly lines: number }[]
  /** `any` types and double casts, with their lines. */
  readonly loopholes: readonly string[]
}

/** Reads every TypeScript file below a folder. */
export function sourcesUnder(folder: string): readonly Source[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => path.posix.join(folder, file.split(path.sep).join('/')))
    .map(file => sourceOf(file, readFileSync(path.join(ROOT, file), 'utf8')))
}

/** Returns what a text says that stands in a file of this name. */
export function sourceOf(file: string, text: string): Source {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
  const nodes = [...descendantsOf(tree)]
  const lineOf = (position: number) => tree.getLineAndCharacterOfPosition(position).line + 1
  const linesOf = (node: ts.Node) => lineOf(node.getEnd()) - lineOf(node.getStart(tree)) + 1
  return {
    file,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: nodes.flatMap(importedBy).map(name => resolved(file, name)),
    strings: nodes.filter(isText).map(node => node.text),
    processUses: nodes.flatMap(processUseOf),
    methodCalls: nodes.filter(ts.isCallExpression).flatMap(methodOf),
    functions: nodes.filter(ts.isFunctionLike).map(node => ({
      name: `${node.name?.getText(tree) ?? 'a function'} at line ${lineOf(node.getStart(tree))}`,
      lines: linesOf(node),
    })),
    loopholes: nodes
      .filter(isLoophole)
      .map(node => `${node.getText(tree)} at line ${lineOf(node.getStart(tree))}`),
  }
}

/** Yields a node and all below it, without the tokens. */
export function* descendantsOf(node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  // Without the tokens, which `getChildren` makes anew.
  ts.forEachChild(node, child => void children.push(child))
  for (const child of children) yield* descendantsOf(child)
}

/** Static and dynamic imports, exports from elsewhere, imported types and `require`; a computed one is shown as it is. */
function importedBy(node: ts.Node): readonly string[] {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return nameIn(node.moduleSpecifier)
  if (ts.isExternalModuleReference(node)) return nameIn(node.expression)
  if (ts.isImportTypeNode(node))
    return nameIn(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node)
  if (!ts.isCallExpression(node)) return []
  const { expression } = node
  const loads = ts.isIdentifier(expression) && expression.text === 'require'
  return expression.kind === ts.SyntaxKind.ImportKeyword || loads ? nameIn(node.arguments[0]) : []
}

function nameIn(node: ts.Node | undefined): readonly string[] {
  if (node === undefined) return []
  return [ts.isStringLiteralLike(node) ? node.text : `computed: ${node.getText()}`]
}

function resolved(file: string, name: string): string {
  return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name
}

function isText(node: ts.Node): node is ts.StringLiteralLike | ts.TemplateLiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
}

function processUseOf(node: ts.Node): readonly string[] {
  if (ts.isPropertyAccessExpression(node)) return isProcess(node.expression) ? [node.name.text] : []
  if (ts.isElementAccessExpression(node))
    return isProcess(node.expression) ? nameIn(node.argumentExpression) : []
  if (!ts.isVariableDeclaration(node) || !ts.isObjectBindingPattern(node.name)) return []
  if (node.initializer === undefined || !isProcess(node.initializer)) return []
  return node.name.elements.map(({ propertyName, name }) => (propertyName ?? name).getText())
}

function methodOf({ expression }: ts.CallExpression): readonly string[] {
  return ts.isPropertyAccessExpression(expression) ? [expression.name.text] : []
}

function isProcess(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'process'
}

function isLoophole(node: ts.Node): boolean {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return true
  if (!ts.isAsExpression(node)) return false
  const { expression } = node
  return ts.isAsExpression(expression) && expression.type.kind === ts.SyntaxKind.UnknownKeyword
}
