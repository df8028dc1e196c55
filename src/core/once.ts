/** The same function, which is asked once for each argument: a portal has a hundred authors and ten thousand bylines. */
export function once<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    if (known.has(key)) return known.get(key) as V
    const made = work(key)
    known.set(key, made)
    return made
  }
}
