/** `node scripts/e2e-get.ts URL`: a step of a workflow. Prints what the GitHub API answers to `TOKEN`; fails on an error. */

const [url = ''] = process.argv.slice(2)
const answer = await fetch(url, { headers: { authorization: `Bearer ${process.env['TOKEN']}` } })
const text = await answer.text()
if (!answer.ok) throw new Error(`GET ${url} was answered with ${answer.status}: ${text}`)
console.log(text)
