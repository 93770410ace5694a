import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity'
import {
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { LocalConfigDocument } from '../../../local/served-template.ts'
import { freePorts } from '../../support/node/free-ports.ts'
import { startProcess, type LocalProcess } from '../../support/node/local-process.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

const Password = 'Correct-horse-1'

/** What one person was told to be done. */
interface Acknowledged {
  Username: string
  confirmed?: boolean
  accessToken?: string
  refreshToken?: string
  idToken?: string
  identityId?: string
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken: string }
  objects: string[]
}

function clientsOf(config: LocalConfigDocument) {
  const { region } = config
  const cognito = new CognitoIdentityProviderClient({
    endpoint: config.local!.userPoolEndpoint,
    region,
    maxAttempts: 1,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  })
  const identities = new CognitoIdentityClient({
    endpoint: config.local!.identityPoolEndpoint,
    region,
    maxAttempts: 1,
  })
  onTestFinished(() => {
    cognito.destroy()
    identities.destroy()
  })
  const s3 = (credentials: Acknowledged['credentials']) => {
    const client = new S3Client({
      endpoint: config.local!.s3Endpoint,
      region,
      forcePathStyle: true,
      maxAttempts: 1,
      credentials: credentials!,
    })
    onTestFinished(() => client.destroy())
    return client
  }
  return { cognito, identities, s3 }
}

/** One person after another, each step written down once it is acknowledged, until the kill. */
async function stream(
  { config, adminToken }: LocalProcess['ready'],
  worker: number,
  people: Acknowledged[],
): Promise<void> {
  const { cognito, identities, s3 } = clientsOf(config)
  const ClientId = config.userPoolClientId
  for (let index = 0; ; index += 1) {
    const Username = `person-${worker}-${index}@example.com`
    await cognito.send(new SignUpCommand({ ClientId, Username, Password }))
    const person: Acknowledged = { Username, objects: [] }
    people.push(person)

    const inbox = await fetch(`${config.local!.domainUrl}/_local/messages?to=${Username}`, {
      headers: { authorization: `Bearer ${adminToken}` },
    })
    const [{ code: ConfirmationCode } = { code: '' }] = (await inbox.json()) as { code: string }[]
    await cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
    person.confirmed = true

    const { AuthenticationResult: tokens } = await cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: Username, PASSWORD: Password },
      }),
    )
    person.accessToken = tokens!.AccessToken!
    person.refreshToken = tokens!.RefreshToken!
    person.idToken = tokens!.IdToken!

    const Logins = loginsOf(config, person)
    const { IdentityId } = await identities.send(
      new GetIdCommand({ IdentityPoolId: config.identityPoolId, Logins }),
    )
    person.identityId = IdentityId!
    const { Credentials } = await identities.send(
      new GetCredentialsForIdentityCommand({ IdentityId, Logins }),
    )
    person.credentials = {
      accessKeyId: Credentials!.AccessKeyId!,
      secretAccessKey: Credentials!.SecretKey!,
      sessionToken: Credentials!.SessionToken!,
    }
    const bucket = s3(person.credentials)
    for (const name of ['a', 'b']) {
      await bucket.send(
        new PutObjectCommand({ Bucket: config.bucket, Key: keyOf(person, name), Body: body(name) }),
      )
      person.objects.push(name)
    }
  }
}

const body = (name: string) => name.repeat(50_000)
const keyOf = ({ identityId }: Acknowledged, name: string) => `users/${identityId}/${name}`

function loginsOf(config: LocalConfigDocument, { idToken }: Acknowledged) {
  return { [`${config.domain}/${config.userPoolId}`]: idToken! }
}

/** Everything that was acknowledged is there, and works on. */
async function check(config: LocalConfigDocument, person: Acknowledged): Promise<void> {
  const { cognito, identities, s3 } = clientsOf(config)
  const ClientId = config.userPoolClientId
  const again = new SignUpCommand({ ClientId, Username: person.Username, Password })
  await expect(cognito.send(again)).rejects.toMatchObject({ name: 'UsernameExistsException' })
  if (person.confirmed) {
    const AuthParameters = { USERNAME: person.Username, PASSWORD: Password }
    const signIn = { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters } as const
    expect(await cognito.send(new InitiateAuthCommand(signIn))).toHaveProperty(
      'AuthenticationResult.AccessToken',
    )
  }
  if (person.accessToken !== undefined) {
    await cognito.send(new GetUserCommand({ AccessToken: person.accessToken }))
    await cognito.send(
      new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken: person.refreshToken }),
    )
  }
  if (person.identityId !== undefined) {
    const { IdentityId } = await identities.send(
      new GetIdCommand({ IdentityPoolId: config.identityPoolId, Logins: loginsOf(config, person) }),
    )
    expect(IdentityId).toBe(person.identityId)
  }
  if (person.objects.length > 0) {
    const bucket = s3(person.credentials)
    const { Contents = [] } = await bucket.send(
      new ListObjectsV2Command({ Bucket: config.bucket, Prefix: keyOf(person, '') }),
    )
    expect(Contents.map(({ Key }) => Key)).toEqual(
      expect.arrayContaining(person.objects.map((name) => keyOf(person, name))),
    )
    for (const { Key } of Contents) {
      const { Body } = await bucket.send(new GetObjectCommand({ Bucket: config.bucket, Key }))
      expect(await Body!.transformToString()).toBe(body(Key!.at(-1)!))
    }
  }
}

test('what was acknowledged survives kill -9 in the middle of everything', async () => {
  const env = {
    LOCAL_AWS_PORT: String(await freePorts(2)),
    LOCAL_AWS_DATA: temporaryFolder(),
  }
  const people: Acknowledged[] = []

  for (const round of [1, 2, 3]) {
    const local = await startProcess(env)
    const wanted = people.length + 8
    const streams = [1, 2, 3].map((worker) =>
      stream(local.ready, round * 10 + worker, people).catch(() => undefined),
    )
    const enough = new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (people.length < wanted) return
        clearInterval(timer)
        resolve()
      }, 5)
    })
    await enough
    expect(await local.end('SIGKILL')).toBe('SIGKILL')
    await Promise.all(streams)
  }

  const orphan = join(env.LOCAL_AWS_DATA, 'blobs', '00000000-0000-4000-8000-000000000000')
  writeFileSync(orphan, 'a body whose row was never written')
  const local = await startProcess(env)
  expect(existsSync(orphan)).toBe(false)
  for (const person of people) await check(local.ready.config, person)
  expect(people.filter(({ objects }) => objects.length === 2).length).toBeGreaterThan(5)
  expect(local.stderr()).not.toMatch(/failed|could not/i)
}, 180_000)
