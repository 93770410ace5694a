import { field, type Problem } from '../../authorization-server/field.ts'
import { html, type Html } from '../../http/html.ts'
import type { UserPoolConfig } from '../../user-pools/config.ts'
import type { Words } from '../wording/catalogue.ts'
import { codeField, usernameField } from './fields.ts'
import { form, formPage, notice, type FormFrame } from './form.ts'
import { layout } from './layout.ts'
import { wayToApp } from './way-to-app.ts'

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
  const isLink = isSentLink(page)
  const { title, sentTo, linkSentTo, ask, askLink, resend, resendLink } = words.confirm
  const sent = isLink ? { to: linkSentTo, text: askLink } : { to: sentTo, text: ask }
  return formPage(frame, {
    title,
    problem,
    body: html`${notice(page.notice)}
      <p class="soft">${destination === undefined ? sent.text : sent.to(destination)}</p>
      ${form(
        '/confirmUser',
        frame,
        html`${field(usernameField(pool, words, username), problem)}
          ${isLink ? undefined : enterCode(words, problem)}
          <button type="submit" name="intent" value="resend" class="quiet" formnovalidate>
            ${isLink ? resendLink : resend}
          </button>`,
      )}
      ${
        isLink &&
        html`<p class="soft">
          <a href="${frame.base}/login${frame.search}">${words.forgot.back}</a>
        </p>`
      }`,
  })
}

/** A pool that confirms by link does so by e-mail; a phone is sent a code in every pool. */
function isSentLink({ pool, destination }: ConfirmPage): boolean {
  const isPhone = destination !== undefined && !destination.includes('@')
  return pool.verificationMessage.byLink !== undefined && !isPhone
}

function enterCode(words: Words, problem: Problem | undefined): Html {
  return html`${field(codeField(words), problem)}
    <button type="submit" name="intent" value="confirm">${words.confirm.submit}</button>`
}

/** Where a link in an e-mail leads, which knows of no sign-in to go back to. */
export function confirmedPage(words: Words, base: string, app: string | undefined): Html {
  const { done, doneText } = words.confirm
  return layout({
    words,
    base,
    title: done,
    body: html`<p>${doneText}</p>
      ${wayToApp(words, app)}`,
  })
}
