import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { descendantsOf } from './sources.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SRC = path.join(ROOT, 'src')
const PLANTED = path.join(SRC, 'planted.ts')

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2025,
  module: ts.ModuleKind.NodeNext,
  strict: true,
  types: [],
  allowImportingTsExtensions: true,
}

/**
 * Returns where code of `src/`, or of a file that is planted there, makes a text of an object that has none, which says
 * "[object Object]". Only types tell it, and the compiler lets it pass.
 */
export function objectsInTexts(planted: string): readonly string[] {
  const files = ts.sys.readDirectory(SRC, ['.ts'])
  const program = ts.createProgram([...files, PLANTED], OPTIONS, hostWith(planted))
  const checker = program.getTypeChecker()
  return program
    .getSourceFiles()
    .filter(({ isDeclarationFile }) => !isDeclarationFile)
    .flatMap(tree => [...descendantsOf(tree)])
    .flatMap(madeIntoText)
    .filter(node => hasNoText(checker.getTypeAtLocation(node), checker))
    .map(node => `${path.relative(ROOT, node.getSourceFile().fileName)}: ${node.getText()}`)
}

/** Packages are left out, which halves the time: none of their types holds a sentence. */
function hostWith(planted: string): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS, true)
  return {
    ...host,
    fileExists: file => file === PLANTED || (!file.includes('/node_modules/') && host.fileExists(file)),
    getSourceFile: (file, how) =>
      file === PLANTED ? ts.createSourceFile(file, planted, how) : host.getSourceFile(file, how),
  }
}

/** What becomes a text by this node: `${a}`, `a + b`, `a += b`, `String(a)`, `a.toString()`, `a.join()`. */
function madeIntoText(node: ts.Node): readonly ts.Node[] {
  if (ts.isTemplateExpression(node) && !ts.isTaggedTemplateExpression(node.parent))
    return node.templateSpans.map(({ expression }) => expression)
  if (ts.isBinaryExpression(node)) return isPlus(node.operatorToken.kind) ? [node.left, node.right] : []
  if (!ts.isCallExpression(node)) return []
  const { expression: called } = node
  if (ts.isPropertyAccessExpression(called))
    return ['join', 'toString'].includes(called.name.text) ? [called.expression] : []
  return called.getText() === 'String' ? node.arguments : []
}

function isPlus(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.PlusEqualsToken
}

function hasNoText(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.some(part => hasNoText(part, checker))
  const element =
    checker.isArrayType(type) || checker.isTupleType(type) ? type.getNumberIndexType() : undefined
  if (element !== undefined) return hasNoText(element, checker)
  const parent = type.getProperty('toString')?.declarations?.[0]?.parent
  return isObject(type) && (parent === undefined || isNamed(parent, 'Object'))
}

function isObject(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Object) !== 0
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isInterfaceDeclaration(node) && node.name.text === name
}
