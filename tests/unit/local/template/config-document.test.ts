import { expect, test } from 'vitest'
import { configDocument } from '../../../../local/template/config-document.ts'

const outputs = {
  Region: 'eu-west-1',
  UserPoolId: 'eu-west-1_AbCdEfGhI',
  UserPoolClientId: '1example23456789',
  IdentityPoolId: 'eu-west-1:0f1e2d3c-4b5a-4697-8899-aabbccddeeff',
  Domain: 'acme.auth.eu-west-1.amazoncognito.com',
  Bucket: 'profiles',
  SocialProviders: 'Google,Facebook',
  RedirectSignIn: 'http://localhost:5173/callback,https://app.example.com/callback',
  RedirectSignOut: '',
}

const local = {
  userPoolEndpoint: 'http://localhost:9229/',
  identityPoolEndpoint: 'http://localhost:9229/',
  domainUrl: 'http://localhost:9229',
  s3Endpoint: 'http://localhost:9230',
  consoleUrl: 'http://localhost:9229/_local',
}

test('outputs become the document, lists split at their commas', () => {
  expect(configDocument({ outputs })).toEqual({
    region: 'eu-west-1',
    userPoolId: 'eu-west-1_AbCdEfGhI',
    userPoolClientId: '1example23456789',
    identityPoolId: 'eu-west-1:0f1e2d3c-4b5a-4697-8899-aabbccddeeff',
    domain: 'acme.auth.eu-west-1.amazoncognito.com',
    bucket: 'profiles',
    socialProviders: ['Google', 'Facebook'],
    redirectSignIn: ['http://localhost:5173/callback', 'https://app.example.com/callback'],
    redirectSignOut: [],
  })
})

test('on the local AWS the domain is the local host and port, and the endpoints are there', () => {
  expect(configDocument({ outputs }, local)).toMatchObject({ domain: 'localhost:9229', local })
})

test('a template that lacks an output is told which', () => {
  const { Bucket: _, ...rest } = outputs

  expect(() => configDocument({ outputs: rest })).toThrow('The template has no output Bucket.')
})
