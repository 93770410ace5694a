import { html, type Html } from '../../http/html.ts'
import type { AuthorizationRequest } from '../authorization-request.ts'
import { wasAskedForEmail } from '../people/consent-to.ts'
import type { ProviderContext } from '../provider.ts'
import { pathOf } from '../endpoints.ts'
import type { Person } from '../people/person.ts'
import { sharedBy } from '../shared-by.ts'
import { providerWords } from '../wording/providers.en.ts'
import { words } from '../wording/words.en.ts'
import { anotherAccount, type Another } from './another-account.ts'
import { emailChoice } from './email-choice.ts'
import { failForm } from './fail-form.ts'
import { form } from './form.ts'
import { layout } from './layout.ts'
import { loneCard, personCard } from './person-card.ts'
import { listShared } from './sharing.ts'

export interface ChooserPage {
  authorization: AuthorizationRequest
  csrfToken: string
  /** Whom the app or the session means: only that account is offered, with a way to the others. */
  suggested?: Person | undefined
  another?: Another | undefined
}

/** Asks who one is, and whether the app may know: one button does both. */
export function chooserPage(ctx: ProviderContext, page: ChooserPage): Html {
  const { provider, client } = ctx
  const { authorization, csrfToken, suggested, another } = page
  const { title, intro } = providerWords[provider.slug]
  const action = `${pathOf(ctx.endpoints)}/authorize${authorization.search}`
  const asksEmail = sharedBy(provider, authorization.scopes).has('email')
  const choice = html`<p class="soft">${sharingWords(ctx, authorization)}</p>
    ${asksEmail && !isSettled(ctx, suggested) && emailChoice(provider, 'known')}`
  const loginHint = unknownHint(ctx, authorization)
  return layout({
    slug: provider.slug,
    path: pathOf(ctx.endpoints),
    title: title(client.name),
    problem: another?.problem,
    body: suggested
      ? html`${form(
            action,
            csrfToken,
            html`${loneCard(ctx, suggested)} ${choice}
              <button name="account" value="${suggested.subject}">
                ${words.continueAs(suggested.name)}
              </button>`,
          )}
          <p><a href="${othersUrl(action)}">${words.otherAccounts}</a></p>
          ${leave(action, csrfToken)}`
      : html`<p class="soft">${intro(client.name)}</p>
          ${form(
            action,
            csrfToken,
            html`<ul class="people" aria-label="${words.people}">
                ${ctx.accounts.list().map((person) => personCard(ctx, person))}
              </ul>
              ${choice}`,
          )}
          ${anotherAccount(provider, { action, csrfToken, another, loginHint, asksEmail })}
          ${leave(action, csrfToken)}`,
  })
}

/** Apple asks about the address once. */
function isSettled({ provider, client, consents }: ProviderContext, person?: Person): boolean {
  if (provider.asks !== 'hide-email' || !person) return false
  return wasAskedForEmail(provider, consents.find(person.subject, client.id))
}

function leave(action: string, csrfToken: string): Html {
  const { cancel } = words
  const button = html`<button class="quiet" name="intent" value="cancel">${cancel}</button>`
  return html`${form(action, csrfToken, button)} ${failForm(action, csrfToken)}`
}

/** What the buttons consent to; where the page asks about the address, that is told there. */
function sharingWords(
  { provider, client }: ProviderContext,
  { scopes }: AuthorizationRequest,
): string {
  const shared = new Set(sharedBy(provider, scopes))
  if (provider.asks === 'share-email') shared.delete('email')
  const list = listShared(shared)
  return list === undefined ? words.sharingNothing(client.name) : words.sharing(client.name, list)
}

/** The same request, with all accounts to choose from. */
function othersUrl(action: string): string {
  const url = new URL(action, 'http://localhost')
  url.searchParams.delete('login_hint')
  url.searchParams.set('prompt', 'select_account')
  return `${url.pathname}${url.search}`
}

/** The address of somebody whom nobody here knows yet. */
function unknownHint(
  { accounts }: ProviderContext,
  { loginHint }: AuthorizationRequest,
): string | undefined {
  if (loginHint === undefined || accounts.findByHint(loginHint)) return undefined
  return loginHint.includes('@') ? loginHint : undefined
}
