import { afterEach, expect, test } from 'vitest'
import { redirectProblem } from '../../../../src/auth/problems/redirect.ts'
import { readAnswer } from '../../../../src/auth/redirect/answer.ts'
import type { RedirectAttempt } from '../../../../src/auth/redirect/attempt.ts'
import { giveFlow, isRedirected, stateOf, takeFlow } from '../../../../src/auth/redirect/flow.ts'

const prefix = 'CognitoIdentityServiceProvider.client'
const attempt: RedirectAttempt = {
  provider: 'Google',
  returnTo: '/profile',
  keep: false,
  state: 'mine',
  nonce: 'n',
}

afterEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

function answerTo(search: string, asked: RedirectAttempt | undefined = attempt) {
  return readAnswer(new URLSearchParams(search), asked)
}

test.each([
  ['', { kind: 'none' }],
  ['?state=mine', { kind: 'none' }],
  ['?code=c&state=mine', { kind: 'used' }],
  ['?code=c&state=other', { kind: 'stray' }],
  ['?code=c', { kind: 'stray' }],
  ['?error=e&error_description=d&state=mine', { kind: 'refused', code: 'e', description: 'd' }],
  [
    '?error=e&error_description=d&state=other',
    { kind: 'refused', code: 'e', description: undefined },
  ],
])('%s is read as %o', (search, expected) => {
  expect(answerTo(search)).toEqual(expected)
})

test('without a request of this tab every code is a stray', () => {
  expect(readAnswer(new URLSearchParams('?code=c&state='), undefined)).toEqual({ kind: 'stray' })
  expect(answerTo('?code=c&state=', { ...attempt, state: '' })).toEqual({ kind: 'stray' })
})

test.each([
  ['access_denied', undefined, 'redirect-cancelled'],
  ['invalid_grant', undefined, 'redirect-expired'],
  ['redirect_mismatch', undefined, 'redirect-mismatch'],
  ['unauthorized_client', undefined, 'redirect-misconfigured'],
  ['server_error', undefined, 'redirect-failed'],
  ['temporarily_unavailable', undefined, 'redirect-failed'],
  ['invalid_request', undefined, 'redirect-refused'],
  ['invalid_request', 'attributes required: [email]', 'redirect-attributes'],
  ['invalid_request', 'User is not enabled', 'redirect-disabled'],
  ['invalid_request', 'Already found an entry for username Google_1', 'redirect-linked'],
  ['invalid_request', 'invalid_scope', 'redirect-misconfigured'],
  ['invalid_request', 'user.email: Attribute cannot be updated.', 'redirect-misconfigured'],
  ['invalid_request', 'PreSignUp failed with error Not here.', 'refused-by-rule'],
  ['invalid_request', 'Timeout occurred in calling IdP token endpoint', 'redirect-provider-down'],
  ['invalid_request', 'Read timed out', 'redirect-provider-down'],
  ['invalid_request', 'Google Error - 401 invalid_client', 'redirect-provider-refused'],
  ['brand_new', undefined, 'unexpected'],
])('%s with the description %s is %s', (code, description, key) => {
  expect(redirectProblem(code, description).key).toBe(key)
})

test('what Amplify writes down of a redirect goes and comes back, and nothing else does', () => {
  localStorage.setItem(`${prefix}.inflightOAuth`, 'true')
  localStorage.setItem(`${prefix}.oauthState`, 's')
  localStorage.setItem(`${prefix}.oauthSignIn`, 'true,false')
  localStorage.setItem(`${prefix}.ada.oauthMetadata`, '{"oauthSignIn":true}')
  localStorage.setItem('theme', 'dark')

  const flow = takeFlow()

  expect(Object.keys(localStorage).sort()).toEqual([`${prefix}.ada.oauthMetadata`, 'theme'])
  expect(stateOf(flow)).toBe('s')
  giveFlow(flow)
  expect(localStorage.getItem(`${prefix}.inflightOAuth`)).toBe('true')
})

test('a session came by redirect where its tokens say so', () => {
  expect(isRedirected()).toBe(false)
  sessionStorage.setItem(`${prefix}.ada.oauthMetadata`, '{"oauthSignIn":false}')
  expect(isRedirected()).toBe(false)
  sessionStorage.setItem(`${prefix}.ada.oauthMetadata`, '{"oauthSignIn":true}')
  expect(isRedirected()).toBe(true)
})
