/** An object with `key`, or an empty one when there is no value: for optional properties. */
export function defined<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<K, T>>
}
