import { expect, test } from 'vitest'
import type { PolicyDocument } from '../../local/iam/policy/policy.ts'
import { wireRequest } from '../../local/http/wire-request.ts'
import { createSts } from '../../local/sts/service.ts'
import { policyOf, sessionOf } from '../support/iam/policies.ts'
import { ada, bucketName, createTestS3, region } from '../support/s3/s3.ts'
import { signRequest } from '../support/s3/sign.ts'
import { createTestRuntime } from '../support/core/test-runtime.ts'

/** The same request, as it would have come from there. */
async function cameFrom(remoteAddress: string, request: Request): Promise<Request> {
  const { method, url, headers } = request
  const body = new Uint8Array(await request.arrayBuffer())
  const chunks = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(body)
      controller.close()
    },
  })
  const { pathname, search } = new URL(url)
  return wireRequest({
    method,
    url,
    target: `${pathname}${search}`,
    headers,
    chunks,
    remoteAddress,
  })
}

const anywhere = { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }
const byTls = { Bool: { 'aws:SecureTransport': 'true' } }
const byAnything = { Bool: { 'aws:SecureTransport': ['true', 'false'] } }

const cases = [
  ['192.0.2.7', 'https', { ...anywhere, ...byTls }, true],
  ['192.0.2.7', 'http', { ...anywhere, ...byAnything }, true],
  ['192.0.2.7', 'http', byTls, false],
  ['127.0.0.1', 'http', byTls, true],
  ['127.0.0.1', 'http', anywhere, false],
  ['::1', 'http', { ...byTls, IpAddress: { 'aws:SourceIp': '::1/128' } }, true],
] as const

test.for(cases)('from %s by %s, a role with %o is assumed: %s', async (which) => {
  const [from, scheme, Condition, allowed] = which
  const sts = startSts({ statements: trust(Condition).statements })
  const form = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: 'arn:aws:iam::123456789012:role/authenticated',
    RoleSessionName: 'ada',
    WebIdentityToken: 'a token of the identity pool',
  })
  const request = new Request(`${scheme}://localhost:9229/`, { method: 'POST', body: form })

  const { status } = await sts.fetch(await cameFrom(from, request))

  expect(status).toBe(allowed ? 200 : 403)
})

test.for(cases)('from %s by %s, a bucket with %o is written: %s', async (which) => {
  const [from, scheme, Condition, allowed] = which
  const s3 = createTestS3()
  const policy = policyOf({ Effect: 'Allow', Action: 's3:*', Resource: '*', Condition })
  const request = signRequest({
    method: 'PUT',
    url: `${scheme}://localhost:9230/${bucketName}/users/${ada}/a.txt`,
    body: 'hello',
    credentials: s3.issue(ada, [policy]),
    region,
    nowMs: s3.runtime.clock.now(),
  })

  const { status } = await s3.fetch(await cameFrom(from, request))

  expect(status).toBe(allowed ? 200 : 403)
})

function trust(Condition: object): PolicyDocument {
  const Principal = { Federated: 'cognito-identity.amazonaws.com' }
  return policyOf({
    Effect: 'Allow',
    Principal,
    Action: 'sts:AssumeRoleWithWebIdentity',
    Resource: '*',
    Condition,
  })
}

function startSts(trustPolicy: PolicyDocument) {
  const { role } = sessionOf([])
  return createSts({
    roles: () => [{ ...role, trustPolicy }],
    runtime: createTestRuntime(),
    region,
    verifyWebIdentity: () =>
      Promise.resolve({
        kind: 'verified',
        identity: {
          provider: 'cognito-identity.amazonaws.com',
          subject: ada,
          audience: 'eu-west-1:pool',
          context: {},
        },
      }),
    resolveCredentials: () => undefined,
  })
}
