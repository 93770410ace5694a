import {
  AdminDeleteUserCommand,
  AdminListUserAuthEventsCommand,
  AdminUpdateAuthEventFeedbackCommand,
  UpdateAuthEventFeedbackCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { only, signingClient } from '../../../support/iam/administrator.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'
import { actions, berlin, credentials, from, startProtected, sydney } from './places.ts'

const { Username } = ada
const telling = {
  AccountTakeoverRiskConfiguration: {
    ...actions('BLOCK', { Notify: true }),
    NotifyConfiguration: {
      SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
      BlockEmail: { Subject: 'Blocked', TextBody: '{event-id} {feedback-token}' },
    },
  },
}

test('events are listed newest first, a page at a time', async ({ start }) => {
  const running = await startProtected(start)
  const { admin, UserPoolId } = running
  for (let times = 0; times < 3; times += 1) await signIn(running)
  const list = (input: { MaxResults?: number; NextToken?: string }) =>
    admin.send(new AdminListUserAuthEventsCommand({ UserPoolId, Username, ...input }))

  const all = await list({ MaxResults: 0 })
  const first = await list({ MaxResults: 3 })
  const second = await list({ MaxResults: 3, NextToken: first.NextToken! })

  expect(all.AuthEvents).toHaveLength(4)
  expect(all).not.toHaveProperty('NextToken')
  expect(first.NextToken).toMatch(/^[\w-]{36}#\d{4}-\d\d-\d\dT/)
  expect([...first.AuthEvents!, ...second.AuthEvents!]).toEqual(all.AuthEvents)
  expect(second).not.toHaveProperty('NextToken')
  await expect(list({ NextToken: 'of-nothing' })).rejects.toMatchObject({
    name: 'InvalidParameterException',
  })
})

test('events are forgotten after two years, and with the user', async ({ start }) => {
  const running = await startProtected(start)
  const { admin, UserPoolId, clock } = running
  await signIn(running)
  clock.advance({ hours: 729 * 24 })
  const kept = await running.events()
  clock.advance({ hours: 48 })
  const forgotten = await running.events()
  await signIn(running)

  await admin.send(new AdminDeleteUserCommand({ UserPoolId, Username }))
  await register(running)

  expect(kept).toHaveLength(2)
  expect(forgotten).toEqual([])
  expect((await running.events()).map(({ EventType }) => EventType)).toEqual(['SignUp'])
})

test('an administrator says of an event whether it was the user, and may think again', async ({
  start,
}) => {
  const running = await startProtected(start)
  const { admin, UserPoolId, clock } = running
  await signIn(running)
  clock.stop()
  const [{ EventId } = {}] = await running.events()
  const say = (FeedbackValue: 'Valid' | 'Invalid', id = EventId) =>
    admin.send(
      new AdminUpdateAuthEventFeedbackCommand({ UserPoolId, Username, EventId: id, FeedbackValue }),
    )

  const { $metadata: _, ...answer } = await say('Valid')
  const [before] = await running.events()
  await say('Invalid')
  const [after] = await running.events()

  expect(answer).toEqual({})
  expect(before?.EventFeedback).toEqual({
    FeedbackValue: 'Valid',
    Provider: 'Admin',
    FeedbackDate: new Date(clock.now()),
  })
  expect(after?.EventFeedback?.FeedbackValue).toBe('Invalid')
  await expect(say('Valid', '0f1e2d3c')).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  })
})

test('whoever has the mail says whether it was them, with its token and no other', async ({
  start,
}) => {
  const running = await startProtected(start, telling)
  const { cognito, UserPoolId, outbox } = running
  await signIn(from(running, berlin))
  await expect(signIn(from(running, sydney))).rejects.toThrow('security reasons')
  const [EventId = '', FeedbackToken = ''] = outbox.list(Username)[0]?.body.split(' ') ?? []
  const [, unmailed] = await running.events()
  const say = (input: { EventId?: string; FeedbackToken?: string; Username?: string } = {}) =>
    cognito.send(
      new UpdateAuthEventFeedbackCommand({
        UserPoolId,
        Username,
        EventId,
        FeedbackToken,
        FeedbackValue: 'Valid',
        ...input,
      }),
    )
  const refused = { name: 'NotAuthorizedException' }

  await expect(say({ FeedbackToken: 'x' })).rejects.toMatchObject(refused)
  await expect(say({ EventId: unmailed!.EventId! })).rejects.toMatchObject(refused)
  await expect(say({ EventId: '0f1e2d3c' })).rejects.toMatchObject(refused)
  await expect(say({ Username: 'nobody@example.com' })).rejects.toMatchObject({
    name: 'UserNotFoundException',
  })
  const [before] = await running.events()
  await say()

  expect(before).not.toHaveProperty('EventFeedback')
  expect((await running.events())[0]?.EventFeedback).toMatchObject({
    FeedbackValue: 'Valid',
    Provider: 'User',
  })
  // What was them is them again.
  await expect(signIn(from(running, sydney))).resolves.toMatchObject({ TokenType: 'Bearer' })
})

test('a pool without threat protection has no events, and keeps none', async ({ start }) => {
  const running = await start({ pools: [emailPool()], ...only(credentials) })
  const admin = signingClient(running.url, credentials)
  const UserPoolId = emailPool().id
  await register(running)
  await signIn(running)
  const off = { name: 'UserPoolAddOnNotEnabledException' }
  const event = { UserPoolId, Username, EventId: '0f1e', FeedbackValue: 'Valid' } as const

  for (const refused of [
    () => admin.send(new AdminListUserAuthEventsCommand({ UserPoolId, Username })),
    () => admin.send(new AdminUpdateAuthEventFeedbackCommand(event)),
    () =>
      running.cognito.send(new UpdateAuthEventFeedbackCommand({ ...event, FeedbackToken: 'x' })),
  ]) {
    await expect(refused()).rejects.toMatchObject(off)
  }
  expect([...running.runtime.store.table('user-pools/auth-events').entries()]).toEqual([])
  await expect(
    admin.send(new AdminListUserAuthEventsCommand({ UserPoolId, Username: 'nobody' })),
  ).rejects.toMatchObject({ name: 'UserNotFoundException' })
})
