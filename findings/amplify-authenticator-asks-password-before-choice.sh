#!/usr/bin/env bash
# What: with several first factors and no `preferredAuthMethod`, the first page of <Authenticator> has a
#   password field that is required, so that the page on which one chooses the factor cannot be reached
#   without typing a password; that password is not used.
# Expected: the name alone leads to the choice, which has a password field of its own, as with
#   "Other sign-in options" where a method is preferred.
# Meets: people of a pool that takes codes or passkeys who have no password. Name a `preferredAuthMethod`.
# Seen: @aws-amplify/ui-react 6.15.6 with aws-amplify 6.22.1, 2026-11-30:
#   password required: true
#   name alone: sign in
#   name and any text: choice
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @aws-amplify/ui-react@6.15.6 aws-amplify@6.22.1 react@19.3.1 \
  react-dom@19.3.1 jsdom@27.0.0 @testing-library/react@16.3.0 @testing-library/dom@10.4.1 \
  @testing-library/user-event@14.6.1
cat >choice.cjs <<'JS'
const { JSDOM } = require('jsdom')
const { window } = new JSDOM('<!doctype html><body></body>', { url: 'http://localhost/', pretendToBeVisual: true })
const own = ['Event', 'CustomEvent', 'EventTarget', 'FormData']
for (const name of Object.getOwnPropertyNames(window)) {
  if (name in globalThis && !own.includes(name)) continue
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: window[name] })
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true
// Browsers have fields as members of their form, jsdom has not.
for (const name of ['username', 'password']) {
  Object.defineProperty(window.HTMLFormElement.prototype, name, {
    configurable: true,
    get() {
      return this.elements.namedItem(name) ?? undefined
    },
  })
}
const { createElement } = require('react')
const { render, screen, waitFor } = require('@testing-library/react')
const { default: userEvent } = require('@testing-library/user-event')
const { Amplify } = require('aws-amplify')
const { Authenticator } = require('@aws-amplify/ui-react')

Amplify.configure({
  Auth: {
    Cognito: {
      userPoolId: 'us-east-1_AbCdEfGhI',
      userPoolClientId: 'example',
      loginWith: { email: true },
      passwordless: { emailOtpEnabled: true },
    },
  },
})

const choice = () => screen.queryByRole('button', { name: 'Sign In with Email' }) !== null
const page = () => (choice() ? 'choice' : 'sign in')

async function main() {
  const user = userEvent.setup({ document: window.document })
  render(createElement(Authenticator))
  const name = await screen.findByLabelText('Email', {}, { timeout: 30_000 })
  const password = screen.getByLabelText('Password')
  console.log('password required:', password.required)
  const submit = () => user.click(screen.getByRole('button', { name: 'Sign in' }))
  await user.type(name, 'ada@example.com')
  await submit()
  console.log('name alone:', page())
  await user.type(password, 'any text')
  await submit()
  await waitFor(() => {
    if (!choice()) throw new Error('not yet')
  }, { timeout: 30_000 })
  console.log('name and any text:', page())
  process.exit()
}
main()
JS
expected='password required: true
name alone: sign in
name and any text: choice'
seen=$(node choice.cjs)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo 'This is no longer what is seen.' >&2; exit 1; }
