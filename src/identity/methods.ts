import { accessKey } from './access-key.ts'
import { iamUser } from './iam-user.ts'
import type { CredentialKind, CredentialMethod } from './method.ts'
import { oidc } from './oidc.ts'
import { omsBasic } from './oms-basic.ts'
import { token } from './token.ts'

/** Every way to sign in. Of one kind, those that stand first are looked for first in the environment. */
export const METHODS: readonly CredentialMethod[] = [accessKey, token, iamUser, oidc, omsBasic]

/** Returns the kinds of credential that there is a method for. */
export function kindsOf(methods: readonly CredentialMethod[]): readonly CredentialKind[] {
  return [...new Set(methods.map(({ kind }) => kind))]
}

/** Returns all inputs of some methods, those of each kind before its addresses. */
export function inputsOf(methods: readonly CredentialMethod[]): readonly string[] {
  return kindsOf(methods).flatMap(kind => {
    const ofKind = methods.filter(method => method.kind === kind)
    return [...ofKind.flatMap(({ inputs }) => Object.keys(inputs)), ...addressesOf(ofKind)]
  })
}

/** Returns the inputs that say where to sign in. */
export function addressesOf(methods: readonly CredentialMethod[]): readonly string[] {
  return [...new Set(methods.flatMap(({ address }) => (address === undefined ? [] : [address.input])))]
}

/** Returns the inputs that are so: needed, secret, or travelling in a header. */
export function inputsThatAre(
  what: 'needed' | 'secret' | 'inHeader',
  methods: readonly CredentialMethod[],
): readonly string[] {
  return methods.flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([name, input]) => (input[what] ? [name] : [])),
  )
}

/** Returns the variables of families that are read, and others that hold a secret of a method. */
export function variablesOf(methods: readonly CredentialMethod[]): readonly string[] {
  return methods.flatMap(({ families, secretVariables = [] }) => [
    ...families.flatMap(family => Object.values(family).filter(variable => variable !== undefined)),
    ...secretVariables,
  ])
}

/** Returns those of them that hold a secret: names of users and URNs are none. */
export function secretVariablesOf(methods: readonly CredentialMethod[]): readonly string[] {
  return methods.flatMap(method => {
    const secret = inputsThatAre('secret', [method])
    return [
      ...method.families.flatMap(family =>
        Object.entries(family).flatMap(([input, variable]) =>
          variable !== undefined && secret.includes(input) ? [variable] : [],
        ),
      ),
      ...(method.secretVariables ?? []),
    ]
  })
}

/** Returns what the help of the command says of an input in words of its own; undefined where it has none. */
export function commandTextOf(name: string, methods: readonly CredentialMethod[]): string | undefined {
  return methods.map(({ inputs }) => inputs[name]?.inCommand).find(text => text !== undefined)
}
