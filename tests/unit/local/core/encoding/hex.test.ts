import { expect, test } from 'vitest'
import { parseHex, toHex } from '../../../../../local/core/encoding/hex.ts'

test('hex goes both ways for every byte, in either case', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)

  const hex = toHex(bytes)

  expect(hex).toBe(Buffer.from(bytes).toString('hex'))
  expect(parseHex(hex)).toEqual(bytes)
  expect(parseHex(hex.toUpperCase())).toEqual(bytes)
  expect(parseHex('')).toEqual(new Uint8Array())
})

test.for(['0', '0g', 'g0', '@0', '`0', ' 0', '0x00', 'ää'])('%s is no hex', (text) => {
  expect(() => parseHex(text)).toThrow(TypeError)
})
