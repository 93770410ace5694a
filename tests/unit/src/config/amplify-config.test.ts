import { expect, test } from 'vitest'
import { toResourcesConfig } from '../../../../src/config/amplify-config.ts'
import type { AppConfig } from '../../../../src/config/app-config.ts'

const config: AppConfig = {
  region: 'eu-central-1',
  userPoolId: 'eu-central-1_AbCdEfGhI',
  userPoolClientId: '3n4b5urk1ft4fl3mg5e62d9ado',
  socialProviders: [],
  redirectSignIn: [],
  redirectSignOut: [],
}
const origin = 'https://app.example'

test('a pool alone signs people in, by the address that AWS gives it', () => {
  expect(toResourcesConfig(config, origin)).toEqual({
    Auth: {
      Cognito: {
        userPoolId: config.userPoolId,
        userPoolClientId: config.userPoolClientId,
        loginWith: { email: true },
      },
    },
  })
})

test('a domain without redirect lists comes back to the origin', () => {
  const { Auth } = toResourcesConfig({ ...config, domain: 'login.example' }, origin)

  expect(Auth?.Cognito.loginWith?.oauth).toMatchObject({
    domain: 'login.example',
    redirectSignIn: ['https://app.example/callback'],
    redirectSignOut: ['https://app.example/'],
    responseType: 'code',
  })
})

test('of several registered addresses the one of this very origin is used', () => {
  const redirectSignIn = ['https://app.example:8443/callback', 'https://app.example/callback']
  const redirectSignOut = ['https://app.example:8443/', 'https://app.example/']
  const lists = { ...config, domain: 'login.example', redirectSignIn, redirectSignOut }

  expect(toResourcesConfig(lists, origin).Auth?.Cognito.loginWith?.oauth).toMatchObject({
    redirectSignIn: ['https://app.example/callback'],
    redirectSignOut: ['https://app.example/'],
  })
})

test('an address of this origin at another path is one to come back to, too', () => {
  const redirectSignIn = ['https://other.example/', 'https://app.example/welcome']
  const redirectSignOut = ['https://app.example']
  const lists = { ...config, domain: 'login.example', redirectSignIn, redirectSignOut }

  expect(toResourcesConfig(lists, origin).Auth?.Cognito.loginWith?.oauth).toMatchObject({
    redirectSignIn: ['https://app.example/welcome'],
    redirectSignOut: ['https://app.example'],
  })
})

test('lists without this origin leave nothing to come back to, which Amplify refuses', () => {
  const redirectSignIn = ['https://app.example:8443/callback']
  const lists = { ...config, domain: 'login.example', redirectSignIn }

  expect(toResourcesConfig(lists, origin).Auth?.Cognito.loginWith?.oauth).toMatchObject({
    redirectSignIn: [],
  })
})

test('the local AWS is reached at its own endpoints', () => {
  const local = {
    userPoolEndpoint: 'http://localhost:9229/',
    identityPoolEndpoint: 'http://localhost:9229/',
    domainUrl: 'http://localhost:9229',
    s3Endpoint: 'http://localhost:9230',
    consoleUrl: 'http://localhost:9229/_local',
  }
  const identityPoolId = 'eu-central-1:7c4f0e1c-2a5b-4e1d-9a0c-0d9b6f1c2e3a'

  const { Auth, Storage } = toResourcesConfig(
    { ...config, identityPoolId, bucket: 'profiles', local },
    origin,
  )

  expect(Auth?.Cognito).toMatchObject({
    userPoolEndpoint: local.userPoolEndpoint,
    identityPoolEndpoint: local.identityPoolEndpoint,
    identityPoolId,
  })
  expect(Storage).toEqual({ S3: { bucket: 'profiles', region: 'eu-central-1' } })
})
