import { OAuthError } from '../../authorization-server/errors.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'

const prompts = ['none', 'login', 'consent', 'select_account'] as const
export type Prompt = (typeof prompts)[number]

/** What Facebook says for `prompt`; the last one asks anew for what was not shared. */
const authTypes: Readonly<Record<string, Prompt>> = {
  reauthenticate: 'login',
  reauthorize: 'consent',
  rerequest: 'consent',
}

/**
 * How much a request wants to be asked (OpenID Connect Core 1.0, section 3.1.2.1).
 *
 * @throws OAuthError invalid_request
 */
export function parsePrompt(parameters: Parameters): ReadonlySet<Prompt> {
  const names = (parameters.get('prompt') ?? '').split(' ').filter(Boolean)
  const known = prompts.filter((prompt) => names.includes(prompt))
  if (known.length !== new Set(names).size || (known.includes('none') && known.length > 1)) {
    throw new OAuthError('invalid_request', 'prompt is not supported')
  }
  const authType = authTypes[parameters.get('auth_type') ?? '']
  return new Set(authType ? [...known, authType] : known)
}
