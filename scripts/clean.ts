import { rmSync } from 'node:fs'

/** Removes the folders given as arguments; `rm -rf` is not there on every system. */
for (const folder of process.argv.slice(2)) rmSync(folder, { recursive: true, force: true })
