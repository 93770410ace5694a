import {
  CreateUserPoolCommand,
  GetUserPoolMfaConfigCommand,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolCommand,
  type CreateUserPoolRequest,
  type SetUserPoolMfaConfigRequest,
  type UpdateUserPoolRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { createTestDefinitions } from '../../../support/user-pools/definitions.ts'
import { test as base, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

interface Fixtures {
  running: RunningUserPools
  admin: ReturnType<typeof signingClient>
}

const credentials = administrator()
const definitions = createTestDefinitions()

export const test = base.extend<Fixtures>({
  running: async ({ start }, use) => use(await start({ ...only(credentials), definitions })),
  admin: async ({ running }, use) => {
    const client = signingClient(running.url, credentials)
    await use(client)
    client.destroy()
  },
})

type Admin = Fixtures['admin']

export type Settings = Omit<SetUserPoolMfaConfigRequest, 'UserPoolId'>

export const app = { SoftwareTokenMfaConfiguration: { Enabled: true } }

export const SmsConfiguration = {
  SnsCallerArn: 'arn:aws:iam::123456789012:role/sms',
  ExternalId: 'x',
}

export const EmailConfiguration = {
  EmailSendingAccount: 'DEVELOPER' as const,
  SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
}

export const mails = { EmailMfaConfiguration: { Message: 'Your code: {####}', Subject: 'Code' } }

export const passkeys = {
  WebAuthnConfiguration: {
    RelyingPartyId: 'localhost',
    UserVerification: 'required' as const,
    FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' as const,
  },
}

export async function createPool(admin: Admin, settings: Partial<CreateUserPoolRequest> = {}) {
  const { UserPool } = await admin.send(new CreateUserPoolCommand({ PoolName: 'p', ...settings }))
  return UserPool?.Id ?? ''
}

export async function set(admin: Admin, UserPoolId: string, settings: Settings) {
  const { $metadata: _, ...answer } = await admin.send(
    new SetUserPoolMfaConfigCommand({ UserPoolId, ...settings }),
  )
  return answer
}

export async function get(admin: Admin, UserPoolId: string) {
  const { $metadata: _, ...answer } = await admin.send(
    new GetUserPoolMfaConfigCommand({ UserPoolId }),
  )
  return answer
}

export const update = (
  admin: Admin,
  UserPoolId: string,
  settings: Partial<UpdateUserPoolRequest> = {},
) => admin.send(new UpdateUserPoolCommand({ UserPoolId, ...settings }))

export const refused = (message: string) => ({ name: 'InvalidParameterException', message })
