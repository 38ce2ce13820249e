#!/usr/bin/env node
/** The first file of the command, for the reasons that stand in start.ts and under its rules. */
const NEEDED_MAJOR = 22
const found = process.versions.node

if (Number(found.split('.')[0]) >= NEEDED_MAJOR) {
  void import('./doors.ts').then(doors => doors.openCommand())
} else {
  process.stderr.write(
    `precheck-gate needs Node ${NEEDED_MAJOR} or newer, and was started with Node ${found}.\n`,
  )
  process.exitCode = 2
}
