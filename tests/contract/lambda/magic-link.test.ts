import {
  type CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
  type RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { examples } from '../../support/template/examples.ts'
import { signingClient } from '../../support/iam/administrator.ts'
import { startStandIn, type TestStandIn } from '../../support/stand-in.ts'

let standIn: TestStandIn
let cognito: CognitoIdentityProviderClient
let s3: S3Client
let ses: SESv2Client

beforeAll(async () => {
  standIn = await startStandIn({ parameters: examples })
  const { administrator: credentials, config, url, s3Url } = standIn
  const { region } = config
  cognito = signingClient(url, credentials, region)
  s3 = new S3Client({ endpoint: s3Url, region, credentials, forcePathStyle: true })
  ses = new SESv2Client({ endpoint: url, region, credentials })
})

afterAll(async () => {
  for (const client of [cognito, s3, ses]) client.destroy()
  await standIn.close()
  expect(standIn.faults).toEqual([])
})

let people = 0

/** Somebody new, with a confirmed address. */
async function signUp(): Promise<string> {
  const ClientId = standIn.config.userPoolClientId
  const Username = `ada${(people += 1)}@example.com`
  await cognito.send(new SignUpCommand({ ClientId, Username, Password: 'Correct-Horse-1' }))
  const ConfirmationCode = standIn.outbox[0]!.code
  await cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
  return Username
}

async function answer(
  USERNAME: string,
  ANSWER: string,
  ClientMetadata: Record<string, string> = {},
): Promise<RespondToAuthChallengeResponse> {
  const ClientId = standIn.config.userPoolClientId
  const { Session, ChallengeParameters } = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'CUSTOM_AUTH',
      AuthParameters: { USERNAME },
    }),
  )
  expect(ChallengeParameters).toMatchObject({ kind: 'MAGIC_LINK' })
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'CUSTOM_CHALLENGE',
      Session,
      ChallengeResponses: { USERNAME, ANSWER },
      ClientMetadata,
    }),
  )
}

/** Has a link sent. @returns what is in it, undefined where nothing came. */
async function ask(username: string, metadata: Record<string, string> = {}) {
  const before = standIn.outbox.length
  const { ChallengeName } = await answer(username, 'none', { link: 'send', ...metadata })
  expect(ChallengeName).toBe('CUSTOM_CHALLENGE')
  if (standIn.outbox.length === before) return undefined
  const [mail] = standIn.outbox
  const [, origin, name = '', secret = ''] = /^(.+)\/sign-in\/link#([\w-]+)\.([\w-]+)$/.exec(
    mail?.link ?? '',
  )!
  return { mail, origin, userName: Buffer.from(name, 'base64url').toString(), secret }
}

/** What is kept of somebody's link, changed. */
async function change(userName: string, by: (link: Record<string, unknown>) => void) {
  const object = { Bucket: standIn.config.bucket, Key: `magic-links/${userName}` }
  const { Body } = await s3.send(new GetObjectCommand(object))
  const link = JSON.parse(await Body!.transformToString()) as Record<string, unknown>
  by(link)
  await s3.send(new PutObjectCommand({ ...object, Body: JSON.stringify(link) }))
  return link
}

test('a link by mail lets in whoever opens it, once', async () => {
  const email = await signUp()
  const link = await ask(email)

  const { AuthenticationResult } = await answer(link!.userName, link!.secret)
  const again = answer(link!.userName, link!.secret)

  expect(AuthenticationResult?.AccessToken).toEqual(expect.any(String))
  expect(link?.mail).toMatchObject({ to: email, subject: 'Your link to sign in' })
  await expect(again).rejects.toMatchObject({
    name: 'UserLambdaValidationException',
    message: 'VerifyAuthChallengeResponse failed with error LinkUsed.',
  })
})

test('of two who open a link at once, one is let in', async () => {
  const link = (await ask(await signUp()))!

  const outcomes = await Promise.allSettled([1, 2, 3].map(() => answer(link.userName, link.secret)))

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a link is good for fifteen minutes, and what is kept of it is no link', async () => {
  const link = (await ask(await signUp()))!
  const kept = await change(link.userName, (each) => {
    each['sentAt'] = Date.now() - 15 * 60_000 - 1
  })

  const late = answer(link.userName, link.secret)

  await expect(late).rejects.toMatchObject({
    message: 'VerifyAuthChallengeResponse failed with error LinkExpired.',
  })
  expect(JSON.stringify(kept)).not.toContain(link.secret)
})

test('a forged link, and one of somebody else’s, let nobody in, whoever is there', async () => {
  const [mine, other] = [await signUp(), await signUp()]
  const link = (await ask(mine))!
  const others = (await ask(other))!

  for (const [userName, secret] of [
    [others.userName, link.secret],
    [link.userName, `${link.secret}x`],
    ['nobody@example.com', link.secret],
  ] as const) {
    // The next answer would be the last one: what is asked is the same for all three.
    expect(await answer(userName, secret)).toMatchObject({ ChallengeName: 'CUSTOM_CHALLENGE' })
  }
  expect((await answer(link.userName, link.secret)).AuthenticationResult).toBeDefined()
})

test('a newer link takes the place of the one before, and none comes within a minute', async () => {
  const email = await signUp()
  const first = (await ask(email))!

  const tooSoon = await ask(email)
  await change(first.userName, (link) => {
    link['sentAt'] = Date.now() - 61_000
  })
  const second = (await ask(email))!

  expect(tooSoon).toBeUndefined()
  expect(await answer(first.userName, first.secret)).not.toHaveProperty('AuthenticationResult')
  expect((await answer(second.userName, second.secret)).AuthenticationResult).toBeDefined()
})

test('nothing is sent to whom there is no account, and the answer is everybody’s', async () => {
  expect(await ask('nobody@example.com')).toBeUndefined()
})

test('a link leads to an origin of the app’s alone, in the language that the app says', async () => {
  const [first] = standIn.config.redirectSignIn.map((url) => new URL(url).origin)
  const elsewhere = await ask(await signUp(), { origin: 'https://evil.example', language: 'de' })
  const other = await ask(await signUp(), { origin: 'http://localhost:4173' })

  expect(elsewhere).toMatchObject({ origin: first, mail: { subject: 'Ihr Link zur Anmeldung' } })
  expect(other).toMatchObject({ origin: 'http://localhost:4173' })
})

test('SES sends from an identity that a policy names, and to whom it is asked', async () => {
  const mail = {
    FromEmailAddress: 'Acme <login@example.com>',
    Destination: { ToAddresses: ['a@example.com'], BccAddresses: ['b@example.com'] },
    Content: {
      Simple: { Subject: { Data: 'Hello' }, Body: { Html: { Data: '<b>Hello</b>' } } },
    },
  }

  const { MessageId } = await ses.send(new SendEmailCommand(mail))

  expect(MessageId).toEqual(expect.any(String))
  expect(standIn.outbox.slice(0, 2)).toMatchObject([
    { to: 'b@example.com', channel: 'EMAIL', kind: 'SES', subject: 'Hello', body: '<b>Hello</b>' },
    { to: 'a@example.com' },
  ])
  for (const wrong of [
    { ...mail, FromEmailAddress: 'nobody' },
    { ...mail, Destination: {} },
    { ...mail, Content: { Raw: { Data: new Uint8Array(1) } } },
  ]) {
    await expect(ses.send(new SendEmailCommand(wrong))).rejects.toMatchObject({
      name: 'BadRequestException',
    })
  }
})

test('a function sends from no other identity than its role’s', () => {
  const functionsOwn = standIn.deployment().functions.find(({ name }) => name.includes('MagicLink'))
  const role = standIn.deployment().roles.find(({ arn }) => arn === functionsOwn?.roleArn)
  const sending = role?.policies
    .flatMap(({ statements }) => statements)
    .find(({ actions }) => actions.includes('ses:SendEmail'))

  expect(sending?.resources).toEqual([examples.EmailIdentityArn])
})
