import { pbkdf2Sync, randomBytes, scryptSync } from 'node:crypto'
import {
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  type CognitoIdentityProviderClient,
  type PasswordHashingAlgorithmType,
} from '@aws-sdk/client-cognito-identity-provider'
import bcrypt from 'bcryptjs'
import { expect } from 'vitest'
import { createSrpClient, type SrpChallenge } from '../../../support/user-pools/srp-client.ts'
import { administratorsClient, importUsers } from '../../../support/user-pools/user-imports.ts'
import { test, type TestStandIn } from '../../../support/stand-in.ts'

const email = 'ada@example.com'

/** A pool, and an app client that takes passwords and tells who is there. */
async function createPool(standIn: TestStandIn) {
  const admin = administratorsClient(standIn)
  const { UserPool } = await admin.send(
    new CreateUserPoolCommand({
      PoolName: 'migrated',
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    }),
  )
  const UserPoolId = UserPool!.Id!
  const { UserPoolClient } = await admin.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'web',
      ExplicitAuthFlows: [
        'ALLOW_USER_PASSWORD_AUTH',
        'ALLOW_ADMIN_USER_PASSWORD_AUTH',
        'ALLOW_USER_SRP_AUTH',
        'ALLOW_USER_AUTH',
        'ALLOW_REFRESH_TOKEN_AUTH',
      ],
    }),
  )
  return { admin, UserPoolId, ClientId: UserPoolClient!.ClientId! }
}

type Pool = Awaited<ReturnType<typeof createPool>>

function importAda(
  { admin, UserPoolId }: Pool,
  password_hash: string,
  algorithm?: PasswordHashingAlgorithmType,
) {
  const row = { 'cognito:username': email, email_verified: 'TRUE', password_hash }
  return importUsers(admin, UserPoolId, [row], algorithm)
}

async function signIn(client: CognitoIdentityProviderClient, { ClientId }: Pool, password: string) {
  const { AuthenticationResult } = await client.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: password },
    }),
  )
  return AuthenticationResult!
}

async function signInBySrp(client: CognitoIdentityProviderClient, pool: Pool, password: string) {
  const { ClientId } = pool
  const srp = createSrpClient(pool.UserPoolId)
  const { ChallengeParameters } = await client.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: email, SRP_A: srp.SRP_A },
    }),
  )
  return client.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: srp.answer(ChallengeParameters as unknown as SrpChallenge, password),
    }),
  )
}

async function statusOf({ admin, UserPoolId }: Pool) {
  return (await admin.send(new AdminGetUserCommand({ UserPoolId, Username: email }))).UserStatus
}

const wrong = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' }

const unpadded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')
const salt = randomBytes(16)

// The first two are others' test vectors: of jBCrypt, and of the reference implementation of Argon2.
const hashes: readonly [PasswordHashingAlgorithmType, password: string, hash: string][] = [
  ['BCRYPT', 'abc', '$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i'],
  [
    'ARGON2ID',
    'password',
    '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4',
  ],
  [
    'SCRYPT',
    'Grüße, Ada',
    `1024$8$1$${salt.toString('hex')}$${scryptSync('Grüße, Ada', salt, 32, { N: 1024, r: 8, p: 1 }).toString('hex')}`,
  ],
  [
    'PBKDF2_SHA256',
    'Grüße, Ada',
    `$pbkdf2-sha256$1000$${unpadded(salt).replaceAll('+', '.')}$${unpadded(pbkdf2Sync('Grüße, Ada', salt, 1000, 32, 'sha256'))}`,
  ],
]

test.for(hashes)(
  'who comes with a hash of %s signs in with that password, and by SRP from then on',
  async ([algorithm, password, hash], { standIn, cognito }) => {
    const pool = await createPool(standIn)

    const job = await importAda(pool, hash, algorithm)

    expect(job).toMatchObject({
      Status: 'Succeeded',
      ImportedUsers: 1,
      PasswordHashingAlgorithm: algorithm,
    })
    expect(await statusOf(pool)).toBe('CONFIRMED')
    await expect(signInBySrp(cognito, pool, password)).rejects.toMatchObject(wrong)
    await expect(signIn(cognito, pool, `${password}!`)).rejects.toMatchObject(wrong)
    expect((await signIn(cognito, pool, password)).AccessToken).toBeDefined()
    const { AuthenticationResult } = await signInBySrp(cognito, pool, password)
    expect(AuthenticationResult?.AccessToken).toBeDefined()
    await expect(signIn(cognito, pool, `${password}!`)).rejects.toMatchObject(wrong)
  },
)

const cheap = bcrypt.hashSync('Horse-Battery-1', 4)

test('an administrator signs them in with it, too', async ({ standIn }) => {
  const pool = await createPool(standIn)
  await importAda(pool, cheap, 'BCRYPT')
  const { admin, UserPoolId, ClientId } = pool

  const { AuthenticationResult } = await admin.send(
    new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: 'Horse-Battery-1' },
    }),
  )

  expect(AuthenticationResult?.IdToken).toBeDefined()
})

test('a password that is reset before the first sign-in takes the place of the hash', async ({
  standIn,
  cognito,
}) => {
  const pool = await createPool(standIn)
  await importAda(pool, cheap, 'BCRYPT')
  const { ClientId } = pool
  await cognito.send(new ForgotPasswordCommand({ ClientId, Username: email }))
  const ConfirmationCode = standIn.outbox[0]?.code

  await cognito.send(
    new ConfirmForgotPasswordCommand({
      ClientId,
      Username: email,
      ConfirmationCode,
      Password: 'Correct-Horse-1',
    }),
  )

  await expect(signIn(cognito, pool, 'Horse-Battery-1')).rejects.toMatchObject(wrong)
  expect((await signIn(cognito, pool, 'Correct-Horse-1')).AccessToken).toBeDefined()
})

test('one that an administrator sets does, too', async ({ standIn, cognito }) => {
  const pool = await createPool(standIn)
  await importAda(pool, cheap, 'BCRYPT')
  const { admin, UserPoolId } = pool
  const Password = 'Correct-Horse-1'

  await admin.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username: email, Password, Permanent: true }),
  )

  await expect(signIn(cognito, pool, 'Horse-Battery-1')).rejects.toMatchObject(wrong)
  expect((await signIn(cognito, pool, Password)).AccessToken).toBeDefined()
})

test('who signed in by a code has to know the password of the hash to change it', async ({
  standIn,
  cognito,
}) => {
  const pool = await createPool(standIn)
  await importAda(pool, cheap, 'BCRYPT')
  const { ClientId } = pool
  const asked = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: email, PREFERRED_CHALLENGE: 'EMAIL_OTP' },
    }),
  )
  const { AuthenticationResult } = await cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'EMAIL_OTP',
      Session: asked.Session,
      ChallengeResponses: { USERNAME: email, EMAIL_OTP_CODE: standIn.outbox[0]!.code },
    }),
  )
  const AccessToken = AuthenticationResult?.AccessToken
  const change = (PreviousPassword?: string) =>
    cognito.send(
      new ChangePasswordCommand({
        AccessToken,
        ProposedPassword: 'Correct-Horse-1',
        PreviousPassword,
      }),
    )

  await expect(change()).rejects.toMatchObject(wrong)
  await expect(change('Another-1')).rejects.toMatchObject(wrong)
  await change('Horse-Battery-1')

  expect((await signIn(cognito, pool, 'Correct-Horse-1')).AccessToken).toBeDefined()
})

test('a hash that is left out means a password to choose, or a code to sign in with', async ({
  standIn,
}) => {
  const { userPoolId } = standIn.config
  const admin = administratorsClient(standIn)
  const rows = [{ 'cognito:username': email, email_verified: 'TRUE', password_hash: '' }]
  const pool = await createPool(standIn)

  await importUsers(admin, userPoolId, rows, 'BCRYPT')
  await importAda(pool, '', 'BCRYPT')

  const user = await admin.send(
    new AdminGetUserCommand({ UserPoolId: userPoolId, Username: email }),
  )
  expect(user.UserStatus).toBe('RESET_REQUIRED')
  expect(await statusOf(pool)).toBe('CONFIRMED')
})

test('a job that says no algorithm leaves hashes alone', async ({ standIn, cognito }) => {
  const pool = await createPool(standIn)

  expect(await importAda(pool, cheap)).toMatchObject({ ImportedUsers: 1 })

  await expect(signIn(cognito, pool, 'Horse-Battery-1')).rejects.toMatchObject(wrong)
})
