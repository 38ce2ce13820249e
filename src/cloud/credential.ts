import { inEach, inRow, type Sentence, told } from '../precheck/sentence.ts'
import { ApiFault } from './fault.ts'
import { type AccessKey, authorization, type SignableRequest, sdkDate } from './signer.ts'

/** Something that proves who is calling. */
export interface Credential {
  /** In words, for messages: "the access key from the inputs". */
  readonly label: Sentence
  /** What a caller can do when the credential is turned away. */
  readonly advice: Sentence
  /** Returns the headers to add to a request. */
  headersFor(request: SignableRequest): Promise<Readonly<Record<string, string>>>
  /** Gets a new one; null for credentials that were given to us and so cannot be renewed. */
  readonly renew: (() => Promise<void>) | null
}

export interface SigningPorts {
  readonly date: () => Date
  readonly addSignature: (signature: string) => void
}

/** Returns the headers that sign a request with an access key, `Authorization` among them. */
export function signedHeaders(
  request: SignableRequest,
  key: AccessKey,
  ports: SigningPorts,
): Record<string, string> {
  const headers: Record<string, string> = {
    ...request.headers,
    host: request.url.host,
    'X-Sdk-Date': sdkDate(ports.date()),
    ...(key.securityToken === null ? {} : { 'X-Security-Token': key.securityToken }),
  }
  const value = authorization({ ...request, headers }, key)
  ports.addSignature(value.slice(value.lastIndexOf('=') + 1))
  return { ...headers, Authorization: value }
}

/** An access key given by inputs or environment. */
export function accessKeyCredential(key: AccessKey, origin: Sentence, ports: SigningPorts): Credential {
  const expired = told(
    'The security token may have expired: get a new set of temporary keys.',
    '安全令牌可能已过期：请获取一组新的临时密钥。',
  )
  return {
    label: inEach(in_ => told(`the access key from ${in_(origin)}`, `来自${in_(origin)}的访问密钥`)),
    advice: inRow(
      told(
        'Check that the access key is active and that the secret key belongs to it.',
        '请检查访问密钥是否有效，以及密钥（SK）是否与之对应。',
      ),
      key.securityToken === null ? '' : expired,
      told(
        'It is not tried again, because five wrong signatures lock the key for five minutes.',
        '不会再次尝试，因为五次错误签名会将密钥锁定五分钟。',
      ),
    ),
    headersFor: async request => signedHeaders(request, key, ports),
    renew: null,
  }
}

/** An IAM token given by an input. */
export function tokenCredential(token: string, origin: Sentence): Credential {
  return {
    label: inEach(in_ => told(`the IAM token from ${in_(origin)}`, `来自${in_(origin)}的 IAM Token`)),
    advice: told(
      'IAM tokens live for 24 hours and hold for one project: get a new one for this project.',
      'IAM Token 的有效期为 24 小时，且只对一个项目有效：请为该项目获取新的 Token。',
    ),
    headersFor: async request => ({ ...request.headers, 'X-Auth-Token': token }),
    renew: null,
  }
}

/** User and password of an OMS, sent as HTTP Basic. */
export function basicCredential(
  user: string,
  password: string,
  origin: Sentence,
  addSecret: (secret: string) => void,
): Credential {
  const value = Buffer.from(`${user}:${password}`, 'utf8').toString('base64')
  addSecret(value)
  return {
    label: inEach(in_ =>
      told(`the OMS user ${user} from ${in_(origin)}`, `来自${in_(origin)}的 OMS 用户 ${user}`),
    ),
    advice: told(
      'Check oms-user and oms-password. Users that sign in to OMS by single sign-on have no password of their own: use a local account.',
      '请检查 oms-user 和 oms-password。通过单点登录使用 OMS 的用户没有自己的密码：请使用本地账号。',
    ),
    headersFor: async request => ({ ...request.headers, Authorization: `Basic ${value}` }),
    renew: null,
  }
}

/**
 * Lets the calls of one credential through: alone until one answer has shown that the credential is good,
 * then side by side; never again after it was turned away for good. Five wrong signatures lock a key, so
 * ten targets with one bad key must send one request, not ten.
 */
export class CredentialGate {
  readonly credential: Credential
  #proven = false
  #turnedAway: ApiFault | null = null
  #generation = 0
  #renewedSinceGoodAnswer = false
  #renewal: Promise<void> | null = null
  readonly #proof = Promise.withResolvers<void>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(credential: Credential) {
    this.credential = credential
  }

  /** Runs `attempt`, once more after a renewal. Throws what it throws, or the fault that ended the credential. */
  async run<T>(attempt: () => Promise<T>): Promise<T> {
    for (;;) {
      const outcome = this.#proven ? await this.#try(attempt) : await this.#alone(() => this.#try(attempt))
      if (outcome !== 'again') return outcome.value
    }
  }

  /**
   * Fetches what a request would need. One that is turned away ends the credential; one that is there proves nothing yet,
   * as no service has seen it.
   */
  async prepare(request: SignableRequest): Promise<void> {
    this.throwIfTurnedAway()
    try {
      await this.credential.headersFor(request)
    } catch (error) {
      if (error instanceof ApiFault && error.kind === 'authentication-failed') this.#turnedAway ??= error
      throw error
    }
  }

  /** For calls that were let through, but then had to wait: throws the fault that ended the credential meanwhile. */
  throwIfTurnedAway(): void {
    if (this.#turnedAway !== null) throw this.#turnedAway
  }

  async #try<T>(attempt: () => Promise<T>): Promise<{ value: T } | 'again'> {
    this.throwIfTurnedAway()
    const generation = this.#generation
    try {
      const value = await attempt()
      this.#noteGoodAnswer()
      return { value }
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error
      if (error.kind !== 'authentication-failed') {
        if (error.understood && error.kind !== 'transient') this.#noteGoodAnswer()
        throw error
      }
      if (!error.final && (await this.#renewed(generation))) return 'again'
      this.#turnedAway ??= error
      throw error
    }
  }

  #noteGoodAnswer(): void {
    this.#proven = true
    this.#proof.resolve()
    this.#renewedSinceGoodAnswer = false
  }

  /** Returns true when the credential is newer than the one that was turned away. */
  async #renewed(generation: number): Promise<boolean> {
    if (generation !== this.#generation) return true
    if (this.credential.renew === null || this.#renewedSinceGoodAnswer) return false
    this.#renewal ??= this.credential
      .renew()
      .then(() => {
        this.#generation += 1
        this.#renewedSinceGoodAnswer = true
      })
      .finally(() => {
        this.#renewal = null
      })
    await this.#renewal
    return true
  }

  /** Nobody waits in line once the credential is proven: a host that hangs must not hold up the others. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = Promise.race([turn.catch(() => undefined), this.#proof.promise])
    return turn
  }
}
