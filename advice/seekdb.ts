import { mkdtemp } from 'node:fs/promises'
import * as path from 'node:path'
import type { Database } from './database.ts'
import { run } from './process.ts'
import { pythonPackage } from './tools.ts'

/** OceanBase as the embedded seekdb: one Python process for one list of statements, the data stay in the folder. */

const SCRIPT = `
import json, sys, pylibseekdb
folder, statements = json.load(sys.stdin)
pylibseekdb.open(folder)
connection = pylibseekdb.connect('test', True)
cursor = connection.cursor()
rows, error = [], None
for statement in statements:
    try:
        cursor.execute(statement)
        rows += ['\\t'.join('NULL' if value is None else str(value) for value in row) for row in (cursor.fetchall() or [])]
    except Exception as reason:
        error = str(reason)
        break
print('ANSWER ' + json.dumps({'rows': rows, 'error': error}), flush=True)
import os
os._exit(0)
`

export async function startSeekdb(version: string, work: string): Promise<Database> {
  const packages = await pythonPackage('pylibseekdb', version)
  const folder = path.join(await mkdtemp(path.join(work, 'o-')), 'db')
  return {
    family: 'oceanbase',
    version: '4.3',
    ask: async statements => {
      const list = statements.split(/;\s*(?:\n|$)/).filter(text => text.trim() !== '')
      const env = { ...process.env, PYTHONPATH: packages }
      const ran = await run('python3', ['-c', SCRIPT], { input: JSON.stringify([folder, list]), env })
      const line = /^ANSWER (.*)$/m.exec(ran.stdout)?.[1]
      if (line === undefined) return { error: `seekdb gave no answer: ${ran.stderr}`, rows: [] }
      const answer: { rows: string[]; error: string | null } = JSON.parse(line)
      return answer
    },
    stop: () => Promise.resolve(),
  }
}
