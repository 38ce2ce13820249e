import { told } from '../precheck/sentence.ts'
import { type Answer, otherFault } from './fault.ts'
import type { GitHubPorts } from './routes.ts'

/**
 * Gitea speaks GitHub's API, but its contents are found by short names alone: neither `HEAD` nor `refs/heads/main` is one
 * (`ResolveRefCommit` in the source of 1.26.0). Of a branch and a tag of one name the short one means the branch.
 */

const BRANCH = /^refs\/heads\/(.+)$/

/** Returns the ports as they have to be used on Gitea. `defaultBranch` is what the event calls it. */
export function onGitea(ports: GitHubPorts, defaultBranch: string | null): GitHubPorts {
  return {
    ...ports,
    contents: async (path, ref) => {
      const name = await shortName(ports, ref, defaultBranch)
      return name.ok ? ports.contents(path, name.value) : name
    },
  }
}

async function shortName(
  ports: GitHubPorts,
  ref: string,
  defaultBranch: string | null,
): Promise<Answer<string>> {
  if (ref === 'HEAD')
    return defaultBranch === null ? ports.defaultBranch() : { ok: true, value: defaultBranch }
  const branch = BRANCH.exec(ref)?.[1]
  if (branch !== undefined) return { ok: true, value: branch }
  if (!ref.startsWith('refs/')) return { ok: true, value: ref }
  // The short name of a tag could be a branch, which others may push.
  const what = told(
    `Gitea finds no file by the full name ${ref}: name a branch, or the commit that the tag is at`,
    `Gitea 无法按全名 ${ref} 找到文件：请给出分支，或标签所在的提交`,
  )
  return { ok: false, fault: otherFault('rejected', what) }
}
