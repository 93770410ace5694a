import { expect, test } from 'vitest'
import { detectKind } from '../../../../../src/profile/picture/signature.ts'
import { asciiBytes, picture } from '../../../../support/app/pictures.ts'

test.each([
  ['png', 'png'],
  ['jpeg', 'jpeg'],
  ['webpLossy', 'webp'],
  ['webpLossless', 'webp'],
  ['webpExtended', 'webp'],
  ['gif', 'gif'],
] as const)('%s is recognised by its first bytes', (name, kind) => {
  expect(detectKind(picture(name))).toBe(kind)
})

test.each([
  ['an element', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['a prologue', '<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg/>'],
  ['a doctype', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN">'],
  ['white space', '\n\t <SVG viewBox="0 0 1 1">'],
  ['a byte order mark', '\u00EF\u00BB\u00BF<svg >'],
])('an SVG that begins with %s is recognised', (_what, text) => {
  expect(detectKind(asciiBytes(text))).toBe('svg')
})

test('an SVG in UTF-16 is recognised', () => {
  const units = Uint16Array.from('\uFEFF<svg >', (character) => character.charCodeAt(0))

  expect(detectKind(new Uint8Array(units.buffer))).toBe('svg')
})

test.each([
  ['heic', '\0\0\0\x18ftypheic'],
  ['heic', '\0\0\0\x18ftypmif1'],
  ['avif', '\0\0\0\x18ftypavif'],
  ['avif', '\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf'],
  ['avif', '\0\0\0\x1cftypmsf1\0\0\0\0avismsf1iso8'],
  ['heic', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'],
  ['heic', '\0\0\0\x1cftypheix\0\0\0\0mif1heixavif'],
  ['unknown', '\0\0\0\x18ftypisom\0\0\0\0isommp41'],
  // Brands end with the box, whatever follows it.
  ['unknown', '\0\0\0\x14ftypisom\0\0\0\0mp41avif'],
  ['unknown', '\0\0\0\x18ftypmp42'],
  ['bmp', 'BM\x36\0'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['pdf', '%PDF-1.7'],
  ['unknown', 'RIFF\0\0\0\0WAVEfmt '],
  ['unknown', 'PK\x03\x04'],
  ['unknown', '<!DOCTYPE html><p>'],
  ['unknown', ''],
] as const)('%s is told apart: %j', (kind, text) => {
  expect(detectKind(asciiBytes(text))).toBe(kind)
})

test('a page behind a picture counts as the picture, since only its pixels are kept', () => {
  const polyglot = Uint8Array.from([...picture('png'), ...asciiBytes('<svg><script></script>')])

  expect(detectKind(polyglot)).toBe('png')
})

test('a picture behind a page counts as the page', () => {
  const polyglot = Uint8Array.from([...asciiBytes('<svg>'), ...picture('png')])

  expect(detectKind(polyglot)).toBe('svg')
})

test('a signature that is cut off is none', () => {
  expect(detectKind(picture('png').subarray(0, 7))).toBe('unknown')
  expect(detectKind(picture('webpLossy').subarray(0, 11))).toBe('unknown')
})
