import { expect, test } from 'vitest'
import { isFresh } from '../../../../../local/user-pools/step-up/levels.ts'

test.for<[maxAgeSeconds: number | undefined, ageMs: number, expected: boolean]>([
  [undefined, 86_400_000, true],
  [60, 0, true],
  [60, 60_000, true],
  [60, 60_001, false],
  [1, 1000, true],
  // Zero asks for a new proof, as in OpenID Connect.
  [0, 0, false],
  [0, 1, false],
])(
  'with a greatest age of %s s, a proof of %s ms ago is fresh: %s',
  ([maxAge, ageMs, expected]) => {
    expect(isFresh(1_000_000, maxAge, 1_000_000 + ageMs)).toBe(expected)
  },
)
