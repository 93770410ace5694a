import { expect } from 'vitest'
import { userPoolOperations } from '../../local/user-pools/operation-table.ts'
import { userPoolRequests } from '../../local/user-pools/shapes.ts'
import { appClient } from '../support/user-pools/user-pool-config.ts'
import { ada, register, signIn } from '../support/user-pools/people.ts'
import { createDice, randomJson, randomText } from '../support/core/random-json.ts'
import { test } from '../support/user-pools/user-pools.ts'

const rounds = 60

/** Members that pass the constraints, so that hostile values reach what lies behind them. */
const plausible: Record<string, unknown> = {
  ClientId: appClient().id,
  Username: ada.Username,
  Password: ada.Password,
  ConfirmationCode: '123456',
  Code: '123456',
  AttributeName: 'email',
  AuthFlow: 'USER_PASSWORD_AUTH',
  AuthParameters: { USERNAME: ada.Username, PASSWORD: ada.Password },
  ChallengeName: 'PASSWORD_VERIFIER',
  UserAttributes: [{ Name: 'email', Value: 'ada@example.com' }],
  UserAttributeNames: ['name'],
  ProposedPassword: ada.Password,
}

/** Members of any operation: each drops those that are another's. */
const names = Object.keys(userPoolOperations).flatMap((operation) =>
  Object.keys(userPoolRequests(operation).members),
)

/** An input that any operation could take, with up to three members hostile or of any shape. */
function randomInput(dice: () => number, accessToken: string): Record<string, unknown> {
  const input: Record<string, unknown> = { ...plausible, AccessToken: accessToken }
  for (let changes = Math.ceil(dice() * 3); changes > 0; changes -= 1) {
    const name = names[Math.floor(dice() * names.length)] ?? ''
    const chance = dice()
    if (chance < 0.4) input[name] = randomText(dice)
    else if (chance < 0.7)
      input[name] = { USERNAME: ada.Username, [randomText(dice)]: randomText(dice) }
    else if (chance < 0.85) input[name] = [{ Name: randomText(dice), Value: randomText(dice) }]
    else input[name] = randomJson(dice)
  }
  return input
}

test.for(Object.keys(userPoolOperations).map((name, index) => [name, index] as const))(
  '%s answers whatever it is sent in its own error shape',
  async ([name, index], { start }) => {
    const running = await start()
    await register(running)
    const { AccessToken } = await signIn(running)
    const dice = createDice(index + 1)

    for (let round = 0; round < rounds; round += 1) {
      const input = round % 5 === 0 ? randomJson(dice) : randomInput(dice, AccessToken)
      const body = JSON.stringify(input)
      const response = await fetch(running.url, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `AWSCognitoIdentityProviderService.${name}`,
        },
      })

      const text = await response.text()
      expect([200, 400], body).toContain(response.status)
      if (response.status === 400) {
        expect(JSON.parse(text), body).toMatchObject({
          __type: expect.stringMatching(/^[A-Za-z]+Exception$/),
        })
      }
      expect(text, body).not.toMatch(/\n\s+at |node_modules|\.ts:\d/)
    }
    expect(running.runtime.logged).toEqual([])
  },
)

test('a body of the greatest length and depth is read past', async ({ start }) => {
  const { url } = await start()
  const depth = 120_000

  const response = await fetch(url, {
    method: 'POST',
    body: `{"ClientMetadata":{},"Deep":${'['.repeat(depth)}${']'.repeat(depth)}}`,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.SignUp',
    },
  })

  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    __type: 'InvalidParameterException',
    message: expect.stringContaining('2 validation errors detected: '),
  })
})

test('bytes that were damaged on the way are answered in the service’s own shape', async ({
  start,
}) => {
  const { url, runtime } = await start()
  const dice = createDice(99)
  const whole = new TextEncoder().encode(JSON.stringify({ ...plausible, Username: '\u00e4@b.co' }))

  for (let round = 0; round < 200; round += 1) {
    const body = whole.slice(0, Math.ceil(dice() * whole.length))
    for (let flips = Math.floor(dice() * 4); flips > 0; flips -= 1) {
      body[Math.floor(dice() * body.length)] = Math.floor(dice() * 256)
    }
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.ConfirmSignUp',
      },
    })

    expect(response.status, String(body)).toBe(400)
    expect(await response.json()).toMatchObject({ __type: expect.stringMatching(/Exception$/) })
  }
  expect(runtime.logged).toEqual([])
})
