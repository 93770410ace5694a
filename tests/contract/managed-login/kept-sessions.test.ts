import {
  ListUserSessionsCommand,
  RevokeUserSessionCommand,
  SetUserPoolClientSessionConfigurationCommand,
  SetUserPoolSessionConfigurationCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { discover, loginOf, startLogin } from '../../support/managed-login/managed-login.ts'
import type { PageVisitor } from '../../support/managed-login/page-visitor.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import { adminClient, administratorOf } from '../../support/user-pools/pool-administrator.ts'
import { test as base, type TestStandIn } from '../../support/stand-in.ts'

const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }
const scope = 'openid aws.cognito.signin.user.admin'

interface Fixtures {
  /** Sets for how long the app makes use of the domain's session; the pool keeps sessions. */
  keep: (minutes?: number) => Promise<void>
}

const test = base.extend<Fixtures>({
  keep: async ({ standIn, cognito }, use) => {
    await use(async (minutes = 60) => {
      const admin = adminClient(standIn, await administratorOf(standIn, cognito))
      const { userPoolId: UserPoolId, userPoolClientId: ClientId } = standIn.config
      await admin.send(
        new SetUserPoolSessionConfigurationCommand({
          UserPoolId,
          UserSessionTracking: 'ENABLED',
          TokenSession: { MaxPerUser: 20 },
        }),
      )
      await admin.send(
        new SetUserPoolClientSessionConfigurationCommand({
          UserPoolId,
          ClientId,
          SSOSession: { MaxValidityMinutes: minutes },
        }),
      )
      await addPerson(standIn, cognito, ada)
    })
  },
})

/** Where a browser ends up that asks for authorization. */
async function authorizeAgain(standIn: TestStandIn, visitor: PageVisitor): Promise<string> {
  const { url } = await startLogin(await discover(standIn), standIn)
  const response = await visitor.request(url)
  return new URL(response.headers.get('location') ?? '', url).pathname
}

test('the domain’s session is listed with the sign-in that came of it', async ({
  standIn,
  cognito,
  keep,
}) => {
  await keep()
  const { tokens } = await loginOf(standIn, ada, { scope })

  const { Sessions = [] } = await cognito.send(
    new ListUserSessionsCommand({ AccessToken: tokens.access_token }),
  )

  const [ofTokens, ofDomain, ...more] = Sessions
  expect(more).toEqual([])
  expect(ofDomain).toMatchObject({
    SessionId: expect.stringMatching(/^sso[\da-z]{25}$/),
    SessionType: 'SSO',
    IsCurrentSession: false,
  })
  expect(ofTokens).toMatchObject({
    SessionType: 'TOKEN',
    OriginSessionId: ofDomain?.SessionId,
    IsCurrentSession: true,
  })
})

test('a session of the domain that is revoked signs nobody in, with what came of it or without', async ({
  standIn,
  cognito,
  keep,
}) => {
  await keep()
  const first = await loginOf(standIn, ada, { scope })
  const second = await loginOf(standIn, ada, { scope })
  const AccessToken = second.tokens.access_token
  const { Sessions = [] } = await cognito.send(new ListUserSessionsCommand({ AccessToken }))
  const own = Sessions.find(({ IsCurrentSession }) => IsCurrentSession)
  const other = Sessions.find(
    ({ SessionType, SessionId }) => SessionType === 'SSO' && SessionId !== own?.OriginSessionId,
  )
  expect(await authorizeAgain(standIn, first.visitor)).toBe('/callback')

  await cognito.send(
    new RevokeUserSessionCommand({
      AccessToken,
      SessionId: other?.SessionId,
      RevokeAssociatedSessions: 'LINKED',
    }),
  )

  expect(await authorizeAgain(standIn, first.visitor)).toBe('/login')
  expect(await authorizeAgain(standIn, second.visitor)).toBe('/callback')
  await expect(
    cognito.send(new ListUserSessionsCommand({ AccessToken: first.tokens.access_token })),
  ).rejects.toMatchObject({ message: 'Access Token has been revoked' })
})

test('an app that allows no minute asks for a sign-in each time', async ({ standIn, keep }) => {
  await keep(0)
  const { visitor } = await loginOf(standIn, ada)

  expect(await authorizeAgain(standIn, visitor)).toBe('/login')
})

test('an app may make use of the session for longer than an hour', async ({
  standIn,
  clock,
  keep,
}) => {
  await keep(120)
  const { visitor } = await loginOf(standIn, ada)

  clock.advance({ minutes: 119 })
  expect(await authorizeAgain(standIn, visitor)).toBe('/callback')
  clock.advance({ minutes: 1 })
  expect(await authorizeAgain(standIn, visitor)).toBe('/login')
})
