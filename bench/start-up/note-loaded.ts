import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

/** Loaded into a measured process before its program: writes down every file that the program loads. */

const list = process.env['BENCH_LOADED'] ?? ''
registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) appendFileSync(list, `${url}\n`)
    return next(url, context)
  },
})
