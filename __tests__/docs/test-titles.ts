import ts from 'typescript'

/** The names of tests as a reader of the source sees them; what a table of cases fills in is shown as `…`. */

const PLACEHOLDER = /%[sdifjoO#]|\$[\w.]+/g

/** Returns the full names of the tests in a file, `describe > it`. Skipped and postponed tests hold nothing, and are not named. */
export function titlesIn(text: string): readonly string[] {
  const tree = ts.createSourceFile('test.ts', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
  return titlesUnder(tree, [])
}

function titlesUnder(node: ts.Node, above: readonly string[]): readonly string[] {
  const kind = ts.isCallExpression(node) ? kindOf(node.expression) : null
  if (kind === 'off') return []
  const title = kind !== null && ts.isCallExpression(node) ? titleOf(node.arguments[0]) : null
  const path = title === null ? above : [...above, title]
  if (kind === 'test' && title !== null) return [path.join(' > ')]
  const titles: string[] = []
  ts.forEachChild(node, child => void titles.push(...titlesUnder(child, path)))
  return titles
}

/** `it`, `test.each(…)`, `describe.concurrent`, …; `off` for what does not always run, null for any other call. */
function kindOf(callee: ts.Expression): 'suite' | 'test' | 'off' | null {
  if (ts.isIdentifier(callee)) {
    if (callee.text === 'describe') return 'suite'
    return callee.text === 'it' || callee.text === 'test' ? 'test' : null
  }
  if (ts.isCallExpression(callee)) return kindOf(callee.expression)
  if (!ts.isPropertyAccessExpression(callee)) return null
  const kind = kindOf(callee.expression)
  return kind === null || ['each', 'concurrent'].includes(callee.name.text) ? kind : 'off'
}

function titleOf(argument: ts.Expression | undefined): string | null {
  if (argument === undefined) return null
  if (ts.isStringLiteralLike(argument)) return argument.text.replaceAll(PLACEHOLDER, '…')
  if (!ts.isTemplateExpression(argument)) return null
  return [argument.head.text, ...argument.templateSpans.map(({ literal }) => literal.text)].join('…')
}
