import { type CommentResult, upsertComment } from '../github/comment.ts'
import { commentBody, commentFooter, commentMarker } from '../github/comment-body.ts'
import type { GateEvent } from '../github/event.ts'
import type { GitHubFault } from '../github/fault.ts'
import { findPull } from '../github/pull-of-event.ts'
import type { GitHubPorts } from '../github/routes.ts'
import type { ReportSettings } from '../plan/plan.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import type { Notice } from '../report/dossier.ts'
import type { Report } from '../report/schema.ts'

/** Writes the comment that the settings ask for, and returns what to say of it. `render` takes the room that there is. */
export async function writeComment(
  github: GitHubPorts,
  report: Report,
  render: (maxChars: number) => string,
  {
    settings,
    event,
    workflow,
    job,
    givenSha,
    runUrl,
  }: {
    readonly settings: ReportSettings
    readonly event: GateEvent
    readonly workflow: string
    readonly job: string
    /** The commit that an input names. */
    readonly givenSha: string | null
    readonly runUrl: string | null
  },
): Promise<readonly Notice[]> {
  const { comment: mode, name, language } = settings
  if (mode === 'never') return []
  if (event.pull === null)
    return nothingWritten(
      told(
        `the event ${event.name || '(none)'} has no pull request`,
        `事件 ${event.name || '（无）'} 没有拉取请求`,
      ),
    )
  const found = await findPull(github, event.pull)
  if (!found.ok) return nothingWritten(notFound(found.fault))
  if (found.value === null)
    return nothingWritten(
      told('no open pull request is at the commit of this run', '没有打开的拉取请求位于本次运行的提交上'),
    )
  const pull = { number: found.value.number, headSha: found.value.headSha ?? givenSha }
  const { decision } = report.gate
  const marker = commentMarker({ workflow, job, name })
  const footer = commentFooter(pull.headSha, runUrl)
  const body = commentBody({ marker, decision, language, render, footer })
  return noticesOf(await upsertComment(github, { mode, pull, event, decision, marker, body }))
}

function notFound({ what }: GitHubFault): Sentence {
  return inEach(in_ =>
    told(`the pull request could not be found: ${in_(what)}`, `找不到拉取请求：${in_(what)}`),
  )
}

function nothingWritten(why: Sentence): readonly Notice[] {
  return [
    {
      level: 'warning',
      text: inEach(in_ =>
        told(
          `comment: nothing was written, because ${in_(why)}.`,
          `comment：没有写入评论，因为${in_(why)}。`,
        ),
      ),
    },
  ]
}

/** A comment that could not be written never changes the verdict; users learn of it all the same. */
function noticesOf(result: CommentResult): readonly Notice[] {
  if (!('why' in result)) return []
  return [{ level: result.kind === 'failed' ? 'warning' : 'notice', text: result.why }]
}
