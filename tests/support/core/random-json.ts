/** A small seeded generator (mulberry32), so that a failure can be played again. */
export function createDice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const hostile = [
  '',
  ' ',
  '\0',
  '\ud800',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'ada@example.com',
  'ADA@EXAMPLE.COM',
  '{####}',
  '$&$1',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  'İ'.repeat(128),
  '😀'.repeat(64),
  'a'.repeat(129),
  'x'.repeat(3000),
  '123456',
  '١٢٣٤٥٦',
  'eyJhbGciOiJub25lIn0.e30.',
  'a.b.c',
  '-1',
  'null',
]

/** Any JSON value: hostile strings, wrong types, nesting. */
export function randomJson(dice: () => number, depth = 0): unknown {
  const pick = Math.floor(dice() * (depth > 3 ? 6 : 9))
  switch (pick) {
    case 0:
      return null
    case 1:
      return dice() < 0.5
    case 2:
      return (dice() - 0.5) * 10 ** Math.floor(dice() * 30)
    case 6:
      return Array.from({ length: Math.floor(dice() * 4) }, () => randomJson(dice, depth + 1))
    case 7:
    case 8:
      return Object.fromEntries(
        Array.from({ length: Math.floor(dice() * 4) }, () => [
          randomText(dice),
          randomJson(dice, depth + 1),
        ]),
      )
    default:
      return randomText(dice)
  }
}

export function randomText(dice: () => number): string {
  return hostile[Math.floor(dice() * hostile.length)] ?? ''
}
