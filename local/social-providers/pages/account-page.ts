import { html, type Html } from '../../http/html.ts'
import type { ProviderContext } from '../provider.ts'
import { pathOf } from '../endpoints.ts'
import type { Person } from '../people/person.ts'
import { sharedBy } from '../shared-by.ts'
import { words } from '../wording/words.en.ts'
import { form } from './form.ts'
import { layout } from './layout.ts'
import { listShared } from './sharing.ts'

export interface AccountPage {
  csrfToken: string
  signedIn: Person | undefined
}

/** Who is signed in at this browser, and what was shared: the way to end either. */
export function accountPage(ctx: ProviderContext, { csrfToken, signedIn }: AccountPage): Html {
  const { provider, client } = ctx
  const { title, signedInAs, nobody, signOut, apps, none, stopHint } = words.account
  const action = pathOf(ctx.endpoints)
  const shares = ctx.consents.list()
  return layout({
    slug: provider.slug,
    path: action,
    title,
    isAccount: true,
    body: html`<section class="stack">
        <h2>${words.account.signedIn}</h2>
        <p>${signedIn ? signedInAs(signedIn.name) : nobody}</p>
        ${
          signedIn &&
          form(action, csrfToken, html`<button name="intent" value="sign-out">${signOut}</button>`)
        }
      </section>
      <section class="stack">
        <h2>${apps}</h2>
        ${shares.length === 0 && html`<p>${none}</p>`}
        ${shares.map(({ subject, scopes, sharesEmail }) => {
          const name = ctx.accounts.find(subject)?.name ?? subject
          const shared = new Set(sharedBy(provider, scopes))
          if (!sharesEmail) shared.delete('email')
          const list = listShared(shared) ?? words.account.onlyId
          return html`<p>${words.account.sharedWith(name, client.name, list)}</p>
            ${form(
              action,
              csrfToken,
              html`<button class="quiet" name="stop" value="${subject}">
                ${words.account.stop(name)}
              </button>`,
            )}`
        })}
        ${shares.length > 0 && html`<p class="soft">${stopHint}</p>`}
      </section>`,
  })
}
