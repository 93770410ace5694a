// @vitest-environment node
import { expect, test } from 'vitest'
import { account } from '../../../../src/doctor/checks/account.ts'
import { appClient } from '../../../../src/doctor/checks/app-client.ts'
import { firstFactors } from '../../../../src/doctor/checks/first-factors.ts'
import { passkeys } from '../../../../src/doctor/checks/passkeys.ts'
import { signUp } from '../../../../src/doctor/checks/sign-up.ts'
import { userPool } from '../../../../src/doctor/checks/user-pool.ts'
import { awsConfig, portsAnswering, refusal } from '../../../support/doctor/doctor-answers.ts'
import { doctorSession } from '../../../support/doctor/doctor-session.ts'

const keys = `GET https://cognito-idp.eu-central-1.amazonaws.com/${awsConfig.userPoolId}/.well-known/jwks.json`

test.each([
  ['wrong', new Response('{}', { status: 404 })],
  ['wrong', new Response('{}', { status: 400 })],
  ['unknown', new Response('Bad gateway', { status: 502 })],
  ['unknown', Response.json({ keys: [] })],
])('a user pool is %s by %o', async (status, answer) => {
  const finding = await userPool.run(portsAnswering({ [keys]: answer }))

  expect(finding.status).toBe(status)
})

test('a page says of a pool whose keys it may not read that it cannot tell', async () => {
  const ports = portsAnswering({}, { readsEveryAnswer: false })
  const page: typeof ports = {
    ...ports,
    fetch: (_url, { mode } = {}) =>
      mode === 'no-cors' ? Promise.resolve(new Response()) : Promise.reject(new TypeError()),
  }

  const finding = await userPool.run(page)

  expect(finding.status).toBe('unknown')
  expect(finding.evidence).toContain('npm run doctor')
})

test.each([
  ['TooManyRequestsException', 'Rate exceeded'],
  ['ForbiddenException', 'Request not allowed due to WAF block.'],
  ['InternalErrorException', undefined],
  ['NotAuthorizedException', 'Request not allowed due to WAF block.'],
  ['InvalidParameterException', 'Something else.'],
])('%s (%s) tells nothing of an app client', async (name, message) => {
  const finding = await appClient.run(portsAnswering({ InitiateAuth: refusal(name, message) }))

  expect(finding.status).toBe('unknown')
  expect(finding.evidence).toContain(name)
})

test('a name with its namespace is the same name', async () => {
  const answer = refusal('com.amazonaws.cognito#ResourceNotFoundException')

  const finding = await appClient.run(portsAnswering({ InitiateAuth: answer }))

  expect(finding).toMatchObject({ status: 'wrong', template: 'UserPoolClient' })
})

test('a pool of the Lite tier has no choice-based sign-in', async () => {
  const InitiateAuth = ({ AuthFlow }: Record<string, unknown>) =>
    AuthFlow === 'USER_AUTH' ? refusal('FeatureUnavailableInTierException') : Response.json({})

  const finding = await appClient.run(portsAnswering({ InitiateAuth }))

  expect(finding.status).toBe('doubtful')
})

test.each([
  [{ first: ['PASSWORD', 'WEB_AUTHN'], mfa: 'OFF', second: ['EMAIL_OTP'] }, 'WEB_AUTHN.'],
  [{ first: ['PASSWORD'], mfa: 'ON', second: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] }, 'EMAIL_OTP.'],
] as const)(
  'a tier that is too low for what the app offers is wrong: %j',
  async (factors, names) => {
    const InitiateAuth = ({ AuthFlow }: Record<string, unknown>) =>
      AuthFlow === 'USER_AUTH' ? refusal('FeatureUnavailableInTierException') : Response.json({})
    const ports = portsAnswering({ InitiateAuth }, { config: { factors } })

    const findings = await Promise.all(
      [appClient, firstFactors, passkeys].map((one) => one.run(ports)),
    )

    expect(findings[0]).toMatchObject({ status: 'wrong', template: 'UserPool.UserPoolTier' })
    expect(findings[0]?.summary).toContain(`does not have: ${names}`)
    expect(findings.map(({ status }) => status)).not.toContain('doubtful')
  },
)

test('no sign-in that is begun has a password or a person’s name in it', async () => {
  const ports = portsAnswering({ InitiateAuth: Response.json({}) })

  await appClient.run(ports)

  const bodies = ports.asked.flatMap(({ question, input }) =>
    question === 'InitiateAuth' ? [input] : [],
  )
  expect(bodies).toHaveLength(2)
  for (const body of bodies) {
    expect(body).toHaveProperty('AuthParameters.USERNAME', 'doctor@nobody.invalid')
    expect(body).not.toHaveProperty('AuthParameters.PASSWORD')
  }
})

const passwordPolicy = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
}
/** As the configuration has the address where a pool takes it as it is. */
const userAttributes = [{ name: 'name' }, { name: 'email', required: true }]
const immutable = refusal(
  'InvalidParameterException',
  'Cannot modify the non-mutable attribute email_verified',
)

test('every sign-up sets what nobody may set, whatever else it tries', async () => {
  const SignUp = ({ Password }: Record<string, unknown>) =>
    String(Password).length < 8 ? refusal('InvalidPasswordException') : immutable.clone()
  const ports = portsAnswering({ SignUp }, { config: { passwordPolicy } })

  await signUp.run(ports)

  const bodies = ports.asked.map(({ input }) => input)
  expect(bodies).toHaveLength(6)
  for (const body of bodies) {
    expect(body).toHaveProperty('Username', 'doctor@nobody.invalid')
    expect(body).toHaveProperty('UserAttributes.1', { Name: 'email_verified', Value: 'true' })
  }
})

test('a pool that looks at attributes first does not tell its password rules', async () => {
  const finding = await signUp.run(
    portsAnswering(
      { SignUp: immutable },
      { config: { passwordPolicy, requiredAttributes: ['email'], userAttributes } },
    ),
  )

  expect(finding.status).toBe('unknown')
  expect(finding.summary).toContain('People can create an account')
})

test.each([
  [undefined, 'unknown', 'cannot be asked without creating somebody'],
  [[], 'ok', 'People can create an account'],
  [['email'], 'ok', 'People can create an account'],
  [['email', 'name'], 'wrong', 'requires an attribute that the app’s page does not ask for'],
  [['phone_number'], 'wrong', 'requires an attribute that the app’s page does not ask for'],
])(
  'what a pool requires the configuration knows, or nobody: %j',
  async (required, status, summary) => {
    const config = required ? { requiredAttributes: required, userAttributes } : {}
    for (const answer of [immutable, refusal('InvalidPasswordException')]) {
      const finding = await signUp.run(portsAnswering({ SignUp: answer }, { config }))

      expect(finding.status).toBe(status)
      expect(finding.summary).toContain(summary)
    }
  },
)

const discovery = keys.replace('jwks.json', 'openid-configuration')
const ofPool = Response.json({
  authorization_endpoint: 'https://pool.example.com/oauth2/authorize',
})
const token = 'POST https://pool.example.com/oauth2/token'

test.each([
  ['ok', { [discovery]: ofPool, [token]: Response.json({ error: 'invalid_grant' }) }],
  ['ok', { [discovery]: ofPool, [token]: Response.json({ error: 'unauthorized_client' }) }],
  ['wrong', { [discovery]: ofPool, [token]: Response.json({ error: 'invalid_client' }) }],
  ['unknown', { [discovery]: ofPool, [token]: new Response('Bad gateway', { status: 502 }) }],
  ['unknown', { [discovery]: ofPool }],
  ['unknown', { [discovery]: Response.json({ issuer: 'x' }) }],
  ['unknown', {}],
])(
  'a client that answers is the pool’s own by the pool’s domain alone: %s',
  async (status, answers) => {
    const finding = await appClient.run(
      portsAnswering({ InitiateAuth: Response.json({}), ...answers }),
    )

    expect(finding.status).toBe(status)
  },
)

test.each([
  [awsConfig.userPoolId, 'ok'],
  ['eu-central-1_Other0000', 'wrong'],
])('a client that answers is the pool’s own by a token: of %s', async (pool, status) => {
  const iss = `https://cognito-idp.eu-central-1.amazonaws.com/${pool}`
  const session = doctorSession({}, { iss })
  const ports = portsAnswering({ InitiateAuth: Response.json({}) }, { session })

  expect((await appClient.run(ports)).status).toBe(status)
})

test('a page that shows no password rules has none to compare', async () => {
  const config = { requiredAttributes: ['email'], userAttributes }
  const finding = await signUp.run(portsAnswering({ SignUp: immutable }, { config }))

  expect(finding.status).toBe('ok')
})

test.each([
  ['NotAuthorizedException', 'SignUp is not permitted for this user pool', 'wrong'],
  ['NotAuthorizedException', 'A client attempted to write unauthorized attribute', 'unknown'],
  ['NotAuthorizedException', 'Client x is configured with secret but …', 'not-applicable'],
  ['ResourceNotFoundException', 'User pool client x does not exist.', 'not-applicable'],
  ['InvalidParameterException', 'Username should be a phone number.', 'wrong'],
  [
    'InvalidParameterException',
    'Username cannot be of email format, since user pool is configured for email alias.',
    'wrong',
  ],
  [
    'InvalidParameterException',
    'Attributes did not conform to the schema: name.familyName: The attribute name.familyName is required',
    'wrong',
  ],
  [
    'InvalidParameterException',
    'Attributes did not conform to the schema: email_verified: non-mutable\nname.formatted: The attribute name.formatted is required\n',
    'wrong',
  ],
  ['InvalidParameterException', '1 validation error detected', 'unknown'],
  ['UserLambdaValidationException', 'PreSignUp failed with error No.', 'unknown'],
  ['UsernameExistsException', 'User already exists', 'unknown'],
  ['ForbiddenException', 'Request not allowed due to WAF block.', 'unknown'],
])('a sign-up that is refused by %s (%s) is %s', async (name, message, status) => {
  const finding = await signUp.run(portsAnswering({ SignUp: refusal(name, message) }))

  expect(finding.status).toBe(status)
})

test.each([
  ['NotAuthorizedException', 'Access Token has been revoked', 'wrong', 'counts no more'],
  [
    'NotAuthorizedException',
    'Access Token does not have required scopes',
    'wrong',
    'your own account',
  ],
  ['UserNotFoundException', 'User does not exist.', 'wrong', 'counts no more'],
  ['UserNotConfirmedException', 'User is not confirmed.', 'wrong', 'not confirmed'],
  ['TooManyRequestsException', 'Rate exceeded', 'unknown', 'could not be looked at'],
])('an account refused by %s (%s) is %s', async (name, message, status, words) => {
  const finding = await account.run(
    portsAnswering({ GetUser: refusal(name, message) }, { session: doctorSession() }),
  )

  expect(finding.status).toBe(status)
  expect(finding.summary).toContain(words)
})

test.each([
  ['true', {}, 'ok'],
  ['false', {}, 'doubtful'],
  ['false', { identities: [{ providerName: 'Facebook' }] }, 'ok'],
  [undefined, { email_verified: true }, 'ok'],
  [undefined, {}, 'unknown'],
])(
  'an address whose verification is %s, with the claims %o, is %s',
  async (Value, claims, status) => {
    const UserAttributes = Value === undefined ? [] : [{ Name: 'email_verified', Value }]
    const GetUser = Response.json({ Username: 'ada', UserAttributes })

    const finding = await account.run(
      portsAnswering({ GetUser }, { session: doctorSession({}, claims) }),
    )

    expect(finding.status).toBe(status)
  },
)

test('no finding has a token in it', async () => {
  const session = doctorSession({}, { iss: 'https://elsewhere.example' })
  const { idToken } = await session()

  const finding = await account.run(portsAnswering({}, { session }))

  expect(JSON.stringify(finding)).not.toContain(idToken)
})
