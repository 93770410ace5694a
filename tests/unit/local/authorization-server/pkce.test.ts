import { expect, test } from 'vitest'
import { parseCodeChallenge, provesChallenge } from '../../../../local/authorization-server/pkce.ts'
import { createTestRuntime } from '../../../support/core/test-runtime.ts'

// RFC 7636, appendix B.
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

test('the published example is proved, and nothing near it', async () => {
  const { crypto } = createTestRuntime()
  const proves = (given: string | undefined) => provesChallenge(crypto, challenge, given)

  expect(await proves(verifier)).toBe(true)
  for (const wrong of [undefined, '', challenge, `${verifier}=`, verifier.toLowerCase()]) {
    expect(await proves(wrong)).toBe(false)
  }
})

test('without a challenge there may be no verifier', async () => {
  const { crypto } = createTestRuntime()

  expect(await provesChallenge(crypto, undefined, undefined)).toBe(true)
  expect(await provesChallenge(crypto, undefined, verifier)).toBe(false)
})

test('a request has challenge and method, or neither', () => {
  const parse = (parameters: Record<string, string>) =>
    parseCodeChallenge(new Map(Object.entries(parameters)))

  expect(parse({})).toBeUndefined()
  expect(parse({ code_challenge: challenge, code_challenge_method: 'S256' })).toBe(challenge)
  expect(() => parse({ code_challenge: challenge })).toThrow('must be S256')
  expect(() => parse({ code_challenge_method: 'S256' })).toThrow('missing or malformed')
  expect(() => parse({ code_challenge: verifier, code_challenge_method: 'plain' })).toThrow()
})
