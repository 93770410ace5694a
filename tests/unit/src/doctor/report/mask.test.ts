import { expect, test } from 'vitest'
import { maskPersonal, maskSecrets } from '../../../../../src/doctor/report/mask.ts'

test.each([
  ['a token', 'Bearer eyJraWQi.eyJzdWIi.c2ln was refused', 'Bearer eyJ… was refused'],
  ['a refresh token of five parts', 'eyJjdHki.a-b.c_d.e.f', 'eyJ…'],
  ['an access key', 'key ASIAIOSFODNN7EXAMPLE is gone', 'key ASIA… is gone'],
  [
    'what signs a URL',
    'https://s3/a?X-Amz-Signature=0f3c&X-Amz-Security-Token=IQoJ%2F&x=1',
    'https://s3/a?X-Amz-Signature=…&X-Amz-Security-Token=…&x=1',
  ],
  [
    'what an answer of the domain carries',
    'http://localhost:5173/callback?code=0c9d-1&state=Zm9v',
    'http://localhost:5173/callback?code=…&state=…',
  ],
])('%s is masked', (_what, text, masked) => {
  expect(maskSecrets(text)).toBe(masked)
})

test('IDs, addresses of services and words stay as they are', () => {
  const text = 'us-east-1_AbCdEfGhI answered 400 at https://cognito-idp.us-east-1.amazonaws.com/'

  expect(maskPersonal(text)).toBe(text)
})

test('in a report people’s addresses are masked, too', () => {
  expect(maskPersonal('ada.lovelace+x@mail.example.com is confirmed')).toBe(
    'a***@mail.example.com is confirmed',
  )
})
