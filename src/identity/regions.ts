import { escaped } from '../cloud/regexp.ts'
import { type Sentence, told } from '../precheck/sentence.ts'

/**
 * The vendor's clouds and the addresses in them, `https://<service>.<region>.<domain>`. Sources: the region lists of the vendor's
 * Python SDK 3.1.219, against which `npm run e2e` holds them, in which one region alone stands under `.eu`, and the API pages of the Open Telekom Cloud. The rule stands
 * for the list, so that a region that opens tomorrow works; the domain is the vendor's either way.
 */

interface VendorDomain {
  readonly name: string
  /** Regions that are known to stand here; any other stands where its endpoint does, else in the first domain. */
  readonly regions: readonly string[]
  /** Regions with an STS of their own. Source: the vendor's Python SDK 3.1.219 (StsRegion), held in the same way. */
  readonly sts: readonly string[]
}

const MAIN: VendorDomain = {
  name: 'myhuaweicloud.com',
  regions: [],
  sts: [
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
  ],
}

/** Whose hosts may get Huawei Cloud credentials. A domain below another stands before it. */
const DOMAINS: readonly VendorDomain[] = [
  MAIN,
  { name: 'myhuaweicloud.eu', regions: ['eu-west-101'], sts: [] },
  { name: 'sc.otc.t-systems.com', regions: ['eu-ch2'], sts: [] },
  { name: 'otc.t-systems.com', regions: ['eu-de', 'eu-nl'], sts: [] },
]

/** Where a target stands, as far as the user said it. */
export interface Place {
  /** The service's name, which its own hosts begin with: what stands behind another name need not be a region. */
  readonly service: string
  readonly region: string | null
  readonly endpoint: URL | null
}

/** Those that take credentials of every kind of target. */
const IDENTITY_SERVICES: readonly string[] = ['iam', 'sts']
const LABEL = '[a-z0-9-]+'
const VENDOR_HOST = new RegExp(
  `^(?:(?<service>${LABEL})\\.(?<region>${LABEL})|iam)\\.(?<domain>${DOMAINS.map(({ name }) => escaped(name)).join('|')})$`,
)

/** True for hosts of the vendor that take Huawei Cloud credentials: IAM, STS, and those of the services. */
export function isVendorHost(hostname: string, services: readonly string[]): boolean {
  const host = VENDOR_HOST.exec(hostname)?.groups
  const service = host?.['service'] ?? 'iam'
  return host !== undefined && [...IDENTITY_SERVICES, ...services].includes(service)
}

/** IAM outside all regions. */
export const GLOBAL_IAM = new URL(`https://iam.${MAIN.name}`)

/** Returns the base URL of a service in a region, in the vendor's domain that the region or else the endpoint is of. */
export function defaultEndpoint(service: string, region: string, endpoint: URL | null = null): URL {
  return new URL(`https://${service}.${region}.${domainOf({ region, endpoint }).name}`)
}

/** Returns where to get tokens for what stands at a place. */
export function iamAt(place: Place): URL {
  const host = hostParts(place.endpoint)
  const isOwn = [...IDENTITY_SERVICES, place.service].includes(host.service ?? '')
  const region = place.region ?? (isOwn ? host.region : null) ?? null
  if (region !== null) return defaultEndpoint('iam', region, place.endpoint)
  return new URL(`https://iam.${domainOf(place).name}`)
}

/** Returns the STS of a place; null where none is known. */
export function stsAt({ region, endpoint }: Omit<Place, 'service'>): URL | null {
  if (region === null || !domainOf({ region, endpoint }).sts.includes(region)) return null
  return defaultEndpoint('sts', region, endpoint)
}

/** Returns what an address of STS looks like in the cloud of a place, in words. */
export function stsExample(place: Omit<Place, 'service'>): Sentence {
  const { name, sts } = domainOf(place)
  const [example] = sts
  return example === undefined
    ? told(`the address of the STS in the cloud of ${name}`, `${name} 云中 STS 的地址`)
    : told(
        `the STS of any region, for instance https://sts.${example}.${name}`,
        `任一区域的 STS，例如 https://sts.${example}.${name}`,
      )
}

function domainOf({ region, endpoint }: Omit<Place, 'service'>): VendorDomain {
  const byRegion = DOMAINS.find(({ regions }) => region !== null && regions.includes(region))
  const ofEndpoint = hostParts(endpoint).domain
  return byRegion ?? DOMAINS.find(({ name }) => name === ofEndpoint) ?? MAIN
}

function hostParts(endpoint: URL | null): Readonly<Partial<Record<'service' | 'region' | 'domain', string>>> {
  return (endpoint === null ? null : VENDOR_HOST.exec(endpoint.hostname)?.groups) ?? {}
}
