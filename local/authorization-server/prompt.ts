import { OAuthError } from './errors.ts'
import type { Parameters } from './parameters.ts'

const prompts = ['none', 'login', 'consent', 'select_account'] as const
export type Prompt = (typeof prompts)[number]

/**
 * How much a request wants to be asked (OpenID Connect Core 1.0, section 3.1.2.1).
 *
 * @throws OAuthError invalid_request: one that there is not, or `none` beside another.
 */
export function parsePrompt(parameters: Parameters): ReadonlySet<Prompt> {
  const names = (parameters.get('prompt') ?? '').split(' ').filter(Boolean)
  const known = prompts.filter((prompt) => names.includes(prompt))
  if (known.length !== new Set(names).size || (known.includes('none') && known.length > 1)) {
    throw new OAuthError('invalid_request', 'prompt is not supported')
  }
  return new Set(known)
}
