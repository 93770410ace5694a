import { expect, test } from 'vitest'
import { parseReturnTo } from '../../../../src/navigation/return-to.ts'

const origin = 'https://app.example'

test.each(['/profile?tab=1#bio', 'https://app.example/profile?tab=1#bio', 'profile?tab=1#bio'])(
  'goes back to %s',
  (value) => {
    expect(parseReturnTo(value, origin)).toBe('/profile?tab=1#bio')
  },
)

test.each([
  null,
  '',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/.//evil.example',
  '/..//evil.example',
  'https://app.example.evil.example/',
  'https://app.example@evil.example/',
  'javascript:alert(1)',
  'data:text/html,x',
  'http://app.example/',
  '\t//evil.example',
  'http://',
])('never leaves for %j', (value) => {
  expect(parseReturnTo(value, origin)).toBe('/profile')
})

test.each([
  '/sign-in',
  '/sign-up?x=1',
  '/sign-out',
  '/callback?code=1',
  '/confirm',
  '/forgot-password',
])('does not send people who have just signed in to %s', (value) => {
  expect(parseReturnTo(value, origin)).toBe('/profile')
})
