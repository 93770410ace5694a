import { expect, test } from 'vitest'
import { brandName } from '../../../../src/ui/brand.ts'
import type { Html } from '../../../../local/http/html.ts'
import { pageErrors, type PageErrorCode } from '../../../../local/managed-login/errors.ts'
import { confirmedPage, confirmPage } from '../../../../local/managed-login/pages/confirm-page.ts'
import { errorPage } from '../../../../local/managed-login/pages/error-page.ts'
import { linkProblemPage } from '../../../../local/managed-login/pages/link-problem-page.ts'
import {
  oneTimeCodePage,
  passwordPage,
  selectFactorPage,
} from '../../../../local/managed-login/pages/first-factor-pages.ts'
import { loginPage } from '../../../../local/managed-login/pages/login-page.ts'
import {
  forgotPasswordPage,
  ownPasswordPage,
  resetPasswordPage,
} from '../../../../local/managed-login/pages/password-pages.ts'
import { addPasskeyPage, passkeyPage } from '../../../../local/managed-login/pages/passkey-pages.ts'
import { signUpPage } from '../../../../local/managed-login/pages/sign-up-page.ts'
import { wordsOf, type Words } from '../../../../local/managed-login/wording/catalogue.ts'
import { emailPool, plainPool } from '../../../support/user-pools/user-pool-config.ts'

/** A language of its own: English in brackets, so that what is not translated has none. */
const words: Words = { ...(bracketed(wordsOf('en')) as Words), language: 'de' }

function bracketed(value: unknown): unknown {
  if (typeof value === 'string') return `⟦${value}⟧`
  if (typeof value === 'function') {
    return (given: string) => `⟦${(value as (given: string) => string)(given)}⟧`
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([name, member]) => [name, bracketed(member)]),
  )
}

// What no person types in has no words: `sub`, and who is verified.
const schema = emailPool().schema.map((one) => ({ ...one, required: one.type === 'String' }))
const missing = schema.flatMap(({ name, required }) => (required ? [name] : [])).slice(1)
const pools = [
  emailPool({ schema }),
  plainPool({ aliasAttributes: ['email', 'phone_number'] }),
  emailPool({ usernameAttributes: ['phone_number'] }),
]
const frame = { words, base: '', search: '?', clientId: '1', csrfToken: '2' }
const choice = {
  providers: [{ label: words.continueWith('3'), href: '/' }],
  isNative: true,
  mayLink: true,
}
const problem = { message: '4', field: 'username' }
const mailed = { attribute: 'email', destination: '4' } as const
const errorCodes = Object.keys(pageErrors) as PageErrorCode[]

const pages: Html[] = [
  ...pools.flatMap((pool) => [
    loginPage({
      pool,
      frame,
      choice,
      asksForPassword: true,
      problem,
      notice: words.notices.confirmed,
    }),
    loginPage({ pool, frame, choice, asksForPassword: false }),
    signUpPage({ pool, frame, choice, problem }),
    signUpPage({ pool, frame, choice, mayOmitPassword: true }),
    confirmPage({ pool, frame, destination: '5', problem }),
    confirmPage({ pool, frame }),
    forgotPasswordPage({ pool, frame, mayHaveCode: true }),
    resetPasswordPage({ pool, frame, destination: '6' }),
    ownPasswordPage({ pool, frame, missing }),
  ]),
  selectFactorPage({ frame, name: '3', factors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'] }),
  passwordPage({ frame, name: '3', hasOthers: true, problem }),
  oneTimeCodePage({ frame, name: '3', code: mailed, destination: '4', notice: '5', problem }),
  oneTimeCodePage({
    frame,
    name: '3',
    code: { ...mailed, attribute: 'phone_number' },
    destination: '4',
  }),
  passkeyPage({ frame, name: '3', options: {} }),
  addPasskeyPage({ frame, name: '3', options: {} }),
  confirmedPage(words, '', 'https://9.example/'),
  linkProblemPage(words, '', problem, 'https://9.example/'),
  ...errorCodes.map((code) =>
    errorPage({
      words,
      base: '',
      code,
      details: { parameter: '7', sent: '812' },
      registered: ['821', '8129', '81'],
      app: 'https://10.example/callback',
    }),
  ),
]

/** What is the same in every language. */
const same = new RegExp(`${brandName}|HTTP`, 'g')

function textsOf({ markup }: Html): string[] {
  const attributes = markup.matchAll(/ (?:aria-label|placeholder|title|alt)="([^"]*)"/g)
  return [...markup.split(/<[^>]*>/), ...[...attributes].map(([, text = '']) => text)]
}

/** Without what stands in brackets, inner ones first. */
function unbracketed(text: string): string {
  const less = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '')
  return less === text ? text.trim() : unbracketed(less)
}

test('no page says a thing that no language translates', () => {
  const codes = new Set<string>(errorCodes)
  const untranslated = pages
    .flatMap(textsOf)
    .map(unbracketed)
    .filter((text) => !codes.has(text) && /\p{L}/u.test(text.replaceAll(same, '')))

  expect(pages.length).toBeGreaterThan(30)
  expect(untranslated).toEqual([])
})

test('every page says what language it is in', () => {
  expect(pages.filter(({ markup }) => !markup.includes('<html lang="de">'))).toEqual([])
})
