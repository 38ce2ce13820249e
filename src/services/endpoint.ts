import { defaultEndpoint } from '../identity/regions.ts'
import { told } from '../precheck/sentence.ts'
import type { TargetProblem, TargetSpec } from './definition.ts'

/** Returns the base URL of a Huawei Cloud target: what the user gave, else the region's; null after telling the problem. */
export function huaweiEndpoint(
  service: 'drs' | 'ddm',
  { endpoint, region }: Pick<TargetSpec, 'endpoint' | 'region'>,
  problem: (wrong: TargetProblem) => void,
): URL | null {
  if (endpoint !== null) return endpoint
  if (region !== null) return defaultEndpoint(service, region)
  problem({
    field: 'region',
    isMissing: true,
    wrong: told(
      'missing; without it there is no default address, so give region (for instance cn-north-4) or endpoint',
      '缺少；没有区域就没有默认地址，请填写 region（例如 cn-north-4）或 endpoint',
    ),
  })
  return null
}

/** Tells the problem of a Huawei Cloud target whose project can neither be read nor looked up. */
export function needsProject(
  { projectId, region }: Pick<TargetSpec, 'projectId' | 'region'>,
  problem: (wrong: TargetProblem) => void,
): void {
  if (projectId !== null || region !== null) return
  problem({
    field: 'project-id',
    isMissing: true,
    wrong: told(
      'missing; give project-id, or region so that the project is looked up by its name',
      '缺少；请填写 project-id，或填写 region 以便按名称查找项目',
    ),
  })
}

/** Returns a base URL as reports show it. */
export function endpointText({ href }: URL): string {
  return href.replace(/\/$/, '')
}

export { urlBelow } from '../cloud/url.ts'
