import { SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { createManualTimer } from '../../support/core/manual-timer.ts'
import { test, type Linking } from '../../support/lambda/start-linking.ts'

const good = 'exports.handler = async (event) => event'

function signUp({ cognito, pool }: Linking) {
  const person = { Username: 'ada@example.com', Password: 'Analytical-Engine-1843' }
  return cognito.send(new SignUpCommand({ ClientId: pool.clients[0]!.id, ...person }))
}

const handler = (work: string) => `exports.handler = async (event) => { ${work} }`

test.for([
  [
    'throws',
    handler('throw new Error("Only example.org, please.")'),
    'UserLambdaValidationException',
    /^PreSignUp failed with error Only example\.org, please\.\.$/,
  ],
  [
    'crashes',
    handler(
      'setImmediate(() => { throw new Error("boom") }); return new Promise((done) => setTimeout(done, 9e4))',
    ),
    'UserLambdaValidationException',
    /^PreSignUp failed with error boom\.$/,
  ],
  [
    'leaves',
    handler('process.exit(1)'),
    'UserLambdaValidationException',
    /^PreSignUp failed with error RequestId: [\da-f-]{36} Error: Runtime exited with error: exit status 1\.$/,
  ],
  [
    'cannot be read',
    'export const handler = 1',
    'UserLambdaValidationException',
    /^PreSignUp failed with error SyntaxError: Unexpected token 'export'\.$/,
  ],
  [
    'returns junk',
    handler('return { ...event, response: "yes" }'),
    'InvalidLambdaResponseException',
    /^Unrecognizable lambda output$/,
  ],
  [
    'returns nothing',
    handler(''),
    'InvalidLambdaResponseException',
    /^Unrecognizable lambda output$/,
  ],
] as const)(
  'a sign-up whose trigger %s is refused, and the next one succeeds',
  async (row, { startLinking }) => {
    const [, source, name, message] = row
    const linking = await startLinking()
    linking.runInstead({ source })

    await expect(signUp(linking)).rejects.toMatchObject({
      name,
      message: expect.stringMatching(message),
      $metadata: { httpStatusCode: 400 },
    })
    expect(linking.everybody()).toEqual([])

    linking.runInstead({ source: good })
    await signUp(linking)
    expect(linking.everybody()).toHaveLength(1)
  },
)

test.for([
  ['hangs', handler('await new Promise((done) => setTimeout(done, 9e4))')],
  ['never leaves its loop', handler('for (;;);')],
])(
  'a trigger that %s is ended, asked once more, and started anew',
  async (row, { startLinking }) => {
    const [, source = ''] = row
    const { timer, waiting, pass } = createManualTimer()
    const linking = await startLinking({ timer })
    linking.runInstead({ source })

    const refused = expect(signUp(linking)).rejects.toMatchObject({
      name: 'UnexpectedLambdaException',
      message:
        'PreSignUp invocation failed due to error Socket timeout while invoking Lambda function.',
    })
    for (let tries = 1; tries <= 2; tries += 1) {
      await expect.poll(waiting, { timeout: 10_000 }).toEqual([5000])
      pass()
    }
    await refused
    expect(linking.everybody()).toEqual([])

    linking.runInstead({ source: good })
    await signUp(linking)
    expect(linking.everybody()).toHaveLength(1)
  },
)

test('one function that fails leaves alone what runs beside it', async ({ startLinking }) => {
  const linking = await startLinking()
  linking.runInstead({
    source: handler('if (event.request.clientMetadata) process.exit(1); return event'),
  })
  const ClientId = linking.pool.clients[0]!.id
  const Password = 'Analytical-Engine-1843'

  const settled = await Promise.allSettled(
    ['ada', 'bob', 'cyd'].map((name, index) =>
      linking.cognito.send(
        new SignUpCommand({
          ClientId,
          Username: `${name}@example.com`,
          Password,
          ...(index === 1 && { ClientMetadata: { please: 'leave' } }),
        }),
      ),
    ),
  )

  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(linking.everybody()).toHaveLength(2)
})

test('a trigger that may do nothing but call the pool calls it with its own rights', async ({
  startLinking,
}) => {
  const linking = await startLinking()
  linking.runInstead({
    source: `
      const sdk = require('@aws-sdk/client-cognito-identity-provider')
      exports.handler = async (event) => {
        const client = new sdk.CognitoIdentityProviderClient({})
        await client.send(
          new sdk.AdminDisableUserCommand({ UserPoolId: event.userPoolId, Username: 'ada' }),
        )
        return event
      }`,
  })

  await expect(signUp(linking)).rejects.toMatchObject({
    name: 'UserLambdaValidationException',
    message: expect.stringMatching(/is not authorized to perform: cognito-idp:AdminDisableUser on/),
  })
})
