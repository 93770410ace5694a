import { expect, test } from 'vitest'
import {
  checkClientAuthentication,
  readClientCredentials,
} from '../../../../local/authorization-server/client-authentication.ts'
import { createTestRuntime } from '../../../support/core/test-runtime.ts'

function read(authorization: string | undefined, form: Record<string, string> = {}) {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
  const request = new Request('http://localhost/', { headers })
  return readClientCredentials(request, new Map(Object.entries(form)))
}

const basic = (text: string) => `Basic ${btoa(text)}`

test('both halves of the header are form-encoded', () => {
  expect(read(basic('my+app:a%3Ab%20c'))).toEqual({ clientId: 'my app', clientSecret: 'a:b c' })
  expect(read(basic('app:a:b'))).toEqual({ clientId: 'app', clientSecret: 'a:b' })
  expect(read(basic('app:x'), { client_id: 'app' })).toMatchObject({ clientId: 'app' })
})

test('the form has both, or the client alone', () => {
  expect(read(undefined, { client_id: 'a' })).toEqual({ clientId: 'a' })
  expect(read(undefined, { client_id: 'a', client_secret: 'b' })).toEqual({
    clientId: 'a',
    clientSecret: 'b',
  })
})

test.for([
  [undefined, {}, 'invalid_request'],
  [basic('app:x'), { client_secret: 'x' }, 'invalid_request'],
  [basic('app:x'), { client_id: 'other' }, 'invalid_request'],
  ['Bearer x', { client_id: 'a' }, 'invalid_client'],
  ['Basic', { client_id: 'a' }, 'invalid_client'],
  ['Basic ***', {}, 'invalid_client'],
  [basic('app'), {}, 'invalid_client'],
  [basic(':x'), {}, 'invalid_client'],
  [basic('app:%'), {}, 'invalid_client'],
  [`Basic ${btoa('\xff\xfe:x')}`, {}, 'invalid_client'],
] as const)('%s with %o is %s', ([header, form, code]) => {
  expect(() => read(header, form)).toThrow(expect.objectContaining({ code }) as Error)
})

test('a secret is right or it is not', () => {
  const { crypto } = createTestRuntime()
  const check = (secret: string | undefined, clientSecret: string | undefined) => () => {
    checkClientAuthentication(
      crypto,
      secret === undefined ? {} : { secret },
      clientSecret === undefined ? { clientId: 'a' } : { clientId: 'a', clientSecret },
    )
  }

  expect(check('s', 's')).not.toThrow()
  expect(check(undefined, undefined)).not.toThrow()
  const wrong = [
    ['s', 'x'],
    ['s', ''],
    ['s', undefined],
    [undefined, 's'],
    [undefined, ''],
  ] as const
  for (const [secret, given] of wrong) expect(check(secret, given)).toThrow('invalid_client_secret')
})
