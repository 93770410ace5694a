import { expect, test } from 'vitest'
import { readRedirectOnly } from '../../infra/build/configuration/redirect-only.ts'

const domain = 'my-app.auth.us-east-1.amazoncognito.com'

test('an app has a form for passwords, unless VITE_SIGN_IN says redirect', () => {
  expect(readRedirectOnly({}, undefined)).toBe(false)
  expect(readRedirectOnly({ VITE_SIGN_IN: '' }, domain)).toBe(false)
  expect(readRedirectOnly({ VITE_SIGN_IN: 'redirect' }, domain)).toBe(true)
})

test('another value is named, and never taken for the form', () => {
  expect(() => readRedirectOnly({ VITE_SIGN_IN: 'Redirect' }, domain)).toThrow(
    'VITE_SIGN_IN is "Redirect", but should be "redirect"',
  )
})

test('without a domain there is nowhere to be redirected to', () => {
  expect(() => readRedirectOnly({ VITE_SIGN_IN: 'redirect' }, undefined)).toThrow(
    'give VITE_COGNITO_DOMAIN too',
  )
})
