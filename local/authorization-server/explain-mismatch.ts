export interface Mismatch {
  /** The registered URI that is like it the longest. */
  closest: string
  /** Index of the first character that differs; the length of the shorter one, if that is all. */
  at: number
}

/** Where a URI that was sent stops being one of the registered. Undefined when there is none. */
export function explainMismatch(sent: string, registered: readonly string[]): Mismatch | undefined {
  const mismatches = registered.map((closest) => ({ closest, at: commonLength(sent, closest) }))
  return mismatches.sort((left, right) => right.at - left.at)[0]
}

function commonLength(left: string, right: string): number {
  let length = 0
  while (length < left.length && left[length] === right[length]) length += 1
  return length
}
