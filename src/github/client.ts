import { type Sentence, told } from '../precheck/sentence.ts'
import { askingOver, type Requester } from './ask.ts'
import { type Bounds, boundedFetch, type Fetch, RequestFault } from './bounded-fetch.ts'
import { type GitHubFault, otherFault } from './fault.ts'
import type { GitHubPorts } from './routes.ts'
import { portsOver } from './routes.ts'

interface GitHubOptions extends Bounds {
  readonly token: string
  /** GITHUB_API_URL, path prefix included: the only right base for github.com, ghe.com and GHES alike. */
  readonly apiUrl: string
  /** `owner/name`. */
  readonly repository: string
  readonly userAgent: string
  readonly fetch: Fetch
}

const PRINTABLE = /^[\x21-\x7e]+$/
const silent = { debug: noop, info: noop, warn: noop, error: noop }

function noop(): void {}

const NO_TOKEN = told(
  'the input github-token is empty or not a token',
  '输入 github-token 为空，或不是 token',
)
const NO_API = told('GITHUB_API_URL is not the address of an API', 'GITHUB_API_URL 不是 API 的地址')
const NOT_LOADED = told(
  '@actions/github could not be loaded; is the file of GITHUB_EVENT_PATH valid JSON, and can the proxy variables be read?',
  '无法加载 @actions/github；GITHUB_EVENT_PATH 的文件是否为有效的 JSON，代理变量是否可以读取？',
)

/**
 * Returns the ports to GitHub. Nothing is loaded or sent before the first of them is used, and none rejects.
 *
 * This is the only file that imports @actions/github, and it does so late: the package costs time to load and
 * reads the runner's environment while loading (it throws on a broken event file).
 */
export function openGitHub(options: GitHubOptions): GitHubPorts {
  let opened: Promise<Requester> | null = null
  const connect = () => {
    opened ??= open(options)
    return opened
  }
  return portsOver(askingOver(connect, options), options.repository)
}

async function open(options: GitHubOptions): Promise<Requester> {
  const token = options.token.trim()
  // Checked here because the error of an invalid header value would quote the token.
  if (!PRINTABLE.test(token)) throw refusal('bad-token', NO_TOKEN)
  if (!/^https?:\/\/[^@]+$/.test(options.apiUrl) || !URL.canParse(options.apiUrl))
    throw refusal('rejected', NO_API)
  const { GitHub, getOctokitOptions } = await load()
  return new GitHub(
    getOctokitOptions(token, {
      baseUrl: options.apiUrl.replace(/\/+$/, ''),
      userAgent: options.userAgent,
      request: { fetch: boundedFetch(options.fetch, options) },
      log: silent,
    }),
  )
}

async function load() {
  try {
    return await import('@actions/github/lib/utils')
  } catch {
    // Its own message can quote the event file.
    throw refusal('rejected', NOT_LOADED)
  }
}

function refusal(kind: GitHubFault['kind'], what: Sentence): RequestFault {
  return new RequestFault(otherFault(kind, what))
}
