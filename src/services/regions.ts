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
