import { expect, test } from 'vitest'
import { conditionsOf } from '../../../../local/http/request-conditions.ts'
import { wireRequest } from '../../../../local/http/wire-request.ts'

function conditions(remoteAddress: string | undefined, url = 'http://localhost:9229/') {
  const headers = new Headers({ 'user-agent': 'a client' })
  const request = wireRequest({
    method: 'GET',
    url,
    target: '/',
    headers,
    chunks: undefined,
    remoteAddress,
  })
  return conditionsOf(request, Date.UTC(2026, 0, 2, 3, 4, 5, 678))
}

test.for([
  ['127.0.0.1', 'http', '127.0.0.1', 'true'],
  ['127.8.8.8', 'http', '127.8.8.8', 'true'],
  ['::1', 'http', '::1', 'true'],
  ['::ffff:127.0.0.1', 'http', '127.0.0.1', 'true'],
  ['192.0.2.7', 'http', '192.0.2.7', 'false'],
  ['192.0.2.7', 'https', '192.0.2.7', 'true'],
  ['::ffff:192.0.2.7', 'http', '192.0.2.7', 'false'],
  ['2001:db8::7', 'http', '2001:db8::7', 'false'],
  ['2001:db8::7', 'https', '2001:db8::7', 'true'],
] as const)('a request from %s by %s is of %s, secure: %s', ([from, scheme, ip, secure]) => {
  expect(conditions(from, `${scheme}://localhost:9229/`)).toMatchObject({
    'aws:SourceIp': ip,
    'aws:SecureTransport': secure,
  })
})

test('a request that nobody connected for is of this machine', () => {
  expect(conditionsOf(new Request('http://localhost:9229/'), 0)).toEqual({
    'aws:CurrentTime': '1970-01-01T00:00:00.000Z',
    'aws:EpochTime': '0',
    'aws:SecureTransport': 'true',
    'aws:SourceIp': '127.0.0.1',
  })
})

test('a request tells its time and its client', () => {
  expect(conditions('::1')).toMatchObject({
    'aws:CurrentTime': '2026-01-02T03:04:05.678Z',
    'aws:EpochTime': '1767323045',
    'aws:UserAgent': 'a client',
  })
})
