import { clockWords as words } from '#console-words/clock'

const units = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
  ['seconds', 1],
] as const

/** `2 days, 3 hours ahead of this computer`: its two greatest units, as people say it. */
export function describeOffset(offsetSeconds: number): string {
  if (offsetSeconds === 0) return words.inTime
  let rest = Math.abs(offsetSeconds)
  const parts = units.flatMap(([unit, seconds]) => {
    const count = Math.floor(rest / seconds)
    rest -= count * seconds
    return count === 0 ? [] : [words.units[unit](count)]
  })
  const said = parts.slice(0, 2).join(', ')
  return offsetSeconds > 0 ? words.ahead(said) : words.behind(said)
}
