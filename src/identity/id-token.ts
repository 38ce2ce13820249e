import * as z from 'zod/mini'
import { ApiFault } from '../cloud/fault.ts'
import { inRow, type Sentence, told } from '../precheck/sentence.ts'
import type { SignInPorts } from './method.ts'
import { ID_TOKEN_VARIABLES } from './oidc.ts'

/**
 * GitHub's id token of this job. Own call instead of the toolkit's: that one retries and waits by its own rules,
 * past the deadline of the step.
 */

const answerSchema = z.looseObject({ value: z.string().check(z.minLength(4)) })
/** One line, because logs and tables fold lines. */
const PERMISSION = 'id-token: write'

/**
 * Returns a fresh id token, in one try. Throws `ApiFault`: `authentication-failed` when the job may not have one, as on
 * Gitea (1.26 and 1.27), which makes none.
 */
export async function fetchIdToken(
  audience: string | null,
  { anonymous, addSecret, environment, side: { isFork } }: SignInPorts,
  isGitea: boolean,
): Promise<string> {
  // The runner sets them only with `id-token: write`.
  const requestUrl = environment[ID_TOKEN_VARIABLES.requestUrl] ?? ''
  const requestToken = environment[ID_TOKEN_VARIABLES.requestToken] ?? ''
  if (requestToken === '' || !URL.canParse(requestUrl)) throw isGitea ? notOnGitea() : noPermission(isFork)
  const url = new URL(requestUrl)
  if (audience !== null) url.searchParams.set('audience', audience)
  const call = {
    operation: 'read',
    doing: told('get the id token of this job from GitHub', '从 GitHub 获取本作业的 ID Token'),
    method: 'GET',
    url,
    headers: { Authorization: `Bearer ${requestToken}` },
    schema: answerSchema,
    errorIn: () => null,
  } as const
  try {
    const { value } = await anonymous.call(call)
    addSecret(value.value)
    return value.value
  } catch (error) {
    throw error instanceof ApiFault && error.kind !== 'transient' ? refused(error, isFork) : error
  }
}

/** Long enough for any repository with its environment, short enough to leave room for what the service said. */
const CLAIM_MAX_CHARACTERS = 110
const text = z.catch(z.nullish(z.string()), null)
const listed = z.pipe(
  z.array(z.string()),
  z.transform(all => all.join(' ')),
)
const claims = z.object({
  iss: text,
  sub: text,
  aud: z.catch(z.nullish(z.union([z.string(), listed])), null),
})

/** Returns what a trust policy can be compared with: who made the token, for whom and for what. Never the token itself. */
export function claimsText(idToken: string): Sentence {
  const read = claims.safeParse(payloadOf(idToken)).data
  if (read === undefined) return told('(which cannot be read)', '无法读取')
  const claim = (absent: string) =>
    (['iss', 'sub', 'aud'] as const).map(name => `${name} ${brief(read[name] ?? absent)}`)
  return told(`with ${claim('absent').join(', ')}`, claim('缺失').join('，'))
}

function payloadOf(idToken: string): unknown {
  try {
    return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

function brief(claim: string): string {
  return claim.length <= CLAIM_MAX_CHARACTERS ? claim : `${claim.slice(0, CLAIM_MAX_CHARACTERS)}…`
}

const REUSABLE = told(
  'In a reusable workflow the job that calls it has to grant id-token: write, too: the caller sets the limit.',
  '在可重用工作流中，调用它的作业也必须授予 id-token: write：上限由调用方决定。',
)

const FORK_ADVICE = told(
  'Runs for pull requests of forks and of Dependabot never get an id token, whatever the workflow says. Run the gate on push, in the merge queue, or by workflow_dispatch with commit-status: true.',
  '来自 fork 和 Dependabot 的拉取请求的运行永远得不到 ID Token，无论工作流怎么写。请在 push、合并队列中运行门禁，或用 workflow_dispatch 并设 commit-status: true。',
)

/** Whatever status GitHub refuses with: without an id token nobody can sign in. */
function refused(fault: ApiFault, isFork: boolean): ApiFault {
  const advice = isFork
    ? FORK_ADVICE
    : inRow(
        told(
          `Check that the job has the permission ${PERMISSION}, and oidc-audience if it is set.`,
          `请检查作业是否有 ${PERMISSION} 权限，以及 oidc-audience（如已设置）。`,
        ),
        REUSABLE,
      )
  return fault.with({ kind: 'authentication-failed', advice, final: true })
}

function noPermission(isFork: boolean): ApiFault {
  return new ApiFault({
    kind: 'authentication-failed',
    what: told(
      'Could not get the id token of this job from GitHub: the job has no permission for it.',
      '无法从 GitHub 获取本作业的 ID Token：作业没有该权限。',
    ),
    advice: isFork
      ? FORK_ADVICE
      : inRow(
          told(
            `Add ${PERMISSION} to the permissions of the job in the workflow file, beside those that are there; where there are none, write permissions: { ${PERMISSION}, contents: read }.`,
            `请在工作流文件中为该作业的 permissions 加上 ${PERMISSION}，保留已有的各项；没有 permissions 时写 permissions: { ${PERMISSION}, contents: read }。`,
          ),
          REUSABLE,
        ),
    final: true,
  })
}

function notOnGitea(): ApiFault {
  return new ApiFault({
    kind: 'authentication-failed',
    what: told(
      'Could not get the id token of this job: Gitea makes none, so keyless sign-in is not possible there.',
      '无法获取本作业的 ID Token：Gitea 不签发 ID Token，因此在那里不能无密钥登录。',
    ),
    advice: told(
      'Give an access key, an IAM user or an IAM token in place of oidc-provider-urn and oidc-agency-urn.',
      '请提供访问密钥、IAM 用户或 IAM Token，以代替 oidc-provider-urn 和 oidc-agency-urn。',
    ),
    final: true,
  })
}
