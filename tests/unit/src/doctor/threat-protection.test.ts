// @vitest-environment node
import { expect, test } from 'vitest'
import { threatProtection } from '../../../../src/doctor/checks/threat-protection.ts'
import { portsAnswering, refusal } from '../../../support/doctor/doctor-answers.ts'
import { doctorSession } from '../../../support/doctor/doctor-session.ts'

const session = doctorSession({}, { 'cognito:username': 'ada' })
const off = { UpdateAuthEventFeedback: refusal('UserPoolAddOnNotEnabledException') }
const on = { UpdateAuthEventFeedback: refusal('NotAuthorizedException', 'Invalid feedback token.') }

function factors(mfa: 'OFF' | 'OPTIONAL' | 'ON') {
  return { config: { factors: { first: ['PASSWORD' as const], mfa, second: [] } } }
}

test('a pool is asked about the person themselves, in a way that changes nothing', async () => {
  const ports = portsAnswering(on, { session, ...factors('OPTIONAL') })

  const finding = await threatProtection.run(ports)

  expect(finding.status).toBe('ok')
  expect(ports.asked.map(({ input }) => input)).toEqual([
    {
      UserPoolId: ports.config.userPoolId,
      Username: 'ada',
      EventId: 'doctor',
      FeedbackToken: 'doctor',
      FeedbackValue: 'Valid',
    },
  ])
})

test.each([
  ['UserPoolAddOnNotEnabledException', 'not-applicable'],
  ['NotAuthorizedException', 'ok'],
  ['InvalidParameterException', 'ok'],
  ['TooManyRequestsException', 'unknown'],
  ['UserNotFoundException', 'unknown'],
])('%s is %s', async (name, status) => {
  const answers = { UpdateAuthEventFeedback: refusal(name) }

  const finding = await threatProtection.run(
    portsAnswering(answers, { session, ...factors('OPTIONAL') }),
  )

  expect(finding.status).toBe(status)
  expect(finding.evidence).toContain(name)
})

test('who is signed out, or has no connection, is told nothing of it', async () => {
  const signedOut = portsAnswering(on)
  const findings = [
    await threatProtection.run(signedOut),
    await threatProtection.run(portsAnswering({}, { session })),
  ]

  expect(findings.map(({ status }) => status)).toEqual(['not-applicable', 'not-applicable'])
  expect(signedOut.asked).toEqual([])
})

test.each(['OFF', 'ON'] as const)('with MFA %s it cannot ask for a factor', async (mfa) => {
  const findings = [
    await threatProtection.run(portsAnswering(on, { session, ...factors(mfa) })),
    await threatProtection.run(portsAnswering(off, { session, ...factors(mfa) })),
  ]

  expect(findings.map(({ status }) => status)).toEqual(['doubtful', 'not-applicable'])
  expect(findings[0]).toMatchObject({ template: 'UserPool.MfaConfiguration' })
})

test('a configuration that does not say what MFA is leaves it open', async () => {
  const finding = await threatProtection.run(portsAnswering(on, { session }))

  expect(finding.status).toBe('unknown')
  expect(finding.remedy?.console).toContain('Multi-factor authentication')
})

test.each([
  [false, 'doubtful'],
  [true, 'ok'],
  [undefined, 'ok'],
])('where a page collects device data: %s, it is %s', async (collectsDeviceData, status) => {
  const page = {
    session,
    ...factors('OPTIONAL'),
    ...(collectsDeviceData !== undefined && { collectsDeviceData }),
  }

  const finding = await threatProtection.run(portsAnswering(on, page))

  expect(finding.status).toBe(status)
})
