import type { Json } from './json.ts'
import type { Operation } from './operations.ts'

/** A request as the APIs see it. */
export interface ApiRequest {
  readonly method: string
  /** Path and query exactly as they came in; a signature covers these bytes. */
  readonly target: string
  readonly path: string
  readonly query: URLSearchParams
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  readonly params: Readonly<Record<string, string>>
  readonly now: number
  readonly requestId: string
  /** What the simulator is reached at, without a slash at the end. */
  readonly baseUrl: string
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface Route {
  readonly operation: Operation
  readonly method: 'GET' | 'POST' | 'PATCH'
  /** `:name` is one segment, `*name` the rest of the path. */
  readonly path: string
  /** OMS tells its calls apart by the query, not the path. */
  readonly action?: string
  /** The refusal of a request that has no right to be answered, or null. */
  readonly refuse: (request: ApiRequest) => Answer | null
  readonly handle: (request: ApiRequest) => Answer | Promise<Answer>
}

const JSON_TYPE = 'application/json;charset=utf-8'

export function jsonAnswer(
  status: number,
  value: Json,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { 'content-type': JSON_TYPE, ...headers },
    body: Buffer.from(JSON.stringify(value)),
  }
}

/** An error of the API gateway in front of DRS and DDM (API Request Signing Guide, error codes). */
export function gatewayError(
  status: number,
  code: string,
  message: string,
  requestId: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return jsonAnswer(status, { error_code: code, error_msg: message, request_id: requestId }, headers)
}

/** An error of DRS, DDM or STS itself. */
export function serviceError(status: number, code: string, message: Json): Answer {
  return jsonAnswer(status, { error_code: code, error_msg: message })
}

/** A path parameter; a route that asks for one it does not declare is a mistake here, hence the throw. */
export function param(request: ApiRequest, name: string): string {
  const value = request.params[name]
  if (value === undefined) throw new Error(`The route has no parameter ${name}`)
  return value
}

/** The language of texts: `X-Language`, else the documented default. */
export function languageOf(request: ApiRequest): string {
  return request.headers['x-language']?.toLowerCase() === 'zh-cn' ? 'zh-cn' : 'en-us'
}
