import { field, type Field, type Problem } from '../../authorization-server/field.ts'
import { html, type Html, type HtmlValue } from '../../http/html.ts'
import type { CodeTarget } from '../../user-pools/codes/codes.ts'
import type { ShownFactor } from '../sign-in/first-factor.ts'
import type { Words } from '../wording/catalogue.ts'
import { codeField, mailedCodeField, passwordField } from './fields.ts'
import { form, formPage, notice, type FormFrame } from './form.ts'

export interface FirstFactorPage {
  frame: FormFrame
  /** Who is signing in, as it was typed. */
  name: string
  problem?: Problem | undefined
}

/** A button for each way that there is. */
export function selectFactorPage(
  page: FirstFactorPage & { factors: readonly ShownFactor[] },
): Html {
  const { frame, factors, problem } = page
  const { firstFactor } = frame.words
  return formPage(frame, {
    title: firstFactor.title,
    problem,
    body: html`${who(page)}
    ${factorForm(
      '/selectFactor',
      page,
      factors.map(
        (factor) =>
          html`<button type="submit" class="quiet" name="factor" value="${factor}">
            ${firstFactor[factor]}
          </button>`,
      ),
    )}
    ${otherWays(page, false)}`,
  })
}

/** @param page `hasOthers`: whether there are other ways than the password. */
export function passwordPage(page: FirstFactorPage & { hasOthers: boolean }): Html {
  const { frame, hasOthers, problem } = page
  const { words } = frame
  return formPage(frame, {
    title: words.firstFactor.passwordTitle,
    problem,
    body: html`${who(page)}
    ${factorForm(
      '/password',
      page,
      html`${field(passwordField(words), problem)}
        <p><a href="${frame.base}/forgotPassword${frame.search}">${words.signIn.forgot}</a></p>
        <button type="submit">${words.signIn.submit}</button>`,
    )}
    ${otherWays(page, hasOthers)}`,
  })
}

interface OneTimeCodePage extends FirstFactorPage {
  code: CodeTarget
  /** Masked. */
  destination: string
  notice?: string | undefined
}

export function oneTimeCodePage(page: OneTimeCodePage): Html {
  const { frame, code, destination, problem } = page
  const { words } = frame
  return formPage(frame, {
    title: words.firstFactor.codeTitle,
    problem,
    body: html`${notice(page.notice)} ${who(page)}
      <p class="soft">${words.confirm.sentTo(destination)}</p>
      ${factorForm(
        '/oneTimeCode',
        page,
        html`${field(sentCodeField(code, words), problem)}
          <button type="submit" name="intent" value="confirm">${words.signIn.submit}</button>
          <button type="submit" name="intent" value="resend" class="quiet" formnovalidate>
            ${words.confirm.resend}
          </button>`,
      )}
      ${otherWays(page, true)}`,
  })
}

export function sentCodeField({ attribute }: Pick<CodeTarget, 'attribute'>, words: Words): Field {
  return attribute === 'email' ? mailedCodeField(words) : codeField(words)
}

export function who({ frame, name }: FirstFactorPage): Html {
  return html`<p class="soft">${frame.words.firstFactor.as(name)}</p>`
}

/** Says whose form it is: to us, and to whatever keeps people's passwords. */
export function factorForm(path: string, { frame, name }: FirstFactorPage, body: HtmlValue): Html {
  return form(path, { ...frame, username: name }, body)
}

export function otherWays({ frame }: FirstFactorPage, hasOthers: boolean): Html {
  const { other, notYou } = frame.words.firstFactor
  return html`${hasOthers && html`<p class="soft"><a href="${frame.base}/selectFactor${frame.search}">${other}</a></p>`}
    <p class="soft"><a href="${frame.base}/login${frame.search}">${notYou}</a></p>`
}
