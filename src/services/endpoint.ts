import { defaultEndpoint } from '../identity/regions.ts'
import { told } from '../precheck/sentence.ts'
import type { TargetProblem, TargetSpec, Tell } from './definition.ts'

/**
 * Returns the base URL of a Huawei Cloud target: what the user gave, else the region's; null after telling that there is none. Tells
 * as well when its project can neither be read nor looked up.
 */
export function huaweiEndpoint(
  service: 'drs' | 'ddm',
  { endpoint, region, projectId }: Pick<TargetSpec, 'endpoint' | 'region' | 'projectId'>,
  { problem }: Pick<Tell, 'problem'>,
): URL | null {
  if (region !== null) return endpoint ?? defaultEndpoint(service, region)
  if (projectId === null) problem(NO_PROJECT)
  if (endpoint === null) problem(NO_REGION)
  return endpoint
}

const NO_PROJECT: TargetProblem = {
  field: 'project-id',
  isMissing: true,
  wrong: told(
    'missing; give project-id, or region so that the project is looked up by its name',
    '缺少；请填写 project-id，或填写 region 以便按名称查找项目',
  ),
}

const NO_REGION: TargetProblem = {
  field: 'region',
  isMissing: true,
  wrong: told(
    'missing; without it there is no default address, so give region (for instance cn-north-4) or endpoint',
    '缺少；没有区域就没有默认地址，请填写 region（例如 cn-north-4）或 endpoint',
  ),
}

/** Returns the headers that every call of a Huawei Cloud service has. */
export function huaweiHeaders({ language, projectId }: Readonly<Record<'language' | 'projectId', string>>) {
  return { 'X-Language': language, 'X-Project-Id': projectId }
}

/** Returns a base URL as reports show it. */
export function endpointText({ href }: URL): string {
  return href.replace(/\/$/, '')
}
