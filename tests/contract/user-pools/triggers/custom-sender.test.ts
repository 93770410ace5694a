import { expect } from 'vitest'
import { recordTriggers, triggersOf } from '../../../support/user-pools/recorded-triggers.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'
import {
  actions,
  berlin,
  from,
  notAllowed,
  protectedPool,
  startProtected,
  sydney,
} from '../threat-protection/places.ts'

const senderKeyArn = 'arn:aws:kms:us-east-1:000000000000:key/0f0c6f0e-0000-4000-8000-000000000000'
const sending = { ...triggersOf('CustomMessage', 'CustomEmailSender'), senderKeyArn }

/** A key that encrypts nothing: of these messages no code is read. */
const generateDataKey = () =>
  Promise.resolve({ plaintext: new Uint8Array(32), ciphertext: new Uint8Array(1) })

test('who is told of a risky sign-in is told by the function that mails', async ({ start }) => {
  const { events, invoke } = recordTriggers()
  const NotifyConfiguration = {
    SourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/example.com',
  }
  const running = await startProtected(
    start,
    {
      AccountTakeoverRiskConfiguration: {
        ...actions('BLOCK', { Notify: true }),
        NotifyConfiguration,
      },
    },
    { pool: protectedPool(), invoke, generateDataKey },
  )
  running.pools[0] = { ...running.pools[0]!, ...sending }
  const before = running.outbox.list().length
  await signIn(from(running, berlin))
  running.clock.advance({ hours: 1 })

  await expect(signIn(from(running, sydney))).rejects.toMatchObject(notAllowed)

  const event = events.find(({ triggerSource }) => triggerSource.endsWith('TakeOverNotification'))
  const [risky] = await running.events()
  expect(event).toMatchObject({
    triggerSource: 'CustomEmailSender_AccountTakeOverNotification',
    callerContext: { clientId: ada.ClientId },
    request: { type: 'customEmailSenderRequestV1', code: null, clientMetadata: null },
  })
  expect(event?.request.userAttributes).toEqual({
    EVENT_ID: risky?.EventId,
    USER_NAME: ada.Username,
    IP_ADDRESS: '198.51.100.7',
    ACCOUNT_TAKE_OVER_ACTION: 'BLOCK',
    ONE_CLICK_LINK_VALID: '',
    ONE_CLICK_LINK_INVALID: '',
    LOGIN_TIME: expect.stringContaining('GMT') as string,
    FEEDBACK_TOKEN: expect.stringMatching(/^[\w-]{43}$/) as string,
    CITY: 'Sydney',
    COUNTRY: 'AU',
    DEVICE_NAME: 'Chrome 125, Windows',
  })
  expect(running.outbox.list()).toHaveLength(before)
})

test('a function that mails is called after the one for words, and what it throws is not told', async ({
  start,
}) => {
  const { log, invoke } = recordTriggers({ CustomEmailSender: () => new Error('The mail is down') })
  const running = await start({ pools: [emailPool(sending)], invoke, generateDataKey })

  await register(running, ada, { isConfirmed: false })

  expect(log()).toEqual(['CustomMessage_SignUp', 'CustomEmailSender_SignUp'])
  expect(running.outbox.list()).toEqual([])
  expect(running.runtime.logged).toContain('A message was not sent by its function')
})
