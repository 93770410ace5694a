import { expect, test } from 'vitest'
import { createNodeCrypto } from '../../../../local/node/node-crypto.ts'
import { parseAmzDate } from '../../../../local/signature-v4/amz-date.ts'
import {
  canonicalQuery,
  canonicalRequest,
} from '../../../../local/signature-v4/canonical-request.ts'
import {
  deriveSigningKey,
  isSameSignature,
  sign,
  stringToSign,
} from '../../../../local/signature-v4/signature.ts'
import { uriEncodePath } from '../../../../local/signature-v4/uri-encode.ts'

const crypto = createNodeCrypto()
const scope = { date: '20150830', region: 'us-east-1', service: 'service' }
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const formHash = '9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e'
const host: [string, string] = ['host', 'example.amazonaws.com']
const date: [string, string] = ['x-amz-date', '20150830T123600Z']

interface Vector {
  name: string
  signature: string
  method?: string
  path?: string
  query?: [string, string][]
  headers?: [string, string][]
  payloadHash?: string
}

/**
 * Cases of AWS's published suite (aws-sig-v4-test-suite) that S3 shares with the other services:
 * those that normalize a path are left out, since S3 does not.
 */
const vectors: Vector[] = [
  {
    name: 'get-vanilla',
    signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  },
  {
    name: 'get-vanilla-query-order-key-case',
    query: [
      ['Param2', 'value2'],
      ['Param1', 'value1'],
    ],
    signature: 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  },
  {
    name: 'get-vanilla-query-unreserved',
    query: [
      [
        '-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
        '-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
      ],
    ],
    signature: '9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197',
  },
  {
    name: 'get-vanilla-utf8-query',
    query: [['ሴ', 'bar']],
    signature: '2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04',
  },
  {
    name: 'get-unreserved',
    path: '/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
    signature: '07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f',
  },
  {
    name: 'get-utf8',
    path: '/ሴ',
    signature: '8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85',
  },
  {
    name: 'get-space',
    path: '/example space/',
    signature: '652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741',
  },
  {
    name: 'get-header-value-trim',
    headers: [host, ['my-header1', ' value1'], ['my-header2', ' "a   b   c"'], date],
    signature: 'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
  },
  {
    name: 'get-header-value-order',
    headers: [host, ['my-header1', 'value4,value1,value3,value2'], date],
    signature: '08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01',
  },
  {
    name: 'get-header-key-duplicate',
    headers: [host, ['my-header1', 'value2,value2,value1'], date],
    signature: 'c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea',
  },
  {
    name: 'post-vanilla',
    method: 'POST',
    signature: '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  },
  {
    name: 'post-header-key-sort',
    method: 'POST',
    headers: [date, ['my-header1', 'value1'], host],
    signature: 'c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c',
  },
  {
    name: 'post-vanilla-query',
    method: 'POST',
    query: [['Param1', 'value1']],
    signature: '28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11',
  },
  {
    name: 'post-x-www-form-urlencoded',
    method: 'POST',
    headers: [['content-type', 'application/x-www-form-urlencoded'], host, date],
    payloadHash: formHash,
    signature: 'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  },
  {
    name: 'post-x-www-form-urlencoded-parameters',
    method: 'POST',
    headers: [['content-type', 'application/x-www-form-urlencoded; charset=utf8'], host, date],
    payloadHash: formHash,
    signature: '1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe',
  },
]

test.each(vectors)('signs $name as AWS publishes it', async (vector) => {
  const request = canonicalRequest({
    method: vector.method ?? 'GET',
    path: uriEncodePath(vector.path ?? '/'),
    query: vector.query ?? [],
    headers: vector.headers ?? [host, date],
    payloadHash: vector.payloadHash ?? emptyHash,
  })
  const text = await stringToSign(crypto, '20150830T123600Z', scope, request)
  const key = await deriveSigningKey(crypto, 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', scope)

  const signature = await sign(crypto, key, text)

  expect(signature).toBe(vector.signature)
})

test('orders a query by its encoded names, then by its encoded values', () => {
  const query: [string, string][] = [
    ['b', '2'],
    ['a', '~'],
    ['B', ''],
    ['a', ' '],
  ]

  expect(canonicalQuery(query)).toBe('B=&a=%20&a=~&b=2')
})

test('a path keeps its slashes and dot segments, and nothing is encoded twice', () => {
  expect(uriEncodePath("/a//../b+c/%/'()*!é")).toBe('/a//../b%2Bc/%25/%27%28%29%2A%21%C3%A9')
})

test('a signature is the same only digit for digit', () => {
  expect(isSameSignature(crypto, 'abcd', 'abcd')).toBe(true)
  expect(isSameSignature(crypto, 'abcd', 'abce')).toBe(false)
  expect(isSameSignature(crypto, 'abcd', 'ABCD')).toBe(false)
  expect(isSameSignature(crypto, 'abcd', '')).toBe(false)
})

test('a date is one that exists, in the basic format', () => {
  expect(parseAmzDate('20130524T000000Z')).toBe(Date.UTC(2013, 4, 24))
  for (const text of ['20130231T000000Z', '2013-05-24T00:00:00Z', '20130524T250000Z', '', '0']) {
    expect(parseAmzDate(text)).toBeUndefined()
  }
})
