import { expect, test } from 'vitest'
import { configDocument } from '../../local/template/config-document.ts'
import type { Deployment } from '../../local/template/deployment.ts'
import { loadTemplate } from '../../local/template/load-template.ts'
import { TemplateError } from '../../local/template/template-error.ts'
import { textFor } from '../../infra/deploy/arguments/template-body.ts'
import { readTemplateFile } from '../../infra/deploy/arguments/template-file.ts'
import { createLoadContext } from '../support/template/load-context.ts'
import {
  combinations,
  credentials,
  parametersOf,
  secretParameters,
  socialProviders,
} from './social-parameters.ts'
import { template } from './template.ts'

type Parameters = Readonly<Record<string, string>>

function load(parameters: Parameters): Deployment {
  return loadTemplate(template, createLoadContext(parameters))
}

function problemsOf(parameters: Parameters): string[] {
  try {
    load(parameters)
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return error.problems.map(({ message }) => message)
  }
  return []
}

/** By their names in Amplify: the pool's names for the same providers. */
const poolNames: Readonly<Record<string, string>> = {
  Apple: 'SignInWithApple',
  Amazon: 'LoginWithAmazon',
}

test.each(combinations.map((chosen) => [chosen.join(', ') || 'nobody', chosen] as const))(
  'with credentials of %s just these providers are there, in the pool, its client and the app',
  (_, chosen) => {
    const deployment = load(parametersOf(chosen))
    const [pool] = deployment.userPools
    const names = chosen.map((name) => poolNames[name] ?? name)

    expect(pool?.identityProviders?.map(({ name }) => name)).toEqual(names)
    expect(pool?.clients[0]?.supportedIdentityProviders).toEqual(['COGNITO', ...names])
    expect(configDocument(deployment).socialProviders).toEqual(chosen)
  },
)

test('each provider gets the details that Cognito wants of its type', () => {
  const { identityProviders = [] } = load(parametersOf(socialProviders)).userPools[0]!

  expect(identityProviders.map(({ type, details }) => [type, details])).toEqual([
    [
      'Google',
      {
        client_id: '1example.apps.googleusercontent.com',
        client_secret: 'secret-of-google',
        authorize_scopes: 'openid email profile',
      },
    ],
    [
      'Facebook',
      {
        client_id: '1234567890',
        client_secret: 'secret-of-facebook',
        api_version: 'v17.0',
        authorize_scopes: 'public_profile,email',
      },
    ],
    [
      'SignInWithApple',
      {
        client_id: 'com.example.cognito',
        team_id: 'TEAM123456',
        key_id: 'KEY1234567',
        private_key: 'MIGTAgEAMBMGByqGSM49AgEG+key/of/apple==',
        authorize_scopes: 'email name',
      },
    ],
    [
      'LoginWithAmazon',
      {
        client_id: 'amzn1.application-oa2-client.1example',
        client_secret: 'secret-of-amazon',
        authorize_scopes: 'profile',
      },
    ],
    [
      'OIDC',
      {
        client_id: 'client-of-company',
        client_secret: 'secret-of-company',
        oidc_issuer: 'https://login.example.com/tenant',
        attributes_request_method: 'GET',
        authorize_scopes: 'openid email profile',
      },
    ],
  ])
})

test('every provider maps the address that the pool requires, and standard attributes that the client reads', () => {
  const [pool] = load(parametersOf(socialProviders)).userPools
  const [client] = pool!.clients

  for (const { name, attributeMapping } of pool?.identityProviders ?? []) {
    const unread = Object.keys(attributeMapping).filter(
      (name) => !name.startsWith('custom:') && !client?.readAttributes?.includes(name),
    )
    expect(attributeMapping.email, name).toBe('email')
    expect(unread, name).toEqual([])
  }
})

test('only providers that verify addresses say so', () => {
  const { identityProviders = [] } = load(parametersOf(socialProviders)).userPools[0]!
  const verifying = identityProviders.filter(
    ({ attributeMapping }) => attributeMapping.email_verified === 'email_verified',
  )

  expect(verifying.map(({ name }) => name)).toEqual(['Google', 'SignInWithApple', 'Company'])
})

const halves = socialProviders.flatMap((provider) =>
  Object.keys(credentials[provider]).map((missing) => ({ provider, missing })),
)

test.each(halves)('$provider without $missing is refused, and told what it needs', (half) => {
  const parameters = { ...parametersOf([half.provider]), [half.missing]: '' }

  const problems = problemsOf(parameters)

  expect(problems).toEqual([
    expect.stringMatching(new RegExp(`needs ${half.missing} beside its other parameters\\.$`)),
  ])
})

test('the name of the OpenID provider alone brings none', () => {
  expect(load({ OidcProviderName: 'Acme-Staff' }).userPools[0]?.identityProviders).toEqual([])
})

test('the OpenID provider has the name that it is given', () => {
  const deployment = load({ ...parametersOf(['Company']), OidcProviderName: 'Acme-Staff' })

  expect(deployment.userPools[0]?.identityProviders?.[0]?.name).toBe('Acme-Staff')
  expect(configDocument(deployment).socialProviders).toEqual(['Acme-Staff'])
})

test.each(['COGNITO', 'Google', 'Apple', 'SignInWithApple', 'OIDC', 'ab', 'My Company', 'a_b_c'])(
  'the OpenID provider cannot be called %s',
  (OidcProviderName) => {
    expect(problemsOf({ OidcProviderName }).join()).toContain('The parameter OidcProviderName')
  },
)

test.each([
  'http://login.example.com',
  'http://localhost.example.com/x',
  'https://login.example.com/',
  'https://login.example.com?tenant=1',
  'login.example.com',
])('the issuer %s is refused', (OidcIssuer) => {
  expect(problemsOf({ ...parametersOf(['Company']), OidcIssuer }).join()).toContain(
    'The parameter OidcIssuer',
  )
})

test('the issuer may be the local AWS itself', () => {
  const OidcIssuer = 'http://localhost:9229/social/company'

  expect(problemsOf({ ...parametersOf(['Company']), OidcIssuer })).toEqual([])
})

test('secrets are parameters that are not echoed, and stand nowhere but in the providers', () => {
  const declared = [...template.text.matchAll(/^ {2}(\w+):\n {4}Type: String\n(?: {4}.*\n)+/gm)]
  const hidden = declared.filter(([text]) => text.includes('    NoEcho: true\n'))
  const { userPools, ...rest } = load(parametersOf(socialProviders))
  const outside = JSON.stringify([rest, userPools.map(({ identityProviders: _, ...pool }) => pool)])

  expect(hidden.map(([, name]) => name)).toEqual(secretParameters)
  for (const name of secretParameters) {
    expect(outside).not.toContain(parametersOf(socialProviders)[name])
    expect(template.text.match(new RegExp(`(!Ref|\\$\\{) ?${name}\\b`, 'g'))).toHaveLength(3)
  }
})

test('no message shows a secret, whatever the template does with it', () => {
  const ApplePrivateKey = '-----BEGIN PRIVATE KEY-----\nhidden-first\nhidden-second\n'
  const parameters = { ...parametersOf(socialProviders), ApplePrivateKey }
  const misuses = [
    ['EnableTokenRevocation: true', 'EnableTokenRevocation: !Ref ApplePrivateKey'],
    ['- !Ref CallbackUrls', '- [!Ref ApplePrivateKey]'],
    ['PLUS, ESSENTIALS]', 'PLUS, !Sub "tier ${ApplePrivateKey}"]'],
    [
      'MfaConfiguration: !Ref Mfa',
      'MfaConfiguration: !Select [1, !Split ["\\n", !Ref ApplePrivateKey]]',
    ],
    ['Priority: !If [HasEmailMfa, 2, 1]', 'Priority: !Ref GoogleClientSecret'],
  ]

  for (const [right = '', wrong = ''] of misuses) {
    const text = template.text.replace(right, wrong)
    expect(text).not.toBe(template.text)
    const loading = () => loadTemplate({ ...template, text }, createLoadContext(parameters))

    expect(loading, wrong).toThrow('(not shown)')
    expect(loading, wrong).not.toThrow(/hidden|secret-of/)
  }
})

test('with every provider the template is short enough to be handed to CloudFormation', () => {
  const file = readTemplateFile(template.file)
  const given: Parameters = parametersOf(socialProviders)
  const defaults = new Map(file.parameters.map((each) => [each.name, each.default]))

  const sent = textFor(file, (name) => given[name] ?? defaults.get(name))

  expect(Buffer.byteLength(sent)).toBeLessThan(51_200)
})
