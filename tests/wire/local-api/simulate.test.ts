import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { GetObjectCommand } from '@aws-sdk/client-s3'
import { callLocalApi } from '../../support/local-api.ts'
import { createLocalAwsClient } from '../../support/local-aws-client.ts'
import { signUpWithCredentials } from '../../support/identity-pools/person-with-credentials.ts'
import { test } from '../../support/stand-in.ts'

/** The line of the template that a statement begins on: its first member. */
function lineOf(line: number | undefined): string {
  return readFileSync('infra/template.yaml', 'utf8').split('\n')[(line ?? 0) - 1] ?? ''
}

test('an identity may read its own objects by a statement of the template, and nobody else’s', async ({
  standIn,
  cognito,
}) => {
  const aws = createLocalAwsClient(standIn)
  const ada = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const identityId = ada.prefix.replace('users/', '')
  const { bucket: Bucket = '' } = standIn.config
  const ask = (key: string, action = 's3:GetObject') =>
    aws.simulatePrincipalPolicy({ identityId, action, resource: `arn:aws:s3:::${Bucket}/${key}` })

  const own = await ask(`${ada.prefix}/profile.json`)
  expect(own).toMatchObject({ decision: 'allowed', policy: 'identity', isIssued: true })
  expect(own.principal).toMatch(/:assumed-role\/.*\/CognitoIdentityCredentials$/)
  expect(own.statement).toMatchObject({ Effect: 'Allow' })
  expect(own.place?.file).toBe('infra/template.yaml')
  expect(own.place?.path).toMatch(/^\w+\.(Policies\[\d\]\.)?PolicyDocument\.Statement\[\d\]$/)
  expect(lineOf(own.place?.line)).toMatch(/Sid|Effect|Action|Policy/)

  const other = await ask('users/somebody/profile.json')
  expect(other).toMatchObject({ decision: 'implicitDeny', policy: 'none' })
  expect(other).not.toHaveProperty('statement')
  // S3 decides the same.
  const Key = 'users/somebody/profile.json'
  await expect(ada.s3.send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject({
    name: 'AccessDenied',
  })

  const byKey = await aws.simulatePrincipalPolicy({
    accessKeyId: ada.credentials.accessKeyId,
    action: 's3:GetObject',
    resource: `arn:aws:s3:::${Bucket}/${ada.prefix}/profile.json`,
  })
  expect(byKey).toEqual(own)
  const listing = { action: 's3:ListBucket', resource: `arn:aws:s3:::${Bucket}`, identityId }
  const denied = await aws.simulatePrincipalPolicy(listing)
  expect(denied.decision).toBe('implicitDeny')
  const context = { 's3:prefix': `${ada.prefix}/profile.json` }
  const allowed = await aws.simulatePrincipalPolicy({ ...listing, context })
  expect(allowed.decision).toBe('allowed')

  // Once its credentials are over, it is asked about in the role of its pool.
  await aws.clock.advance({ hours: 2 })
  expect(await ask(`${ada.prefix}/profile.json`)).toMatchObject({
    decision: 'allowed',
    isIssued: false,
  })
  const listed = await callLocalApi(standIn, '/_local/identities')
  expect(await listed.json()).toMatchObject({ identities: [{ id: identityId }] })
})

test('principal tags, a bucket’s policy and explicit denials decide as they do for requests', async ({
  standIn,
}) => {
  const aws = createLocalAwsClient(standIn)
  const template = `
Resources:
  TenantRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: tenants
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Principal: { AWS: "*" }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: tenant
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:*
                Resource: !Sub arn:aws:s3:::tenants-bucket/\${!aws:PrincipalTag/tenant}/*
              - Sid: KeepFinal
                Effect: Deny
                Action: s3:DeleteObject
                Resource: "*"
  TenantBucket:
    Type: AWS::S3::Bucket
    Properties: { BucketName: tenants-bucket }
  TenantBucketPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref TenantBucket
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: !GetAtt TenantRole.Arn }
            Action: s3:GetObject
            Resource: arn:aws:s3:::tenants-bucket/shared/*
`
  const own = readFileSync('infra/template.yaml', 'utf8')
  standIn.reload(own.replace(/^Resources:\n/m, template.trimStart()))
  const { arn: roleArn } = standIn.deployment().roles.find(({ name }) => name === 'tenants')!
  const ask = (action: string, key: string, tenant?: string) =>
    aws.simulatePrincipalPolicy({
      roleArn,
      action,
      resource: `arn:aws:s3:::tenants-bucket/${key}`,
      ...(tenant !== undefined && { principalTags: { tenant } }),
    })

  expect(await ask('s3:GetObject', 'acme/a', 'acme')).toMatchObject({
    decision: 'allowed',
    policy: 'identity',
    principalTags: { tenant: 'acme' },
    place: { path: 'TenantRole.Policies[0].PolicyDocument.Statement[0]' },
  })
  expect(await ask('s3:GetObject', 'acme/a', 'other')).toMatchObject({ decision: 'implicitDeny' })
  expect(await ask('s3:GetObject', 'acme/a')).toMatchObject({ decision: 'implicitDeny' })
  expect(await ask('s3:DeleteObject', 'acme/a', 'acme')).toMatchObject({
    decision: 'explicitDeny',
    statement: { Sid: 'KeepFinal', Effect: 'Deny' },
    place: { path: 'TenantRole.Policies[0].PolicyDocument.Statement[1]' },
  })
  expect(await ask('s3:GetObject', 'shared/a')).toMatchObject({
    decision: 'allowed',
    policy: 'resource',
    place: { path: 'TenantBucketPolicy.PolicyDocument.Statement[0]' },
  })
})

test('a question that is none is refused by what is wrong with it', async ({ standIn }) => {
  const ask = async (body: object) => {
    const response = await callLocalApi(standIn, '/_local/simulate-principal-policy', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return [response.status, ((await response.json()) as { message: string }).message]
  }
  const whole = { accessKeyId: 'ASIAEXAMPLEEXAMPLE23', action: 's3:GetObject', resource: '*' }

  expect(await ask(whole)).toEqual([404, 'There is nobody like that.'])
  for (const [change, word] of [
    [{ accessKeyId: undefined }, 'of whom'],
    [{ identityId: 'also' }, 'of whom'],
    [{ action: 'GetObject' }, 'action'],
    [{ resource: 'bucket' }, 'resource'],
    [{ context: { a: 1 } }, 'context'],
    [{ principalTags: [] }, 'principalTags'],
    [{ else: 1 }, 'else'],
  ] as const) {
    const [status, message] = await ask({ ...whole, ...change })
    expect([status, message]).toEqual([400, expect.stringContaining(word)])
  }
})
