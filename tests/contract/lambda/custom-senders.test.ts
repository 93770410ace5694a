import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  DescribeUserPoolCommand,
  ForgotPasswordCommand,
  GetUserAttributeVerificationCodeCommand,
  InitiateAuthCommand,
  ResendConfirmationCodeCommand,
  UpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createManualTimer } from '../../support/core/manual-timer.ts'
import { ada } from '../../support/app/ada.ts'
import { listen } from '../../support/node/listen.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'
import { startStandIn } from '../../support/stand-in.ts'
import { edited } from '../../support/template/edit-template.ts'
import { withSenders } from '../../support/template/senders.ts'
import { addUnconfirmed } from '../../support/user-pools/people-in-pool.ts'

/** An event as the sender saw it, its code in clear. */
interface Sent {
  triggerSource: string
  callerContext: { clientId: string }
  request: {
    type: string
    code: string
    clientMetadata: unknown
    userAttributes: Record<string, string>
    encryptionContext: Record<string, string>
    suiteId: number
  }
}

type Options = Parameters<typeof withSenders>[0] & { parameters?: Record<string, string> }

/** The local AWS with a function that sends its messages. */
async function start({ parameters = {}, ...options }: Options = {}) {
  const template = join(temporaryFolder(), 'template.yaml')
  writeFileSync(template, edited('infra/template.yaml', ...withSenders(options)))
  // The library takes its time to load, on a busy machine more than a function has.
  const { timer } = createManualTimer()
  const standIn = await startStandIn({ template, parameters, timer })
  const { region, userPoolClientId: ClientId, userPoolId: UserPoolId } = standIn.config
  const credentials = { ...standIn.administrator }
  const cognito = new CognitoIdentityProviderClient({ endpoint: standIn.url, region, credentials })
  onTestFinished(async () => {
    cognito.destroy()
    await standIn.close()
  })
  const said = (part: string) => standIn.printed.filter((line) => line.includes(part))
  return {
    standIn,
    cognito,
    ClientId,
    UserPoolId,
    said,
    /** The only event of that source, once the function has printed it. */
    sent: async (source: string): Promise<Sent> => {
      const mark = `[sender ${source} `
      await vi.waitUntil(() => said(mark).length > 0, { timeout: 20_000 })
      expect(said(mark)).toHaveLength(1)
      return JSON.parse(said(mark)[0]!.replace(/^.*?\] /, '')) as Sent
    },
  }
}

test('the code of a sign-up comes encrypted to the function that mails, and to nobody else', async () => {
  const { standIn, cognito, ClientId, UserPoolId, sent } = await start()

  await addUnconfirmed(standIn, cognito, ada)
  const { request, ...frame } = await sent('CustomEmailSender_SignUp')

  expect(frame).toMatchObject({
    version: '1',
    userPoolId: UserPoolId,
    callerContext: { clientId: ClientId },
    response: {},
  })
  expect(request).toEqual({
    type: 'customEmailSenderRequestV1',
    code: expect.stringMatching(/^\d{6}$/),
    clientMetadata: null,
    userAttributes: {
      sub: expect.stringMatching(/^[\da-f-]{36}$/),
      'cognito:user_status': 'UNCONFIRMED',
      email: ada.email,
      email_verified: 'false',
    },
    encryptionContext: {
      'userpool-id': UserPoolId,
      'aws-crypto-public-key': expect.stringMatching(/^A[\w+/]{65}==$/),
    },
    suiteId: 0x0378,
  })
  expect(standIn.outbox).toEqual([])
  await cognito.send(
    new ConfirmSignUpCommand({
      ClientId,
      Username: ada.email,
      ConfirmationCode: request.code,
    }),
  )
})

test('every occasion of a message calls the function of such messages with its own source', async () => {
  const { standIn, cognito, ClientId, UserPoolId, sent } = await start({
    parameters: { EmailCodes: 'true', SmsRoleArn: 'arn:aws:iam::123456789012:role/sms' },
  })
  const ClientMetadata = { campaign: 'spring' }
  const Username = ada.email

  await addUnconfirmed(standIn, cognito, ada)
  await sent('CustomEmailSender_SignUp')
  await cognito.send(new ResendConfirmationCodeCommand({ ClientId, Username, ClientMetadata }))
  const resent = await sent('CustomEmailSender_ResendCode')
  await cognito.send(
    new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: resent.request.code }),
  )
  const { AuthenticationResult: { AccessToken } = {} } = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: ada.password },
    }),
  )
  await cognito.send(new ForgotPasswordCommand({ ClientId, Username }))
  await cognito.send(
    new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName: 'email' }),
  )
  await cognito.send(
    new UpdateUserAttributesCommand({
      AccessToken,
      UserAttributes: [{ Name: 'email', Value: 'countess@example.com' }],
    }),
  )
  await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: Username, PREFERRED_CHALLENGE: 'EMAIL_OTP' },
    }),
  )
  await cognito.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username: 'grace@example.com',
      TemporaryPassword: 'Nanosecond-1906',
      UserAttributes: [{ Name: 'phone_number', Value: '+15551234567' }],
      DesiredDeliveryMediums: ['EMAIL', 'SMS'],
    }),
  )

  expect(resent.request.clientMetadata).toEqual(ClientMetadata)
  const password = await sent('CustomEmailSender_ForgotPassword')
  expect(password.request.code).toMatch(/^\d{6}$/)
  await sent('CustomEmailSender_VerifyUserAttribute')
  await sent('CustomEmailSender_UpdateUserAttribute')
  const signIn = await sent('CustomEmailSender_Authentication')
  expect(signIn.request.code).toMatch(/^\d{8}$/)
  const invited = await sent('CustomEmailSender_AdminCreateUser')
  expect(invited).toMatchObject({
    callerContext: { clientId: 'CLIENT_ID_NOT_APPLICABLE' },
    request: { code: 'Nanosecond-1906', userAttributes: { email: 'grace@example.com' } },
  })
  expect((await sent('CustomSMSSender_AdminCreateUser')).request).toMatchObject({
    type: 'customSMSSenderRequestV1',
    code: 'Nanosecond-1906',
  })
  expect(standIn.outbox).toEqual([])
})

test('the example of docs/triggers.md mails the code', async () => {
  const mails: unknown[] = []
  const mailbox = await listen(async (request) => {
    mails.push(await request.json())
    return new Response()
  })
  onTestFinished(() => mailbox.close())
  const [, section = ''] = readFileSync('docs/triggers.md', 'utf8').split('## CustomEmailSender')
  const [, example = ''] = /```js\n([\s\S]+?)```/.exec(section) ?? []
  const { standIn, cognito } = await start({
    source: example.trimEnd().split('\n'),
    mailUrl: mailbox.url,
  })

  await addUnconfirmed(standIn, cognito, ada)

  await vi.waitUntil(() => mails.length > 0, { timeout: 20_000 })
  const code = expect.stringMatching(/^\d{6}$/) as string
  expect(mails).toEqual([{ to: ada.email, triggerSource: 'CustomEmailSender_SignUp', code }])
})

test('a function whose role may not decrypt fails in the terminal, and the sign-up does not', async () => {
  const { standIn, cognito, said } = await start({ allowed: 's3:GetObject' })

  await addUnconfirmed(standIn, cognito, ada)

  await vi.waitUntil(() => said('failed: ').length > 0, { timeout: 20_000 })
  expect(said('failed: ')[0]).toContain('not authorized to perform: kms:Decrypt on resource: arn')
  expect(standIn.outbox).toEqual([])
})

test('the pool says who sends its messages, and with which key', async () => {
  const { standIn, cognito, UserPoolId } = await start()

  const { UserPool } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId }))

  const LambdaArn = expect.stringMatching(/:function:sender$/) as string
  expect(UserPool?.LambdaConfig).toMatchObject({
    CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn },
    CustomSMSSender: { LambdaVersion: 'V1_0', LambdaArn },
    KMSKeyID: standIn.deployment().keys[0]?.arn,
  })
})
