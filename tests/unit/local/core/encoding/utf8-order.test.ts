import { expect, test } from 'vitest'
import {
  compareUtf8,
  comparingUtf8,
  sortByUtf8,
} from '../../../../../local/core/encoding/utf8-order.ts'

/** One of each length in UTF-8, with those whose UTF-16 units sort otherwise. */
const characters = ['', 'a', 'b', 'é', '\ud7ff', '\ue000', 'ｱ', '\uffff', '😀', '\u{10ffff}']
const texts = characters.flatMap((first) => characters.map((second) => `x${first}${second}`))

const byBytes = (left: string, right: string) =>
  Math.sign(Buffer.compare(Buffer.from(left), Buffer.from(right)))

test('any two texts stand to each other as their UTF-8 bytes do', () => {
  const wrong = texts.flatMap((right) => {
    const compare = comparingUtf8(right)
    return texts.filter((left) => {
      const expected = byBytes(left, right)
      return [compareUtf8(left, right), compare(left)].some((it) => Math.sign(it) !== expected)
    })
  })

  expect(wrong).toEqual([])
})

test('a list is sorted by its UTF-8 bytes, whatever is in it', () => {
  const ascii = ['b', 'a', 'ab', '']

  expect(sortByUtf8([...texts].reverse())).toStrictEqual([...texts].sort(byBytes))
  expect(sortByUtf8([...ascii])).toStrictEqual([...ascii].sort(byBytes))
})
