import { ListUserPoolsCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

const pools = ['a', 'b', 'c'].map((letter) => ({
  ...emailPool(),
  id: `us-east-1_Pool0000${letter}`,
  name: `pool-${letter}`,
}))

test('ListUserPools lists the pools, with their triggers', async ({ start }) => {
  const credentials = administrator()
  const PreSignUp = 'arn:aws:lambda:us-east-1:000000000000:function:link'
  const { url } = await start({
    ...only(credentials),
    pools: [{ ...emailPool(), triggers: { PreSignUp, InboundFederation: PreSignUp } }],
  })

  const { UserPools, NextToken } = await signingClient(url, credentials).send(
    new ListUserPoolsCommand({ MaxResults: 60 }),
  )

  const { id: Id, name: Name } = emailPool()
  const InboundFederation = { LambdaVersion: 'V1_0', LambdaArn: PreSignUp }
  const LambdaConfig = { PreSignUp, InboundFederation }
  expect(UserPools).toEqual([{ Id, Name, LambdaConfig }])
  expect(NextToken).toBeUndefined()
})

test('ListUserPools goes on where the page before ended', async ({ start }) => {
  const credentials = administrator()
  const client = signingClient((await start({ ...only(credentials), pools })).url, credentials)

  const first = await client.send(new ListUserPoolsCommand({ MaxResults: 2 }))
  const { NextToken } = first
  const second = await client.send(new ListUserPoolsCommand({ MaxResults: 2, NextToken }))

  expect(first.UserPools?.map(({ Name }) => Name)).toEqual(['pool-a', 'pool-b'])
  expect(second.UserPools?.map(({ Name }) => Name)).toEqual(['pool-c'])
  expect(second.NextToken).toBeUndefined()
})

test('ListUserPools refuses a token that it did not give', async ({ start }) => {
  const credentials = administrator()
  const { url } = await start(only(credentials))

  await expect(
    signingClient(url, credentials).send(
      new ListUserPoolsCommand({ MaxResults: 1, NextToken: 'mine' }),
    ),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })
})

test.for([0, 61])('ListUserPools takes no %d at a time', async (MaxResults, { start }) => {
  const credentials = administrator()
  const { url } = await start(only(credentials))

  await expect(
    signingClient(url, credentials).send(new ListUserPoolsCommand({ MaxResults })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringMatching(/^1 validation error detected: Value '\d+' at 'maxResults' /),
  })
})

test('ListUserPools touches no pool in particular: rights to each of them are not enough', async ({
  start,
}) => {
  const credentials = administrator({ Resource: 'arn:aws:cognito-idp:*:*:userpool/*' })
  const { url } = await start(only(credentials))

  await expect(
    signingClient(url, credentials).send(new ListUserPoolsCommand({ MaxResults: 1 })),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining('perform: cognito-idp:ListUserPools on resource: * because'),
  })
})
