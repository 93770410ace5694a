import { expect, test } from 'vitest'
import { providerOf } from '../../../../../src/auth/attributes/introduction.ts'

const google = { userId: '1026', providerName: 'Google', providerType: 'Google', primary: 'true' }
const apple = { userId: '001.a9', providerName: 'SignInWithApple', primary: 'false' }

test.each([
  ['Google', { 'cognito:username': 'google_1026', identities: [google] }],
  ['Apple', { 'cognito:username': 'SignInWithApple_001.a9', identities: [apple] }],
])('whose only identity is at %s has signed in there', (provider, claims) => {
  expect(providerOf(claims)).toBe(provider)
})

test.each([
  ['nobody at any provider', { 'cognito:username': '4e5b' }],
  ['a user of the pool who is linked', { 'cognito:username': '4e5b', identities: [google] }],
  ['one with two', { 'cognito:username': 'google_1026', identities: [google, apple] }],
  ['an attribute of that name', { 'cognito:username': 'google_1026', identities: '[]' }],
])('of %s the token does not tell', (_who, claims) => {
  expect(providerOf(claims)).toBeUndefined()
})
