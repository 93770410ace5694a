import { InitiateAuthCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import {
  FunctionError,
  type FunctionCaller,
  type FunctionFault,
} from '../../../../local/core/ports/invoke-function.ts'
import { createUsers } from '../../../../local/user-pools/users/users.ts'
import { ada, register } from '../../../support/user-pools/people.ts'
import { emailPool, plainPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const preSignUp = 'arn:aws:lambda:us-east-1:000000000000:function:pre-sign-up'
const withTrigger = { triggers: { PreSignUp: preSignUp } }

/** A function that answers with the event, these members of its response set. */
function answering(response: object) {
  return (_arn: string, event: object) => Promise.resolve({ ...event, response })
}

function failing(fault: FunctionFault, message: string) {
  const calls: string[] = []
  const invoke = (arn: string) => {
    calls.push(arn)
    return Promise.reject(new FunctionError(fault, message))
  }
  return { invoke, calls }
}

function find({ pools, runtime }: RunningUserPools, username: string) {
  return createUsers(runtime.store).find(pools[0]!, username)
}

test('SignUp tells the trigger who signs up where, and runs it in the name of the pool', async ({
  start,
}) => {
  const pool = emailPool(withTrigger)
  const calls: [arn: string, event: object, caller: FunctionCaller][] = []
  const { cognito } = await start({
    pools: [pool],
    invoke: (...call) => {
      calls.push(call)
      return Promise.resolve(call[1])
    },
  })

  const { UserSub } = await cognito.send(
    new SignUpCommand({
      ...ada,
      UserAttributes: [{ Name: 'name', Value: 'Ada' }],
      ValidationData: [{ Name: 'captcha', Value: 'passed' }],
      ClientMetadata: { campaign: 'spring' },
    }),
  )

  expect(calls).toEqual([
    [
      preSignUp,
      {
        version: '1',
        region: 'us-east-1',
        userPoolId: pool.id,
        userName: UserSub,
        callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: ada.ClientId },
        triggerSource: 'PreSignUp_SignUp',
        request: {
          userAttributes: { email: 'ada@example.com', name: 'Ada' },
          validationData: { captcha: 'passed' },
          clientMetadata: { campaign: 'spring' },
        },
        response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
      },
      { principal: 'cognito-idp.amazonaws.com', sourceArn: pool.arn },
    ],
  ])
})

test('a user whom the trigger confirms needs no code, and signs in by the session of SignUp', async ({
  start,
}) => {
  const running = await start({
    pools: [emailPool(withTrigger)],
    invoke: answering({ autoConfirmUser: true, autoVerifyEmail: true }),
  })
  const { cognito, outbox } = running

  const signedUp = await cognito.send(new SignUpCommand(ada))
  const signedIn = await cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: ada.Username },
      Session: signedUp.Session,
    }),
  )

  expect(signedUp).toMatchObject({ UserConfirmed: true })
  expect(signedUp.CodeDeliveryDetails).toBeUndefined()
  expect(outbox.list()).toEqual([])
  expect(find(running, ada.Username)).toMatchObject({
    status: 'CONFIRMED',
    attributes: { email: 'ada@example.com', email_verified: 'true' },
  })
  expect(signedIn.AuthenticationResult?.AccessToken).toBeDefined()
})

test('a user who is confirmed only has an address that is not verified', async ({ start }) => {
  const running = await start({
    pools: [emailPool(withTrigger)],
    invoke: answering({ autoConfirmUser: true }),
  })

  await running.cognito.send(new SignUpCommand(ada))

  expect(find(running, ada.Username)).toMatchObject({
    status: 'CONFIRMED',
    attributes: { email_verified: 'false' },
  })
})

test('an address that the trigger verifies is taken from whoever signed in by it', async ({
  start,
}) => {
  const pools = [plainPool({ aliasAttributes: ['email'] })]
  let response: object = {}
  const running = await start({ pools, invoke: (arn, event) => answering(response)(arn, event) })
  const sub = await register(running, { Username: 'first' }, { attributes: [adasAddress] })
  pools[0] = { ...pools[0]!, ...withTrigger }
  response = { autoConfirmUser: true, autoVerifyEmail: true }

  await running.cognito.send(
    new SignUpCommand({ ...ada, Username: 'second', UserAttributes: [adasAddress] }),
  )

  expect(find(running, 'ada@example.com')).toMatchObject({ username: 'second' })
  expect(find(running, sub)).toMatchObject({
    username: 'first',
    aliases: [],
    attributes: { email: 'ada@example.com', email_verified: 'false' },
  })
})

const adasAddress = { Name: 'email', Value: 'ada@example.com' }

test.for([
  {
    how: 'throws',
    fault: 'threw',
    message: 'Only example.org, please.',
    name: 'UserLambdaValidationException',
    text: 'PreSignUp failed with error Only example.org, please..',
    tries: 1,
  },
  {
    how: 'crashes',
    fault: 'crashed',
    message: 'RequestId: 1 Error: Runtime exited with error: exit status 1',
    name: 'UserLambdaValidationException',
    text: 'PreSignUp failed with error RequestId: 1 Error: Runtime exited with error: exit status 1.',
    tries: 1,
  },
  {
    how: 'does not answer',
    fault: 'timed-out',
    message: '',
    name: 'UnexpectedLambdaException',
    text: 'PreSignUp invocation failed due to error Socket timeout while invoking Lambda function.',
    tries: 2,
  },
  {
    how: 'does not permit the pool',
    fault: 'not-permitted',
    message: '',
    name: 'UnexpectedLambdaException',
    text: 'PreSignUp invocation failed due to error AccessDeniedException.',
    tries: 1,
  },
  {
    how: 'is not there',
    fault: 'not-found',
    message: '',
    name: 'UnexpectedLambdaException',
    text: 'PreSignUp invocation failed due to error ResourceNotFoundException.',
    tries: 1,
  },
] as const)('SignUp adds nobody when the function $how', async (row, { start }) => {
  const { invoke, calls } = failing(row.fault, row.message)
  const running = await start({ pools: [emailPool(withTrigger)], invoke })

  const signingUp = running.cognito.send(new SignUpCommand(ada))

  await expect(signingUp).rejects.toMatchObject({ name: row.name, message: row.text })
  expect(calls).toHaveLength(row.tries)
  expect(find(running, ada.Username)).toBeUndefined()
  expect(running.outbox.list()).toEqual([])
})

test('SignUp succeeds when the function answers at the second try', async ({ start }) => {
  let tries = 0
  const { cognito } = await start({
    pools: [emailPool(withTrigger)],
    invoke: (_arn, event) =>
      ++tries < 2
        ? Promise.reject(new FunctionError('timed-out', 'too late'))
        : Promise.resolve(event),
  })

  await expect(cognito.send(new SignUpCommand(ada))).resolves.toMatchObject({
    UserConfirmed: false,
  })
})

test.for([
  ['nothing', null],
  ['a text', 'ok'],
  ['no response', {}],
  ['a list', { response: [] }],
  ['a number for a flag', { response: { autoConfirmUser: 1 } }],
  ['a text for a flag', { response: { autoVerifyEmail: 'yes' } }],
] as const)('SignUp adds nobody when the function returns %s', async ([, answer], { start }) => {
  const running = await start({
    pools: [emailPool(withTrigger)],
    invoke: () => Promise.resolve(answer),
  })

  const signingUp = running.cognito.send(new SignUpCommand(ada))

  await expect(signingUp).rejects.toMatchObject({
    name: 'InvalidLambdaResponseException',
    message: 'Unrecognizable lambda output',
  })
  expect(find(running, ada.Username)).toBeUndefined()
})

test('SignUp adds nobody when the function verifies a number that was not given', async ({
  start,
}) => {
  const running = await start({
    pools: [emailPool(withTrigger)],
    invoke: answering({ autoVerifyPhone: true }),
  })

  const signingUp = running.cognito.send(new SignUpCommand(ada))

  await expect(signingUp).rejects.toMatchObject({ name: 'InvalidLambdaResponseException' })
  expect(find(running, ada.Username)).toBeUndefined()
})

test('a taken name is refused before the trigger runs', async ({ start }) => {
  const { invoke, calls } = failing('threw', 'never')
  const pools = [emailPool()]
  const running = await start({ pools, invoke })
  await register(running)
  pools[0] = emailPool(withTrigger)

  const signingUp = running.cognito.send(new SignUpCommand(ada))

  await expect(signingUp).rejects.toMatchObject({ name: 'UsernameExistsException' })
  expect(calls).toEqual([])
})

test('of two people who take one name while the trigger runs, the second is refused', async ({
  start,
}) => {
  const running = await start({
    pools: [emailPool(withTrigger)],
    invoke: (_arn, event) => Promise.resolve(event),
  })

  const settled = await Promise.allSettled(
    [1, 2].map(() => running.cognito.send(new SignUpCommand(ada))),
  )

  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})
