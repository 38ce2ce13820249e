import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import type { End, Exchange } from './oracle/exchange.ts'

/** Stands between the built action and the simulator, passes everything on as it is, and writes down what the oracle needs. */

export interface Recorder {
  readonly url: string
  /** Live; times are milliseconds since the recorder began. */
  readonly exchanges: readonly Exchange[]
  close(): Promise<void>
}

interface Answer {
  readonly message: IncomingMessage
  readonly bytes: Buffer
}

export async function recorderBefore(simulatorUrl: string): Promise<Recorder> {
  const begun = performance.now()
  const exchanges: Exchange[] = []
  const now = () => performance.now() - begun
  const server = createServer(async (incoming, response) => {
    const sentAt = now()
    const body = await bytesOf(incoming)
    const { method = 'GET', url: path = '/' } = incoming
    const record = (end: End) =>
      void exchanges.push({ sentAt, method, path, body: body.toString('utf8'), end })
    const isOpen = { now: true }
    response.once('close', () => {
      if (isOpen.now) record({ kind: 'cut-off', at: now() })
      isOpen.now = false
    })
    try {
      const answer = await passedOn(simulatorUrl, incoming, body)
      if (!isOpen.now) return
      isOpen.now = false
      record({
        kind: 'answer',
        at: now(),
        status: answer.message.statusCode ?? 0,
        headers: {},
        body: textOf(answer),
      })
      giveBack(answer, response)
    } catch {
      if (!isOpen.now) return
      isOpen.now = false
      record({ kind: 'broken', at: now(), sent: true })
      incoming.socket.destroy()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The recorder has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    exchanges,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The host stays the recorder's, because the request is signed for it. */
function passedOn(to: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const target = new URL(incoming.url ?? '/', to)
    const sent = request(
      target,
      { method: incoming.method ?? 'GET', headers: incoming.headers, agent: false },
      message => {
        bytesOf(message).then(bytes => resolve({ message, bytes }), reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function textOf({ message, bytes }: Answer): string {
  return (message.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8')
}

function giveBack({ message, bytes }: Answer, response: ServerResponse): void {
  const { 'transfer-encoding': _chunked, connection: _kept, ...headers } = message.headers
  response.writeHead(message.statusCode ?? 500, { ...headers, 'content-length': String(bytes.length) })
  response.end(bytes)
}
