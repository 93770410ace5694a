import { expect, test } from 'vitest'
import { decisionsIndex } from './decisions-index.mjs'

test('the index of the decisions has each of them, as its file says', () => {
  const { rows, wanted } = decisionsIndex()

  expect(rows, 'node tests/architecture/decisions-index.mjs writes it anew').toEqual(wanted)
})

test('no two decisions have one number, and each stands in a part', () => {
  const { wanted } = decisionsIndex()

  const numbers = wanted.map(([number = '']) => number.slice(1, 5))
  expect(numbers).toEqual([...new Set(numbers)])
  expect(wanted.filter(([, , part]) => part === '')).toEqual([])
})

test('what supersedes another is named there, and the other way round', () => {
  const { wanted } = decisionsIndex()

  const named = (pattern: RegExp) =>
    wanted.flatMap(([number = '', , , status = '']) => {
      const other = pattern.exec(status)?.[1]
      return other === undefined ? [] : [[number.slice(1, 5), other]]
    })
  const supersedes = named(/^holds, supersedes (\d{4})/)
  const superseded = named(/^superseded by (\d{4})/)
  expect(superseded.length).toBeGreaterThan(0)
  expect(supersedes.map(([from, to]) => [to, from]).sort()).toEqual(superseded.sort())
})
