import { expect, test } from 'vitest'
import { load, problemsOf } from './load.ts'

const base = `
Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Pool } }
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: reader
      Path: /app/
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          Effect: Allow
          Principal: { Federated: cognito-identity.amazonaws.com }
          Action: sts:AssumeRoleWithWebIdentity
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: 2012-10-17
            Statement: [{ Effect: Allow, Action: 's3:GetObject', Resource: '*' }]
`

function identityPool(properties: string): string {
  return `${base}  Identities: { Type: AWS::Cognito::IdentityPool, Properties: ${properties} }\n`
}

const plain = identityPool('{ AllowUnauthenticatedIdentities: false }')

function attached(properties: string): string {
  return `${plain}  Roles:\n    Type: AWS::Cognito::IdentityPoolRoleAttachment\n    Properties: ${properties}\n`
}

test('an identity pool has CloudFormation’s defaults', () => {
  const [pool] = load(plain).identityPools

  expect(pool?.id).toMatch(/^eu-west-1:[0-9a-f-]{36}$/)
  expect(pool).toMatchObject({
    region: 'eu-west-1',
    accountId: '123456789012',
    allowUnauthenticatedIdentities: false,
    allowClassicFlow: false,
    cognitoProviders: [],
    supportedLoginProviders: {},
    roleMappings: {},
  })
  expect(pool).not.toHaveProperty('authenticatedRole')
})

test.each([
  ['by its attribute', '!GetAtt Pool.ProviderName'],
  ['spelled out', '!Sub "cognito-idp.${AWS::Region}.amazonaws.com/${Pool}"'],
])('the user pool as a provider, %s, is known by its local name', (_, name) => {
  const text = identityPool(
    `{ AllowUnauthenticatedIdentities: false, CognitoIdentityProviders: [{ ProviderName: ${name}, ClientId: !Ref Client }] }`,
  )
  const { identityPools, userPools } = load(text)

  expect(identityPools[0]?.cognitoProviders).toEqual([
    {
      providerName: `localhost:9229/${userPools[0]!.id}`,
      clientId: userPools[0]!.clients[0]!.id,
      serverSideTokenCheck: false,
    },
  ])
})

test('another pool’s name as a provider stays as it is', () => {
  const name = 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI'
  const text = identityPool(
    `{ AllowUnauthenticatedIdentities: true, CognitoIdentityProviders: [{ ProviderName: ${name}, ClientId: x }] }`,
  )

  expect(load(text).identityPools[0]?.cognitoProviders[0]?.providerName).toBe(name)
})

test('roles are attached whole, with their trust and their policies', () => {
  const text = attached(
    '{ IdentityPoolId: !Ref Identities, Roles: { authenticated: !GetAtt Role.Arn } }',
  )
  const [pool] = load(text).identityPools

  expect(pool).not.toHaveProperty('unauthenticatedRole')
  expect(pool?.authenticatedRole).toMatchObject({
    name: 'reader',
    arn: 'arn:aws:iam::123456789012:role/app/reader',
    trustPolicy: { statements: [{ actions: ['sts:AssumeRoleWithWebIdentity'] }] },
    policies: [{ statements: [{ actions: ['s3:GetObject'] }] }],
  })
})

test('role mappings are known by the provider’s local name and its client', () => {
  const text = attached(`
      IdentityPoolId: !Ref Identities
      RoleMappings:
        pool:
          IdentityProvider: !Sub "cognito-idp.\${AWS::Region}.amazonaws.com/\${Pool}:\${Client}"
          Type: Rules
          AmbiguousRoleResolution: Deny
          RulesConfiguration:
            Rules:
              - { Claim: custom:plan, MatchType: Equals, Value: pro, RoleARN: !GetAtt Role.Arn }`)
  const { identityPools, userPools } = load(text)

  expect(identityPools[0]?.roleMappings).toEqual({
    [`localhost:9229/${userPools[0]!.id}:${userPools[0]!.clients[0]!.id}`]: {
      type: 'Rules',
      ambiguousRoleResolution: 'Deny',
      rules: [
        {
          claim: 'custom:plan',
          matchType: 'Equals',
          value: 'pro',
          roleArn: 'arn:aws:iam::123456789012:role/app/reader',
        },
      ],
    },
  })
})

test.each([
  ['{ IdentityPoolId: eu-west-1:x }', 'this template has no identity pool eu-west-1:x.'],
  [
    '{ IdentityPoolId: !Ref Identities, Roles: { authenticated: arn:x } }',
    'this template has no role arn:x.',
  ],
  ['{ IdentityPoolId: !Ref Identities, Roles: { admin: arn:x } }', 'does not read admin'],
  [
    '{ IdentityPoolId: !Ref Identities, RoleMappings: { p: { Type: Token } } }',
    'needs AmbiguousRoleResolution.',
  ],
  [
    '{ IdentityPoolId: !Ref Identities, RoleMappings: { p: { Type: Rules, AmbiguousRoleResolution: Deny } } }',
    'must have 1 to 25 rules',
  ],
])('the attachment %s is a problem', (properties, message) => {
  expect(problemsOf(attached(properties)).join('\n')).toContain(message)
})

const mapped = (provider: string, more = '') =>
  attached(
    `{ IdentityPoolId: !Ref Identities, RoleMappings: { p: { IdentityProvider: ${provider}, Type: Token, AmbiguousRoleResolution: Deny } } }`,
  ).replace('AllowUnauthenticatedIdentities: false', `AllowUnauthenticatedIdentities: false${more}`)
const usersOfPool =
  ', CognitoIdentityProviders: [{ ProviderName: !GetAtt Pool.ProviderName, ClientId: !Ref Client }]'

test.each([
  ['another app client', '!Sub "${Pool.ProviderName}:nobody"', usersOfPool],
  ['no app client', '!GetAtt Pool.ProviderName', usersOfPool],
  ['an URL', '!Sub "https://${Pool.ProviderName}:${Client}"', usersOfPool],
  ['another user pool', 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI:x', usersOfPool],
  ['a name of no provider', 'Google', usersOfPool],
  ['a social provider that the pool has not', 'accounts.google.com', usersOfPool],
])('a role mapping of %s is refused in AWS’s words', (_, provider, more) => {
  const [problem, ...others] = problemsOf(mapped(provider, more))

  expect(problem).toContain('is not a valid RoleMapping ProviderName or is not a configured')
  expect(others).toEqual([])
})

test.each([
  ['its user pool', '!Sub "${Pool.ProviderName}:${Client}"', usersOfPool],
  [
    'a social provider',
    'graph.facebook.com',
    ', SupportedLoginProviders: { graph.facebook.com: x }',
  ],
])('a role mapping of %s is taken', (_, provider, more) => {
  expect(Object.keys(load(mapped(provider, more)).identityPools[0]!.roleMappings)).toHaveLength(1)
})

test('a role mapping of a client that the identity pool does not know is said to be refused', () => {
  const { notEmulated } = load(mapped('!Sub "${Pool.ProviderName}:${Client}"'))

  expect(notEmulated.join('\n')).toMatch(/Roles\.RoleMappings: the identity pool has no provider/)
})

test('an identity pool must say whether it takes guests', () => {
  expect(problemsOf(identityPool('{}')).join()).toContain(
    'AllowUnauthenticatedIdentities: must be there',
  )
})

test('a policy that cannot be read is a problem at the very element', () => {
  const text = base.replace(
    "'s3:GetObject', Resource: '*'",
    "'s3:GetObject', Resource: '*',\n              Condition: { StringLiek: { 's3:prefix': x } }",
  )

  const [problem, ...others] = problemsOf(text)

  expect(problem).toMatch(
    /^21:\d+ Role\.Policies\[0\]\.PolicyDocument: Statement\[0\]\.Condition.*StringLiek/,
  )
  expect(others).toEqual([])
})

test('a permissions boundary is refused, since leaving it out would allow more', () => {
  const text = base.replace('RoleName: reader', 'PermissionsBoundary: arn:aws:iam::aws:policy/x')

  expect(problemsOf(text).join()).toContain('it would allow more than AWS does')
})

test('managed policies grant nothing, and that is said', () => {
  const text = base.replace(
    'RoleName: reader',
    'ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]',
  )

  expect(load(text).notEmulated).toEqual([
    'Role.ManagedPolicyArns: AWS’s managed policies are not here; they grant nothing',
  ])
})
