import { expect, test } from 'vitest'
import { checkIds } from '../../../../src/doctor/finding.ts'
import { checkOfProblem } from '../../../../src/ui/wording/problem-checks.ts'
import { problems } from '#words/problems'
import { attributeProblemWords, troubleWords } from '#words/profile-problems'
import {
  checkOfAttributeProblem,
  checkOfTrouble,
} from '../../../../src/ui/wording/trouble-checks.ts'

test.each([
  ['an account', checkOfProblem, problems],
  ['a profile', checkOfTrouble, troubleWords],
  ['an attribute', checkOfAttributeProblem, attributeProblemWords],
])(
  'whatever can go wrong with %s has a check that finds out why, or is said to have none',
  (_what, table, words) => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(words).sort())
    for (const check of Object.values(table)) expect([null, ...checkIds]).toContain(check)
  },
)

test('every check but that of the browser’s storage explains some error, or another check’s', () => {
  const named = new Set<string | null>([
    ...Object.values(checkOfProblem),
    ...Object.values(checkOfTrouble),
    ...Object.values(checkOfAttributeProblem),
  ])

  // `domain` is what an unreachable redirect leads to.
  expect(checkIds.filter((id) => !named.has(id))).toEqual(['storage', 'domain'])
})
