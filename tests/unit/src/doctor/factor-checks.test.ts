// @vitest-environment node
import { expect, test } from 'vitest'
import { firstFactors } from '../../../../src/doctor/checks/first-factors.ts'
import { passkeys } from '../../../../src/doctor/checks/passkeys.ts'
import { secondFactors } from '../../../../src/doctor/checks/second-factors.ts'
import { portsAnswering, refusal } from '../../../support/doctor/doctor-answers.ts'
import { doctorSession } from '../../../support/doctor/doctor-session.ts'

const session = doctorSession()
const config = {
  factors: {
    first: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
    mfa: 'OPTIONAL',
    second: ['SOFTWARE_TOKEN_MFA'],
  },
} as const

const challenges = (...AvailableChallenges: string[]) => Response.json({ AvailableChallenges })
const creation = (id: string) => Response.json({ CredentialCreationOptions: { rp: { id } } })

test.each([
  ['https://app.example.com', 'app.example.com', 'ok'],
  ['https://app.example.com', 'example.com', 'ok'],
  ['https://app.example.com', 'ample.com', 'wrong'],
  ['https://example.com', 'app.example.com', 'wrong'],
  ['http://app.example.com', 'app.example.com', 'wrong'],
  ['http://localhost:5173', 'localhost', 'ok'],
  ['http://127.0.0.1:5173', 'localhost', 'wrong'],
])('of a page at %s, passkeys for %s are %s', async (origin, id, status) => {
  const answers = { StartWebAuthnRegistration: creation(id) }

  const finding = await passkeys.run(portsAnswering(answers, { origin, session }))

  expect(finding.status).toBe(status)
})

test.each([
  ['WebAuthnNotEnabledException', 'wrong', 'not-applicable'],
  ['WebAuthnConfigurationMissingException', 'wrong', 'wrong'],
  ['FeatureUnavailableInTierException', 'not-applicable', 'not-applicable'],
  ['LimitExceededException', 'unknown', 'unknown'],
  ['NotAuthorizedException', 'not-applicable', 'not-applicable'],
  ['TooManyRequestsException', 'unknown', 'unknown'],
])('%s is %s where the app offers passkeys, else %s', async (name, offered, otherwise) => {
  const answers = { StartWebAuthnRegistration: refusal(name) }

  const findings = await Promise.all([
    passkeys.run(portsAnswering(answers, { config, session })),
    passkeys.run(portsAnswering(answers, { session })),
  ])

  expect(findings.map(({ status }) => status)).toEqual([offered, otherwise])
})

test.each([
  ['has a second step', { UserMFASettingList: ['SMS_MFA'] }],
  ['has no password', { ConfiguredUserAuthFactors: ['EMAIL_OTP'] }],
  ['has no verified address', { ConfiguredUserAuthFactors: ['PASSWORD'] }],
])('what an account is offered that %s tells nothing, and is not asked', async (_who, factors) => {
  const ports = portsAnswering(
    {
      InitiateAuth: challenges('PASSWORD'),
      GetUserAuthFactors: Response.json({
        ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP'],
        ...factors,
      }),
    },
    { config, session },
  )

  const finding = await firstFactors.run(ports)

  expect(finding.status).toBe('unknown')
  expect(ports.asked.map(({ question }) => question)).toEqual([
    'InitiateAuth',
    'GetUserAuthFactors',
  ])
})

test('what nobody is offered is enough, for Cognito picks from what the pool takes', async () => {
  const answers = { InitiateAuth: challenges('EMAIL_OTP') }

  const finding = await firstFactors.run(portsAnswering(answers, { config }))

  expect(finding.status).toBe('ok')
})

test.each([
  ['SMS_MFA', 'email_verified', 'true', 'ok'],
  ['SMS_MFA', 'email_verified', 'false', 'doubtful'],
  ['EMAIL_OTP', 'phone_number_verified', 'true', 'ok'],
  ['EMAIL_OTP', 'email_verified', 'true', 'doubtful'],
])('%s as the second step, with %s %s, is %s', async (factor, Name, Value, status) => {
  const answers = {
    GetUser: Response.json({
      UserAttributes: [{ Name, Value }],
      UserMFASettingList: [factor],
      PreferredMfaSetting: factor,
    }),
  }

  const finding = await secondFactors.run(portsAnswering(answers, { session }))

  expect(finding.status).toBe(status)
})

test('who comes by a provider is asked for nothing of the pool’s', async () => {
  const ports = portsAnswering({}, { config, session: doctorSession({}, { identities: [{}] }) })

  const findings = await Promise.all([passkeys.run(ports), secondFactors.run(ports)])

  expect(findings.map(({ status }) => status)).toEqual(['unknown', 'not-applicable'])
  expect(ports.asked).toEqual([])
})
