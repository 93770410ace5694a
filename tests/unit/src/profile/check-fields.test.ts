import { expect, test } from 'vitest'
import { checkFields } from '../../../../src/profile/check-fields.ts'

const ada = { displayName: 'Ada', bio: 'Analyst', links: [] }

test('what is typed is trimmed, composed and normalised', () => {
  const { fields, problems } = checkFields({
    displayName: '  Ame\u0301lie   Poulain ',
    bio: '\r\nLine one\r\nLine two\n\n',
    links: ['', 'example.com', '  '],
  })

  expect(problems).toEqual([])
  expect(fields).toEqual({
    displayName: 'Amélie Poulain',
    bio: 'Line one\nLine two',
    links: ['https://example.com/'],
  })
})

test('lengths are counted in characters, as people do', () => {
  expect(checkFields({ ...ada, displayName: '🦊'.repeat(80) }).problems).toEqual([])
  expect(checkFields({ ...ada, displayName: '🦊'.repeat(81) }).problems).toEqual([
    { field: 'displayName', fault: 'tooLong' },
  ])
  expect(checkFields({ ...ada, bio: 'x'.repeat(501) }).problems).toEqual([
    { field: 'bio', fault: 'tooLong' },
  ])
})

test('a name that would turn the text around it is refused', () => {
  expect(checkFields({ ...ada, displayName: 'Ada\u202Etxt.exe' }).problems).toEqual([
    { field: 'displayName', fault: 'controlCharacter' },
  ])
  expect(checkFields({ ...ada, bio: 'bell\u0007' }).problems).toEqual([
    { field: 'bio', fault: 'controlCharacter' },
  ])
})

test('a faulty link is named by its row, blank rows counted', () => {
  const links = ['example.com', '', 'http://example.org', 'https://example.com/']

  expect(checkFields({ ...ada, links }).problems).toEqual([
    { field: 'links', index: 2, fault: 'notHttps' },
    { field: 'links', index: 3, fault: 'duplicate' },
  ])
})

test('more than eight links are refused', () => {
  const links = Array.from({ length: 9 }, (_, index) => `example.com/${index}`)

  expect(checkFields({ ...ada, links }).problems).toEqual([{ field: 'links', fault: 'tooMany' }])
})
