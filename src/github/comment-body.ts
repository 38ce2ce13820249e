import type { Decision } from '../precheck/model.ts'
import { type Language, type Sentence, told } from '../precheck/sentence.ts'
import { cut } from './text.ts'

/**
 * GitHub refuses longer bodies ("maximum is 65536 characters"). Counted here in UTF-16 code units, marker and
 * footer included: never fewer than characters in any reading. Bytes are not counted: the limit is not in bytes,
 * and doing so would cut reports in Chinese to a third.
 */
export const MAX_COMMENT_CHARS = 65_536

const CUT_MARK = told(
  '\n\n… cut to the longest comment GitHub takes; the job summary has the rest.',
  '\n\n… 已按 GitHub 评论的最大长度截断；其余内容见作业摘要。',
)

/** Returns the part of the first line that is the same in all comments of one gate in one job of one workflow. */
export function commentMarker(gate: { workflow: string; job: string; name: string }): string {
  const parts = [
    `workflow=${encoded(gate.workflow)}`,
    `job=${encoded(gate.job)}`,
    `name=${encoded(gate.name)}`,
  ]
  return `<!-- precheck-gate ${parts.join(' ')} `
}

/** Whether a comment's body is one that `commentBody` made with this marker. Quoted in the text it does not count. */
export function hasMarker(body: string, marker: string): boolean {
  return body.startsWith(marker)
}

/** Whether the comment shows a passed gate. */
export function isGreen(body: string, marker: string): boolean {
  return body.startsWith(`${marker}decision=passed -->`)
}

/**
 * Returns the whole comment, at most `maxChars` UTF-16 code units. The marker comes first, where no cut, open
 * code fence or quotation can reach it. `render` gives the report as Markdown of at most so many code units; what breaks
 * that limit is cut, which is only the last resort.
 */
export function commentBody({
  marker,
  decision,
  language,
  render,
  footer,
  maxChars = MAX_COMMENT_CHARS,
}: {
  readonly marker: string
  readonly decision: Decision
  readonly language: Language
  readonly render: (maxChars: number) => string
  readonly footer: Sentence | null
  readonly maxChars?: number
}): string {
  const head = `${marker}decision=${decision} -->\n`
  const tail = footer === null ? '' : `\n\n${footer.in(language)}`
  const room = Math.max(0, maxChars - head.length - tail.length)
  return head + cut(render(room), room, CUT_MARK.in(language)) + tail
}

/** Returns the closing line of a comment: which commit was checked, where that is known, and the run. */
export function commentFooter(sha: string | null, url: string | null): Sentence {
  const [run, chinese] =
    url === null ? ['This run', '本次运行'] : [`[This run](<${url}>)`, `[本次运行](<${url}>)`]
  return sha === null
    ? told(`${run} wrote this.`, `由${chinese}写入。`)
    : told(`${run} checked commit ${sha}.`, `${chinese}检查了提交 ${sha}。`)
}

/** Only letters, digits, `.`, `_` and `%` stay: nothing that ends an HTML comment, and no two values are alike. */
function encoded(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[-!'()*~]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
