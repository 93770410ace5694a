import { expect, test } from 'vitest'
import { parseBase64, toBase64, toBase64Url } from '../../../../../local/core/encoding/base64.ts'

test.for([0, 1, 2, 3, 100])('%i bytes go both ways in either alphabet', (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => 255 - index * 5)

  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
  expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
  expect(parseBase64(toBase64(bytes))).toEqual(bytes)
  expect(parseBase64(toBase64Url(bytes))).toEqual(bytes)
})

test.for(['A', 'AA A', 'AA==A', 'AAA=====', '*AAA', 'ää'])('%s is no base64', (text) => {
  expect(parseBase64(text)).toBeUndefined()
})
