/**
 * The first file that Node reads, and the only one that an old Node can: act and self-hosted runners may start the action
 * with whatever Node there is, and that would show half a megabyte of source with a syntax error. So nothing here but the
 * import is newer than ES2015, and nothing is loaded before the look at the version.
 */
const NEEDED_MAJOR = 22
const found = process.versions.node

if (Number(found.split('.')[0]) >= NEEDED_MAJOR) {
  void import('./doors.ts').then(doors => doors.openAction())
} else {
  const needed = `This action needs Node ${NEEDED_MAJOR} or newer, and was started with Node ${found}.`
  process.stdout.write(`::error::${needed} Update the runner, or the Node in its PATH.\n`)
  process.exitCode = 1
}
