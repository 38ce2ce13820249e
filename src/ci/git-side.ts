import { realpath } from 'node:fs/promises'
import * as path from 'node:path'
import { ApiFault } from '../cloud/fault.ts'
import { couldNotRead } from '../files/at-ref-words.ts'
import type { FilePorts } from '../files/ports.ts'
import { isInside, readLocalFile, readWorkspaceFile } from '../files/workspace-file.ts'
import { type Git, gitIn } from '../git/git.ts'
import { targetProjectOf, waiversOf } from '../git/target-branch.ts'
import { readEvent, type WaiversSource } from '../github/event.ts'
import type { SignInPorts } from '../identity/method.ts'
import { METHODS } from '../identity/methods.ts'
import { ID_TOKEN_VARIABLES } from '../identity/oidc.ts'
import { secretsInEnvironment } from '../plan/credentials.ts'
import type { InputProblem, InputProblems } from '../plan/problems.ts'
import { VARIABLES } from '../plan/variables.ts'
import type { Deadline, Environment } from '../ports.ts'
import { type Sentence, told } from '../precheck/sentence.ts'
import type { Notice } from '../report/dossier.ts'
import type { Announced, CiSide, SidePorts } from './ci-side.ts'

/** Returns what git may know of the environment: programs that it starts, of the machine's own configuration, have no use for the gate's secrets. */
function withoutSecrets(environment: Environment): Environment {
  const secret = [VARIABLES, ...secretsInEnvironment(environment, METHODS).map(([name]) => name)]
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !secret.includes(name)))
}

/** What stands around a gate that a command runs: a working tree of git, and variables. Nobody is told how it ends but who reads. */
export class GitSide implements CiSide {
  /** Which runs get secrets is for their CI system to say, not for the gate. */
  readonly isFork = false
  readonly defaultWaivers: WaiversSource
  readonly #ports: SidePorts
  readonly #misgiven: readonly InputProblem[]
  readonly #git: Git
  #topLevel: Promise<string | null> | null = null

  /** `misgiven`: what is wrong with the command line and its variables. */
  constructor(ports: SidePorts, misgiven: readonly InputProblem[]) {
    const { environment, eventPayload, workspace } = ports.runner
    this.#ports = ports
    this.#misgiven = misgiven
    this.#git = gitIn(workspace, withoutSecrets(environment))
    const event = readEvent(environment, eventPayload)
    this.defaultWaivers = waiversOf(environment, event)
  }

  checkInputs(problems: InputProblems): void {
    problems.add(...this.#misgiven)
  }

  files({ signal }: Deadline): FilePorts {
    const { environment, workspace: folder } = this.#ports.runner
    return {
      readWorkspace: async (file, maxBytes) =>
        readWorkspaceFile((await this.#root()) ?? folder, path.resolve(folder, file), maxBytes),
      readAnywhere: file => readLocalFile(path.resolve(folder, file)),
      readAtRef: async (file, ref) => {
        const root = await this.#root()
        const absolute = path.resolve(await realpath(folder), file)
        if (root === null || !isInside(absolute, root))
          return {
            kind: 'unavailable',
            why: couldNotRead(told(`${file} at ${ref}`, `${ref} 上的 ${file}`), outside(root)),
          }
        const inRepository = path.relative(root, absolute).replaceAll(path.sep, '/')
        const { fileAtRef } = await import('../git/file-at-ref.ts')
        return fileAtRef(this.#git, inRepository, ref, targetProjectOf(environment), signal)
      },
      // Never asked: which branches are protected is nothing that git could say.
      protectionOf: async () => ({ kind: 'unprotected' }),
    }
  }

  /** The top of the working tree; null outside of one. */
  #root(): Promise<string | null> {
    this.#topLevel ??= this.#git(['rev-parse', '--show-toplevel']).then(answer =>
      answer.ok ? realpath(answer.bytes.toString('utf8').replace(/\r?\n$/, '')) : null,
    )
    return this.#topLevel
  }

  /** Outside GitHub the CI system makes the token before the job begins, for an audience that its configuration names. */
  async fetchIdToken(_audience: string | null, { environment, addSecret }: SignInPorts): Promise<string> {
    const variable = ID_TOKEN_VARIABLES.ready
    const token = environment[variable]?.trim() ?? ''
    if (token !== '') {
      addSecret(token)
      return token
    }
    throw new ApiFault({
      kind: 'authentication-failed',
      what: told(
        `Could not get the id token of this job: the variable ${variable} is not set.`,
        `无法获取本作业的 ID Token：未设置变量 ${variable}。`,
      ),
      advice: told(
        `Have the CI system put an id token for the identity provider into ${variable} (GitLab: id_tokens), or give keys.`,
        `请让 CI 系统将发给身份提供商的 ID Token 放入 ${variable}（GitLab：id_tokens），或提供密钥。`,
      ),
      final: true,
    })
  }

  announceStart(): void {}

  async settlePending(): Promise<readonly Notice[]> {
    return []
  }

  async announceEnd(): Promise<Announced> {
    return { notices: [], statusLost: false }
  }
}

function outside(root: string | null): Sentence {
  return root === null
    ? told(
        'the working directory is no working tree of git, or git could not be asked. Run the command in a checkout.',
        '工作目录不是 git 的工作树，或无法调用 git。请在检出的目录中运行命令。',
      )
    : told('the path must name a file inside the repository.', '路径必须指向仓库内的文件。')
}
