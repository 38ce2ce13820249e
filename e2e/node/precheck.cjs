/**
 * Signs and sends the requests of a pre-check with the core of the vendor's SDK for Node.js, unchanged, and prints what
 * it handed on. It has no DRS client, so paths and bodies stand here. What comes in and goes out is said in e2e/sdk.ts.
 * Runs in the folder in which the core is installed.
 */
const { createRequire } = require('node:module')
const { json } = require('node:stream/consumers')

const installed = createRequire(`${process.cwd()}/package.json`)
const { BasicCredentials } = installed('@huaweicloud/huaweicloud-sdk-core')
const { ClientBuilder } = installed('@huaweicloud/huaweicloud-sdk-core/ClientBuilder')

const DDM = '/v3/{project_id}/instances/{instance}/databases/{database}/migration/precheck'

/** Method, path, body and query of each call. */
const REQUESTS = {
  'drs.start': ({ tasks, mode }) => ({
    method: 'POST',
    url: '/v3/{project_id}/jobs/batch-precheck',
    data: { jobs: tasks.map(task => ({ job_id: task, precheck_mode: mode })) },
  }),
  'drs.read': ({ tasks }) => ({
    method: 'POST',
    url: '/v3/{project_id}/jobs/batch-precheck-result',
    data: { jobs: tasks },
  }),
  'drs.startV5': ({ mode }) => ({
    method: 'POST',
    url: '/v5/{project_id}/jobs/{task}/action',
    data: { job: { action_name: 'precheck', action_params: { precheck_mode: mode } } },
  }),
  'drs.readV5': ({ queryId }) => ({
    method: 'GET',
    url: '/v5/{project_id}/jobs/{task}',
    queryParams: { type: 'precheck', query_id: queryId },
  }),
  'ddm.start': ({ nodes, shards }) => ({
    method: 'POST',
    url: DDM,
    data: { data_nodes: nodes, new_shard_number: shards },
  }),
  'ddm.read': () => ({ method: 'GET', url: `${DDM}/{job}` }),
}

async function perform(client, given, call) {
  const { task, instance, database, job, language } = call
  try {
    const { httpStatusCode, ...body } = await client.sendRequest({
      contentType: 'application/json',
      queryParams: {},
      pathParams: { project_id: given.projectId, task, instance, database, job },
      headers: { 'X-Language': language },
      ...REQUESTS[call.operation](call),
    })
    return { status: httpStatusCode, body }
  } catch (error) {
    const { httpStatusCode, errorCode = null, errorMsg = null, requestId = null } = error
    if (httpStatusCode === undefined) throw error
    const type = error.constructor.name
    return {
      error: { type, status: Number(httpStatusCode), code: errorCode, message: errorMsg, requestId },
    }
  }
}

async function main() {
  const given = await json(process.stdin)
  const credential = new BasicCredentials()
    .withAk(given.accessKeyId)
    .withSk(given.secretAccessKey)
    .withProjectId(given.projectId)
  if (given.securityToken !== null) credential.withSecurityToken(given.securityToken)
  const builder = new ClientBuilder(client => client)
  const client = builder.withEndpoint(given.endpoint).withCredential(credential).build()
  const answers = []
  for (const call of given.calls) answers.push(await perform(client, given, call))
  process.stdout.write(`\nANSWERS ${JSON.stringify(answers)}\n`)
}

main()
