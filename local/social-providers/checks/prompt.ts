import type { Parameters } from '../../authorization-server/parameters.ts'
import { parsePrompt, type Prompt } from '../../authorization-server/prompt.ts'

/** What Facebook says for `prompt`; the last one asks anew for what was not shared. */
const authTypes: Readonly<Record<string, Prompt>> = {
  reauthenticate: 'login',
  reauthorize: 'consent',
  rerequest: 'consent',
}

/**
 * `prompt`, and Facebook's word for it.
 *
 * @throws OAuthError invalid_request
 */
export function parsePromptOrAuthType(parameters: Parameters): ReadonlySet<Prompt> {
  const prompt = parsePrompt(parameters)
  const authType = authTypes[parameters.get('auth_type') ?? '']
  return authType ? new Set([...prompt, authType]) : prompt
}
