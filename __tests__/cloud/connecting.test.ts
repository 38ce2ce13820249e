import { spawn } from 'node:child_process'
import { once } from 'node:events'
import * as http from 'node:http'
import { connect, type LookupFunction, type Socket } from 'node:net'
import { expect, it } from 'vitest'
import { Agents } from '../../src/cloud/agents.ts'
import { exchange } from '../../src/cloud/http.ts'
import { CONNECTING } from '../../src/cloud/limits.ts'
import { NEVER } from './exchanging.ts'
import { httpAnswer, withWire } from './wire.ts'
import { makeWorld, readCall } from './world.ts'

/** A server in a process of its own, which can be stopped: then nothing takes its connections off the queue. */
const SERVER = `
const server = require('node:http').createServer((request, response) => response.end('{"results": []}'))
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(server.address().port))`

it('a host with several addresses gets two seconds for each, not 250 ms', async () => {
  const server = spawn(process.execPath, ['-e', SERVER])
  const queued: Socket[] = []
  try {
    const [line] = await once(server.stdout, 'data')
    const port = Number(String(line))
    server.kill('SIGSTOP')
    // With the queue full the system drops what comes, and the client's system knocks again after a second.
    for (let at = 0; at < 4; at += 1) queued.push(connect(port, '127.0.0.1').on('error', () => {}))
    await Promise.race(queued.map(socket => once(socket, 'connect')))
    const lookup: LookupFunction = (_name, _options, done) =>
      done(null, [
        { address: '127.0.0.1', family: 4 },
        { address: '::1', family: 6 },
      ])
    const agent = new http.Agent({ ...CONNECTING, lookup })
    const url = new URL(`http://far.invalid:${port}`)
    const answer = exchange(
      { method: 'GET', url, headers: {}, body: null },
      { agent, timeoutMs: 10_000, signal: NEVER },
    )
    // Later than Node's own patience, earlier than the second knock.
    setTimeout(() => server.kill('SIGCONT'), 500)
    expect((await answer).status).toBe(200)
  } finally {
    for (const socket of queued) socket.destroy()
    server.kill('SIGKILL')
  }
})

it.each(['http://far.example', 'https://far.example'])('so do all agents for %s', address => {
  const agent = new Agents().to(new URL(address), { keepAlive: true })
  expect(Reflect.get(agent, 'options')).toMatchObject({ autoSelectFamilyAttemptTimeout: 2_000 })
})

it.each([16_384, 60_000])('an answer may have %s bytes of header', async size => {
  await withWire(
    socket => socket.end(httpAnswer(200, '{"results": []}', { 'x-subject-token': 'a'.repeat(size) })),
    async ({ url }) => {
      const { headers } = await makeWorld().connection.call(readCall(url))
      expect(headers['x-subject-token']).toHaveLength(size)
    },
  )
})
