import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { codeOf, wrongCode } from '../../../support/user-pools/authenticator-app.ts'
import {
  beginAt,
  devicePool,
  proveDevice,
  startWithDevice,
} from '../../../support/user-pools/devices.ts'
import { addPasskey } from '../../../support/user-pools/passkeys.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import {
  addApp,
  appOn,
  begin,
  mfaPool,
  prefer,
  respond,
  setUpApp,
} from '../../../support/user-pools/second-factors.ts'
import {
  adminOf,
  answerAtServer,
  byServer,
  initiate,
  initiateByPassword,
  serverClient,
} from '../../../support/user-pools/server-sign-in.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const UserPoolId = emailPool().id
const clients = [serverClient]

async function withApp(running: RunningUserPools) {
  await register(running)
  const { AccessToken } = await signIn(running)
  const secret = await addApp(running, AccessToken)
  await prefer(running, AccessToken, appOn)
  running.clock.advance({ seconds: 60 })
  return secret
}

test('a temporary password leads to one of their own', async ({ start }) => {
  const running = await start({ pools: [emailPool({ clients })], ...byServer })
  const person = { UserPoolId, Username: ada.Username }
  const admin = adminOf(running)
  await admin.send(new AdminCreateUserCommand({ ...person, MessageAction: 'SUPPRESS' }))
  await admin.send(new AdminSetUserPasswordCommand({ ...person, Password: 'Temporary-1' }))

  const asked = await initiateByPassword(running, { PASSWORD: 'Temporary-1' })
  const NEW_PASSWORD = ada.Password
  const done = await answerAtServer(running, asked.ChallengeName, asked.Session, { NEW_PASSWORD })

  expect(asked.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  expect(done.AuthenticationResult?.AccessToken).toBeDefined()
  await expect(
    answerAtServer(running, asked.ChallengeName, asked.Session, { NEW_PASSWORD }),
  ).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Invalid session for the user, session can only be used once.',
  })
})

test('a second factor is asked for, and either operation goes on with what the other began', async ({
  start,
}) => {
  const running = await start({ pools: [mfaPool({ clients })], ...byServer })
  const secret = await withApp(running)
  const code = () => ({ SOFTWARE_TOKEN_MFA_CODE: codeOf(secret, running.clock.now()) })

  const atServerFirst = await initiateByPassword(running)
  await expect(
    answerAtServer(running, atServerFirst.ChallengeName, atServerFirst.Session, {
      SOFTWARE_TOKEN_MFA_CODE: wrongCode(secret, running.clock.now()),
    }),
  ).rejects.toMatchObject({
    name: 'CodeMismatchException',
    message: 'Invalid code received for user',
  })
  const inBrowser = await respond(running, 'SOFTWARE_TOKEN_MFA', atServerFirst.Session, code())
  running.clock.advance({ seconds: 60 })
  const begun = await begin(running)
  const atServer = await answerAtServer(running, begun.ChallengeName, begun.Session, code())

  expect(atServerFirst.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  expect(inBrowser.AuthenticationResult?.AccessToken).toBeDefined()
  expect(atServer.AuthenticationResult?.AccessToken).toBeDefined()
})

test('a second factor that the pool requires is set up on the way', async ({ start }) => {
  const pools = [mfaPool({ clients, mfaConfiguration: 'ON' })]
  const running = await start({ pools, ...byServer })
  await register(running)

  const asked = await initiateByPassword(running)
  const { third } = await setUpApp(running, asked.Session)
  const done = await answerAtServer(running, 'MFA_SETUP', third)

  expect(asked.ChallengeName).toBe('MFA_SETUP')
  expect(done.AuthenticationResult?.AccessToken).toBeDefined()
})

test('of several factors one is chosen, and its code is mailed', async ({ start }) => {
  const enabledMfas = ['EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'] as const
  const recoveryMechanisms = ['admin_only'] as const
  const pools = [mfaPool({ clients, enabledMfas, recoveryMechanisms })]
  const running = await start({ pools, ...byServer })
  await register(running)
  const { AccessToken } = await signIn(running)
  await addApp(running, AccessToken)
  const Enabled = true
  await prefer(running, AccessToken, {
    EmailMfaSettings: { Enabled },
    SoftwareTokenMfaSettings: { Enabled },
  })

  const asked = await initiateByPassword(running)
  const mailed = await answerAtServer(running, asked.ChallengeName, asked.Session, {
    ANSWER: 'EMAIL_OTP',
  })
  const done = await answerAtServer(running, mailed.ChallengeName, mailed.Session, {
    EMAIL_OTP_CODE: running.newestCode(ada.Username),
  })

  expect([asked.ChallengeName, mailed.ChallengeName]).toEqual(['SELECT_MFA_TYPE', 'EMAIL_OTP'])
  expect(done.AuthenticationResult?.AccessToken).toBeDefined()
})

test('whoever has the choice begins with a code, or with a passkey', async ({ start }) => {
  const allowedFirstAuthFactors = ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN']
  const pools = [emailPool({ clients, allowedFirstAuthFactors })]
  const running = await start({ pools, ...byServer })
  await register(running)
  const { AccessToken } = await signIn(running)
  const authenticator = await addPasskey(running, AccessToken)
  const choose = (PREFERRED_CHALLENGE: string) =>
    initiate(running, 'USER_AUTH', { USERNAME: ada.Username, PREFERRED_CHALLENGE })

  const mailed = await choose('EMAIL_OTP')
  const byCode = await answerAtServer(running, 'EMAIL_OTP', mailed.Session, {
    EMAIL_OTP_CODE: running.newestCode(ada.Username),
  })
  const asked = await choose('WEB_AUTHN')
  const { CREDENTIAL_REQUEST_OPTIONS = '' } = asked.ChallengeParameters ?? {}
  const options = JSON.parse(CREDENTIAL_REQUEST_OPTIONS) as never
  const byPasskey = await answerAtServer(running, 'WEB_AUTHN', asked.Session, {
    CREDENTIAL: authenticator.get(options),
  })

  expect(mailed.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'])
  expect(byCode.AuthenticationResult?.AccessToken).toBeDefined()
  expect(byPasskey.AuthenticationResult?.AccessToken).toBeDefined()
})

test('a remembered device stands in for the second factor at a server, too', async ({ start }) => {
  const running = await start({ pools: [devicePool({ clients })], ...byServer })
  const { device } = await startWithDevice(running)

  const asked = await initiateByPassword(running, { DEVICE_KEY: device.key })
  const done = await proveDevice(running, asked, device)

  expect(asked.ChallengeName).toBe('DEVICE_SRP_AUTH')
  expect((await beginAt(running)).ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  expect(done.AuthenticationResult?.AccessToken).toBeDefined()
})
