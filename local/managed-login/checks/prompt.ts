import { OAuthError } from '../../authorization-server/errors.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import type { UserPoolDomain } from '../context.ts'

const prompts = ['none', 'login', 'consent', 'select_account'] as const
export type Prompt = (typeof prompts)[number]

/**
 * How much a request wants to be asked (OpenID Connect Core 1.0, section 3.1.2.1). For users of the
 * pool itself only `none` and `login` mean anything. The classic hosted UI does not look at it.
 *
 * @throws OAuthError invalid_request
 */
export function parsePrompt(domain: UserPoolDomain, parameters: Parameters): ReadonlySet<Prompt> {
  if (domain.managedLoginVersion === 1) return new Set()
  const names = (parameters.get('prompt') ?? '').split(' ').filter(Boolean)
  const known = prompts.filter((prompt) => names.includes(prompt))
  if (known.length !== new Set(names).size || (known.includes('none') && known.length > 1)) {
    throw new OAuthError('invalid_request', 'prompt is not supported')
  }
  return new Set(known)
}
