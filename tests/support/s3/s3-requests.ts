import { expect } from 'vitest'
import { ada, bucketName, region, type TestS3 } from './s3.ts'
import { presign, signRequest, type Presigned, type Unsigned } from './sign.ts'

export const origin = 'http://localhost:9230'
/** Ada's object, in path style. */
export const own = `${origin}/${bucketName}/users/${ada}/a.txt`

/** A person's request, signed as it should be but for what a test changes. */
export function signed(s3: TestS3, more: Partial<Unsigned> = {}): Request {
  return signRequest({
    method: 'PUT',
    url: own,
    body: 'hello',
    region,
    nowMs: s3.runtime.clock.now(),
    credentials: s3.issue(ada),
    ...more,
  })
}

/** A link of one who may do everything. */
export function presigned(s3: TestS3, more: Partial<Presigned> = {}): string {
  return presign({
    url: own,
    region,
    nowMs: s3.runtime.clock.now(),
    credentials: s3.issueAdmin(),
    expiresInSeconds: 900,
    ...more,
  })
}

/** The answer, with what its XML says. */
export async function answer(s3: TestS3, request: Request) {
  const response = await s3.fetch(request)
  const text = await response.text()
  const element = (name: string) => new RegExp(`<${name}>([^]*?)</${name}>`).exec(text)?.[1]
  return {
    status: response.status,
    code: element('Code'),
    message: element('Message'),
    element,
    response,
    text,
  }
}

/** Stores Ada's object. */
export async function put(s3: TestS3): Promise<void> {
  expect((await s3.fetch(signed(s3))).status).toBe(200)
}

/** Nothing was stored: the admin finds no object. */
export async function expectNothingStored(s3: TestS3): Promise<void> {
  const request = signed(s3, { method: 'GET', body: null, credentials: s3.issueAdmin() })
  expect(await answer(s3, request)).toMatchObject({ status: 404, code: 'NoSuchKey' })
}
