import { defaultEndpoint } from '../identity/regions.ts'
import type { TargetRequest } from './definition.ts'

/** Returns the base URL of a Huawei Cloud target: what the user gave, else the region's; null after telling the problem. */
export function huaweiEndpoint(
  service: 'drs' | 'ddm',
  { endpoint, region }: Pick<TargetRequest, 'endpoint' | 'region'>,
  problem: (text: string) => void,
): URL | null {
  if (endpoint !== null) return endpoint
  if (region !== null) return defaultEndpoint(service, region)
  problem(
    `region: missing; without it there is no default address, so give region (for instance cn-north-4) or endpoint`,
  )
  return null
}

/** Tells the problem of a Huawei Cloud target whose project can neither be read nor looked up. */
export function needsProject(
  { projectId, region }: Pick<TargetRequest, 'projectId' | 'region'>,
  problem: (text: string) => void,
): void {
  if (projectId !== null || region !== null) return
  problem('project-id: missing; give project-id, or region so that the project is looked up by its name')
}

/** Returns a base URL as reports show it. */
export function endpointText({ href }: URL): string {
  return href.replace(/\/$/, '')
}

export { urlBelow } from '../cloud/url.ts'
