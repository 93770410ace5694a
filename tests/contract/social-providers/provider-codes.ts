import { appleSecret } from '../../support/social-providers/apple-secret.ts'
import {
  answerAt,
  authorizeUrl,
  type RunningSocialProviders,
} from '../../support/social-providers/start-social-providers.ts'
import { createPageVisitor } from '../../support/managed-login/page-visitor.ts'

export const slugs = ['google', 'facebook', 'apple', 'amazon', 'company'] as const

export type Slug = (typeof slugs)[number]

/** Without a name or an address Apple answers by redirect too. */
const scopes: Record<Slug, string> = {
  google: 'openid email',
  facebook: 'public_profile',
  apple: 'openid',
  amazon: 'profile',
  company: 'openid email',
}

export function signInUrl(
  social: RunningSocialProviders,
  slug: Slug,
  parameters: Readonly<Record<string, string>> = {},
): URL {
  return authorizeUrl(social, slug, { scope: scopes[slug], ...parameters })
}

export async function secretOf(social: RunningSocialProviders, slug: Slug): Promise<string> {
  const names = { google: 'Google', facebook: 'Facebook', amazon: 'Amazon', company: 'Oidc' }
  if (slug === 'apple') return appleSecret(social)
  return social.parameters[`${names[slug]}ClientSecret`] ?? ''
}

export async function codeOf(
  social: RunningSocialProviders,
  slug: Slug,
  parameters: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answer = await answerAt(createPageVisitor(), signInUrl(social, slug, parameters))
  return answer.get('code') ?? ''
}
