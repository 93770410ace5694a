import { field, type Field, type Problem } from '../../authorization-server/field.ts'
import { html, type Html } from '../../http/html.ts'
import type { MfaFactor } from '../../user-pools/model.ts'
import type { Words } from '../wording/catalogue.ts'
import { codeField, mailedCodeField } from './fields.ts'
import { form, formPage, type FormFrame } from './form.ts'

type Kind = 'SOFTWARE_TOKEN_MFA' | 'SMS_MFA' | 'EMAIL_MFA'

interface SecondFactorPage {
  frame: FormFrame
  kind: Kind
  /** Masked; an authenticator app has none. */
  destination: string | undefined
  problem?: Problem | undefined
}

export function secondFactorField(kind: Kind, words: Words): Field {
  return kind === 'EMAIL_MFA' ? mailedCodeField(words) : codeField(words)
}

/** Asks for a code. */
export function secondFactorPage({ frame, kind, destination, problem }: SecondFactorPage): Html {
  const { words } = frame
  const { title, app, submit } = words.secondFactor
  return formPage(frame, {
    title,
    problem,
    body: html`<p class="soft">
        ${destination === undefined ? app : words.confirm.sentTo(destination)}
      </p>
      ${form(
        '/mfa',
        frame,
        html`${field(secondFactorField(kind, words), problem)}
          <button type="submit">${submit}</button>`,
      )}
      <p class="soft"><a href="${frame.base}/login${frame.search}">${words.forgot.back}</a></p>`,
  })
}

interface ChooseFactorPage {
  frame: FormFrame
  factors: readonly MfaFactor[]
  problem?: Problem | undefined
}

/** A button for each factor. */
export function chooseFactorPage({ frame, factors, problem }: ChooseFactorPage): Html {
  const { words } = frame
  return formPage(frame, {
    title: words.chooseFactor.title,
    problem,
    body: form(
      '/selectMfa',
      frame,
      factors.map(
        (factor) =>
          html`<button type="submit" class="quiet" name="factor" value="${factor}">
            ${words.chooseFactor[factor]}
          </button>`,
      ),
    ),
  })
}
