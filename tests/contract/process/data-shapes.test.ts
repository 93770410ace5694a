import { CognitoIdentityClient, GetIdCommand } from '@aws-sdk/client-cognito-identity'
import {
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  GetTokensFromRefreshTokenCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  CompleteMultipartUploadCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { currentShape } from '../../../local/core/store/migration.ts'
import { migrations } from '../../../local/migrations.ts'
import type { Facts } from '../../data/facts.ts'
import { startDataFolder, type StartedFolder } from '../../support/node/start-data-folder.ts'

const data = 'tests/data'
const shapes = readdirSync(data).filter((name) => name.startsWith('shape-'))

interface Opened extends StartedFolder {
  facts: Facts
  cognito: CognitoIdentityProviderClient
  s3: S3Client
}

async function open(shape: string, at: Partial<Facts> = {}): Promise<Opened> {
  const written = JSON.parse(readFileSync(join(data, shape, 'facts.json'), 'utf8')) as Facts
  const facts = { ...written, ...at }
  const started = await startDataFolder(join(data, shape, 'folder'), facts)
  const { region } = started.standIn.config()
  const cognito = new CognitoIdentityProviderClient({ endpoint: started.url, region })
  const s3 = new S3Client({
    endpoint: started.s3Url,
    region,
    forcePathStyle: true,
    credentials: { ...facts.ada.credentials },
  })
  onTestFinished(() => {
    cognito.destroy()
    s3.destroy()
  })
  return { ...started, facts, cognito, s3 }
}

/** @returns the tokens of whoever signs in with the password. */
async function signIn({ cognito, facts }: Opened, username: string, password: string) {
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      ClientId: facts.userPoolClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: username, PASSWORD: password },
    }),
  )
  return AuthenticationResult!
}

test('there is a data folder of every shape that rows have had', () => {
  const all = Array.from({ length: currentShape(migrations) }, (_, index) => `shape-${index + 1}`)
  expect(shapes).toStrictEqual(all)
})

test.each(shapes)('%s: it is the same installation, with the same keys', async (shape) => {
  const { standIn, url, facts } = await open(shape)

  expect(standIn.config()).toMatchObject({
    userPoolId: facts.userPoolId,
    userPoolClientId: facts.userPoolClientId,
    identityPoolId: facts.identityPoolId,
    bucket: facts.bucket,
  })
  const jwks = await fetch(`${url}/${facts.userPoolId}/.well-known/jwks.json`)
  const { keys } = (await jwks.json()) as { keys: { kid: string }[] }
  expect(keys.map(({ kid }) => kid)).toStrictEqual(facts.keyIds)
})

test.each(shapes)('%s: people sign in, and stay signed in', async (shape) => {
  const opened = await open(shape)
  const { cognito, facts } = opened
  const { ada, social } = facts

  expect(await signIn(opened, ada.email, ada.password)).toHaveProperty('IdToken')
  for (const RefreshToken of [ada.refreshToken, social.refreshToken]) {
    const refreshed = await cognito.send(
      new GetTokensFromRefreshTokenCommand({ ClientId: facts.userPoolClientId, RefreshToken }),
    )
    expect(refreshed.AuthenticationResult).toHaveProperty('AccessToken')
  }
})

test.each(shapes)('%s: codes that were sent are good', async (shape) => {
  const opened = await open(shape)
  const { cognito, facts } = opened
  const { bob, grace, userPoolClientId: ClientId } = facts

  const toConfirm = { ClientId, Username: bob.email, ConfirmationCode: bob.code }
  await cognito.send(new ConfirmSignUpCommand(toConfirm))
  expect(await signIn(opened, bob.email, bob.password)).toHaveProperty('IdToken')

  const Password = grace.newPassword
  const toReset = { ClientId, Username: grace.email, ConfirmationCode: grace.code, Password }
  await cognito.send(new ConfirmForgotPasswordCommand(toReset))
  expect(await signIn(opened, grace.email, grace.newPassword)).toHaveProperty('IdToken')
})

const places = [
  ['the port it had', {}],
  ['another port', { cognitoUrl: 'http://localhost:9329' }],
] as const

test.each(shapes.flatMap((shape) => places.map(([place, at]) => [shape, place, at] as const)))(
  '%s: a person is who they were to the identity pool, at %s',
  async (shape, _place, at) => {
    const opened = await open(shape, at)
    const { facts, url, standIn } = opened
    const { IdToken } = await signIn(opened, facts.ada.email, facts.ada.password)

    const identities = new CognitoIdentityClient({ endpoint: url, region: standIn.config().region })
    onTestFinished(() => identities.destroy())
    const Logins = { [`${new URL(facts.cognitoUrl).host}/${facts.userPoolId}`]: IdToken! }
    const IdentityPoolId = facts.identityPoolId
    const { IdentityId } = await identities.send(new GetIdCommand({ IdentityPoolId, Logins }))
    expect(IdentityId).toBe(facts.ada.identityId)
  },
)

test.each(shapes)('%s: objects are there, and uploads go on', async (shape) => {
  const { facts, s3 } = await open(shape)
  const { bucket: Bucket, upload } = facts
  const prefix = `users/${facts.ada.identityId}/`

  const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: prefix }))
  const names = Object.keys(facts.objects).map((name) => `${prefix}${name}`)
  expect(Contents?.map(({ Key }) => Key)).toStrictEqual(names.toSorted())
  for (const [name, text] of Object.entries(facts.objects)) {
    const object = await s3.send(new GetObjectCommand({ Bucket, Key: `${prefix}${name}` }))
    expect(await object.Body?.transformToString()).toBe(text)
    expect(object.Metadata).toStrictEqual({ written: 'by-ada' })
  }

  const Parts = [{ PartNumber: 1, ETag: upload.etag }]
  const place = { Bucket, Key: upload.key, UploadId: upload.id }
  await s3.send(new CompleteMultipartUploadCommand({ ...place, MultipartUpload: { Parts } }))
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: upload.key }))
  expect(await Body?.transformToString()).toBe(upload.text)
})

test.each(shapes)('%s: a reset that comes first keeps ids and keys alone', async (shape) => {
  const { standIn, store } = await open(shape)
  const rowsOf = (names: readonly string[]) =>
    names.map((name) => [name, [...store.table(name).entries()]] as const)
  const kept = rowsOf([
    'installation/ids',
    'user-pools/signing-keys',
    'user-pools/secrets',
    'user-pools/code-keys',
    'social-providers/secrets',
    'social-providers/apple-keys',
    'social-providers/signing-keys',
  ])
  const emptied = ['user-pools/users', 'user-pools/codes', 's3-objects', 'outbox/messages']
  for (const [name, rows] of [...kept, ...rowsOf(emptied)]) expect(rows, name).not.toHaveLength(0)

  await standIn.reset()

  expect(rowsOf(kept.map(([name]) => name))).toStrictEqual(kept)
  for (const [name, rows] of rowsOf(emptied)) expect(rows, name).toHaveLength(0)
})
