import { field, type Problem } from '../../authorization-server/field.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import { html, type Html } from '../../http/html.ts'
import type { Provider } from '../provider.ts'
import { providerWords } from '../wording/providers.en.ts'
import { words } from '../wording/words.en.ts'
import { emailChoice } from './email-choice.ts'
import { checkbox, form } from './form.ts'

/** What was typed in for another account, and what is wrong with it. */
export interface Another {
  problem: Problem
  values: Parameters
}

interface AnotherAccount {
  action: string
  csrfToken: string
  another?: Another | undefined
  /** The address of somebody unknown so far, whom the app asked for. */
  loginHint?: string | undefined
  asksEmail: boolean
}

/** Anybody: a name and an address, and what the provider says of it. */
export function anotherAccount(provider: Provider, of: AnotherAccount): Html {
  const { action, csrfToken, another, loginHint, asksEmail } = of
  const { summary, hint, name, email, emailOptional, verified, submit } = words.another
  const values = another?.values
  const isOptional = provider.asks === 'share-email'
  const isVerified = another ? values?.has('email_verified') === true : true
  const isOpen = another !== undefined || loginHint !== undefined
  return html`<details${isOpen && html` open`}>
    <summary>${summary}</summary>
    ${form(
      action,
      csrfToken,
      html`<p class="soft">${hint}</p>
        ${field(
          {
            name: 'name',
            label: name,
            type: 'text',
            autocomplete: 'name',
            value: values?.get('name'),
          },
          another?.problem,
        )}
        ${field(
          {
            name: 'email',
            label: isOptional ? emailOptional : email,
            type: 'email',
            autocomplete: 'email',
            value: values?.get('email') ?? loginHint,
            isOptional,
          },
          another?.problem,
        )}
        ${
          provider.saysVerified === true &&
          checkbox(
            'email-verified',
            'email_verified',
            verified(providerWords[provider.slug].name),
            isVerified,
          )
        }
        ${asksEmail && emailChoice(provider, 'another')}
        <button name="intent" value="another">${submit}</button>`,
    )}
  </details>`
}
