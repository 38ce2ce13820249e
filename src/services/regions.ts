/**
 * Default addresses by region, `https://<service>.<region>.<domain>`. Source: the region lists of the vendor's SDKs
 * (2026-03), in which one region alone is served under another domain. The rule stands for the list, so that a
 * region that opens tomorrow works; the domain is the vendor's either way.
 */
const DOMAIN = 'myhuaweicloud.com'
const OTHER_DOMAINS: ReadonlyMap<string, string> = new Map([['eu-west-101', 'myhuaweicloud.eu']])

/** Returns the base URL of a Huawei Cloud service in a region. */
export function defaultEndpoint(service: 'drs' | 'ddm' | 'iam' | 'sts', region: string): URL {
  return new URL(`https://${service}.${region}.${OTHER_DOMAINS.get(region) ?? DOMAIN}`)
}

/** IAM outside all regions. */
export const GLOBAL_IAM = new URL(`https://iam.${DOMAIN}`)

/** Regions with an STS of their own. Source: the vendor's SDK (StsRegion, 2026). */
const STS_REGIONS: readonly string[] = [
  'cn-north-4',
  'cn-south-1',
  'cn-east-3',
  'cn-southwest-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'sa-brazil-1',
  'la-south-2',
  'af-south-1',
  'tr-west-1',
]

/** True for regions that are known to have an STS. */
export function hasSts(region: string): boolean {
  return STS_REGIONS.includes(region)
}
