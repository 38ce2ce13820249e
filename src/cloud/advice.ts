import { isUnknownApiCode } from './error-table.ts'
import type { FaultFacts, FaultKind } from './fault.ts'
import type { Failure, ProxyFailure, TlsTrouble } from './network-fault.ts'

/** What to do next, by the service's code where one says more than the kind of fault. */

const BY_CODE: Readonly<Record<string, string>> = {
  'DRS.M00304':
    'The task is in a status that allows no pre-check. With precheck-mode forStartJob the task must be in CONFIGURATION, its connections tested and its settings saved; for a failed or incremental task use forRetryJob.',
  'DRS.M01503': 'DRS takes pre-checks of one task only so often: run the gate again in some minutes.',
  'DRS.M01504': 'Another operation runs on the task: wait until it has ended, then run the gate again.',
  'DRS.M05003': 'Check the task id and that project-id and region are those of the task.',
  'DRS.M05004': 'The task was deleted or its resources were released: create it anew and update job-ids.',
  'DRS.M00289': 'Check the task id and that project-id and region are those of the task.',
  'DRS.M00307': 'DRS wants the ids of the subtasks here, not the parent task.',
  'DRS.M00308': 'DRS wants the id of the parent task here, not a subtask.',
  'DRS.M00261': 'The project id does not belong to this account or region: check project-id and region.',
  'DBS.280001':
    'DDM does not take the parameters: compare instance-id, database and request with the instance.',
  'DBS.300129': 'The schema does not exist on this DDM instance: check database and instance-id.',
  'DBS.300130': 'The schema must be in status RUNNING: wait for the operation on it, or repair it.',
  'DBS.300133': 'A data node is busy with the scaling of a schema: wait until that has ended.',
  'DBS.300323': 'A data node (RDS instance) is not available: bring it into a regular state first.',
  'DBS.300333': 'Set one time zone on all data nodes, old and new.',
  'DBS.300334': 'Set one sql_mode on all data nodes, old and new.',
  'DBS.300356':
    'DDM cannot connect to a data node: check id, user and password in request, and the security group of the node.',
  'DBS.300357': 'DDM cannot log in to a data node: check user and password in request.',
  'DBS.300358': 'Data of an earlier change has not been cleared: clear the source data of that change first.',
  'DBS.300360': 'This DDM instance does not support the operation: shard configuration needs kernel 3.0.8.3.',
  'DBS.300362':
    'The change is none that DDM can make: the number of shards or of data nodes must grow, to 64 shards at most.',
  'DBS.300364': 'A data node has too little disk space: enlarge it.',
  'DBS.300368': 'Set one lower_case_table_names on all data nodes, old and new.',
  'DBS.300400': 'DDM does not know this pre-check (any more): start a new one with mode run.',
  'DBS.300408':
    'DDM cannot reach a data node: check that both are in one VPC and what the security groups allow.',
  PARAM_ERROR: 'OMS does not take the parameters: compare job-ids and request with the project in OMS.',
  INNER_ERROR:
    'OMS failed inside: run the gate again; the cause stands in its log (ghana/Ghana/common-error.log on the OMS host).',
  'GHANA-OPERIE000000':
    'OMS failed inside, or is still creating an instance of the project: run the gate again in ten minutes.',
}

const BY_KIND: Readonly<Record<Exclude<FaultKind, 'authentication-failed'>, string>> = {
  transient:
    'The service could not answer. Run the gate again; if it stays so, give the request id to support.',
  'permission-denied':
    'Grant this identity the rights that the service needs, in the project of the task (for DRS drs:migrationJob:action and drs:migrationJob:get; the documentation on credentials has the others).',
  'not-found': 'Check the ids, the region and the project of this target.',
  'start-refused': 'Correct what the service names, then run the gate again.',
  'service-error':
    'Correct what the service names; if nothing is wrong there, give the request id to support.',
}

export type AddressInput = 'endpoint' | 'iam-endpoint' | 'sts-endpoint'

/** Returns what to do when the host answers, but has no such API: most often a path too many in an address. */
export function addressAdvice(input: AddressInput, url: URL): string {
  return `There is no such API at ${url.origin}${url.pathname}: check ${input}. It is a base URL, without the path of an API such as /v3 or /api/v2; at this host that would be ${url.origin}.`
}

/** True for an answer that a service itself would not have given. */
export function isWrongAddress({ kind, code, understood }: FaultFacts): boolean {
  return isUnknownApiCode(code) || (kind === 'not-found' && !understood)
}

/** Returns what a user should do next. A redirect is always a wrong endpoint. */
export function adviceFor(
  kind: Exclude<FaultKind, 'authentication-failed'>,
  code: string | null,
  redirect: string | null,
): string {
  if (redirect !== null) return 'Set endpoint to the address of the service itself.'
  return (code === null ? undefined : BY_CODE[code.trim().toUpperCase()]) ?? BY_KIND[kind]
}

/** Returns what to do when no answer came, by where the network failed. */
export function networkAdvice(failure: Failure, host: string, input: AddressInput): string {
  switch (failure.layer) {
    case 'name look-up':
      return `The name ${host} is not known here: check ${input} and region, and the DNS of the runner.`
    case 'connection':
    case 'HTTP':
      return `Check ${input}, and that this runner can reach ${host} (firewall, proxy variables, private network).`
    case 'proxy':
      return proxyAdvice(failure, host)
    case 'TLS':
      return tlsAdvice(failure.trouble, host, input)
  }
}

function tlsAdvice(trouble: TlsTrouble, host: string, input: string): string {
  switch (trouble) {
    case 'expired':
      return `The certificate of ${host} has expired or is not valid yet: have it renewed, or set the runner's clock.`
    case 'wrong-name':
      return `The certificate of ${host} is for another name: use the name it was made for in ${input}.`
    case 'unknown-authority':
      return `If ${host} uses a private certificate authority, give its certificate in ca-certificate (PEM text or path).`
    case 'client-certificate':
      return `${host} turned the handshake down: most likely it asks its clients for a certificate, which this action cannot give. Let it be reached without one, from this runner.`
    case 'protocol':
    case 'passing':
      return `${host} does not seem to speak TLS, or no version that is safe: check whether ${input} should begin with http:// or name another port.`
  }
}

const PROXY_VARIABLES = 'the proxy variables (https_proxy, http_proxy, no_proxy)'

function proxyAdvice({ proxy, status, way }: ProxyFailure, host: string): string {
  if (way?.layer === 'name look-up')
    return `The name of the proxy is not known here: correct ${PROXY_VARIABLES}, or the DNS of the runner.`
  if (way?.layer === 'TLS')
    return `No TLS with the proxy ${proxy}: most proxies are named with http:// in ${PROXY_VARIABLES}, for https addresses too; one with a certificate of a private authority needs ca-certificate.`
  if (status === null)
    return `Check that this runner can reach the proxy ${proxy}, and correct ${PROXY_VARIABLES}.`
  if (status === 407)
    return `The proxy ${proxy} wants a name and a password: put them into ${PROXY_VARIABLES} as http://name:password@host:port.`
  if (status < 500)
    return `The proxy ${proxy} does not let this runner through to ${host}: have it allowed there, or put the host into no_proxy if it can be reached without a proxy.`
  return `The proxy ${proxy} could not reach ${host} itself: have its log looked at, or put the host into no_proxy if it can be reached without a proxy.`
}
