import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { signUpWithCredentials } from '../../support/identity-pools/person-with-credentials.ts'
import { callLocalApi } from '../../support/local-api.ts'
import { test, type TestStandIn } from '../../support/stand-in.ts'

const json = { 'content-type': 'application/json' }

async function call(standIn: TestStandIn, operation: string, input: object, query = '') {
  const response = await callLocalApi(standIn, `/_local/calls/${operation}${query}`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ UserPoolId: standIn.config.userPoolId, ...input }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('people are created, disabled and deleted by AWS’s own operations, without a signature', async ({
  standIn,
}) => {
  const Username = 'ada@example.com'
  const created = await call(standIn, 'AdminCreateUser', {
    Username,
    DesiredDeliveryMediums: ['EMAIL'],
    UserAttributes: [{ Name: 'email', Value: Username }],
  })
  expect(created.body).toMatchObject({ User: { UserStatus: 'FORCE_CHANGE_PASSWORD' } })
  expect(standIn.outbox).toMatchObject([{ kind: 'INVITATION', to: Username }])

  expect(await call(standIn, 'AdminDisableUser', { Username })).toEqual({ status: 200, body: {} })
  expect((await call(standIn, 'AdminGetUser', { Username })).body).toMatchObject({ Enabled: false })
  await call(standIn, 'AdminDeleteUser', { Username })
  expect(await call(standIn, 'AdminGetUser', { Username })).toEqual({
    status: 400,
    body: { __type: 'UserNotFoundException', message: 'User does not exist.' },
  })
})

test('faults do not touch it, and the log has what it changed, not what it read', async ({
  standIn,
}) => {
  await callLocalApi(standIn, '/_local/faults', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ kind: 'error' }),
  })

  expect((await call(standIn, 'ListUsers', {})).status).toBe(200)
  expect((await call(standIn, 'AdminGetUser', { Username: 'none' })).status).toBe(400)
  await call(standIn, 'CreateGroup', { GroupName: 'editors' })

  const log = await (await callLocalApi(standIn, '/_local/requests')).json()
  expect(log).toMatchObject([
    { operation: 'POST /_local/calls/CreateGroup', status: 200 },
    { operation: 'POST /_local/faults', status: 201 },
  ])
})

test('identity pools are asked, too, and no other service', async ({ standIn }) => {
  const { identityPoolId: IdentityPoolId } = standIn.config
  const asking = (service: string) =>
    call(standIn, 'DescribeIdentityPool', { IdentityPoolId }, `?service=${service}`)

  expect((await asking('cognito-identity')).body).not.toEqual({})
  expect((await asking('sts')).status).toBe(400)
  expect((await call(standIn, 'NoSuchOperation', {})).body).toMatchObject({
    __type: 'UnknownOperationException',
  })
})

test('objects are listed folder by folder, read by an address of a minute, and deleted', async ({
  standIn,
  cognito,
}) => {
  const { s3, prefix } = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const { bucket: Bucket } = standIn.config
  const key = `${prefix}/a file.txt`
  await s3.send(new PutObjectCommand({ Bucket, Key: key, Body: 'hello' }))
  const path = `/_local/buckets/${Bucket}`
  const list = async (at: string) =>
    (
      await callLocalApi(standIn, `${path}?prefix=${encodeURIComponent(at)}`)
    ).json() as Promise<unknown>

  expect(await (await callLocalApi(standIn, '/_local/buckets')).json()).toEqual([{ name: Bucket }])
  expect(await list('')).toEqual({ folders: ['users/'], objects: [] })
  expect(await list(`${prefix}/`)).toMatchObject({
    folders: [],
    objects: [{ key, sizeBytes: 5, lastModified: expect.any(String) }],
  })

  const made = await callLocalApi(standIn, path, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ key }),
  })
  const { url } = (await made.json()) as { url: string }
  expect(await (await fetch(url)).text()).toBe('hello')
  expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('60')
  expect((await fetch(url.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000'))).status).toBe(403)

  const query = `?key=${encodeURIComponent(key)}`
  expect((await callLocalApi(standIn, path + query, { method: 'DELETE' })).status).toBe(204)
  await expect(s3.send(new GetObjectCommand({ Bucket, Key: key }))).rejects.toMatchObject({
    name: 'NoSuchKey',
  })
})

test('what a call cannot be told in its address is refused, by its name', async ({ standIn }) => {
  expect(await call(standIn, 'ListUsers', {}, '?servcie=cognito-identity')).toEqual({
    status: 400,
    body: { message: 'A call takes no servcie.' },
  })
  expect((await call(standIn, 'ListUsers', {}, '?service=cognito-idp')).status).toBe(200)
})
