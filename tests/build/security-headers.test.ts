import { expect, test } from 'vitest'
import { securityHeaders } from '../../infra/build/pages/security-headers.ts'
import { addressesOf } from '../../src/doctor/probes/addresses.ts'

const config = {
  region: 'eu-west-1',
  userPoolId: 'eu-west-1_AbCdEfGhI',
  userPoolClientId: '1h57kf5cpq17m0eml12example',
  identityPoolId: 'eu-west-1:11111111-2222-4333-8444-555555555555',
  domain: 'my-app.auth.eu-west-1.amazoncognito.com',
  bucket: 'my-app-profiles',
  socialProviders: [],
  redirectSignIn: [],
  redirectSignOut: [],
}

const local = {
  userPoolEndpoint: 'http://localhost:9229/',
  identityPoolEndpoint: 'http://localhost:9229/',
  domainUrl: 'http://localhost:9229',
  s3Endpoint: 'http://localhost:9230',
  consoleUrl: 'http://localhost:9229/_local#token=secret-of-this-run',
}

function directive(name: string, of: Parameters<typeof securityHeaders>[0]): string[] {
  const policy = securityHeaders(of)['Content-Security-Policy'] ?? ''
  const found = policy.split('; ').find((text) => text.startsWith(`${name} `))
  return found?.split(' ').slice(1) ?? []
}

test('a page may talk to the services of its configuration, each by its own host, and to no other', () => {
  expect(directive('connect-src', config)).toEqual([
    "'self'",
    'https://cognito-idp.eu-west-1.amazonaws.com',
    'https://cognito-identity.eu-west-1.amazonaws.com',
    'https://my-app.auth.eu-west-1.amazoncognito.com',
    'https://my-app-profiles.s3.eu-west-1.amazonaws.com',
  ])
})

test('a picture at Google may be fetched where people sign in with Google', () => {
  const pictures = 'https://lh3.googleusercontent.com'

  expect(directive('connect-src', { ...config, socialProviders: ['Google'] })).toContain(pictures)
  expect(directive('connect-src', { ...config, socialProviders: ['Apple'] })).not.toContain(
    pictures,
  )
})

test('what is not configured is not talked to', () => {
  const { region } = config

  expect(directive('connect-src', undefined)).toEqual(["'self'"])
  expect(directive('connect-src', { region })).toEqual([
    "'self'",
    'https://cognito-idp.eu-west-1.amazonaws.com',
  ])
})

test('a local build talks to the two ports of the local AWS, and tells no token', () => {
  expect(directive('connect-src', { ...config, local })).toEqual([
    "'self'",
    'http://localhost:9229',
    'http://localhost:9230',
  ])
})

test.each([
  ['in AWS', config],
  ['with dots in the bucket’s name', { ...config, bucket: 'my.app.profiles' }],
  ['in China', { ...config, region: 'cn-north-1' }],
  ['under a domain of one’s own', { ...config, domain: 'login.example.com' }],
  ['on the local AWS', { ...config, local }],
])('the addresses that the app asks %s are all allowed', (_case, given) => {
  const { userPoolApi, identityPoolApi, domain, bucket } = addressesOf(given)
  const sources = directive('connect-src', given)

  for (const address of [userPoolApi, identityPoolApi, domain ?? '', `${bucket ?? ''}/users/a`]) {
    expect(
      sources.filter((source) => allows(source, address)),
      address,
    ).not.toEqual([])
  }
})

/** Of CSP's rules for matching a source: origin, then a path, to the letter or by its beginning. */
function allows(source: string, address: string): boolean {
  if (source === "'self'") return false
  const [allowed, asked] = [new URL(source), new URL(address)]
  if (allowed.origin !== asked.origin) return false
  if (source === allowed.origin) return true
  return allowed.pathname.endsWith('/')
    ? asked.pathname.startsWith(allowed.pathname)
    : asked.pathname === allowed.pathname
}

test('nothing in the policy is a scheme, a wildcard or unsafe', () => {
  const policy = securityHeaders(config)['Content-Security-Policy'] ?? ''

  expect(policy).not.toMatch(/unsafe|\*|\bdata:|https?:(?!\/\/)/)
  expect(policy).toMatch(/^default-src 'self'; /)
})

test('nothing of a configuration gets into the policy but hosts', () => {
  for (const hostile of ["x.y; script-src 'unsafe-inline'", "x.y/;script-src 'unsafe-inline'"]) {
    const wrong = { domain: hostile, bucket: hostile, identityPoolId: hostile }
    for (const region of ['eu-west-1', hostile]) {
      const policy = securityHeaders({ ...wrong, region })['Content-Security-Policy'] ?? ''
      expect(policy.split(';').filter((text) => /^ *script-src /.test(text))).toHaveLength(1)
    }
  }
})
