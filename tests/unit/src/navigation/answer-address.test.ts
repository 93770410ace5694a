import { expect, test } from 'vitest'
import { answerAddress } from '../../../../src/navigation/answer-address.ts'

test.each(['/', '/profile', '/welcome/back'])(
  'an answer that arrives at %s is taken on',
  (pathname) => {
    expect(answerAddress({ pathname, search: '?code=a&state=b' })).toBe('/callback?code=a&state=b')
    expect(answerAddress({ pathname, search: '?error=access_denied&state=b' })).toBe(
      '/callback?error=access_denied&state=b',
    )
  },
)

test('an answer at its own address stays there', () => {
  expect(answerAddress({ pathname: '/callback', search: '?code=a&state=b' })).toBeUndefined()
})

test.each(['', '?state=b', '?code=a', '?returnTo=%2Fprofile'])('%j is no answer', (search) => {
  expect(answerAddress({ pathname: '/', search })).toBeUndefined()
})
