import { expect, test } from 'vitest'
import { policyOf } from '../../support/iam/policies.ts'
import {
  answer,
  expectNothingStored,
  origin,
  own,
  put,
  signed,
} from '../../support/s3/s3-requests.ts'
import { ada, bob, bucketName, createTestS3, region, type TestS3 } from '../../support/s3/s3.ts'
import { signRequest, type Unsigned } from '../../support/s3/sign.ts'

test('a denial names who, what, where and why', async () => {
  const s3 = createTestS3()

  const { message } = await answer(s3, signed(s3, { url: own.replace(ada, bob) }))

  expect(message).toBe(
    `User: arn:aws:sts::123456789012:assumed-role/authenticated/CognitoIdentityCredentials is not authorized to perform: s3:PutObject on resource: &quot;arn:aws:s3:::${bucketName}/users/${bob}/a.txt&quot; because no identity-based policy allows the s3:PutObject action`,
  )
})

test("the bucket's own policy can deny what the role allows", async () => {
  const policy = policyOf({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: `arn:aws:s3:::${bucketName}/users/*/secret/*`,
  })
  const s3 = createTestS3({ policy })

  const denied = await answer(s3, signed(s3, { url: own.replace('a.txt', 'secret/a') }))

  expect(denied).toMatchObject({ status: 403, code: 'AccessDenied' })
  expect(denied.message).toContain('with an explicit deny in a resource-based policy')
  await put(s3)
})

test('a policy that demands TLS is satisfied on loopback', async () => {
  const policy = policyOf({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: '*',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  })

  await put(createTestS3({ policy }))
})

test('whether a key exists is for those to know who may list it', async () => {
  const s3 = createTestS3()
  const readOnly = policyOf({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' })
  const get = (identityId: string, policies?: Parameters<TestS3['issue']>[1]) =>
    answer(
      s3,
      signed(s3, { method: 'GET', body: null, credentials: s3.issue(identityId, policies) }),
    )

  expect(await get(ada)).toMatchObject({ status: 404, code: 'NoSuchKey' })
  expect((await get(ada)).element('Key')).toBe(`users/${ada}/a.txt`)
  expect(await get(ada, [readOnly])).toMatchObject({ status: 403, code: 'AccessDenied' })
  expect(await get(bob)).toMatchObject({ status: 403, code: 'AccessDenied' })
})

test('a copy needs the right to read the source and to write the destination', async () => {
  const s3 = createTestS3()
  await put(s3)
  const copy = (credentials: Unsigned['credentials'], from: string, to: string) =>
    answer(
      s3,
      signRequest({
        method: 'PUT',
        url: `${origin}/${bucketName}/users/${to}/copy`,
        headers: { 'x-amz-copy-source': `${bucketName}/users/${from}/a.txt` },
        region,
        nowMs: s3.runtime.clock.now(),
        credentials,
      }),
    )

  expect(await copy(s3.issue(ada), ada, ada)).toMatchObject({ status: 200 })
  expect(await copy(s3.issue(bob), ada, bob)).toMatchObject({ status: 403, code: 'AccessDenied' })
  expect(await copy(s3.issue(ada), ada, bob)).toMatchObject({ status: 403, code: 'AccessDenied' })
})

test('keys deleted together are authorised one by one', async () => {
  const s3 = createTestS3()
  await put(s3)
  const body = `<Delete><Object><Key>users/${ada}/a.txt</Key></Object><Object><Key>users/${bob}/a.txt</Key></Object></Delete>`
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(body))).toString(
    'base64',
  )
  const deleting = (headers: Record<string, string>) =>
    answer(
      s3,
      signed(s3, { method: 'POST', url: `${origin}/${bucketName}/?delete=`, body, headers }),
    )

  const bare = await deleting({})
  const { text } = await deleting({ 'x-amz-checksum-sha256': digest })

  expect(bare).toMatchObject({ status: 400, code: 'InvalidRequest' })
  expect(text).toContain(`<Deleted><Key>users/${ada}/a.txt</Key></Deleted>`)
  expect(text).toContain(`<Error><Key>users/${bob}/a.txt</Key><Code>AccessDenied</Code>`)
  await expectNothingStored(s3)
})
