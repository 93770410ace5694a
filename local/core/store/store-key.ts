const maxKeyBytes = 1900
const encoder = new TextEncoder()

/**
 * @throws RangeError when `key` is empty, longer than 1,900 bytes of UTF-8, or not well-formed: a
 *   lone surrogate has no UTF-8, and two such keys would become one.
 */
export function checkStoreKey(key: string): void {
  if (!isStoreKey(key)) {
    throw new RangeError('A store key has 1 to 1,900 bytes of well-formed UTF-8')
  }
}

/** Whether anything can be stored under `key`. */
function isStoreKey(key: string): boolean {
  if (key === '' || key.length > maxKeyBytes || /\p{Surrogate}/u.test(key)) return false
  return key.length * 3 <= maxKeyBytes || encoder.encode(key).length <= maxKeyBytes
}
