import { expect, test } from 'vitest'
import { canAssume } from '../../local/iam/can-assume.ts'
import { evaluate } from '../../local/iam/evaluate.ts'
import type { Role } from '../../local/iam/policy/policy.ts'
import { loadTemplate } from '../../local/template/load-template.ts'
import { createLoadContext } from '../support/template/load-context.ts'
import { template } from './template.ts'

const { roles, buckets, identityPools, userPools, outputs } = loadTemplate(
  template,
  createLoadContext(),
)
const [bucket] = buckets
const [identityPool] = identityPools
const bucketArn = `arn:aws:s3:::${bucket!.name}`
const ada = 'eu-west-1:0f1e2d3c-4b5a-4697-8899-aabbccddeeff'
const bob = 'eu-west-1:ffeeddcc-bbaa-4998-8776-a5b4c3d2e1f0'

/** Whether a signed request of Ada's session is let through, by role and bucket policy together. */
function allows(
  role: Role,
  action: string,
  resource: string,
  context: Record<string, string> = {},
): boolean {
  const principal = {
    role,
    assumedRoleArn: `arn:aws:sts::123456789012:assumed-role/${role.name}/CognitoIdentityCredentials`,
    context: { 'cognito-identity.amazonaws.com:sub': ada },
  }
  const request = {
    principal,
    action,
    resource,
    context: { 'aws:SecureTransport': 'true', ...context },
  }
  return evaluate(request, [...role.policies, bucket!.policy!]).allowed
}

const authenticated = identityPool!.authenticatedRole!
const guest = identityPool!.unauthenticatedRole!
const objectActions = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']
const uploadActions = ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts']

test.each([...objectActions, ...uploadActions])(
  'a signed-in person may %s below their own prefix',
  (action) => {
    expect(allows(authenticated, action, `${bucketArn}/users/${ada}/profile.json`)).toBe(true)
  },
)

test.each(objectActions)('a signed-in person may %s nowhere else', (action) => {
  for (const key of [`users/${bob}/profile.json`, `users/${ada}`, `users/${ada}x/a`, 'a', '']) {
    expect(allows(authenticated, action, `${bucketArn}/${key}`), key).toBe(false)
  }
})

test('a signed-in person lists their own prefix and nothing above or beside it', () => {
  const lists = (context: Record<string, string>) =>
    allows(authenticated, 's3:ListBucket', bucketArn, context)

  expect(lists({ 's3:prefix': `users/${ada}/` })).toBe(true)
  expect(lists({ 's3:prefix': `users/${ada}/pictures/` })).toBe(true)
  for (const prefix of ['', 'users/', `users/${ada}`, `users/${bob}/`]) {
    expect(lists({ 's3:prefix': prefix }), prefix).toBe(false)
  }
  expect(lists({})).toBe(false)
})

test.each(['s3:GetObjectVersion', 's3:PutObjectAcl', 's3:DeleteObjectVersion', 's3:GetObjectAcl'])(
  'a signed-in person may not %s even of their own objects',
  (action) => {
    expect(allows(authenticated, action, `${bucketArn}/users/${ada}/profile.json`)).toBe(false)
  },
)

test('the bucket refuses plain HTTP, whoever asks', () => {
  const own = `${bucketArn}/users/${ada}/profile.json`

  expect(allows(authenticated, 's3:GetObject', own, { 'aws:SecureTransport': 'false' })).toBe(false)
})

test('a guest may do nothing', () => {
  expect(guest.policies).toEqual([])
  expect(allows(guest, 's3:GetObject', `${bucketArn}/users/${ada}/profile.json`)).toBe(false)
})

test('each role is for its own kind of identity, of this identity pool alone', () => {
  const assumes = (role: Role, aud: string, amr: string[]) =>
    canAssume(role, {
      federated: 'cognito-identity.amazonaws.com',
      action: 'sts:AssumeRoleWithWebIdentity',
      context: {
        'cognito-identity.amazonaws.com:aud': aud,
        'cognito-identity.amazonaws.com:amr': amr,
      },
    })
  const { id } = identityPool!

  expect(assumes(authenticated, id, ['authenticated', 'localhost:9229/x'])).toBe(true)
  expect(assumes(authenticated, id, ['unauthenticated'])).toBe(false)
  expect(assumes(authenticated, bob, ['authenticated'])).toBe(false)
  expect(assumes(guest, id, ['unauthenticated'])).toBe(true)
  expect(assumes(guest, id, ['authenticated'])).toBe(false)
})

const forPeople = [authenticated, guest].map(({ name }) => name)

function statementsOf(which: (role: Role) => boolean) {
  return roles.filter(which).flatMap(({ policies }) => policies.flatMap((item) => item.statements))
}

test('no role has a wildcard for an action, or all but some', () => {
  for (const { actions, notActions, notResources } of statementsOf(() => true)) {
    expect(actions.filter((action) => /[*?]/.test(action))).toEqual([])
    expect([notActions, notResources]).toEqual([undefined, undefined])
  }
})

test('people’s roles reach their own objects alone', () => {
  const statements = statementsOf(({ name }) => forPeople.includes(name))

  expect(statements.length).toBeGreaterThan(0)
  for (const { resources } of statements) {
    expect(resources).toEqual([
      expect.stringMatching(
        /^arn:aws:s3:::[a-z0-9-]+(\/users\/\$\{cognito-identity\.amazonaws\.com:sub\}\/\*)?$/,
      ),
    ])
  }
})

test('an editor writes what is shared, and what everybody who is signed in may read', () => {
  const withEditors = loadTemplate(template, createLoadContext({ Editors: 'true' }))
  const pool = withEditors.identityPools[0]
  const editors = withEditors.roles.find(({ name }) => name.startsWith('EditorsRole'))!
  const arn = `arn:aws:s3:::${withEditors.buckets[0]!.name}`
  const shared = `${arn}/shared/note.txt`
  const group = withEditors.userPools[0]?.groups?.[0]

  expect(group).toMatchObject({ name: 'editors', roleArn: editors.arn })
  expect(Object.entries(pool!.roleMappings)).toEqual([
    [
      expect.stringMatching(/^localhost:9229\/[\w-]+:[0-9a-z]{26}$/),
      { type: 'Token', ambiguousRoleResolution: 'AuthenticatedRole', rules: [] },
    ],
  ])
  for (const [role, mayWrite] of [
    [editors, true],
    [pool!.authenticatedRole!, false],
  ] as const) {
    expect(allows(role, 's3:GetObject', shared)).toBe(true)
    expect(allows(role, 's3:ListBucket', arn, { 's3:prefix': 'shared/' })).toBe(true)
    expect(allows(role, 's3:PutObject', shared)).toBe(mayWrite)
    expect(allows(role, 's3:DeleteObject', shared)).toBe(mayWrite)
    expect(allows(role, 's3:PutObject', `${arn}/users/${ada}/profile.json`)).toBe(true)
    expect(allows(role, 's3:GetObject', `${arn}/users/${bob}/profile.json`)).toBe(false)
  }
})

test('any other role reaches what it names, and nothing that a wildcard would', () => {
  for (const { resources } of statementsOf(({ name }) => !forPeople.includes(name))) {
    // The streams of a log group, which Lambda names.
    const named = resources.map((resource) => resource.replace(/^(arn:aws:logs:.+):\*$/, '$1'))
    expect(named.filter((resource) => /[*?]/.test(resource))).toEqual([])
  }
})

test('the bucket opens to exact origins and to nobody by policy', () => {
  const origins = bucket!.corsRules.flatMap(({ allowedOrigins }) => allowedOrigins)
  const allowing = bucket!.policy!.statements.filter(({ effect }) => effect === 'Allow')

  expect(origins).toEqual(['http://localhost:5173', 'http://localhost:4173'])
  expect(allowing).toEqual([])
})

test('the app client has no secret, and no output gives one away', () => {
  const clients = userPools.flatMap((pool) => pool.clients)

  expect(clients.map(({ secret }) => secret)).toEqual([undefined])
  expect(Object.keys(outputs).filter((name) => /secret|key|token/i.test(name))).toEqual([])
})

test('a signed-out visitor gets credentials only when the stack’s owner says so', () => {
  const guests = (AllowGuests: string) =>
    loadTemplate(template, createLoadContext({ AllowGuests })).identityPools[0]

  expect(identityPool).toMatchObject({
    allowUnauthenticatedIdentities: false,
    allowClassicFlow: false,
    cognitoProviders: [{ serverSideTokenCheck: true }],
  })
  expect(guests('true')?.allowUnauthenticatedIdentities).toBe(true)
})
