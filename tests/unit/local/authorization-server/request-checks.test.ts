import { expect, test } from 'vitest'
import { AuthorizationError } from '../../../../local/authorization-server/authorization-error.ts'
import { OAuthError } from '../../../../local/authorization-server/errors.ts'
import { createRequestChecks } from '../../../../local/authorization-server/request-checks.ts'

const address = { redirectUri: 'https://app.example/', responseMode: 'query', state: 's' } as const

test('each check is given what those before it have proved', () => {
  const checks = createRequestChecks<{ n: number }>()
    .tellsPerson('address', () => address)
    .tellsClient('double', ({ n }) => ({ double: 2 * n }))
    .tellsClient('nothing gained', ({ double }) => void double)
    .tellsClient('sum', ({ n, double, state }) => ({ sum: `${state}${n + double}` }))

  expect(checks.run({ n: 3 })).toEqual({ n: 3, ...address, double: 6, sum: 's9' })
  expect(checks.rows.map(({ name, told }) => [name, told])).toEqual([
    ['address', 'person'],
    ['double', 'client'],
    ['nothing gained', 'client'],
    ['sum', 'client'],
  ])
})

test('the first that fails is the last that runs, and says itself who is told', () => {
  const seen: string[] = []
  function failing(name: string) {
    return () => {
      seen.push(name)
      throw new OAuthError('invalid_request', name)
    }
  }
  const toPerson = createRequestChecks<object>()
    .tellsPerson('one', failing('one'))
    .tellsPerson('two', failing('two'))
  const toClient = createRequestChecks<object>()
    .tellsPerson('address', () => address)
    .tellsClient('three', failing('three'))

  expect(() => toPerson.run({})).toThrow(OAuthError)
  expect(() => toClient.run({})).toThrow(AuthorizationError)
  expect(seen).toEqual(['one', 'three'])
})
