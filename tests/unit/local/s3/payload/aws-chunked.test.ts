import { expect, test } from 'vitest'
import { createNodeCrypto } from '../../../../../local/node/node-crypto.ts'
import { decodeChunked } from '../../../../../local/s3/payload/aws-chunked.ts'
import { S3Error } from '../../../../../local/s3/errors.ts'

const encoder = new TextEncoder()
const whole = '5\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n'

function streamOf(chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
}

async function decode(chunks: Uint8Array[]) {
  let trailer: ReadonlyMap<string, string> = new Map()
  let text = ''
  const body = decodeChunked(streamOf(chunks), {
    crypto: createNodeCrypto(),
    signer: undefined,
    hasTrailer: true,
    onTrailer: (lines) => {
      trailer = lines
    },
  })
  for await (const chunk of body) text += new TextDecoder().decode(chunk)
  return { text, trailer: Object.fromEntries(trailer) }
}

test('the framing comes off wherever the transport cut it', async () => {
  const bytes = encoder.encode(whole)
  const expected = { text: 'hello world', trailer: { 'x-amz-checksum-crc32': 'DUoRhQ==' } }

  for (let cut = 0; cut <= bytes.length; cut += 1) {
    expect(await decode([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(expected)
  }
  expect(await decode(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(expected)
})

test('a body that ends anywhere before its end is refused', async () => {
  const bytes = encoder.encode(whole)

  for (let end = 0; end < bytes.length; end += 1) {
    await expect(decode([bytes.subarray(0, end)])).rejects.toMatchObject({ code: 'IncompleteBody' })
  }
})

test('whatever byte is changed, the answer is a body or an error of S3', async () => {
  const bytes = encoder.encode(whole)

  for (let at = 0; at < bytes.length; at += 1) {
    for (const byte of [0, 10, 13, 45, 48, 57, 255]) {
      const changed = bytes.slice()
      changed[at] = byte
      const result = await decode([changed]).catch((error: unknown) => error)
      expect(result instanceof Error ? result : undefined).toSatisfy(
        (error) => error === undefined || error instanceof S3Error,
      )
    }
  }
})

test.each(['-1', ' 5', '5 ', '0x5', 'fffffffffff', '', '5;', '5;chunk-signature='])(
  '%j is no size of a chunk',
  async (size) => {
    await expect(decode([encoder.encode(`${size}\r\nhello\r\n0\r\n\r\n`)])).rejects.toMatchObject({
      code: 'IncompleteBody',
    })
  },
)

test('a line without an end is not read for ever', async () => {
  let pulled = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1
      controller.enqueue(new Uint8Array(1024).fill(0x30))
    },
  })
  const body = decodeChunked(endless, {
    crypto: createNodeCrypto(),
    signer: undefined,
    hasTrailer: true,
    onTrailer: () => undefined,
  })

  await expect(body.next()).rejects.toMatchObject({ code: 'IncompleteBody' })
  expect(pulled).toBeLessThan(10)
})
