#!/usr/bin/env bash
# getIDToken of @actions/core, and a token endpoint that answers with an error.
#
# Expected: one try, or a few for whatever may pass by: 429 (too many requests) and every 5xx alike.
# Seen with @actions/core 3.0.1 on 2026-11-30: 429 and 500 are asked once and given up at once; 502, 503 and 504 are asked eleven times
# over ten seconds, which no option shortens, whatever deadline the step has.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

node_with @actions/core@3.0.1
cat > "$folder/node/ask.mjs" << 'NODE'
import http from 'node:http'
import { getIDToken } from '@actions/core'

process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN = 'made-up'
for (const status of [429, 500, 502, 503, 504]) {
  let requests = 0
  const server = http.createServer((_request, response) => {
    requests += 1
    response.writeHead(status).end('{}')
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  process.env.ACTIONS_ID_TOKEN_REQUEST_URL = `http://127.0.0.1:${server.address().port}/?api-version=2.0`
  const begun = performance.now()
  await getIDToken('audience').catch(() => {})
  const long = performance.now() - begun > 5_000 ? 'over 5 s' : 'at once'
  console.error(`${status}: ${requests}, ${long}`)
  server.close()
  server.closeAllConnections()
}
NODE
seen=$(node "$folder/node/ask.mjs" 2>&1 > /dev/null)
expect 'status: requests, time' "$seen" '429: 1, at once
500: 1, at once
502: 11, over 5 s
503: 11, over 5 s
504: 11, over 5 s'
