import { field, type Problem } from '../../authorization-server/field.ts'
import { html, type Html } from '../../http/html.ts'
import type { UserPoolConfig } from '../../user-pools/config.ts'
import { passwordField, usernameField } from './fields.ts'
import { form, formPage, notice, type FormFrame } from './form.ts'
import { providerButtons, type ProviderChoice } from './provider-buttons.ts'

export interface LoginPage {
  pool: UserPoolConfig
  frame: FormFrame
  choice: ProviderChoice
  /** Or who it is comes first, and how they show it after that. */
  asksForPassword: boolean
  username?: string | undefined
  notice?: string | undefined
  problem?: Problem | undefined
}

/** With the pool's own form only where its users may sign in. */
export function loginPage(page: LoginPage): Html {
  const { frame, choice, problem, notice: text } = page
  const { words } = frame
  return formPage(frame, {
    title: words.signIn.title,
    problem,
    body: html`${notice(text)} ${choice.isNative && ownForm(page)} ${providerButtons(choice, words)}
    ${choice.isNative && signUpLink(page)}`,
  })
}

function ownForm({ pool, frame, asksForPassword, username, problem }: LoginPage): Html {
  const { words } = frame
  const { submit, forgot } = words.signIn
  const rest = html`${field(passwordField(words), problem)}
    <p><a href="${frame.base}/forgotPassword${frame.search}">${forgot}</a></p>
    <button type="submit">${submit}</button>`
  return form(
    '/login',
    frame,
    html`${field(usernameField(pool, words, username), problem)}
    ${asksForPassword ? rest : html`<button type="submit">${words.firstFactor.next}</button>`}`,
  )
}

function signUpLink({ pool, frame }: LoginPage): Html | false {
  const { noAccount, signUp } = frame.words.signIn
  if (pool.allowAdminCreateUserOnly) return false
  return html`<p class="soft">
    ${noAccount} <a href="${frame.base}/signup${frame.search}">${signUp}</a>
  </p>`
}
