import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppConfig } from '../../../src/config/app-config.ts'
import type { CheckId } from '../../../src/doctor/finding.ts'
import { complaints, examine, signInForDoctor, terminalPorts } from '../../support/doctor/doctor.ts'
import {
  editTemplate,
  otherClient,
  ownObjects,
  ownPrefix,
} from '../../support/template/edit-template.ts'
import { startStandIn, type TestStandIn } from '../../support/stand-in.ts'

let standIn: TestStandIn
let cognito: CognitoIdentityProviderClient

beforeAll(async () => {
  standIn = await startStandIn()
  cognito = new CognitoIdentityProviderClient({
    endpoint: standIn.url,
    region: standIn.config.region,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  })
})

afterAll(async () => {
  cognito.destroy()
  await standIn.close()
})

/** Somebody new, signed in while all was well. */
async function signedIn() {
  editTemplate(standIn)
  const session = await signInForDoctor(standIn, cognito)
  return { session: () => Promise.resolve(session) }
}

const prefixCondition = `                Condition:\n                  StringLike:\n                    ${ownPrefix}\n`

interface Fault {
  fault: string
  edits: readonly (readonly [from: string, to: string])[]
  complaint: string
  saying: string
}

const faults: readonly Fault[] = [
  {
    fault: 'an identity pool that knows another app client only',
    edits: [
      otherClient,
      [
        '- ProviderName: !GetAtt UserPool.ProviderName\n          ClientId: !Ref UserPoolClient',
        '- ProviderName: !GetAtt UserPool.ProviderName\n          ClientId: !Ref OtherClient',
      ],
    ],
    complaint: 'identity-pool: wrong',
    saying: 'Token is not from a supported provider',
  },
  {
    fault: 'an identity pool without a role for those who are signed in',
    edits: [['        authenticated: !GetAtt AuthenticatedRole.Arn\n', '']],
    complaint: 'identity-pool: wrong',
    saying: 'no role',
  },
  {
    fault: 'a role that may not write',
    edits: [['                  - s3:PutObject\n', '']],
    complaint: 'role: wrong',
    saying: 's3:PutObject was refused',
  },
  {
    fault: 'a role that may list what is another’s',
    edits: [[ownPrefix, 's3:prefix: users/*']],
    complaint: 'role: wrong',
    saying: 's3:ListBucket on another person’s prefix',
  },
  {
    fault: 'a role that may not remove and list',
    edits: [
      ['                  - s3:DeleteObject\n', ''],
      ['Action: s3:ListBucket', 'Action: s3:ListBucketVersions'],
    ],
    complaint: 'role: wrong',
    saying: 's3:ListBucket, s3:DeleteObject were refused',
  },
  {
    fault: 'a role for everybody’s objects',
    edits: [[ownObjects, 'Resource: !Sub ${Bucket.Arn}/*']],
    complaint: 'role: wrong',
    saying:
      's3:PutObject on another person’s prefix, s3:GetObject on another person’s prefix, s3:DeleteObject on another person’s prefix',
  },
  {
    fault: 'a role that may read everybody’s objects',
    edits: [
      [
        '              - Sid: ListOwnObjects',
        [
          '              - Effect: Allow',
          '                Action: s3:GetObject',
          '                Resource: !Sub ${Bucket.Arn}/*',
          '              - Sid: ListOwnObjects',
        ].join('\n'),
      ],
    ],
    complaint: 'role: wrong',
    saying: 'not theirs: s3:GetObject on another person’s prefix.',
  },
  {
    fault: 'a role that may list the whole bucket',
    edits: [[prefixCondition, '']],
    complaint: 'role: wrong',
    saying: 's3:ListBucket on the whole bucket',
  },
]

test.each(faults)('$fault is found, and nothing else', async ({ edits, complaint, saying }) => {
  const ports = terminalPorts(standIn, await signedIn())
  editTemplate(standIn, ...edits)

  const findings = await examine(ports)

  expect(complaints(findings)).toEqual([complaint])
  expect(JSON.stringify(findings.get(complaint.split(':')[0] as CheckId))).toContain(saying)
})

test('everything is in order where nothing is wrong', async () => {
  const ports = terminalPorts(standIn, await signedIn())

  const findings = await examine(ports)

  const others = [...findings.values()].filter(({ status }) => status !== 'ok')
  expect(others.map(({ check }) => check)).toEqual([
    'storage',
    'first-factors',
    'passkeys',
    'threat-protection',
  ])
})

test('a token of another pool is told apart from one of another client', async () => {
  const person = await signedIn()
  editTemplate(standIn, otherClient)
  const other = standIn.deployment().userPools[0]!.clients.find(({ name }) => name !== 'web')!
  const asked = (config: Partial<AppConfig>) =>
    examine(terminalPorts(standIn, { ...person, config }), ['account'])

  const ofPool = await asked({ userPoolId: 'us-east-1_Other0000' })
  const ofClient = await asked({ userPoolClientId: other.id })

  expect(ofPool.get('account')?.status).toBe('wrong')
  expect(ofPool.get('account')?.summary).toContain('another user pool')
  expect(ofClient.get('account')?.status).toBe('wrong')
  expect(ofClient.get('account')?.summary).toContain('another app client')
})
