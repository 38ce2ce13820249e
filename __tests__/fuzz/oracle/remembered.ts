/** Returns the function with what it found kept as long as what it was asked about: the oracle asks the same over and over. */
export function remembered<Key extends object, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return key => {
    const found = known.get(key) ?? { value: find(key) }
    known.set(key, found)
    return found.value
  }
}

/** The same for ids; made anew for every run. */
export function rememberedById<Value>(find: (id: string) => Value): (id: string) => Value {
  const known = new Map<string, { readonly value: Value }>()
  return id => {
    const found = known.get(id) ?? { value: find(id) }
    known.set(id, found)
    return found.value
  }
}
