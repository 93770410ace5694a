import { expect, test } from 'vitest'
import { readAppConfig } from '../../infra/build/configuration/app-config.ts'
import { fixture, read, problemsOf, type Outputs } from './amplify-outputs-fixtures.ts'

const wrongTypes: Readonly<Record<string, readonly unknown[]>> = {
  text: [null, 1, true, ['x'], { x: 1 }],
  texts: [null, 'x', 1, true, { x: 1 }, [1], ['x', null]],
  flag: [null, 'true', 1, [], {}],
  number: [null, '8', true, [8], {}, 8.5],
  object: [null, 'x', 1, true, ['x']],
  word: [null, 'ON', 1, true, [], {}],
}

const keys: readonly [key: string, type: string][] = [
  ['version', 'text'],
  ['auth', 'object'],
  ['auth.aws_region', 'text'],
  ['auth.user_pool_id', 'text'],
  ['auth.user_pool_client_id', 'text'],
  ['auth.identity_pool_id', 'text'],
  ['auth.oauth', 'object'],
  ['auth.oauth.domain', 'text'],
  ['auth.oauth.identity_providers', 'texts'],
  ['auth.oauth.scopes', 'texts'],
  ['auth.oauth.redirect_sign_in_uri', 'texts'],
  ['auth.oauth.redirect_sign_out_uri', 'texts'],
  ['auth.password_policy', 'object'],
  ['auth.password_policy.min_length', 'number'],
  ['auth.password_policy.require_lowercase', 'flag'],
  ['auth.password_policy.require_uppercase', 'flag'],
  ['auth.password_policy.require_numbers', 'flag'],
  ['auth.password_policy.require_symbols', 'flag'],
  ['auth.username_attributes', 'texts'],
  ['auth.standard_required_attributes', 'texts'],
  ['auth.mfa_configuration', 'word'],
  ['storage', 'object'],
  ['storage.aws_region', 'text'],
  ['storage.bucket_name', 'text'],
  ['storage.buckets', 'texts'],
  ['storage.buckets.0', 'object'],
  ['storage.buckets.0.bucket_name', 'text'],
  ['storage.buckets.0.paths', 'object'],
  ['storage.buckets.0.paths.users/*', 'object'],
  ['storage.buckets.0.paths.users/*.entityidentity', 'texts'],
]

/** A file that has every key. */
function wholeOutputs() {
  const outputs = { ...fixture('social'), storage: fixture('auth-storage').storage! }
  const [bucket] = outputs.storage['buckets'] as object[]
  const paths = { 'users/*': { entityidentity: ['get', 'list', 'write', 'delete'] } }
  return { ...outputs, storage: { ...outputs.storage, buckets: [{ ...bucket, paths }] } }
}

function withValue(json: unknown, [first = '', ...rest]: string[], value: unknown): unknown {
  if (first === '') return value
  const inner = withValue((json as Outputs)[first], rest, value)
  return Array.isArray(json) ? [inner] : { ...(json as object), [first]: inner }
}

test.each([
  'not json',
  '[]',
  '{}',
  '{"version":"2","auth":{}}',
  '{"version":"1.4"}',
  '{"auth":{}}',
])('an amplify_outputs.json that reads %j is wrong, not absent', (text) => {
  expect(readAppConfig({}, text)).toMatchObject({ kind: 'wrong', problems: [{ key: 'version' }] })
})

test('a file with every key is taken', () => {
  expect(read(wholeOutputs()).kind).toBe('aws')
})

test.each(keys.flatMap(([key, type]) => wrongTypes[type]!.map((value) => [key, value] as const)))(
  '%s as %j is named',
  (key, value) => {
    const problems = problemsOf(withValue(wholeOutputs(), key.split('.'), value))
    const shown = key.replace('.0', '[0]')

    expect(problems.length).toBeGreaterThan(0)
    for (const problem of problems) {
      expect(problem.key).toMatch(shown)
      expect(problem.message).toContain(shown)
    }
  },
)

test('all that is of a wrong type is named at once, and with it what else is wrong', () => {
  const outputs = fixture('social')
  const oauth = { ...outputs.auth.oauth, redirect_sign_in_uri: 'http://localhost:5173/callback' }
  const auth = { ...outputs.auth, user_pool_id: 7, user_pool_client_id: 'My-Client', oauth }

  expect(problemsOf({ ...outputs, auth }).map(({ key }) => key)).toEqual([
    'auth.user_pool_id',
    'auth.oauth.redirect_sign_in_uri',
    'auth.user_pool_client_id',
  ])
})
