import {
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  type CreateUserPoolClientRequest,
  type CreateUserPoolRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { createTestDefinitions } from '../../../support/user-pools/definitions.ts'
import { test as base, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

interface Fixtures {
  pools: RunningUserPools
  admin: ReturnType<typeof signingClient>
}

const credentials = administrator()

export const definitions = createTestDefinitions()

export const test = base.extend<Fixtures>({
  pools: async ({ start }, use) => use(await start({ ...only(credentials), definitions })),
  admin: async ({ pools }, use) => {
    const client = signingClient(pools.url, credentials)
    await use(client)
    client.destroy()
  },
})

type Admin = Fixtures['admin']

export async function createPool(admin: Admin, settings: Partial<CreateUserPoolRequest> = {}) {
  const { UserPool } = await admin.send(new CreateUserPoolCommand({ PoolName: 'p', ...settings }))
  return UserPool!
}

export async function createClient(
  admin: Admin,
  UserPoolId: string,
  settings: Partial<CreateUserPoolClientRequest> = {},
) {
  const { UserPoolClient } = await admin.send(
    new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'web', ...settings }),
  )
  return UserPoolClient!
}
