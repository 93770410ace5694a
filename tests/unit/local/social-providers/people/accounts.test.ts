import { expect, test } from 'vitest'
import { createAccounts } from '../../../../../local/social-providers/people/accounts.ts'
import { google } from '../../../../../local/social-providers/providers/google.ts'
import { createTestRuntime } from '../../../../support/core/test-runtime.ts'

test('the five accounts used last are remembered, the latest first', async () => {
  const runtime = createTestRuntime()
  runtime.clock.stop()
  const accounts = createAccounts(runtime, google)
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'B']) {
    runtime.clock.advance({ seconds: 1 })
    await accounts.open({ name, email: `${name}@example.com`, emailVerified: true })
  }

  const names = accounts.list().map(({ name }) => name)

  expect(names.slice(3)).toEqual(['B', 'F', 'E', 'D', 'C'])
})

test('names and addresses are the same whatever their case', async () => {
  const accounts = createAccounts(createTestRuntime(), google)

  const first = await accounts.open({ name: 'Eve', email: 'eve@example.com', emailVerified: true })
  const second = await accounts.open({ name: 'EVE', email: 'Eve@Example.com', emailVerified: true })
  const other = await accounts.open({ name: 'Eve', emailVerified: false })

  expect(second.subject).toBe(first.subject)
  expect(other.subject).not.toBe(first.subject)
  expect(accounts.findByHint('EVE@example.com')?.subject).toBe(first.subject)
})
