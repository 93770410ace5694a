import type { Parameters } from '../../authorization-server/parameters.ts'
import { parsePrompt, type Prompt } from '../../authorization-server/prompt.ts'
import type { UserPoolDomain } from '../context.ts'

/**
 * For users of the pool itself only `none` and `login` mean anything. The classic hosted UI does not
 * look at it.
 *
 * @throws OAuthError invalid_request
 */
export function parsePromptOf(domain: UserPoolDomain, parameters: Parameters): ReadonlySet<Prompt> {
  return domain.managedLoginVersion === 1 ? new Set() : parsePrompt(parameters)
}
