import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import { withDefaults } from '../../../support/managed-login/domain-login.ts'
import { recordTriggers, triggersOf } from '../../../support/user-pools/recorded-triggers.ts'
import { appClient } from '../../../support/user-pools/user-pool-config.ts'

const machine = appClient({
  secret: 'of-the-machine',
  allowedOAuthFlowsUserPoolClient: true,
  allowedOAuthFlows: ['client_credentials'],
  allowedOAuthScopes: ['api/read', 'api/write'],
})
const test = withDefaults({
  clients: [machine],
  ...triggersOf('PreTokenGeneration'),
  preTokenGenerationVersion: '3',
})

async function requestToken(url: string, parameters: Readonly<Record<string, string>> = {}) {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: machine.id,
    client_secret: 'of-the-machine',
    scope: 'api/read',
    ...parameters,
  })
  const response = await fetch(`${url}/oauth2/token`, { method: 'POST', body })
  return (await response.json()) as { access_token?: string; error?: string }
}

test('the trigger changes the token of an app client, and is told what came with the request', async ({
  start,
}) => {
  const { invoke, events } = recordTriggers({
    PreTokenGeneration: () => ({
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: {
          claimsToAddOrOverride: { tenant: 7, client_id: 'another' },
          scopesToAdd: ['api/extra'],
        },
      },
    }),
  })
  const { url, pool } = await start({}, { invoke })

  const { access_token = '' } = await requestToken(url, {
    aws_client_metadata: JSON.stringify({ tenant: 'seven' }),
  })

  expect(decodeJwt(access_token)).toMatchObject({
    sub: machine.id,
    client_id: machine.id,
    tenant: 7,
    scope: 'api/read api/extra',
  })
  expect(events).toEqual([
    {
      version: '3',
      region: 'us-east-1',
      userPoolId: pool.id,
      userName: 'ClientCredentials',
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: machine.id },
      triggerSource: 'TokenGeneration_ClientCredentials',
      request: {
        userAttributes: {},
        groupConfiguration: null,
        scopes: ['api/read'],
        clientMetadata: { tenant: 'seven' },
      },
      response: { claimsAndScopeOverrideDetails: null },
    },
  ])
})

test('an earlier version does not run for an app client', async ({ start }) => {
  const { invoke, events } = recordTriggers()
  const { url } = await start({ preTokenGenerationVersion: '2' }, { invoke })

  expect(await requestToken(url)).toHaveProperty('access_token')
  expect(events).toEqual([])
})

test('what the trigger throws is a bare refusal', async ({ start }) => {
  const { invoke } = recordTriggers({ PreTokenGeneration: () => new Error('Not on Sundays') })
  const { url } = await start({}, { invoke })

  expect(await requestToken(url)).toEqual({ error: 'invalid_grant' })
})

test.for(['{', '[]', '"a"', 'null', '{"a":1}'])(
  'metadata that are no object of texts are refused (%s)',
  async (aws_client_metadata, { start }) => {
    const { invoke, events } = recordTriggers()
    const { url } = await start({}, { invoke })

    expect(await requestToken(url, { aws_client_metadata })).toMatchObject({
      error: 'invalid_request',
    })
    expect(events).toEqual([])
  },
)
