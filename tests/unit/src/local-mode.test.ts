import { expect, test } from 'vitest'
import { localUrl } from '../../../src/local-mode.ts'

const config = {
  region: 'us-east-1',
  domain: 'localhost:9229',
  bucket: 'profiles',
  local: {
    domainUrl: 'http://localhost:9229',
    s3Endpoint: 'http://localhost:9230',
    consoleUrl: 'http://localhost:9229/_local#token=secret',
  },
}

test.each([
  [
    'the token endpoint',
    'https://localhost:9229/oauth2/token',
    'http://localhost:9229/oauth2/token',
  ],
  [
    'the authorize endpoint with its query',
    'https://localhost:9229/oauth2/authorize?state=a%2Fb',
    'http://localhost:9229/oauth2/authorize?state=a%2Fb',
  ],
  [
    'an object, with the host that was signed',
    'https://profiles.s3.us-east-1.amazonaws.com/users/us-east-1%3Aid/a.json?x-id=GetObject',
    'http://localhost:9230/profiles/users/us-east-1%3Aid/a.json?x-id=GetObject&x-local-signed-host=profiles.s3.us-east-1.amazonaws.com',
  ],
  [
    'a request without a query',
    'https://s3.us-east-1.amazonaws.com/profiles/key',
    'http://localhost:9230/profiles/key?x-local-signed-host=s3.us-east-1.amazonaws.com',
  ],
])('%s is led to the local AWS', (_what, url, expected) => {
  expect(localUrl(new URL(url), config)?.href).toBe(expected)
})

test.each([
  'http://localhost:5173/profile',
  'https://other.s3.us-east-1.amazonaws.com/key',
  'https://profiles.s3.eu-west-1.amazonaws.com/key',
  'https://example.com/?host=localhost:9229',
])('%s is left alone', (url) => {
  expect(localUrl(new URL(url), config)).toBeUndefined()
})
