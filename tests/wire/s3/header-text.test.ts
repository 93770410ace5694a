import { expect, test } from 'vitest'
import { answer, own, signed } from '../../support/s3/s3-requests.ts'
import { createTestS3 } from '../../support/s3/s3.ts'

/** A header as HTTP stacks hand it out: a character for each byte that was sent. */
function asBytes(text: string): string {
  return Buffer.from(text).toString('latin1')
}

/** As boto3 does it: signed as text, sent as UTF-8. */
async function store(header: string, text: string) {
  const s3 = createTestS3()
  const credentials = s3.issueAdmin()
  const request = signed(s3, { headers: { [header]: text }, credentials })
  request.headers.set(header, asBytes(text))
  const put = await answer(s3, request)
  const got = await answer(s3, signed(s3, { method: 'GET', url: own, body: null, credentials }))
  return { put: put.code ?? put.status, value: got.response.headers.get(header) }
}

test('a header beyond ASCII is signed as its bytes, and comes back as these', async () => {
  const text = 'attachment; filename="é_ü.pdf"'

  expect(await store('content-disposition', text)).toEqual({ put: 200, value: asBytes(text) })
})

test('metadata beyond ASCII comes back in the encoding of mail, as the text that was meant', async () => {
  const { put, value } = await store('x-amz-meta-name', 'é')

  expect(put).toBe(200)
  expect(value).toBe(`=?UTF-8?B?${Buffer.from('é').toString('base64')}?=`)
})

test('a header that is no UTF-8 is signed as it is', async () => {
  const s3 = createTestS3()

  const put = await answer(s3, signed(s3, { headers: { 'content-disposition': 'é' } }))

  expect(put.status).toBe(200)
})
