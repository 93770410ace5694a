import { expect, test } from 'vitest'
import { load, problemsOf } from './load.ts'

const pool = `Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Pool } }
`

function domain(properties: string): string {
  return `${pool}  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Pool, ${properties} } }\n`
}

function branding(properties: string, client = '!Ref Client'): string {
  return `${pool}  Look: { Type: AWS::Cognito::ManagedLoginBranding, Properties: { UserPoolId: !Ref Pool, ClientId: ${client}, ${properties} } }\n`
}

test('a domain has version 1 of the pages unless it asks for 2', () => {
  const versionOf = (properties: string) =>
    load(domain(properties)).domains.map((item) => [item.domain, item.managedLoginVersion])

  expect(versionOf('Domain: acme')).toEqual([['acme', 1]])
  expect(versionOf('Domain: acme, ManagedLoginVersion: 2')).toEqual([['acme', 2]])
})

test('a custom domain is taken as it is, and its certificate is not emulated', () => {
  const text = domain('Domain: sign-in.example.com, CustomDomainConfig: { CertificateArn: arn:x }')
  const { domains, notEmulated } = load(text)

  expect(domains[0]?.domain).toBe('sign-in.example.com')
  expect(notEmulated).toEqual([
    'Domain.CustomDomainConfig: there is no certificate; the domain is a local address',
  ])
})

test.each([
  ['Domain: My Prefix', 'cannot be a prefix'],
  ['Domain: acme.example', 'cannot be a prefix'],
  ['Domain: my-cognito', 'may not have aws, amazon or cognito in it.'],
  ['Domain: acme, ManagedLoginVersion: 3', 'from 1 to 2'],
])('the domain %s is a problem', (properties, message) => {
  expect(problemsOf(domain(properties)).join()).toContain(message)
})

test('a style is Cognito’s own or the template’s, not both and not neither', () => {
  expect(load(branding('UseCognitoProvidedValues: true')).managedLoginBrandings).toHaveLength(1)
  expect(load(branding('Settings: { a: b }')).managedLoginBrandings).toHaveLength(1)
  expect(problemsOf(branding('UseCognitoProvidedValues: true, Settings: {}'))).toHaveLength(1)
  expect(problemsOf(branding('UseCognitoProvidedValues: false'))).toHaveLength(1)
})

test('a style for a client that is not in the template is a problem', () => {
  expect(problemsOf(branding('UseCognitoProvidedValues: true', 'someone')).join()).toContain(
    'Look.ClientId: this template has no app client someone.',
  )
})
