import { expect } from 'vitest'
import { brandName } from '../../../src/ui/brand.ts'
import { languages } from '../../../local/managed-login/language.ts'
import { wordsOf } from '../../../local/managed-login/wording/catalogue.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { fault, heading, test } from '../../support/managed-login/login-pages.ts'
import { createPageVisitor, type VisitedPage } from '../../support/managed-login/page-visitor.ts'

const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }

function languageOf({ document }: VisitedPage): string {
  return document.documentElement.lang
}

test('lang is remembered by a cookie, until it is another or the cookie is gone', async ({
  visitor,
  signInPage,
}) => {
  const german = await signInPage({ lang: 'de' })
  expect([languageOf(german), heading(german)]).toEqual(['de', 'Anmelden'])
  expect(german.response.headers.getSetCookie()).toContain(
    'lang=de; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax',
  )

  expect(languageOf(await signInPage())).toBe('de')
  expect(languageOf(await signInPage({ lang: 'xx' }))).toBe('de')
  expect(languageOf(await signInPage({ lang: 'fr' }))).toBe('fr')
  expect(languageOf(await signInPage())).toBe('fr')
  visitor.cookies.set('lang', 'xx')
  expect(languageOf(await signInPage())).toBe('en')
})

test('what the browser prefers is not asked, and codes are as AWS writes them', async ({
  standIn,
  signInPage,
}) => {
  const { url } = await signInPage()
  const headers = { 'accept-language': 'de' }
  const html = await (await fetch(url, { headers })).text()

  expect(html).toContain('<html lang="en">')
  for (const lang of ['pt-br', 'pt', 'zh', 'DE', 'de-AT']) {
    const page = await createPageVisitor().open(`${standIn.url}/login${url.search}&lang=${lang}`)

    expect(languageOf(page)).toBe('en')
    expect(page.response.headers.getSetCookie().join()).not.toContain('lang=')
  }
})

test('every language of AWS’s has its pages', async ({ signInPage, visitor }) => {
  const { url } = await signInPage()

  for (const lang of languages) {
    url.pathname = '/signup'
    url.searchParams.set('lang', lang)
    const page = await visitor.open(url)

    expect([languageOf(page), heading(page)]).toEqual([lang, wordsOf(lang).signUp.title])
  }
})

test('somebody who keeps no cookie for it goes through the pages in one language', async ({
  standIn,
  visitor,
  signInPage,
}) => {
  const words = wordsOf('ja')
  const forgetful = async (page: Promise<VisitedPage>) => {
    visitor.cookies.set('lang', '')
    return page
  }
  const signIn = await forgetful(signInPage({ lang: 'ja' }))
  const signUp = await forgetful(visitor.follow(signIn, 'アカウントを作成'))
  const weak = await forgetful(
    visitor.submit(signUp, 'アカウントを作成', {
      [words.email]: ada.email,
      [words.password]: 'short',
    }),
  )
  expect([fault(weak), weak.document.title]).toEqual([
    'パスワードが短すぎます。',
    `エラー: アカウントを作成 – ${brandName}`,
  ])
  expect(weak.document.querySelector('[role=alert] h2')?.textContent).toBe('問題があります')
  const confirm = await forgetful(
    visitor.submit(weak, 'アカウントを作成', { [words.password]: ada.password }),
  )
  expect(confirm.document.body.textContent).toContain('a***@e*** にコードを送信しました。')

  const { code } = standIn.outbox[0]!
  const going = visitor.submit(confirm, words.confirm.submit, { [words.code]: code })
  expect((await visitor.leave(going)).searchParams.has('code')).toBe(true)
})

test('refusals of the user pool are said in the language, and others in its own words', async ({
  visitor,
  signInPage,
}) => {
  const words = wordsOf('de')
  const signIn = await signInPage({ lang: 'de' })
  const values = { [words.email]: 'nobody@example.com', [words.password]: 'Wrong-Horse-1' }

  const wrong = await visitor.submit(signIn, 'Anmelden', values)
  expect(fault(wrong)).toBe('Benutzername oder Passwort ist falsch.')
  const empty = await visitor.submit(signIn, 'Anmelden', { [words.email]: '' })
  expect(fault(empty)).toBe('Bitte eingeben: E-Mail-Adresse.')
  const signUp = await visitor.follow(signIn, 'Konto erstellen')
  expect(signUp.document.querySelector('#password-hint')?.textContent).toMatch(
    /^Ein Passwort braucht mindestens \d+ Zeichen, .* und .*\.$/,
  )
})

test('an error page is in the language of the request that led to it, cookie or not', async ({
  standIn,
  visitor,
}) => {
  const query = new URLSearchParams({
    client_id: standIn.config.userPoolClientId,
    redirect_uri: 'https://evil.example/',
    response_type: 'code',
    lang: 'fr',
  })
  const authorize = `${standIn.url}/oauth2/authorize?${query.toString()}`
  const { headers } = await visitor.request(authorize)
  const stranger = createPageVisitor()

  const page = await stranger.open(new URL(headers.get('location') ?? '', authorize))

  expect([page.status, languageOf(page)]).toEqual([400, 'fr'])
  expect(heading(page)).toBe('L’URI de redirection n’est pas enregistrée')
  expect(page.document.querySelector('mark')).not.toBeNull()
  expect(visitor.cookies.get('lang')).toBe('fr')
  expect(languageOf(await visitor.open(`${standIn.url}/login`))).toBe('fr')
})

test('the classic hosted UI speaks English only', async ({ standIn, visitor, signInPage }) => {
  editTemplate(standIn, ['ManagedLoginVersion: 2', 'ManagedLoginVersion: 1'])

  const page = await signInPage({ lang: 'de' })

  expect([languageOf(page), heading(page)]).toEqual(['en', 'Sign in'])
  expect(visitor.cookies.get('lang')).toBeUndefined()
  visitor.cookies.set('lang', 'de')
  expect(languageOf(await visitor.open(`${standIn.url}/login`))).toBe('en')
})
