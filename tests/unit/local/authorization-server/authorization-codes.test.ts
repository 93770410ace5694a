import { expect, test } from 'vitest'
import { createAuthorizationCodes } from '../../../../local/authorization-server/authorization-codes.ts'
import { createTestRuntime } from '../../../support/core/test-runtime.ts'

function createCodes() {
  const runtime = createTestRuntime()
  const revoked: string[] = []
  const codes = createAuthorizationCodes<string>({
    runtime,
    table: 'codes',
    revoke: (grant) => void revoked.push(grant),
  })
  const binding = { clientId: 'app', redirectUri: 'https://app.example/', grant: 'a grant' }
  const redeem = (code: string, clientId = 'app') =>
    codes.redeem({ code, clientId, redirectUri: binding.redirectUri, codeVerifier: undefined })
  return { runtime, revoked, codes, binding, redeem }
}

test('the store never has a code itself', async () => {
  const { runtime, codes, binding } = createCodes()

  const code = await codes.issue(binding)

  const rows = JSON.stringify([...runtime.store.table('codes').entries()])
  expect(rows).toContain('a grant')
  expect(rows).not.toContain(code)
})

test('a code is good once; the second use revokes, the third too', async () => {
  const { codes, binding, redeem, revoked } = createCodes()
  const code = await codes.issue(binding)

  expect(await redeem(code)).toMatchObject({ grant: 'a grant' })
  await expect(redeem(code)).rejects.toMatchObject({ code: 'invalid_grant' })
  await expect(redeem(code)).rejects.toMatchObject({ code: 'invalid_grant' })

  expect(revoked).toEqual(['a grant', 'a grant'])
})

test('who redeems while the code comes again is refused in the end', async () => {
  const { codes, binding, redeem, revoked } = createCodes()
  const code = await codes.issue(binding)
  const redeemed = await redeem(code)
  expect(() => {
    codes.checkNotReplayed(redeemed)
  }).not.toThrow()

  await redeem(code).catch(() => undefined)

  expect(() => {
    codes.checkNotReplayed(redeemed)
  }).toThrow('invalid_grant')
  expect(revoked).toHaveLength(2)
})

test('another client can neither use a code nor use it up', async () => {
  const { codes, binding, redeem, revoked } = createCodes()
  const code = await codes.issue(binding)

  await expect(redeem(code, 'other')).rejects.toMatchObject({ code: 'invalid_grant' })

  expect(await redeem(code)).toMatchObject({ grant: 'a grant' })
  expect(revoked).toEqual([])
})

test('a wrong try uses the code up', async () => {
  const { codes, binding, redeem } = createCodes()
  const code = await codes.issue(binding)
  const wrong = { code, clientId: 'app', redirectUri: 'https://evil.example/' }

  await expect(codes.redeem({ ...wrong, codeVerifier: undefined })).rejects.toThrow()

  await expect(redeem(code)).rejects.toMatchObject({ code: 'invalid_grant' })
})

test('codes that are long over are swept away', async () => {
  const { codes, binding, runtime } = createCodes()
  for (let count = 0; count < 50; count += 1) await codes.issue(binding)
  runtime.clock.advance({ hours: 25 })

  for (let count = 0; count < 100; count += 1) await codes.issue(binding)

  expect([...runtime.store.table('codes').entries()].length).toBeLessThan(130)
})
