/** Where two texts part. */
export interface Difference {
  /** The one of the list that goes along the longest. */
  nearest: string
  /** Counted from one. */
  position: number
  /** Empty at the end of a text. */
  sent: string
  registered: string
}

/** @returns undefined when the list has the very text, or has nothing. */
export function firstDifference(text: string, list: readonly string[]): Difference | undefined {
  if (list.includes(text)) return undefined
  const [first, ...others] = list
  if (first === undefined) return undefined
  const nearest = others.reduce(
    (best, one) => (sharedLength(text, one) > sharedLength(text, best) ? one : best),
    first,
  )
  const shared = sharedLength(text, nearest)
  return {
    nearest,
    position: shared + 1,
    sent: text.charAt(shared),
    registered: nearest.charAt(shared),
  }
}

function sharedLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}
