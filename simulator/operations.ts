/** What the simulator serves, by the name that scenarios, faults and records use. */
export const OPERATIONS = [
  'drs.start',
  'drs.result',
  'drs.startV5',
  'drs.resultV5',
  'ddm.start',
  'ddm.result',
  'oms.submit',
  'oms.result',
  'oms.health',
  'iam.token',
  'iam.projects',
  'sts.assume',
  'github.idToken',
  'github.jwks',
  'github.contents',
  'github.commit',
  'github.gitCommit',
  'github.branch',
  'github.pull',
  'github.listPulls',
  'github.repository',
  'github.user',
  'github.listComments',
  'github.getComment',
  'github.createComment',
  'github.updateComment',
  'github.createStatus',
  'github.listStatuses',
  'unknown',
] as const
export type Operation = (typeof OPERATIONS)[number]

/** True when the text fits the pattern, in which `*` stands for any text. */
export function fitsPattern(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  if (rest.length === 0) return text === pattern
  const last = rest.pop() ?? ''
  if (!text.startsWith(first) || text.length < first.length + last.length) return false
  let from = first.length
  for (const part of rest) {
    const at = text.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return text.length - last.length >= from && text.endsWith(last)
}
