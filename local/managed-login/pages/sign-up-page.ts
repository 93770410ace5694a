import { field, type Field, type Problem } from '../../authorization-server/field.ts'
import { html, type Html } from '../../http/html.ts'
import type { UserPoolConfig } from '../../user-pools/config.ts'
import type { Words } from '../wording/catalogue.ts'
import { attributeField } from './attribute-field.ts'
import { newPasswordField, optionalPasswordField, usernameField } from './fields.ts'
import { form, formPage, type FormFrame } from './form.ts'
import { providerButtons, type ProviderChoice } from './provider-buttons.ts'

export interface SignUpPage {
  pool: UserPoolConfig
  frame: FormFrame
  choice: ProviderChoice
  mayOmitPassword?: boolean
  /** As typed before; passwords are not given back. */
  values?: ReadonlyMap<string, string>
  problem?: Problem | undefined
}

export function signUpPage(page: SignUpPage): Html {
  const { pool, frame, choice, values, problem } = page
  const { words } = frame
  const { passwordPolicy } = pool
  const { title, submit, haveAccount, signIn } = words.signUp
  const attributes = attributesToAsk(pool).map((name): Field => {
    return { ...attributeField(name, words), value: values?.get(name) }
  })
  const password = page.mayOmitPassword
    ? optionalPasswordField(passwordPolicy, words)
    : newPasswordField(words.password, passwordPolicy, words)
  return formPage(frame, {
    title,
    problem,
    body: html`${form(
        '/signup',
        frame,
        html`${field(signUpUsername(pool, words, values?.get('username')), problem)}
          ${attributes.map((one) => field(one, problem))} ${field(password, problem)}
          <button type="submit">${submit}</button>`,
      )}
      ${providerButtons(choice, words)}
      <p class="soft">
        ${haveAccount} <a href="${frame.base}/login${frame.search}">${signIn}</a>
      </p>`,
  })
}

/** The attributes that a new user has to have, beside the one that is the username. */
export function attributesToAsk(pool: UserPoolConfig): string[] {
  const required = pool.schema.filter(({ required }) => required).map(({ name }) => name)
  const names = new Set([...required, ...pool.autoVerifiedAttributes])
  for (const name of pool.usernameAttributes) names.delete(name)
  names.delete('sub')
  return [...names]
}

/** Aliases sign in, but they sign nobody up. */
function signUpUsername(pool: UserPoolConfig, words: Words, value: string | undefined): Field {
  return usernameField({ ...pool, aliasAttributes: [] }, words, value)
}
