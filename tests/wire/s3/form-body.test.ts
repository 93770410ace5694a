import { expect, test } from 'vitest'
import { signForm } from '../../support/s3/form-policy.ts'
import { answer, origin, signed } from '../../support/s3/s3-requests.ts'
import { bucketName, createTestS3, type TestS3 } from '../../support/s3/s3.ts'

const bucketUrl = `${origin}/${bucketName}`

function part(name: string, value: string, more = ''): string {
  return `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
}

function fieldsOf(fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([name, value]) => part(name, value))
    .join('')
}

function send(s3: TestS3, body: BodyInit, type = 'multipart/form-data; boundary=x') {
  const init = { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' }
  return answer(s3, new Request(bucketUrl, init))
}

async function stored(s3: TestS3, key = 'posted') {
  const url = `${bucketUrl}/${key}`
  const request = signed(s3, { method: 'GET', url, body: null, credentials: s3.issueAdmin() })
  return (await answer(s3, request)).text
}

test('a form is read whatever the pieces it comes in', async () => {
  const file = 'a\r\n--\r\n--y\r\n-\r\n\r\nb\r\n'
  for (const size of [1, 2, 7, 64]) {
    const s3 = createTestS3()
    const text = `preamble\r\n${fieldsOf(signForm(s3))}${part('file', file)}--x--\r\nepilogue`
    const bytes = new TextEncoder().encode(text)
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) {
          controller.enqueue(bytes.slice(at, at + size))
        }
        controller.close()
      },
    })

    expect((await send(s3, pieces)).status).toBe(204)
    expect(await stored(s3)).toBe(file)
  }
})

test('what stands after the file counts for nothing', async () => {
  const s3 = createTestS3()
  const body = `${fieldsOf(signForm(s3))}${part('file', 'hello')}${part('submit', 'Upload')}--x--`

  expect((await send(s3, body)).status).toBe(204)
  expect(await stored(s3)).toBe('hello')
})

test('of the path that old browsers send the name is taken', async () => {
  const s3 = createTestS3()
  const conditions = [['starts-with', '$key', '']]
  const fields = signForm(s3, { fields: { key: '${filename}' }, conditions })
  const path = String.raw`; filename="C:\\photos\\me.png"`

  const refused = await send(s3, `${fieldsOf(fields)}${part('file', 'hello', path)}--x--`)

  // The policy holds the key to "posted": the name is put in before it is asked.
  expect(refused.message).toBe(
    'Invalid according to Policy: Policy Condition failed: [&quot;eq&quot;, &quot;$key&quot;, &quot;posted&quot;]',
  )
  expect(await stored(s3, 'me.png')).toContain('NoSuchKey')
})

const broken: [string, (fields: string) => string, number, string][] = [
  ['without an end', (fields) => `${fields}${part('file', 'hello')}`, 400, 'MalformedPOSTRequest'],
  ['that stops in a field', (fields) => fields.slice(0, -40), 400, 'MalformedPOSTRequest'],
  ['without a file', (fields) => `${fields}--x--`, 400, 'InvalidArgument'],
  ['of one name twice', (fields) => `${part('key', 'other')}${fields}`, 400, 'InvalidArgument'],
  ['of a field without a name', () => '--x\r\n\r\nvalue\r\n--x--', 400, 'MalformedPOSTRequest'],
  [
    'of fields without end',
    (fields) => `${part('x-ignore-a', 'a'.repeat(21_000))}${fields}`,
    400,
    'MaxPostPreDataLengthExceededError',
  ],
]

test.each(broken)('a form %s stores nothing', async (_, change, status, code) => {
  const s3 = createTestS3()

  expect(await send(s3, change(fieldsOf(signForm(s3))))).toMatchObject({ status, code })
  expect(await stored(s3)).toContain('NoSuchKey')
})

test.each(['text/html', 'multipart/form-data', 'application/x-www-form-urlencoded'])(
  'a body of the type %s is no form',
  async (type) => {
    const s3 = createTestS3()

    const refused = await send(s3, fieldsOf(signForm(s3)), type)

    expect(refused).toMatchObject({ status: 412, code: 'PreconditionFailed' })
    expect(refused.element('Condition')).toBe(
      'Bucket POST must be of the enclosure-type multipart/form-data',
    )
  },
)
