import {
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { createTestDefinitions } from '../../../support/user-pools/definitions.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

const credentials = administrator()

test('a pool of the API names its levels, and is told all four', async ({ start }) => {
  const { url } = await start({ ...only(credentials), definitions: createTestDefinitions() })
  const admin = signingClient(url, credentials)
  const create = (AcrValue: string) =>
    admin.send(
      new CreateUserPoolCommand({
        PoolName: 'p',
        AcrConfiguration: { Level4: { AcrValue } },
      }),
    )

  const { UserPool } = await create('best')
  const described = await admin.send(new DescribeUserPoolCommand({ UserPoolId: UserPool?.Id }))

  expect(described.UserPool?.AcrConfiguration).toEqual({
    Level1: { AcrValue: 'urn:cognito:loa:1' },
    Level2: { AcrValue: 'urn:cognito:loa:2' },
    Level3: { AcrValue: 'urn:cognito:loa:3' },
    Level4: { AcrValue: 'best' },
  })
  for (const name of ['two words', 'urn:cognito:loa:1']) {
    await expect(create(name)).rejects.toMatchObject({ name: 'InvalidParameterException' })
  }
})
