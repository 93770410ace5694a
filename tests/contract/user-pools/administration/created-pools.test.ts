import {
  ConfirmSignUpCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DeleteUserPoolClientCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolCommand,
  GetUserCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { expect } from 'vitest'
import { editTemplate } from '../../../support/template/edit-template.ts'
import {
  adminClient,
  administratorOf,
  everybodyAdministers,
} from '../../../support/user-pools/pool-administrator.ts'
import { createSrpClient, type SrpChallenge } from '../../../support/user-pools/srp-client.ts'
import { startStandIn, test, type TestStandIn } from '../../../support/stand-in.ts'
import { temporaryFolder } from '../../../support/node/temporary-folder.ts'

const USERNAME = 'grace@example.com'
const Password = 'a-password-of-twelve'

/** A pool whose passwords need no class of character, with an app client that takes SRP. */
async function createPool(admin: CognitoIdentityProviderClient) {
  const { UserPool } = await admin.send(
    new CreateUserPoolCommand({
      PoolName: 'second',
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      Policies: { PasswordPolicy: { MinimumLength: 12 } },
    }),
  )
  const UserPoolId = UserPool!.Id!
  const { UserPoolClient } = await admin.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'web',
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  )
  return { UserPoolId, ClientId: UserPoolClient!.ClientId! }
}

type Created = Awaited<ReturnType<typeof createPool>>

async function signUp(
  client: CognitoIdentityProviderClient,
  { ClientId }: Created,
  code: () => string,
) {
  await client.send(new SignUpCommand({ ClientId, Username: USERNAME, Password }))
  const ConfirmationCode = code()
  await client.send(new ConfirmSignUpCommand({ ClientId, Username: USERNAME, ConfirmationCode }))
}

async function signIn(client: CognitoIdentityProviderClient, { UserPoolId, ClientId }: Created) {
  const srp = createSrpClient(UserPoolId)
  const { ChallengeParameters } = await client.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME, SRP_A: srp.SRP_A },
    }),
  )
  const { AuthenticationResult } = await client.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: srp.answer(ChallengeParameters as unknown as SrpChallenge, Password),
    }),
  )
  return AuthenticationResult!
}

/** As any party does that trusts the issuer. */
async function verify(
  { url, clock }: TestStandIn,
  token: string,
  { UserPoolId, ClientId }: Created,
) {
  const issuer = `${url}/${UserPoolId}`
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`))
  const currentDate = new Date(clock.now())
  return jwtVerify(token, keys, { issuer, audience: ClientId, currentDate })
}

test('people sign up to a created pool and sign in by SRP, with tokens of its own issuer', async ({
  standIn,
  cognito,
}) => {
  const created = await createPool(adminClient(standIn, await administratorOf(standIn, cognito)))

  await signUp(cognito, created, () => standIn.outbox[0]!.code)
  const { IdToken } = await signIn(cognito, created)

  const { payload } = await verify(standIn, IdToken!, created)
  expect(payload).toMatchObject({ email: USERNAME, email_verified: true, token_use: 'id' })
  const elsewhere = { ...created, UserPoolId: standIn.config.userPoolId }
  await expect(verify(standIn, IdToken!, elsewhere)).rejects.toMatchObject({
    code: 'ERR_JWKS_NO_MATCHING_KEY',
  })
})

test('the people of a created pool are not those of the template’s', async ({
  standIn,
  cognito,
}) => {
  const created = await createPool(adminClient(standIn, await administratorOf(standIn, cognito)))
  await signUp(cognito, created, () => standIn.outbox[0]!.code)

  const ofTemplate = new SignUpCommand({
    ClientId: standIn.config.userPoolClientId,
    Username: USERNAME,
    Password: 'Correct-horse-1',
  })
  await expect(cognito.send(ofTemplate)).resolves.toMatchObject({ UserConfirmed: false })
})

test('an app client may be created for the template’s pool, and goes alone', async ({
  standIn,
  cognito,
}) => {
  const admin = adminClient(standIn, await administratorOf(standIn, cognito))
  const { userPoolId: UserPoolId, userPoolClientId } = standIn.config
  const { UserPoolClient } = await admin.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'other',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    }),
  )
  const begin = (ClientId: string) =>
    cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'root@example.com', PASSWORD: 'Correct-horse-1' },
      }),
    )
  const { AuthenticationResult } = await begin(UserPoolClient!.ClientId!)
  expect(AuthenticationResult?.IdToken).toEqual(expect.any(String))

  const { ClientId } = UserPoolClient!
  await admin.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId }))

  await expect(begin(ClientId!)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  await begin(userPoolClientId)
})

test('a created pool outlives another template, a reset and a restart, and its issuer moves with the port', async ({
  clock,
}) => {
  const data = temporaryFolder()
  const first = await startStandIn({ clock, data })
  const unsigned = adminClient(first, { accessKeyId: 'n', secretAccessKey: 'n', sessionToken: 'n' })
  const credentials = await administratorOf(first, unsigned)
  const created = await createPool(adminClient(first, credentials))
  await signUp(unsigned, created, () => first.outbox[0]!.code)

  editTemplate(first, everybodyAdministers, ['MinimumLength: 8\n', 'MinimumLength: 9\n'])
  await signIn(unsigned, created)
  await first.close()
  const second = await startStandIn({ clock, data })
  const client = adminClient(second, credentials)

  const { IdToken } = await signIn(client, created)
  expect((await verify(second, IdToken!, created)).payload.email).toBe(USERNAME)
  await second.reset()
  await signUp(client, created, () => second.outbox[0]!.code)
  await second.close()
  expect([...first.faults, ...second.faults]).toEqual([])
})

test('a deleted pool takes its app clients, people, sessions and keys with it', async ({
  standIn,
  cognito,
}) => {
  const admin = adminClient(standIn, await administratorOf(standIn, cognito))
  const created = await createPool(admin)
  const { UserPoolId } = created
  await signUp(cognito, created, () => standIn.outbox[0]!.code)
  const { AccessToken } = await signIn(cognito, created)

  await admin.send(new DeleteUserPoolCommand({ UserPoolId }))

  const notFound = { name: 'ResourceNotFoundException' }
  await expect(admin.send(new DescribeUserPoolCommand({ UserPoolId }))).rejects.toMatchObject(
    notFound,
  )
  await expect(signIn(cognito, created)).rejects.toMatchObject(notFound)
  await expect(cognito.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  })
  const keys = await fetch(`${standIn.url}/${UserPoolId}/.well-known/jwks.json`)
  expect(keys.status).toBe(404)
})
