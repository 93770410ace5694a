import { expect, test } from 'vitest'
import { linkText, parseLink } from '../../../../src/profile/link.ts'

test.each([
  ['https://example.com', 'https://example.com/'],
  ['  example.com/me  ', 'https://example.com/me'],
  ['//example.com', 'https://example.com/'],
  ['HTTPS://EXAMPLE.com/Me?q=1#x', 'https://example.com/Me?q=1#x'],
  ['example.com:8443', 'https://example.com:8443/'],
  ['https://bücher.example', 'https://xn--bcher-kva.example/'],
])('%j becomes %s', (typed, href) => {
  expect(parseLink(typed)).toEqual({ href })
})

test.each([
  ['http://example.com', 'notHttps'],
  ['javascript:alert(document.domain)', 'notHttps'],
  ['JaVaScRiPt:alert(1)', 'notHttps'],
  ['java\nscript:alert(1)', 'notAnAddress'],
  ['data:text/html,<script>alert(1)</script>', 'notHttps'],
  ['mailto:ada@example.com', 'notHttps'],
  ['ftp://example.com', 'notHttps'],
  ['https://bank.example@evil.example', 'hasPassword'],
  ['https://ada:secret@example.com', 'hasPassword'],
  ['example', 'notAnAddress'],
  ['https://', 'notAnAddress'],
  ['two words', 'notAnAddress'],
  ['https://example.com/' + 'a'.repeat(300), 'tooLong'],
])('%j is refused: %s', (typed, fault) => {
  expect(parseLink(typed)).toEqual({ fault })
})

test('a host with letters of its own language stays one, however often it is read', () => {
  const refused = Array.from({ length: 20_000 }).filter(
    () => 'fault' in parseLink('https://bücher.example'),
  )

  expect(refused).toEqual([])
})

test('a link is shown by its host, without what every link has', () => {
  expect(linkText('https://www.example.com/')).toBe('example.com')
  expect(linkText('https://example.com/me')).toBe('example.com/me')
})
