import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppConfig } from '../../../src/config/app-config.ts'
import type { CheckId } from '../../../src/doctor/finding.ts'
import { complaints, examine, terminalPorts } from '../../support/doctor/doctor.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { freePorts } from '../../support/node/free-ports.ts'
import { startStandIn, type TestStandIn } from '../../support/stand-in.ts'

let standIn: TestStandIn
let nowhere: string
let other: TestStandIn

beforeAll(async () => {
  standIn = await startStandIn()
  nowhere = `http://localhost:${await freePorts(2)}`
  other = await startStandIn()
})

afterAll(async () => {
  await standIn.close()
  await other.close()
})

interface Fault {
  fault: string
  edit?: readonly [from: string, to: string]
  /** Of the app; as it was before the edit, unless a fault is in here. */
  config?: (standIn: TestStandIn, other: TestStandIn) => Partial<AppConfig>
  complaint: string
  /** What the finding says, somewhere. */
  saying: string
}

const faults: readonly Fault[] = [
  {
    fault: 'a user pool that is not there',
    config: () => ({ userPoolId: 'us-east-1_NotHere00' }),
    complaint: 'user-pool: wrong',
    saying: 'There is no user pool us-east-1_NotHere00',
  },
  {
    fault: 'an app client that is not there',
    config: () => ({ userPoolClientId: 'nosuchclient' }),
    complaint: 'app-client: wrong',
    saying: 'There is no app client nosuchclient',
  },
  {
    fault: 'an app client with a secret',
    edit: ['GenerateSecret: false', 'GenerateSecret: true'],
    complaint: 'app-client: wrong',
    saying: 'has a secret',
  },
  {
    fault: 'an app client without SRP',
    edit: ['        - ALLOW_USER_SRP_AUTH\n', ''],
    complaint: 'app-client: wrong',
    saying: '“USER_SRP_AUTH is not enabled for the client”',
  },
  {
    fault: 'an app client without choice-based sign-in',
    edit: ['        - ALLOW_USER_AUTH\n', ''],
    complaint: 'app-client: doubtful',
    saying: 'choice-based sign-in',
  },
  {
    fault: 'an app client that tells who has an account',
    edit: ['PreventUserExistenceErrors: ENABLED', 'PreventUserExistenceErrors: LEGACY'],
    complaint: 'app-client: doubtful',
    saying: 'UserNotFoundException',
  },
  {
    fault: 'a pool where administrators alone create people',
    edit: ['AllowAdminCreateUserOnly: false', 'AllowAdminCreateUserOnly: true'],
    complaint: 'sign-up: wrong',
    saying: 'SignUp is not permitted',
  },
  {
    fault: 'a pool where e-mail addresses are aliases',
    edit: ['UsernameAttributes: [email]', 'AliasAttributes: [email]'],
    complaint: 'sign-up: wrong',
    saying: 'does not take an e-mail address as user name',
  },
  {
    fault: 'a pool that requires a name',
    edit: [
      '      Schema:\n',
      '      Schema:\n        - { Name: name, AttributeDataType: String, Required: true, Mutable: true }\n',
    ],
    config: ({ deployment }) => ({
      requiredAttributes: deployment().userPools[0]!.schema.flatMap(({ name, required }) =>
        required ? [name] : [],
      ),
    }),
    complaint: 'sign-up: wrong',
    saying: 'an attribute that the app’s page does not ask for',
  },
  {
    fault: 'a pool with longer passwords than the page asks for',
    edit: ['MinimumLength: 8', 'MinimumLength: 12'],
    complaint: 'sign-up: wrong',
    saying: 'Password not long enough',
  },
  {
    fault: 'a pool with simpler passwords than the page asks for',
    edit: ['RequireSymbols: true', 'RequireSymbols: false'],
    complaint: 'sign-up: doubtful',
    saying: 'a symbol',
  },
  {
    fault: 'a domain where nobody answers',
    config: ({ config }) => ({ local: { ...config.local!, domainUrl: nowhere } }),
    complaint: 'domain: wrong',
    saying: 'Nothing answers at http://localhost:',
  },
  {
    fault: 'a domain where something else answers',
    config: ({ config, s3Url }) => ({ local: { ...config.local!, domainUrl: s3Url } }),
    complaint: 'domain: wrong',
    saying: 'it is not managed login',
  },
  {
    fault: 'the domain of another pool',
    config: ({ config }, { url }) => ({ local: { ...config.local!, domainUrl: url } }),
    complaint: 'domain: wrong',
    saying: 'the domain of another user pool',
  },
  {
    fault: 'an app client without a style',
    edit: [
      [
        '  ManagedLoginBranding:',
        '    Type: AWS::Cognito::ManagedLoginBranding',
        '    Properties:',
        '      UserPoolId: !Ref UserPool',
        '      ClientId: !Ref UserPoolClient',
        '      UseCognitoProvidedValues: true\n',
      ].join('\n'),
      '',
    ],
    complaint: 'domain: wrong',
    saying: 'refuses to show its pages',
  },
  {
    fault: 'another callback URL',
    edit: ['http://localhost:5173/callback,', 'http://localhost:5173/callback/,'],
    complaint: 'callback-url: wrong',
    saying: 'redirect_mismatch',
  },
  {
    fault: 'another sign-out URL',
    edit: ['Default: http://localhost:5173/,', 'Default: http://localhost:5173,'],
    complaint: 'callback-url: wrong',
    saying: 'sign-out URLs',
  },
  {
    fault: 'an app client without OAuth',
    edit: [
      [
        '      AllowedOAuthFlowsUserPoolClient: true',
        '      AllowedOAuthFlows: [code]',
        '      AllowedOAuthScopes:',
        '        - openid',
        '        - email',
        '        - profile',
        "        # For Cognito's own operations on one's account, e.g. a new password.",
        '        - aws.cognito.signin.user.admin\n',
      ].join('\n'),
      '',
    ],
    complaint: 'callback-url: wrong',
    saying: 'is not switched on',
  },
  {
    fault: 'an app client without the code grant',
    edit: ['AllowedOAuthFlows: [code]', 'AllowedOAuthFlows: [implicit]'],
    complaint: 'callback-url: wrong',
    saying: 'authorization code grant',
  },
  {
    fault: 'an app client without a scope',
    edit: ['        - aws.cognito.signin.user.admin\n', ''],
    complaint: 'callback-url: wrong',
    saying: 'aws.cognito.signin.user.admin',
  },
  {
    fault: 'an identity pool that is not there',
    config: () => ({ identityPoolId: 'us-east-1:00000000-0000-0000-0000-000000000000' }),
    complaint: 'identity-pool: wrong',
    saying: 'There is no identity pool',
  },
  {
    fault: 'an identity pool for guests',
    edit: [
      'AllowUnauthenticatedIdentities: !Ref AllowGuests',
      'AllowUnauthenticatedIdentities: true',
    ],
    complaint: 'identity-pool: doubtful',
    saying: 'visitors who have not signed in',
  },
  {
    fault: 'a bucket that is not there',
    config: () => ({ bucket: 'nobody-has-this-bucket' }),
    complaint: 'bucket: wrong',
    saying: 'There is no bucket nobody-has-this-bucket',
  },
  {
    fault: 'a bucket without a CORS rule for the app',
    edit: [
      'Default: http://localhost:5173,http://localhost:4173',
      'Default: https://elsewhere.example',
    ],
    complaint: 'cors: wrong',
    saying: 'no CORS rule for http://localhost:5173',
  },
  {
    fault: 'a bucket whose CORS lets nobody write',
    edit: ['[GET, HEAD, PUT, POST, DELETE]', '[GET, HEAD]'],
    complaint: 'cors: wrong',
    saying: 'does not allow PUT, DELETE',
  },
  {
    fault: 'a bucket whose CORS hides the ETag',
    edit: ['ExposedHeaders: [ETag, ', 'ExposedHeaders: ['],
    complaint: 'cors: wrong',
    saying: 'does not expose ETag',
  },
]

test.each(faults)('$fault is found, and nothing else', async (fault) => {
  const { edit, config, complaint, saying } = fault
  editTemplate(standIn, ...(edit ? [edit] : []))

  const findings = await examine(terminalPorts(standIn, { config: config?.(standIn, other) ?? {} }))

  expect(complaints(findings)).toEqual([complaint])
  expect(JSON.stringify(findings.get(complaint.split(':')[0] as CheckId))).toContain(saying)
})

test('nothing is found where nothing is wrong, nobody is created and no message sent', async () => {
  editTemplate(standIn)

  const findings = await examine(terminalPorts(standIn))

  expect(complaints(findings)).toEqual([])
  expect(standIn.outbox).toEqual([])
})

/** Of somebody else's making: no provider maps the address, and the pool does not require it. */
const writesNoAddress = `
Resources:
  UserPool: { Type: AWS::Cognito::UserPool, Properties: { UsernameAttributes: [email] } }
  UserPoolClient:
    Type: AWS::Cognito::UserPoolClient
    Properties: { UserPoolId: !Ref UserPool, WriteAttributes: [name] }
Outputs:
  Region: { Value: !Ref AWS::Region }
  UserPoolId: { Value: !Ref UserPool }
  UserPoolClientId: { Value: !Ref UserPoolClient }
`

test('an app client that may not write the address is found, though the pool says it of no attribute', async () => {
  standIn.reload(writesNoAddress)

  const config = standIn.config
  const findings = await examine(terminalPorts(standIn, { config }), ['sign-up'])

  expect(complaints(findings)).toEqual(['sign-up: wrong'])
  expect(findings.get('sign-up')?.summary).toContain('may not write the e-mail address')
})

test('a clock that is off is found, and by how much', async () => {
  editTemplate(standIn)

  const findings = await examine(terminalPorts(standIn, { now: () => Date.now() - 600_000 }))

  expect(complaints(findings)).toEqual(['clock: wrong'])
  expect(findings.get('clock')?.summary).toBe('The clock of this computer is 10 minutes behind.')
})
