import {
  ForgotPasswordCommand,
  ResendConfirmationCodeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { JSDOM } from 'jsdom'
import { expect } from 'vitest'
import { editTemplate } from '../../../support/template/edit-template.ts'
import { fault, heading, test } from '../../../support/managed-login/login-pages.ts'
import { loginOf } from '../../../support/managed-login/managed-login.ts'
import { createPageVisitor } from '../../../support/managed-login/page-visitor.ts'
import { addUnconfirmed } from '../../../support/user-pools/people-in-pool.ts'
import type { TestStandIn } from '../../../support/stand-in.ts'

const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }

function confirmByLink(standIn: TestStandIn, words = "EmailMessageByLink: 'Hi, {##Verify me##}'") {
  editTemplate(standIn, [
    'DefaultEmailOption: CONFIRM_WITH_CODE',
    `DefaultEmailOption: CONFIRM_WITH_LINK\n        ${words}`,
  ])
}

/** Where the newest mail leads who clicks in it. */
function linkIn(standIn: TestStandIn): URL {
  const { document } = new JSDOM(standIn.outbox[0]!.body).window
  return new URL(document.querySelector('a')!.href)
}

test('the mail has a link in the words of the template, which confirms, once', async ({
  standIn,
  cognito,
}) => {
  confirmByLink(standIn)
  await addUnconfirmed(standIn, cognito, ada)
  const visitor = createPageVisitor()
  const link = linkIn(standIn)

  const first = await visitor.open(link)
  const second = await visitor.open(link)

  const { body, link: told } = standIn.outbox[0]!
  expect(body).toMatch(/^Hi, <a href="[^"]+">Verify me<\/a>$/)
  expect(told).toBe(link.href)
  expect(heading(first)).toBe('Your account is confirmed')
  expect([second.status, fault(second)]).toEqual([
    400,
    'User cannot be confirmed. Current status is CONFIRMED',
  ])
  expect(second.document.body.textContent).toContain('If your account is not confirmed yet')
  for (const page of [first, second]) {
    const out = [...page.document.querySelectorAll('a')].find(
      (link) => link.textContent === 'Go to the app',
    )
    expect(out?.href).toBe('http://localhost:5173/')
  }
  const { tokens } = await loginOf(standIn, ada)
  expect(tokens.claims()).toMatchObject({ email_verified: true })
})

test('a link that a newer one replaced, one too old and a wrong one say so', async ({
  standIn,
  cognito,
  clock,
}) => {
  confirmByLink(standIn)
  await addUnconfirmed(standIn, cognito, ada)
  const visitor = createPageVisitor()
  const replaced = linkIn(standIn)
  const ClientId = standIn.config.userPoolClientId
  await cognito.send(new ResendConfirmationCodeCommand({ ClientId, Username: ada.email }))
  const newest = linkIn(standIn)
  const strange = new URL(newest)
  strange.searchParams.set('client_id', 'another')

  expect(newest.searchParams.get('confirmation_code')).not.toBe(
    replaced.searchParams.get('confirmation_code'),
  )
  expect([fault(await visitor.open(replaced)), (await visitor.open(strange)).status]).toEqual([
    'Invalid verification code provided, please try again.',
    400,
  ])
  clock.advance({ hours: 24 })
  const old = await visitor.open(newest)
  expect([old.status, fault(old)]).toEqual([
    400,
    'Invalid code provided, please request a code again.',
  ])
  expect(old.document.body.textContent).toContain('Sign in with your password')
})

test('a password is reset by code in a pool that confirms by link', async ({
  standIn,
  cognito,
}) => {
  confirmByLink(standIn)
  await addUnconfirmed(standIn, cognito, ada)
  await createPageVisitor().open(linkIn(standIn))

  const ClientId = standIn.config.userPoolClientId
  await cognito.send(new ForgotPasswordCommand({ ClientId, Username: ada.email }))

  const { code, link, body } = standIn.outbox[0]!
  expect(link).toBeUndefined()
  expect(body).toContain(code)
})

test('without words of its own the mail has Cognito’s, and a link that works', async ({
  standIn,
  cognito,
}) => {
  confirmByLink(standIn, 'EmailSubjectByLink: Welcome')
  await addUnconfirmed(standIn, cognito, ada)

  expect(standIn.outbox[0]!.subject).toBe('Welcome')
  const page = await createPageVisitor().open(linkIn(standIn))
  expect(heading(page)).toBe('Your account is confirmed')
})

test('the domain’s page says that a link is on its way, and asks for no code', async ({
  standIn,
  cognito,
  visitor,
  signInPage,
}) => {
  confirmByLink(standIn)
  await addUnconfirmed(standIn, cognito, ada)

  const confirm = await visitor.submit(await signInPage(), 'Sign in', {
    Email: ada.email,
    Password: ada.password,
  })

  expect(confirm.document.body.textContent).toContain('Open the link that we sent you')
  expect(confirm.document.querySelector('[name=code]')).toBeNull()
  expect(confirm.document.body.textContent).not.toMatch(/\bcode\b(?! is really sent)/)
  const again = await visitor.submit(confirm, 'Send a new link')
  expect(again.document.body.textContent).toContain('We sent a link to a***@e***.')
  expect(standIn.outbox[0]!.link).toContain('/confirmUser?')
  const back = await visitor.follow(again, 'Back to sign-in')
  expect(heading(back)).toBe('Sign in')
})
