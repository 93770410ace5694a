import { field, type Problem } from '../../authorization-server/field.ts'
import { html, type Html } from '../../http/html.ts'
import type { UserPoolConfig } from '../../user-pools/config.ts'
import { words } from '../wording/words.en.ts'
import { passwordField, usernameField } from './fields.ts'
import { form, notice, type FormFrame } from './form.ts'
import { layout } from './layout.ts'

export interface LoginPage {
  pool: UserPoolConfig
  frame: FormFrame
  username?: string | undefined
  notice?: string | undefined
  problem?: Problem | undefined
}

export function loginPage({ pool, frame, username, problem, notice: text }: LoginPage): Html {
  const { title, submit, forgot, noAccount, signUp } = words.signIn
  return layout({
    title,
    problem,
    clientId: frame.clientId,
    body: html`${notice(text)}
    ${form(
      '/login',
      frame,
      html`${field(usernameField(pool, username), problem)} ${field(passwordField(), problem)}
        <p><a href="/forgotPassword${frame.search}">${forgot}</a></p>
        <button type="submit">${submit}</button>`,
    )}
    ${
      !pool.allowAdminCreateUserOnly &&
      html`<p class="soft">${noAccount} <a href="/signup${frame.search}">${signUp}</a></p>`
    }`,
  })
}
