import { scryptSync } from 'node:crypto'
import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity'
import {
  AdminCreateUserCommand,
  type CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
  SignUpCommand,
  type AuthenticationResultType,
} from '@aws-sdk/client-cognito-identity-provider'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { examples } from '../../support/template/examples.ts'
import { signingClient } from '../../support/iam/administrator.ts'
import { startStandIn, type TestStandIn } from '../../support/stand-in.ts'

const Password = 'Analytical-Engine-1843'

let standIn: TestStandIn
let cognito: CognitoIdentityProviderClient
let s3: S3Client

beforeAll(async () => {
  standIn = await startStandIn({ parameters: examples })
  const { administrator, config, url, s3Url } = standIn
  cognito = signingClient(url, administrator, config.region)
  s3 = new S3Client({
    endpoint: s3Url,
    region: config.region,
    credentials: administrator,
    forcePathStyle: true,
  })
})

afterAll(async () => {
  cognito.destroy()
  s3.destroy()
  await standIn.close()
  expect(standIn.faults).toEqual([])
})

async function signUp(Username: string, attributes: Record<string, string> = {}, language = 'en') {
  const ClientId = standIn.config.userPoolClientId
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
  const { UserSub = '' } = await cognito.send(
    new SignUpCommand({
      ClientId,
      Username,
      Password,
      UserAttributes,
      ClientMetadata: { language },
    }),
  )
  const ConfirmationCode = standIn.outbox[0]!.code
  await cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
  return UserSub
}

async function signIn(Username: string, password = Password): Promise<AuthenticationResultType> {
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      ClientId: standIn.config.userPoolClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: password },
    }),
  )
  return AuthenticationResult!
}

test.for(['eve@example.org', 'eve@example.com.evil.test', 'eve@sub.example.com'])(
  'the list of domains lets %s not sign up',
  async (Username) => {
    const ClientId = standIn.config.userPoolClientId

    const signingUp = cognito.send(new SignUpCommand({ ClientId, Username, Password }))

    await expect(signingUp).rejects.toMatchObject({
      name: 'UserLambdaValidationException',
      message: 'PreSignUp failed with error Only addresses at example.com can have an account.',
    })
  },
)

test('the list of domains binds no administrator', async () => {
  const { User } = await cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: standIn.config.userPoolId,
      Username: 'grace@example.org',
      DesiredDeliveryMediums: ['EMAIL'],
      UserAttributes: [{ Name: 'email', Value: 'grace@example.org' }],
    }),
  )

  expect(User?.UserStatus).toBe('FORCE_CHANGE_PASSWORD')
  expect(standIn.outbox[0]).toMatchObject({ subject: 'Your account at Acme' })
})

test.for([
  ['en', 'Welcome to Acme', /^<p>Enter \d{6} to confirm your address\.<\/p><p>Acme<\/p>$/],
  ['de-AT', 'Willkommen bei Acme', /^<p>\d{6} bestätigt Ihre Adresse\.<\/p><p>Acme<\/p>$/],
  ['fr', 'Welcome to Acme', /^<p>Enter \d{6}/],
] as const)('mail to somebody whose app is in %s is in words of one’s own', async (row) => {
  const [language, subject, body] = row
  const address = `mail.${language}@example.com`

  await signUp(address, {}, language)

  expect(standIn.outbox[0]).toMatchObject({
    to: address,
    subject,
    body: expect.stringMatching(body) as string,
  })
})

test('whoever has confirmed an account finds an object of theirs, which nobody else reads', async () => {
  const sub = await signUp('ada@example.com', { name: 'Ada' })
  await signUp('bob@example.com')
  const Key = `welcome/${sub}/welcome.json`
  const get = async (who: string) => {
    const client = await personalS3(who)
    const object = await client.send(new GetObjectCommand({ Bucket: standIn.config.bucket, Key }))
    return JSON.parse((await object.Body?.transformToString()) ?? '') as unknown
  }

  expect(await get('ada@example.com')).toMatchObject({ name: 'Ada' })
  await expect(get('bob@example.com')).rejects.toMatchObject({ name: 'AccessDenied' })
})

async function personalS3(email: string): Promise<S3Client> {
  const { identityPoolId, region, userPoolId } = standIn.config
  const { IdToken = '' } = await signIn(email)
  const Logins = { [`${new URL(standIn.url).host}/${userPoolId}`]: IdToken }
  const identities = new CognitoIdentityClient({ endpoint: standIn.url, region })
  const { IdentityId } = await identities.send(
    new GetIdCommand({ IdentityPoolId: identityPoolId, Logins }),
  )
  const { Credentials } = await identities.send(
    new GetCredentialsForIdentityCommand({ IdentityId, Logins }),
  )
  const { AccessKeyId = '', SecretKey = '', SessionToken = '' } = Credentials ?? {}
  return new S3Client({
    endpoint: standIn.s3Url,
    region,
    forcePathStyle: true,
    credentials: {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretKey,
      sessionToken: SessionToken,
    },
  })
}

test('both tokens say which company somebody is of, where there is one', async () => {
  await signUp('charles@example.com', { 'custom:company': 'Engines' })
  await signUp('nobody@example.com')

  const { IdToken, AccessToken } = await signIn('charles@example.com')
  const without = await signIn('nobody@example.com')

  expect([IdToken, AccessToken].map((token) => decodeJwt(token!)['company'])).toEqual([
    'Engines',
    'Engines',
  ])
  expect(decodeJwt(without.AccessToken!)).not.toHaveProperty('company')
})

function asOldDirectoryHas(password: string): string {
  const salt = Buffer.from('a salt of the old directory')
  const hash = scryptSync(password, salt, 32, { N: 1024 })
  return ['scrypt', 1024, 8, 1, salt.toString('base64'), hash.toString('base64')].join(':')
}

test('people of the old directory are brought over when they first sign in or forget their password', async () => {
  const people = [
    { email: 'Mary@example.com', name: 'Mary', password: asOldDirectoryHas('old secret') },
    { email: 'forgetful@example.com', password: asOldDirectoryHas('old secret') },
  ]
  const object = { Bucket: standIn.config.bucket, Key: 'old-directory.json' }
  await s3.send(new PutObjectCommand({ ...object, Body: JSON.stringify(people) }))

  await expect(signIn('mary@example.com', 'a wrong one')).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  })
  await expect(signIn('stranger@example.com', 'old secret')).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  })
  const first = await signIn('mary@example.com', 'old secret')
  await s3.send(new PutObjectCommand({ ...object, Body: '[]' }))
  const second = await signIn('mary@example.com', 'old secret')
  await s3.send(new PutObjectCommand({ ...object, Body: JSON.stringify(people) }))
  const { CodeDeliveryDetails } = await cognito.send(
    new ForgotPasswordCommand({
      ClientId: standIn.config.userPoolClientId,
      Username: 'forgetful@example.com',
    }),
  )

  expect(decodeJwt(first.IdToken!)).toMatchObject({
    email: 'Mary@example.com',
    email_verified: true,
    name: 'Mary',
  })
  expect(decodeJwt(second.IdToken!).sub).toBe(decodeJwt(first.IdToken!).sub)
  expect(CodeDeliveryDetails?.DeliveryMedium).toBe('EMAIL')
  expect(standIn.outbox[0]).toMatchObject({ to: 'forgetful@example.com', kind: 'FORGOT_PASSWORD' })
})
