import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { Socket } from 'node:net'
import { inspect } from 'node:util'

/**
 * Loaded into the gate's process before the gate (`--import`): writes down every connection that is opened and every name
 * that is looked up, one JSON text a line. A proxy would not see who goes past it.
 */

const file = process.env['RECORDED_CONNECTIONS'] ?? ''
const note = (what: string) => appendFileSync(file, `${JSON.stringify(what)}\n`)

Socket.prototype.connect = new Proxy(Socket.prototype.connect, {
  apply(connect, socket, args) {
    const [first] = args.flat()
    const { host, port, path } =
      typeof first === 'object' && first !== null ? first : { host: '', port: first, path: '' }
    note(path ? `socket ${path}` : `${host || 'localhost'}:${port}`)
    return Reflect.apply(connect, socket, args)
  },
})

dns.lookup = new Proxy(dns.lookup, {
  apply(look, self, args) {
    note(`look-up of ${inspect(args[0])}`)
    return Reflect.apply(look, self, args)
  },
})
syncBuiltinESMExports()
