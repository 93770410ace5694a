import { expect, test } from 'vitest'
import { load, problemsOf } from './load.ts'

const trust =
  '{ Version: 2012-10-17, Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }'

function template(policy: string, role = ''): string {
  return `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties: { AssumeRolePolicyDocument: ${trust}, RoleName: linker${role} }
  Policy:
    Type: AWS::IAM::Policy
    Properties: { PolicyName: link, ${policy} }
`
}

const link = 'cognito-idp:AdminLinkProviderForUser'

function statement(action = link): string {
  return `PolicyDocument: { Version: 2012-10-17, Statement: { Effect: Allow, Action: ${action}, Resource: '*' } }`
}

test('a policy that stands beside its role counts as one of the role’s own', () => {
  const own = `, Policies: [{ PolicyName: own, ${statement('s3:GetObject')} }]`

  const { roles } = load(template(`Roles: [!Ref Role], ${statement()}`, own))

  const actions = roles[0]?.policies.flatMap((policy) =>
    policy.statements.flatMap((item) => item.actions),
  )
  expect(actions).toEqual(['s3:GetObject', link])
})

test('a policy for users and groups grants nobody anything, and this is said', () => {
  const { roles, notEmulated } = load(template(`Users: [ada], Groups: [all], ${statement()}`))

  expect(roles[0]?.policies).toEqual([])
  expect(notEmulated).toEqual([
    'Policy.Groups: there are no IAM groups',
    'Policy.Users: there are no IAM users',
  ])
})

test.each([
  [`Roles: [other], ${statement()}`, 'Policy.Roles: this template has no role other.'],
  [statement(), 'Policy.Roles: a policy needs a role, a user or a group.'],
  ['Roles: [!Ref Role]', 'Policy needs PolicyDocument.'],
  [`Roles: [!Ref Role], ${statement('everything')}`, '"everything" is not an action'],
])('the policy %s is a problem', (policy, message) => {
  expect(problemsOf(template(policy)).join('\n')).toContain(message)
})

test('what AWS’s managed policies grant is said to be missing, unless it is logs alone', () => {
  const logs = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'
  const said = (...arns: string[]) =>
    load(
      template(
        `Roles: [!Ref Role], ${statement()}`,
        `, ManagedPolicyArns: ${JSON.stringify(arns)}`,
      ),
    ).notEmulated

  expect(said(logs)).toEqual([
    'Role.ManagedPolicyArns: a function writes its log without a permission',
  ])
  expect(said(logs, 'arn:aws:iam::aws:policy/AdministratorAccess')).toEqual([
    'Role.ManagedPolicyArns: AWS’s managed policies are not here; they grant nothing',
  ])
  expect(said()).toEqual([])
})

test('a policy may be JSON in a text, where a key is put together', () => {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: 'oidc.example.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { '${Host}:aud': '${AWS::AccountId}' } },
      },
    ],
  })
  const role = (trust: string) =>
    `Resources: { Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: ${trust} } } }\n`

  const { roles } = load(role(`!Sub ['${text}', { Host: oidc.example.com }]`))

  expect(roles[0]?.trustPolicy.statements[0]?.conditions).toMatchObject([
    { key: 'oidc.example.com:aud', values: ['123456789012'] },
  ])
  expect(problemsOf(role("'{Version: 2012}'")).join('\n')).toMatch(
    /Role\.AssumeRolePolicyDocument is a text, and no JSON/,
  )
})
