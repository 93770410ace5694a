import { expect, test } from 'vitest'
import { maskHeaders } from '../../../../src/recorder/masking/mask-headers.ts'
import { maskBody, maskUrl } from '../../../../src/recorder/masking/mask-text.ts'

const secret = 'tell-tale'

/** Every member that holds a secret, by the operations that the app sends or is answered. */
const members = [
  ['SignUp', { Password: secret, SecretHash: secret, UserContextData: { EncodedData: secret } }],
  ['ConfirmSignUp', { ConfirmationCode: secret, Session: secret }],
  [
    'InitiateAuth, SRP',
    { AuthParameters: { SRP_A: secret, SECRET_HASH: secret, DEVICE_KEY: secret } },
  ],
  ['InitiateAuth, password', { AuthParameters: { PASSWORD: secret } }],
  ['InitiateAuth, refresh', { AuthParameters: { REFRESH_TOKEN: secret } }],
  [
    'a challenge',
    { Session: secret, ChallengeParameters: { SRP_B: secret, SALT: secret, SECRET_BLOCK: secret } },
  ],
  ['a passkey’s question', { ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: secret } }],
  [
    'the proof',
    {
      ChallengeResponses: { PASSWORD_CLAIM_SIGNATURE: secret, PASSWORD_CLAIM_SECRET_BLOCK: secret },
    },
  ],
  ['a code by SMS', { ChallengeResponses: { SMS_MFA_CODE: secret } }],
  ['a code by mail', { ChallengeResponses: { EMAIL_OTP_CODE: secret } }],
  ['a code of an app', { ChallengeResponses: { SOFTWARE_TOKEN_MFA_CODE: secret } }],
  [
    'a code instead of a password',
    { ChallengeResponses: { SMS_OTP_CODE: secret, ANSWER: secret } },
  ],
  ['a passkey', { ChallengeResponses: { CREDENTIAL: `{"id":"${secret}"}` } }],
  ['a new password', { ChallengeResponses: { NEW_PASSWORD: secret } }],
  [
    'tokens',
    { AuthenticationResult: { AccessToken: secret, IdToken: secret, RefreshToken: secret } },
  ],
  ['a remembered device', { NewDeviceMetadata: { DeviceKey: secret, DeviceGroupKey: secret } }],
  ['ConfirmDevice', { DeviceSecretVerifierConfig: { PasswordVerifier: secret, Salt: secret } }],
  ['ConfirmForgotPassword', { ConfirmationCode: secret, Password: secret }],
  ['ChangePassword', { PreviousPassword: secret, ProposedPassword: secret, AccessToken: secret }],
  ['VerifyUserAttribute', { Code: secret }],
  ['AssociateSoftwareToken', { SecretCode: secret }],
  ['VerifySoftwareToken', { UserCode: secret }],
  [
    'StartWebAuthnRegistration',
    { CredentialCreationOptions: { challenge: secret, user: { id: secret } } },
  ],
  ['CompleteWebAuthnRegistration', { Credential: { response: { attestationObject: secret } } }],
  ['RevokeToken', { Token: secret, ClientSecret: secret }],
  ['GetId', { Logins: { 'cognito-idp.eu-central-1.amazonaws.com/pool': secret } }],
  [
    'GetCredentialsForIdentity',
    { Credentials: { AccessKeyId: secret, SecretKey: secret, SessionToken: secret } },
  ],
  ['the token endpoint', { access_token: secret, id_token: secret, refresh_token: secret }],
] as const

test.each(members)('nothing of the secrets of %s is left', (_operation, body) => {
  const { text } = maskBody(JSON.stringify({ ClientId: 'client', ...body }))

  expect(text).toContain('"ClientId":"client"')
  expect(text).not.toContain(secret)
})

test.each(['code', 'code_verifier', 'refresh_token', 'client_secret', 'token', 'state', 'nonce'])(
  'neither a form nor an address tells its %s',
  (name) => {
    const query = `grant_type=authorization_code&${name}=${secret}`

    expect(maskBody(query).text).toContain('grant_type=authorization_code')
    expect(maskBody(query).text).not.toContain(secret)
    expect(maskUrl(`https://domain.example/path?${query}#${secret}`)).not.toContain(secret)
  },
)

test('a presigned address keeps what it asks for, and loses what signs it', () => {
  const signed = ['X-Amz-Signature', 'X-Amz-Security-Token', 'X-Amz-Credential']
  const query = signed.map((name) => `${name}=${secret}`).join('&')

  const masked = maskUrl(`https://s3.eu-central-1.amazonaws.com/b/k?x-id=PutObject&${query}`)

  expect(masked).toMatch(/^https:\/\/s3\.eu-central-1\.amazonaws\.com\/b\/k\?x-id=PutObject&/)
  expect(masked).not.toContain(secret)
})

test('S3’s refusals keep code and message, and lose what was signed', () => {
  const names = ['AWSAccessKeyId', 'StringToSign', 'SignatureProvided', 'CanonicalRequest']
  const details = names.map((name) => `<${name}>${secret}\n${secret}</${name}>`).join('')
  const xml = `<?xml version="1.0"?><Error><Code>SignatureDoesNotMatch</Code><Message>No.</Message>${details}</Error>`

  const { text } = maskBody(xml)

  expect(text).toContain('<Code>SignatureDoesNotMatch</Code><Message>No.</Message>')
  expect(text).not.toContain(secret)
})

test('of headers nobody has looked at, the name alone is kept', () => {
  const headers = new Headers({
    authorization: `AWS4-HMAC-SHA256 ${secret}`,
    'x-amz-security-token': secret,
    'x-new-thing': secret,
    'content-type': 'application/json',
  })

  expect(maskHeaders(headers)).toEqual({
    authorization: '•••',
    'x-amz-security-token': '•••',
    'x-new-thing': '•••',
    'content-type': 'application/json',
  })
})

test.each([
  ['a token', `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.${'s'.repeat(40)}`],
  ['an access key', 'ASIAABCDEFGHIJKLMNOP'],
  ['a long signature', 'ab12'.repeat(16)],
])('%s is masked in whatever member it stands', (_what, text) => {
  expect(maskBody(JSON.stringify({ message: `Bad value: ${text}` })).text).not.toContain(text)
})

test('a body in no form that is known is left out whole', () => {
  expect(maskBody(`${secret} and more`).text).toBe('•••')
})

test('a token that was masked says what it says, without the signature that makes it one', () => {
  const parts = ['{"alg":"RS256"}', '{"sub":"ada"}'].map((part) => btoa(part).replace(/=/g, ''))
  const idToken = [...parts, 's'.repeat(40)].join('.')

  const { text, tokens } = maskBody(JSON.stringify({ AuthenticationResult: { IdToken: idToken } }))

  expect(text).toBe('{"AuthenticationResult":{"IdToken":"•••"}}')
  expect(tokens).toEqual([{ name: 'IdToken', header: { alg: 'RS256' }, claims: { sub: 'ada' } }])
})
