import { field, type Problem } from '../../authorization-server/field.ts'
import { html, type Html } from '../../http/html.ts'
import type { UserPoolConfig } from '../../user-pools/config.ts'
import { attributeField } from './attribute-field.ts'
import { codeField, newPasswordField, usernameField } from './fields.ts'
import { form, formPage, notice, type FormFrame } from './form.ts'

export interface PasswordPage {
  pool: UserPoolConfig
  frame: FormFrame
  username?: string | undefined
  destination?: string | undefined
  notice?: string | undefined
  problem?: Problem | undefined
}

/** Asks whose password it is. */
export function forgotPasswordPage(page: PasswordPage & { mayHaveCode?: boolean }): Html {
  const { pool, frame, username, problem, mayHaveCode = false } = page
  const { words } = frame
  const { title, intro, submit, haveCode, back } = words.forgot
  return formPage(frame, {
    title,
    problem,
    body: html`${notice(page.notice)}
      <p class="soft">${intro}</p>
      ${form(
        '/forgotPassword',
        frame,
        html`${field(usernameField(pool, words, username), problem)}
          <button type="submit">${submit}</button>`,
      )}
      ${mayHaveCode && html`<p class="soft"><a href="${frame.base}/confirmForgotPassword${frame.search}">${haveCode}</a></p>`}
      <p class="soft"><a href="${frame.base}/login${frame.search}">${back}</a></p>`,
  })
}

/** Asks for the code and the new password. */
export function resetPasswordPage(page: PasswordPage): Html {
  const { pool, frame, username, destination, problem } = page
  const { words } = frame
  const { title, submit } = words.reset
  return formPage(frame, {
    title,
    problem,
    body: html`${destination !== undefined && html`<p class="soft">${words.confirm.sentTo(destination)}</p>`}
      ${form(
        '/confirmForgotPassword',
        frame,
        html`${field(usernameField(pool, words, username), problem)}
          ${field(codeField(words), problem)}
          ${field(newPasswordField(words.newPassword, pool.passwordPolicy, words), problem)}
          <button type="submit">${submit}</button>`,
      )}
      <p class="soft">
        <a href="${frame.base}/forgotPassword${frame.search}">${words.confirm.resend}</a>
      </p>`,
  })
}

/** Follows a temporary password. */
export function ownPasswordPage(page: PasswordPage & { missing: readonly string[] }): Html {
  const { pool, frame, missing, problem } = page
  const { words } = frame
  const { title, intro, submit } = words.newPasswordRequired
  return formPage(frame, {
    title,
    problem,
    body: html`<p class="soft">${intro}</p>
      ${form(
        '/changePassword',
        frame,
        html`${missing.map((name) => field(attributeField(name, words), problem))}
          ${field(newPasswordField(words.newPassword, pool.passwordPolicy, words), problem)}
          <button type="submit">${submit}</button>`,
      )}`,
  })
}
