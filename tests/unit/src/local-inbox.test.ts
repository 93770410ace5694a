import { expect, test, vi } from 'vitest'
import { createInbox } from '../../../src/local-mode.ts'

const local = {
  domainUrl: 'http://localhost:9229',
  s3Endpoint: 'http://localhost:9230',
  consoleUrl: 'http://localhost:9229/_local#token=secret-of-this-run',
}
const messages = [
  { kind: 'INVITATION', code: 'Temporary-1' },
  { kind: 'SIGN_UP', code: '111111' },
  { kind: 'FORGOT_PASSWORD', code: '222222' },
  { kind: 'SIGN_UP', code: '333333' },
]

test('the inbox offers the newest code of the purpose at hand, and none of another', async () => {
  const fetch = vi.fn(() => Promise.resolve(Response.json(messages)))
  vi.stubGlobal('fetch', fetch)
  const findCode = createInbox({ region: 'us-east-1', local })

  expect(await findCode('ada@example.com', 'SIGN_UP')).toBe('111111')
  expect(await findCode('ada@example.com', 'FORGOT_PASSWORD')).toBe('222222')
  expect(await findCode('ada@example.com', 'ATTRIBUTE_VERIFICATION')).toBeUndefined()
  vi.unstubAllGlobals()
})
