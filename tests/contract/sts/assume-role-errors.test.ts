import { GetOpenIdTokenCommand } from '@aws-sdk/client-cognito-identity'
import { AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts'
import { expect } from 'vitest'
import {
  allowClassicFlow,
  startClassicFlow,
  stsFor,
  roleArn,
} from '../../support/identity-pools/classic-flow.ts'
import { edited } from '../../support/template/edit-template.ts'
import { test } from '../../support/stand-in.ts'

const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement })

test.for([
  ['a role that is not there', { RoleArn: 'arn:aws:iam::123456789012:role/nobody' }],
  ['a role of another account', { RoleArn: 'arn:aws:iam::210987654321:role/somebody' }],
])('%s is denied like one that does not trust', async ([, more], { standIn, cognito }) => {
  const { assume } = await startClassicFlow(standIn, cognito)

  await expect(assume(more as object)).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    $metadata: { httpStatusCode: 403 },
  })
})

test.for([
  [{ RoleArn: 'not-the-arn-of-anything-at-all' }, 'ValidationError', 'Request ARN is invalid'],
  [
    { RoleArn: 'arn:aws:iam::1' },
    'ValidationError',
    "1 validation error detected: Value 'arn:aws:iam::1' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20",
  ],
  [
    { DurationSeconds: 899 },
    'ValidationError',
    "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
  ],
  [
    { DurationSeconds: 43_201, RoleSessionName: 'a b' },
    'ValidationError',
    "2 validation errors detected: Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*; Value '43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200",
  ],
  [
    { DurationSeconds: 3601 },
    'ValidationError',
    'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
  ],
  [
    { Policy: '{' },
    'MalformedPolicyDocumentException',
    'The policy is not in the valid JSON format.',
  ],
  [
    { Policy: policy({ Effect: 'Maybe', Action: '*', Resource: '*' }) },
    'MalformedPolicyDocumentException',
    'Syntax errors in policy. Policy: Statement[0].Effect: must be Allow or Deny',
  ],
  [
    { Policy: policy({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }) },
    'MalformedPolicyDocumentException',
    'Syntax errors in policy. Policy: Statement[0]: Principal has no place here',
  ],
  [
    { ProviderId: 'www.amazon.com' },
    'NotImplemented',
    'ProviderId: the local AWS takes no access tokens of providers, which it is for.',
  ],
  [
    { PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }] },
    'NotImplemented',
    'PolicyArns: the local AWS has no managed policies; give the policy itself, as Policy.',
  ],
  [
    { WebIdentityToken: 'no-token' },
    'InvalidIdentityTokenException',
    'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
  ],
] as const)('%j is refused as %s', async ([more, name, message], { standIn, cognito }) => {
  const { assume } = await startClassicFlow(standIn, cognito)

  await expect(assume(more)).rejects.toMatchObject({ name, message })
})

test('a token of a user pool is of nobody whom IAM knows', async ({ standIn, cognito }) => {
  const { assume, tokens } = await startClassicFlow(standIn, cognito)
  const { userPoolId } = standIn.config

  await expect(assume({ WebIdentityToken: tokens.IdToken })).rejects.toMatchObject({
    name: 'InvalidIdentityTokenException',
    message: `No OpenIDConnect provider found in your account for ${standIn.url}/${userPoolId}`,
  })
})

test('a token that was altered, or signed by another, is refused', async ({ standIn, cognito }) => {
  const { assume, token } = await startClassicFlow(standIn, cognito)
  const [header, payload, signature] = (await token()).split('.') as [string, string, string]
  const claims = JSON.parse(atob(payload)) as object
  const altered = btoa(JSON.stringify({ ...claims, sub: 'somebody' })).replaceAll('=', '')
  const unsigned = btoa(JSON.stringify({ alg: 'none' })).replaceAll('=', '')

  for (const WebIdentityToken of [
    [header, altered, signature].join('.'),
    [unsigned, payload, ''].join('.'),
    [unsigned, payload, signature].join('.'),
  ]) {
    await expect(assume({ WebIdentityToken })).rejects.toMatchObject({
      name: 'InvalidIdentityTokenException',
      message: 'The signature of the token is not valid.',
    })
  }
})

test('a token is good for ten minutes, and no longer', async ({ standIn, cognito }) => {
  const { assume, token } = await startClassicFlow(standIn, cognito)
  standIn.clock.stop()
  const WebIdentityToken = await token()
  const issuedAt = Math.floor(standIn.clock.now() / 1000)
  standIn.clock.advance({ ms: 599_000 })
  await assume({ WebIdentityToken })

  standIn.clock.advance({ ms: 1000 })

  await expect(assume({ WebIdentityToken })).rejects.toMatchObject({
    name: 'ExpiredTokenException',
    message: `Token expired: current date/time ${issuedAt + 600} must be before the expiration date/time ${issuedAt + 600}`,
  })
})

test('a role whose trust is taken away gives no more sessions', async ({ standIn, cognito }) => {
  const { assume, token } = await startClassicFlow(standIn, cognito)
  const WebIdentityToken = await token()
  const text = edited('infra/template.yaml', allowClassicFlow, [
    '.amazonaws.com:amr":"authenticated"',
    '.amazonaws.com:amr":"nobody"',
  ])
  standIn.reload(text)

  await expect(assume({ WebIdentityToken })).rejects.toMatchObject({ name: 'AccessDenied' })
})

test('a pool without the classic flow gives no token for it', async ({ standIn, cognito }) => {
  const { identities, Logins, IdentityId } = await startClassicFlow(standIn, cognito)
  standIn.reload(edited('infra/template.yaml'))

  await expect(
    identities.send(new GetOpenIdTokenCommand({ IdentityId, Logins })),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })
})

test('what is missing is named', async ({ standIn }) => {
  const sts = stsFor(standIn)
  const RoleArn = roleArn(standIn, 'AuthenticatedRole')
  const input = { RoleArn, RoleSessionName: undefined, WebIdentityToken: undefined }

  await expect(sts.send(new AssumeRoleWithWebIdentityCommand(input))).rejects.toMatchObject({
    name: 'ValidationError',
    message:
      "2 validation errors detected: Value at 'roleSessionName' failed to satisfy constraint: Member must not be null; Value at 'webIdentityToken' failed to satisfy constraint: Member must not be null",
  })
})
