/**
 * Compares two well-formed strings by their UTF-8 bytes, as S3 lists keys. JavaScript's `<` compares
 * UTF-16 units, which puts U+1F600 before U+FF5E.
 *
 * @returns negative, zero or positive, as `Array.prototype.sort` wants it.
 */
export function compareUtf8(left: string, right: string): number {
  const length = Math.min(left.length, right.length)
  for (let index = 0; index < length; index += 1) {
    const a = left.charCodeAt(index)
    const b = right.charCodeAt(index)
    if (a !== b) return rank(a) - rank(b)
  }
  return left.length - right.length
}

/**
 * `compareUtf8` with `right` fixed, for many comparisons. Where one side has no unit from U+D800
 * on, the engine's own order is the same, and ten times as fast.
 */
export function comparingUtf8(right: string): (left: string) => number {
  if (hasHighUnit(right)) return (left) => compareUtf8(left, right)
  return (left) => (left < right ? -1 : left === right ? 0 : 1)
}

/** The same of a whole list. */
export function sortByUtf8(keys: string[]): string[] {
  return keys.some(hasHighUnit) ? keys.sort(compareUtf8) : keys.sort()
}

function hasHighUnit(text: string): boolean {
  return /[\ud800-\uffff]/.test(text)
}

/** Surrogates stand for code points above U+FFFF, so they sort after U+E000 to U+FFFF. */
function rank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800
  return unit >= 0xd800 ? unit + 0x2000 : unit
}
