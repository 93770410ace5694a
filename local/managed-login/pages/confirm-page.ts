import { field, type Problem } from '../../authorization-server/field.ts'
import { html, type Html } from '../../http/html.ts'
import type { UserPoolConfig } from '../../user-pools/config.ts'
import type { Words } from '../wording/catalogue.ts'
import { codeField, usernameField } from './fields.ts'
import { form, formPage, notice, type FormFrame } from './form.ts'
import { layout } from './layout.ts'

export interface ConfirmPage {
  pool: UserPoolConfig
  frame: FormFrame
  username?: string | undefined
  /** Masked. */
  destination?: string | undefined
  notice?: string | undefined
  problem?: Problem | undefined
}

export function confirmPage(page: ConfirmPage): Html {
  const { pool, frame, username, destination, problem } = page
  const { words } = frame
  const { title, sentTo, ask, submit, resend } = words.confirm
  return formPage(frame, {
    title,
    problem,
    body: html`${notice(page.notice)}
      <p class="soft">${destination === undefined ? ask : sentTo(destination)}</p>
      ${form(
        '/confirmUser',
        frame,
        html`${field(usernameField(pool, words, username), problem)}
          ${field(codeField(words), problem)}
          <button type="submit" name="intent" value="confirm">${submit}</button>
          <button type="submit" name="intent" value="resend" class="quiet" formnovalidate>
            ${resend}
          </button>`,
      )}`,
  })
}

/** Where a link in an e-mail leads, which knows of no app to go back to. */
export function confirmedPage(words: Words, base: string): Html {
  const { done, doneText } = words.confirm
  return layout({ words, base, title: done, body: html`<p>${doneText}</p>` })
}
