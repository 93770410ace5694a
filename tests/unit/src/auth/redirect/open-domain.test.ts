import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDomain, setLocalDomain } from '../../../../../src/auth/redirect/open-domain.ts'

const authorize = 'https://localhost:9229/oauth2/authorize?state=a%2Fb&redirect_uri=http%3A%2F%2Fx'
const location = { href: 'http://localhost:5173/sign-in' }

beforeEach(() => {
  vi.stubGlobal('location', location)
})

afterEach(() => {
  vi.unstubAllGlobals()
})

test('the browser is sent to the domain as Amplify spells it', async () => {
  await openDomain(authorize)

  expect(location.href).toBe(authorize)
})

test('on a local build it is sent to where the local AWS serves the domain', async () => {
  setLocalDomain('http://localhost:9229')
  await openDomain(authorize)

  expect(location.href).toBe(authorize.replace('https:', 'http:'))
})
