import { PutObjectCommand } from '@aws-sdk/client-s3'
import type { AssumeRoleWithWebIdentityCommandOutput } from '@aws-sdk/client-sts'
import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import { allowClassicFlow, startClassicFlow } from '../../support/identity-pools/classic-flow.ts'
import { editTemplate, ownObjects } from '../../support/template/edit-template.ts'
import { test } from '../../support/stand-in.ts'

const tagPeople = [
  '  IdentityPoolRoles:\n',
  `  IdentityPoolTags:
    Type: AWS::Cognito::IdentityPoolPrincipalTag
    Properties:
      IdentityPoolId: !Ref IdentityPool
      IdentityProviderName: !GetAtt UserPool.ProviderName
      PrincipalTags: { address: email }
  IdentityPoolRoles:\n`,
] as const
const letTag = [
  `- '"sts:AssumeRoleWithWebIdentity"'`,
  `- '["sts:AssumeRoleWithWebIdentity","sts:TagSession"]'`,
] as const
const byTag = [
  ownObjects,
  'Resource: !Sub ${Bucket.Arn}/by-address/${!aws:PrincipalTag/address}/*',
] as const

test('the token for STS asks for the tags that the identity pool maps, each a list of one', async ({
  standIn,
  cognito,
}) => {
  const { token } = await startClassicFlow(standIn, cognito, tagPeople, letTag)

  expect(decodeJwt(await token())).toMatchObject({
    'https://aws.amazon.com/tags': { principal_tags: { address: ['ada@example.com'] } },
  })
})

test('a token without mapped tags asks for none', async ({ standIn, cognito }) => {
  const { token } = await startClassicFlow(standIn, cognito)

  expect(decodeJwt(await token())).not.toHaveProperty('https://aws.amazon.com/tags')
})

test('policies of a session of the classic flow see its tags', async ({ standIn, cognito }) => {
  const { assume, s3With } = await startClassicFlow(standIn, cognito, tagPeople, letTag, byTag)
  const { bucket: Bucket } = standIn.config
  const put = async (session: AssumeRoleWithWebIdentityCommandOutput, Key: string) =>
    s3With(session).send(new PutObjectCommand({ Bucket, Key, Body: 'a note' }))

  const session = await assume()

  await put(session, 'by-address/ada@example.com/note.txt')
  await expect(put(session, 'by-address/eve@example.com/note.txt')).rejects.toMatchObject({
    name: 'AccessDenied',
  })
})

test('a trust policy that lets nobody tag a session refuses a token with tags', async ({
  standIn,
  cognito,
}) => {
  const { assume, token } = await startClassicFlow(standIn, cognito, tagPeople, letTag)
  const WebIdentityToken = await token()
  await assume({ WebIdentityToken })

  editTemplate(standIn, allowClassicFlow)

  await expect(assume({ WebIdentityToken })).rejects.toMatchObject({ name: 'AccessDenied' })
  await assume()
})

test('a trust policy may ask for a tag of the token', async ({ standIn, cognito }) => {
  const address = (value: string) =>
    ['"StringEquals":{', `"StringEquals":{"aws:RequestTag/address":"${value}",`] as const
  const edits = [tagPeople, letTag] as const
  const { assume } = await startClassicFlow(standIn, cognito, ...edits, address('ada@example.com'))
  await assume()

  editTemplate(standIn, allowClassicFlow, ...edits, address('eve@example.com'))

  await expect(assume()).rejects.toMatchObject({ name: 'AccessDenied' })
})
