import type { Connection } from '../cloud/connection.ts'
import type { Credential } from '../cloud/credential.ts'
import type { Clock, Environment } from '../ports.ts'
import type { Sentence } from '../precheck/sentence.ts'
import type { Place } from './regions.ts'

/**
 * One way to prove who is calling. All that belongs to it stands in the one file of its own: what users give for it, what of
 * that is secret, where the environment has it, and how it signs in. The lists of inputs, variables and secrets are made
 * from these (`methods.ts`).
 */
export interface CredentialMethod<Input extends string = string> {
  readonly kind: CredentialKind
  /** In the order in which users are told of them. */
  readonly inputs: Readonly<Record<Input, CredentialInput>>
  /** Families of environment variables, each with the variables of some inputs; the first that has all that is needed wins. */
  readonly families: readonly Readonly<Partial<Record<Input, string>>>[]
  /** Variables with a secret that stand for no input. */
  readonly secretVariables?: readonly string[]
  /** Absent where nothing is fetched to sign in. */
  readonly address?: SignInAddress
  /** True where what is fetched holds for one project. */
  readonly isOfProject?: true
  /** Tells whether this very run can have what the method needs; absent where it always can. */
  isWithinReach?(ports: Pick<SignInPorts, 'environment' | 'side'>): boolean
  /** Returns the credential; nothing is fetched before it is needed. */
  connect(planned: PlannedCredential<Input>, ports: SignInPorts): Credential
}

interface CredentialInput {
  /** Half a credential is one of which some needed input is missing. */
  readonly needed?: true
  /** Never appears in a message. */
  readonly secret?: true
  /** Travels as it is in an HTTP header, which takes no line break. */
  readonly inHeader?: true
  /** What the help of the command says of it, where that is another thing than what `action.yml` says. */
  readonly inCommand?: string
}

/** Where a method signs in. */
interface SignInAddress {
  /** The input that says so before all else. */
  readonly input: string
  /** True where project ids are looked up there, too. */
  readonly looksUpProjects?: true
  /** Returns the address for what stands at these places, or what is wrong with having none. */
  of(places: readonly Place[]): URL | { readonly wrong: Sentence; readonly allowed: Sentence }
  /** What is wrong with the input where nobody signs in there. */
  readonly whenIdle: Sentence
}

/** All targets of a kind share one credential; what each says of it is said once, here. */
export interface CredentialKind {
  readonly name: string
  /** True for a host that may get it although only a config file names it; `services` are those that take this kind. */
  isOwnHost(hostname: string, services: readonly string[]): boolean
  /** True where it may go over plain http, with a warning. */
  readonly maySendInClear: boolean
  /** True where calls are made for a project, which is looked up by the region when it is not given. */
  readonly hasProjects: boolean
  /** What to do when there is none. */
  readonly whenMissing: Sentence
  /** Completes "There are no credentials for target …": what mode validate leaves out for it. */
  readonly leftOut: Sentence
}

/** A credential taken whole from one source. */
export interface PlannedCredential<Input extends string = string> {
  readonly method: CredentialMethod
  /** By input; empty for an optional one that is not given. */
  readonly values: Readonly<Record<Input, string>>
  /** Where it comes from, in words. */
  readonly origin: Sentence
  /** Where it signs in; null for a method that fetches nothing, and where nobody signs in. */
  readonly address: URL | null
  /** Name of the project that is meant where no project id is known. */
  readonly project: string | null
}

/** What signing in needs of the outside. */
export interface SignInPorts {
  readonly clock: Clock
  readonly environment: Environment
  readonly side: IdentitySide
  /** Makes calls without a credential. */
  readonly anonymous: Connection
  readonly addSecret: (secret: string) => void
}

/** Who this run is to a cloud. */
export interface IdentitySide {
  /** This run gets neither secrets nor id tokens, because of who set it off. */
  readonly isFork: boolean
  /** Returns a fresh id token. Throws `ApiFault`: `authentication-failed` where there is none. */
  fetchIdToken(audience: string | null, ports: SignInPorts): Promise<string>
}
