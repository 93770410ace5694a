import {
  SignUpCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { callLocalApi, openEvents } from '../../support/local-api.ts'
import { startStandIn, test, type TestStandIn } from '../../support/stand-in.ts'

async function send(cognito: CognitoIdentityProviderClient, standIn: TestStandIn, name: string) {
  await cognito.send(
    new SignUpCommand({
      ClientId: standIn.config.userPoolClientId,
      Username: `${name}@example.com`,
      Password: 'Correct-horse-1',
    }),
  )
  return standIn.outbox[0]!
}

test('a message is told as it comes, as the list has it', async ({ standIn, cognito }) => {
  const { response, nextBlock, abort } = await openEvents(standIn)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await nextBlock()).toEqual({ id: '' })

  for (const name of ['ada', 'bob']) {
    const message = await send(cognito, standIn, name)
    expect(await nextBlock()).toEqual({ id: message.id, event: 'message', data: message })
  }
  abort()
})

test('two readers are told alike, and the one that leaves does not stop the other', async ({
  standIn,
  cognito,
}) => {
  const [one, other] = [await openEvents(standIn), await openEvents(standIn)]
  await one.nextBlock()
  await other.nextBlock()

  const first = await send(cognito, standIn, 'ada')
  expect([await one.nextBlock(), await other.nextBlock()]).toMatchObject([
    { id: first.id },
    { id: first.id },
  ])
  one.abort()
  const second = await send(cognito, standIn, 'bob')

  expect(await other.nextBlock()).toMatchObject({ id: second.id })
  other.abort()
})

test('who comes back with the last id is told what came meanwhile, and nothing twice', async ({
  standIn,
  cognito,
}) => {
  await send(cognito, standIn, 'ada')
  const { nextBlock, abort } = await openEvents(standIn)
  const { id = '' } = (await nextBlock()) ?? {}
  abort()
  expect(id).toBe(standIn.outbox[0]!.id)
  const missed = [await send(cognito, standIn, 'bob'), await send(cognito, standIn, 'eve')]

  const again = await openEvents(standIn, id)

  expect(await again.nextBlock()).toEqual({ id })
  expect(await again.nextBlock()).toMatchObject({ id: missed[0]!.id })
  expect(await again.nextBlock()).toMatchObject({ id: missed[1]!.id })
  again.abort()
})

test('a reset is told, to those who were away during it too', async ({ standIn, cognito }) => {
  const { id } = await send(cognito, standIn, 'ada')
  const present = await openEvents(standIn)
  await present.nextBlock()

  await callLocalApi(standIn, '/_local/reset', { method: 'POST' })
  const reset = { id: '', event: 'reset', data: {} }
  expect(await present.nextBlock()).toEqual(reset)
  const after = await send(cognito, standIn, 'bob')
  expect(await present.nextBlock()).toMatchObject({ event: 'message', id: after.id })

  const away = await openEvents(standIn, id)
  await away.nextBlock()
  expect(await away.nextBlock()).toEqual(reset)
  expect(await away.nextBlock()).toMatchObject({ event: 'message', id: after.id })
  present.abort()
  away.abort()
})

test('the stream ends with the local AWS, which does not wait for its readers', async () => {
  const standIn = await startStandIn()
  const { nextBlock } = await openEvents(standIn)
  await nextBlock()

  await standIn.close()

  expect(await nextBlock()).toBeUndefined()
})

test('the stream needs the token in a header, as every call', async ({ standIn }) => {
  const response = await fetch(`${standIn.url}/_local/events?token=${standIn.adminToken}`)

  expect(response.status).toBe(401)
})
