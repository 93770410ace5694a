import { html, type Html } from '../../http/html.ts'
import type { IdentityProviderConfig, IdentityProviderType } from '../../user-pools/config.ts'
import type { AuthorizationRequest } from '../authorization-request.ts'
import { isNative, supportedProviders } from '../checks/identity-provider.ts'
import type { FormFrame } from './form.ts'
import type { Words } from '../wording/catalogue.ts'

/** The other ways in, and what there is to know before one is taken. */
export interface ProviderChoice {
  providers: readonly { label: string; href: string }[]
  /** Whether the user pool itself is a way in. */
  isNative: boolean
  /** Whether a trigger may open an account that is there already. */
  mayLink: boolean
}

const order: readonly IdentityProviderType[] = [
  'Google',
  'Facebook',
  'SignInWithApple',
  'LoginWithAmazon',
  'OIDC',
]

/** The same in every language; other providers are called by their own names. */
const names: Partial<Record<IdentityProviderType, string>> = {
  Google: 'Google',
  Facebook: 'Facebook',
  SignInWithApple: 'Apple',
  LoginWithAmazon: 'Amazon',
}

/** None where the request says that users of the pool itself sign in. */
export function providerChoice(
  authorization: AuthorizationRequest,
  { words, base }: Pick<FormFrame, 'words' | 'base'>,
): ProviderChoice {
  const { pool, search, identityProvider } = authorization
  const isOpen = identityProvider !== 'COGNITO'
  const rank = ({ type }: IdentityProviderConfig) => order.indexOf(type)
  const sorted = supportedProviders(authorization).sort((one, other) => rank(one) - rank(other))
  const providers = (isOpen ? sorted : []).map((provider) => ({
    label: words.continueWith(names[provider.type] ?? provider.name),
    href: `${base}/oauth2/authorize${withProvider(search, provider.name)}`,
  }))
  const mayLink = providers.length > 0 && pool.triggers?.PreSignUp !== undefined
  return { providers, isNative: isNative(authorization), mayLink }
}

export function providerButtons(
  { providers, isNative, mayLink }: ProviderChoice,
  words: Words,
): Html | false {
  if (providers.length === 0) return false
  return html`${isNative && html`<p class="divider"><span>${words.or}</span></p>`}
    <div class="providers">
      ${providers.map(({ label, href }) => html`<a class="button" href="${href}">${label}</a>`)}
      ${mayLink && html`<p class="soft">${words.linking}</p>`}
    </div>`
}

function withProvider(search: string, name: string): string {
  const query = new URLSearchParams(search)
  query.delete('idp_identifier')
  query.set('identity_provider', name)
  return `?${query.toString()}`
}
