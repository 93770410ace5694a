import { expect, test } from 'vitest'
import { parseUrl } from '../../../../../local/core/encoding/parse-url.ts'

test('an absolute URL is read, and nothing else', () => {
  expect(parseUrl('https://example.com')?.href).toBe('https://example.com/')
  expect(parseUrl('example.com')).toBeUndefined()
  expect(parseUrl('')).toBeUndefined()
})

test('a host with letters of its own language stays one, however often it is read', () => {
  const refused = Array.from({ length: 20_000 }).filter(() => !parseUrl('https://bücher.example'))

  expect(refused).toEqual([])
})
