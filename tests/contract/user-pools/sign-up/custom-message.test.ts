import {
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  GetUserAttributeVerificationCodeCommand,
  GetUserCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { FunctionError } from '../../../../local/core/ports/invoke-function.ts'
import { wordedPool, wordFromNowOn, wording } from '../../../support/user-pools/custom-message.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

const ClientMetadata = { campaign: 'spring' }
const byName = { ClientId: ada.ClientId, Username: ada.Username, ClientMetadata }

test('each message is worded by the function, which is told what it is for and for whom', async ({
  start,
}) => {
  const { events, invoke } = wording(({ triggerSource, request: { codeParameter } }) => ({
    emailSubject: triggerSource,
    emailMessage: `<b>${codeParameter}</b>, once more ${codeParameter}`,
    smsMessage: null,
  }))
  const running = await start({ pools: [wordedPool()], invoke })
  const { cognito, outbox } = running

  await cognito.send(new SignUpCommand({ ...ada, ClientMetadata }))
  await cognito.send(new ResendConfirmationCodeCommand(byName))
  const ConfirmationCode = running.newestCode()
  await cognito.send(
    new ConfirmSignUpCommand({ ClientId: ada.ClientId, Username: ada.Username, ConfirmationCode }),
  )
  await cognito.send(new ForgotPasswordCommand(byName))
  const { AccessToken } = await signIn(running)
  const email = { Name: 'email', Value: 'new@example.com' }
  await cognito.send(
    new UpdateUserAttributesCommand({ AccessToken, UserAttributes: [email], ClientMetadata }),
  )
  await cognito.send(
    new GetUserAttributeVerificationCodeCommand({
      AccessToken,
      AttributeName: 'email',
      ClientMetadata,
    }),
  )
  const Code = running.newestCode('new@example.com')
  await cognito.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName: 'email', Code }))

  const messages = outbox.list().toReversed()
  expect(messages.map(({ subject, to }) => [subject, to])).toEqual([
    ['CustomMessage_SignUp', 'ada@example.com'],
    ['CustomMessage_ResendCode', 'ada@example.com'],
    ['CustomMessage_ForgotPassword', 'ada@example.com'],
    ['CustomMessage_UpdateUserAttribute', 'new@example.com'],
    ['CustomMessage_VerifyUserAttribute', 'new@example.com'],
  ])
  for (const { body, code } of messages) expect(body).toBe(`<b>${code}</b>, once more ${code}`)
  const { Username } = await cognito.send(new GetUserCommand({ AccessToken }))
  expect(events[0]).toEqual({
    version: '1',
    region: 'us-east-1',
    userPoolId: running.pools[0]?.id,
    userName: Username,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: ada.ClientId },
    triggerSource: 'CustomMessage_SignUp',
    request: {
      userAttributes: {
        sub: Username,
        'cognito:user_status': 'UNCONFIRMED',
        email: 'ada@example.com',
        email_verified: 'false',
      },
      codeParameter: '{####}',
      linkParameter: '{##Click Here##}',
      usernameParameter: null,
      clientMetadata: ClientMetadata,
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  })
  expect(events.map(({ request }) => request['clientMetadata'])).toEqual(
    events.map(() => ClientMetadata),
  )
})

test('of a text message its words alone are taken, and of a mail its own', async ({ start }) => {
  const { invoke } = wording(() => ({
    emailSubject: 'By mail',
    emailMessage: 'By mail {####}',
    smsMessage: 'By phone {####}',
  }))
  const pool = { ...wordedPool(), autoVerifiedAttributes: ['phone_number', 'email'] as const }
  const { cognito, outbox } = await start({ pools: [pool], invoke })
  const phone = { Name: 'phone_number', Value: '+15551234567' }

  await cognito.send(new SignUpCommand({ ...ada, UserAttributes: [phone] }))
  await cognito.send(new SignUpCommand({ ...ada, Username: 'bob@example.com' }))

  const [toBob, toAda] = outbox.list()
  expect(toAda).toMatchObject({ channel: 'SMS', subject: '', body: `By phone ${toAda?.code}` })
  expect(toBob).toMatchObject({
    channel: 'EMAIL',
    subject: 'By mail',
    body: `By mail ${toBob?.code}`,
  })
})

test.for([
  ['the event as it came', undefined],
  ['nothing set', {}],
  ['empty texts', { emailSubject: '', emailMessage: '', smsMessage: '' }],
  ['words for the other channel, whatever they are', { smsMessage: 'no place for a code' }],
] as const)(
  'a function that returns %s leaves the pool’s own words',
  async ([, own], { start }) => {
    const { invoke } = wording((event) => own ?? (event as { response?: object }).response ?? {})
    const { cognito, outbox } = await start({ pools: [wordedPool()], invoke })

    await cognito.send(new SignUpCommand(ada))

    const { emailSubject, emailMessage } = wordedPool().verificationMessage
    const [message] = outbox.list()
    expect(message).toMatchObject({
      subject: emailSubject,
      body: emailMessage.replace('{####}', message?.code ?? ''),
    })
  },
)

const refusals = [
  {
    what: 'no place for the code',
    own: { emailMessage: 'Welcome!' },
    name: 'InvalidParameterException',
    message: String.raw`1 validation error detected: Value at 'emailBody' failed to satisfy constraint: Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{####\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*`,
  },
  {
    what: 'more than 20,000 characters',
    own: { emailMessage: '{####}'.padEnd(20_001, '.') },
    name: 'InvalidParameterException',
    message:
      "1 validation error detected: Value at 'emailBody' failed to satisfy constraint: Member must have length less than or equal to 20000",
  },
  {
    what: 'a subject of more than 140 characters',
    own: { emailSubject: '.'.repeat(141) },
    name: 'InvalidParameterException',
    message:
      "1 validation error detected: Value at 'emailSubject' failed to satisfy constraint: Member must have length less than or equal to 140",
  },
  {
    what: 'a number for a subject',
    own: { emailSubject: 7 },
    name: 'InvalidLambdaResponseException',
    message: 'Unrecognizable lambda output',
  },
]

test.for(refusals)(
  'words with $what are refused, and no code is sent',
  async ({ own, name, message }, { start }) => {
    const { invoke } = wording(() => own)
    const running = await start({ invoke })
    await register(running)
    wordFromNowOn(running)

    const asking = running.cognito.send(new ForgotPasswordCommand(byName))

    await expect(asking).rejects.toMatchObject({ name, message })
    expect(running.outbox.list()).toHaveLength(1)
  },
)

test('words of just the greatest length go out', async ({ start }) => {
  const own = {
    emailSubject: '.'.repeat(140),
    emailMessage: '{####}'.padEnd(20_000, '.'),
  }
  const { invoke } = wording(() => own)
  const { cognito, outbox } = await start({ pools: [wordedPool()], invoke })

  await cognito.send(new SignUpCommand(ada))

  expect(outbox.list()).toMatchObject([{ subject: own.emailSubject }])
})

test('who signs up is there although the function failed, and gets a code by asking again', async ({
  start,
}) => {
  let fails = true
  const running = await start({
    pools: [wordedPool()],
    invoke: (_arn, event) =>
      fails
        ? Promise.reject(new FunctionError('threw', 'Pending for approval'))
        : Promise.resolve(event),
  })
  const { cognito, outbox } = running

  const signingUp = cognito.send(new SignUpCommand(ada))
  await expect(signingUp).rejects.toMatchObject({
    name: 'UserLambdaValidationException',
    message: 'CustomMessage failed with error Pending for approval.',
  })
  expect(outbox.list()).toEqual([])

  fails = false
  await cognito.send(new ResendConfirmationCodeCommand(byName))
  const ConfirmationCode = running.newestCode()
  await expect(
    cognito.send(
      new ConfirmSignUpCommand({
        ClientId: ada.ClientId,
        Username: ada.Username,
        ConfirmationCode,
      }),
    ),
  ).resolves.toBeDefined()
})

test('a code that was sent before goes on working when no other could be composed', async ({
  start,
}) => {
  const running = await start({
    invoke: () => Promise.reject(new FunctionError('threw', 'down')),
  })
  const { cognito } = running
  await register(running, ada, { isConfirmed: false })
  const ConfirmationCode = running.newestCode()
  wordFromNowOn(running)

  await expect(cognito.send(new ResendConfirmationCodeCommand(byName))).rejects.toMatchObject({
    name: 'UserLambdaValidationException',
  })

  await expect(
    cognito.send(
      new ConfirmSignUpCommand({
        ClientId: ada.ClientId,
        Username: ada.Username,
        ConfirmationCode,
      }),
    ),
  ).resolves.toBeDefined()
})
