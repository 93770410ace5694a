// @vitest-environment-options {"url": "https://app.example.com/sign-in"}
import { expect, test } from 'vitest'
import { installLocalMode } from '../../../src/local-mode.ts'

test('a local build refuses to run on another host than this machine', () => {
  const before: unknown = Reflect.get(window, 'fetch')
  const config = {
    region: 'us-east-1',
    local: {
      domainUrl: 'http://localhost:9229',
      s3Endpoint: 'http://localhost:9230',
      consoleUrl: 'http://localhost:9229/_local#token=x',
    },
  }

  expect(() => installLocalMode(config)).toThrow('refuses to run on app.example.com')
  expect(Reflect.get(window, 'fetch')).toBe(before)
})
