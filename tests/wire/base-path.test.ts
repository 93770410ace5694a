import { readFileSync } from 'node:fs'
import { ListUsersCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { createStandIn, type StandIn } from '../../local/stand-in.ts'
import { administrator, only, signingClient } from '../support/iam/administrator.ts'
import { createTestRuntime } from '../support/core/test-runtime.ts'
import { emailPool } from '../support/user-pools/user-pool-config.ts'
import { test as base } from '../support/user-pools/user-pools.ts'

const url = 'https://demo.example/aws'
const redirectUri = 'http://localhost:5173/callback'

const test = base.extend<{ standIn: StandIn }>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from the pattern
  standIn: async ({}, use) => {
    const standIn = await createStandIn(
      {
        template: { text: readFileSync('infra/template.yaml', 'utf8'), file: 't.yaml' },
        cognitoUrl: url,
        s3Url: 'https://s3.invalid',
        adminToken: 'a-token-of-sixteen',
        fetch: () => Promise.reject(new Error('no network')),
      },
      createTestRuntime(),
    )
    await use(standIn)
  },
})

function authorizeQuery(standIn: StandIn): string {
  const parameters = { response_type: 'code', redirect_uri: redirectUri, scope: 'openid email' }
  return new URLSearchParams({
    client_id: standIn.config().userPoolClientId,
    ...parameters,
  }).toString()
}

/** Every address in a page, but for its form’s answers. */
function addressesIn(markup: string): string[] {
  return [...markup.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  )
}

test.for(['login', 'signup', 'forgotPassword', 'confirmForgotPassword', 'confirmUser'])(
  'every link of /%s, and its cookie, is below the base path',
  async (page, { standIn }) => {
    const response = await standIn.cognito(new Request(`${url}/${page}?${authorizeQuery(standIn)}`))
    const addresses = addressesIn(await response.text())

    expect(response.status).toBe(200)
    expect(addresses.length).toBeGreaterThan(2)
    expect(addresses.filter((address) => !address.startsWith('/aws/'))).toEqual([])
    for (const cookie of response.headers.getSetCookie()) expect(cookie).toContain('Path=/aws/;')
    for (const address of addresses) {
      if (address.startsWith('/aws/oauth2/')) continue
      const { status } = await standIn.cognito(new Request(new URL(address, url)))
      expect(status, address).toBe(200)
    }
  },
)

test('redirects of the domain stay below the base path', async ({ standIn }) => {
  const query = authorizeQuery(standIn)
  const locationOf = async (path: string) => {
    const { headers } = await standIn.cognito(new Request(`${url}${path}`))
    return headers.get('location') ?? ''
  }

  expect(await locationOf(`/oauth2/authorize?${query}`)).toMatch(/^\/aws\/login\?/)
  expect(await locationOf(`/logout?${query}`)).toMatch(/^\/aws\/login\?/)
  expect(await locationOf(`/oauth2/authorize?${query.replace('callback', 'elsewhere')}`)).toMatch(
    /^\/aws\/error\?/,
  )
  const toProvider = await locationOf(`/oauth2/authorize?${query}&identity_provider=Google`)
  expect(toProvider).toMatch(/^https:\/\/demo\.example\/aws\/social\/google\/authorize\?/)
})

test.for(['google', 'facebook', 'apple', 'amazon', 'company'])(
  'every link of the local %s is below the base path',
  async (slug, { standIn }) => {
    const response = await standIn.cognito(new Request(`${url}/social/${slug}`))
    const addresses = addressesIn(await response.text())

    expect(response.status).toBe(200)
    expect(addresses.length).toBeGreaterThan(1)
    expect(addresses.filter((address) => !address.startsWith(`/aws/social/${slug}`))).toEqual([])
    for (const cookie of response.headers.getSetCookie()) expect(cookie).toContain('Path=/aws/;')
  },
)

test('discovery documents name endpoints that answer below the base path', async ({ standIn }) => {
  const get = async (address: string) => {
    const response = await standIn.cognito(new Request(address))
    expect(response.status, address).toBe(200)
    return (await response.json()) as Record<string, string>
  }
  const issuer = `${url}/${standIn.config().userPoolId}`

  const ofPool = await get(`${issuer}/.well-known/openid-configuration`)
  expect(ofPool).toMatchObject({ issuer, token_endpoint: `${url}/oauth2/token` })
  expect(await get(ofPool.jwks_uri!)).toHaveProperty('keys')
  const ofProvider = await get(`${url}/social/google/.well-known/openid-configuration`)
  expect(await get(ofProvider.jwks_uri!)).toHaveProperty('keys')
  const host = 'cognito-identity.amazonaws.com'
  const ofIdentities = await get(`${url}/${host}/.well-known/openid-configuration`)
  expect(await get(ofIdentities.jwks_uri!)).toHaveProperty('keys')
})

test('the local API answers below the base path, and nothing does beside it', async ({
  standIn,
}) => {
  const headers = { authorization: `Bearer ${standIn.adminToken}` }
  const ask = (address: string) => standIn.cognito(new Request(address, { headers }))

  expect((await ask(`${url}/_local/messages`)).status).toBe(200)
  expect((await ask(url)).status).toBe(200)
  expect((await ask('https://demo.example/_local/messages')).status).toBe(404)
  expect((await ask('https://demo.example/awsome')).status).toBe(404)
})

test('a request is signed for the path that it is sent to', async ({ start }) => {
  const credentials = administrator()
  const running = await start(only(credentials))
  const admin = signingClient(`${running.url}/aws/`, credentials)

  const { Users } = await admin.send(new ListUsersCommand({ UserPoolId: emailPool().id }))

  expect(Users).toEqual([])
  admin.destroy()
})
