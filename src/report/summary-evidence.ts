import type { Explain } from './explain.ts'
import type { Finding, FindingItem } from './findings.ts'
import { factsOf, factsOfJson } from './readable.ts'
import type { ReportItem } from './schema.ts'
import { sourceOf, stepLines } from './steps.ts'
import { capped, code, factList, type Limits, prose, taskMarkdown, title } from './summary-parts.ts'
import { plural } from './text.ts'

const SUB_JOBS_SHOWN = 10

export interface BlockContext {
  readonly explain: Explain
  readonly limits: Limits
  readonly service: string
  /** Whether there is more than one task, so that each finding has to say where it is from. */
  readonly nameTasks: boolean
  /** What the block has said already is to be done about its reason; null when the reason is not a known one. */
  readonly reasonAdvice: string | null
  /** The detail that the block has shown already for all its items. */
  readonly shared: string | null
}

/** Yields one check item of a block: which one and where, what was found, what to do. */
export function* itemBlock(entry: FindingItem, indent: string, context: BlockContext): Generator<string> {
  const { item, findings } = entry
  const [first] = findings
  const single = findings.length === 1 && first !== undefined
  const place = single && context.nameTasks ? ` in task ${taskMarkdown(first.task)}` : ''
  const skipped = item.status === 'skipped' ? ' (skipped by the service)' : ''
  // The heading of a block with one item is its title already.
  const name = indent === '' ? 'Check item:' : `**${title(item.title)}**`
  yield `- ${name} ${code(item.id)}${skipped}${place}`
  if (single) {
    yield* evidenceLines(first, indent, context)
  } else {
    yield* capped(
      findings,
      context.limits.rows,
      finding => placedEvidence(finding, indent, context),
      more => `${indent}- and in ${plural(more, 'more task')}`,
    )
  }
  yield* adviceLines(item, indent, context)
}

function* placedEvidence(finding: Finding, indent: string, context: BlockContext): Generator<string> {
  yield `${indent}- In task ${taskMarkdown(finding.task)}`
  yield* evidenceLines(finding, `${indent}  `, context)
}

function* evidenceLines({ item }: Finding, indent: string, context: BlockContext): Generator<string> {
  if (item.detail !== context.shared) yield* factList('The service says', factsOf(item.detail), indent)
  const parts = item.subJobs.slice(0, SUB_JOBS_SHOWN).map(subJobMarkdown)
  if (item.subJobs.length > parts.length) parts.push(`and ${item.subJobs.length - parts.length} more`)
  if (parts.length > 0) yield `${indent}- Parts of the task: ${parts.join('; ')}`
  yield* factList('Objects that can be left out', factsOfJson(item.blackObjects), indent)
  if (item.skippable === true) {
    const consequence =
      item.skipConsequence === null ? '' : `, with this consequence: ${prose(item.skipConsequence)}`
    yield `${indent}- The service lets you skip this item${consequence}`
  }
}

function subJobMarkdown(part: ReportItem['subJobs'][number]): string {
  const name = [part.name, part.id]
    .filter(text => text !== null)
    .map(code)
    .join(' ')
  return [name, part.status === null ? '' : code(part.status)].filter(text => text !== '').join(': ')
}

/** The service's own advice always; ours only where the block has not said it for all its items. */
function* adviceLines(item: ReportItem, indent: string, context: BlockContext): Generator<string> {
  const notes = context.explain.item(context.service, item.id)
  if (notes !== null && context.reasonAdvice === null && notes.causes.length > 0) {
    yield `${indent}- Likely causes: ${notes.causes.map(prose).join(' ')}`
  }
  if (item.suggestion === null || item.suggestion === context.reasonAdvice) return
  yield* stepLines(item.steps, indent, sourceOf(item, notes?.confidence === 'general'))
}
