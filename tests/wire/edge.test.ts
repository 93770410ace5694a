import { GetUserCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import type { Interceptor } from '../../local/local-api/edge.ts'
import { readBoundedBody } from '../../local/http/read-body.ts'
import { signUpWithCredentials } from '../support/identity-pools/person-with-credentials.ts'
import { discover, startLogin } from '../support/managed-login/managed-login.ts'
import { createPageVisitor } from '../support/managed-login/page-visitor.ts'
import { test } from '../support/stand-in.ts'

test('an interceptor sees every request of both ports, and its answer', async ({
  standIn,
  cognito,
}) => {
  const seen: string[] = []
  standIn.intercept(async (request, next, port) => {
    const response = await next(request)
    const target =
      request.headers.get('x-amz-target')?.split('.')[1] ??
      decodeURIComponent(new URL(request.url).pathname)
    seen.push(`${port} ${request.method} ${target} ${response.status}`)
    return response
  })

  const { prefix, s3 } = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const { bucket: Bucket } = standIn.config
  await s3.send(new PutObjectCommand({ Bucket, Key: `${prefix}/a.txt`, Body: 'a' }))
  await fetch(`${standIn.url}/_local/messages`)

  expect(seen).toEqual([
    // The template's function asks who has the address, over the same edge.
    'cognito POST ListUsers 200',
    'cognito POST SignUp 200',
    'cognito POST ConfirmSignUp 200',
    'cognito POST InitiateAuth 200',
    'cognito POST GetId 200',
    'cognito POST GetCredentialsForIdentity 200',
    `s3 PUT /${Bucket}/${prefix}/a.txt 200`,
    'cognito GET /_local/messages 401',
  ])
})

test('what the local AWS asks of itself goes through the edge too', async ({ standIn }) => {
  const paths: string[] = []
  standIn.intercept((request, next) => {
    paths.push(new URL(request.url).pathname)
    return next(request)
  })
  const { url } = await startLogin(await discover(standIn), standIn, {
    identity_provider: 'Google',
  })
  const visitor = createPageVisitor()

  const page = await visitor.open(url)
  await visitor.leave(
    visitor
      .submit(page, 'Continue as Ada Lovelace')
      .then((next) => visitor.submit(next, 'Continue')),
  )

  expect(paths.filter((path) => /token|jwks|certs/.test(path)).length).toBeGreaterThan(0)
})

test('a recorder reads both bodies, and neither side notices', async ({ standIn, cognito }) => {
  const records: { request: unknown; response: unknown }[] = []
  const record: Interceptor = async (request, next) => {
    const body = (await readBoundedBody(request, 1 << 20)) as Uint8Array<ArrayBuffer>
    const { method, headers, url } = request
    const response = await next(new Request(url, { method, headers, body }))
    const parse = (text: string) => JSON.parse(text) as unknown
    records.push({
      request: parse(new TextDecoder().decode(body)),
      response: parse(await response.clone().text()),
    })
    return response
  }
  const stop = standIn.intercept(record)
  const { userPoolClientId: ClientId } = standIn.config
  const ada = { ClientId, Username: 'ada@example.com', Password: 'Correct-horse-1' }

  const { UserSub } = await cognito.send(new SignUpCommand(ada))
  stop()
  await cognito.send(new SignUpCommand({ ...ada, Username: 'bob@example.com' }))

  // The first is that of the template's function, which asks who has the address.
  expect(records).toMatchObject([
    { request: { Filter: 'email = "ada@example.com"' }, response: { Users: [] } },
    { request: ada, response: { UserSub } },
  ])
})

test('a fault answers in the place of the service, and is gone when it is taken off', async ({
  standIn,
  cognito,
}) => {
  let reached = 0
  const stop = standIn.intercept(async (request, next) =>
    request.headers.get('x-amz-target')?.endsWith('.GetUser')
      ? Response.json({ __type: 'TooManyRequestsException', message: 'Slow down' }, { status: 400 })
      : next(request),
  )
  standIn.intercept((request, next) => {
    reached += 1
    return next(request)
  })
  const asking = () => cognito.send(new GetUserCommand({ AccessToken: 'none' }))

  await expect(asking()).rejects.toMatchObject({ name: 'TooManyRequestsException' })
  expect(reached).toBe(0)
  stop()
  await expect(asking()).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  expect(reached).toBe(1)
})
