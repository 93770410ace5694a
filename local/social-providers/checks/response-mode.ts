import type { ResponseMode } from '../../authorization-server/authorization-error.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import type { ProviderContext } from '../provider.ts'
import { PageError } from '../errors.ts'
import { splitScopes } from './scope.ts'

const modes = ['query', 'form_post'] as const satisfies readonly ResponseMode[]

/**
 * How the answer travels: in the query, or in a form that the browser posts (OAuth 2.0 Form Post
 * Response Mode). Apple sends names and addresses by the second one alone, and says so on a page.
 *
 * @throws PageError invalid_request
 * @see https://developer.apple.com/documentation/signinwithapplerestapi/request-an-authorization-to-the-sign-in-with-apple-server.
 */
export function parseResponseMode(
  { provider }: ProviderContext,
  parameters: Parameters,
): ResponseMode {
  const parameter = 'response_mode'
  const sent = parameters.get(parameter)
  const mode = modes.find((known) => known === (sent ?? 'query'))
  const sharesData = splitScopes(provider, parameters).some(
    (scope) => (provider.scopes[scope] ?? []).length > 0,
  )
  const isTooOpen = provider.needsFormPost === true && sharesData && mode !== 'form_post'
  if (!mode || isTooOpen) {
    throw new PageError('invalid_request', { parameter, ...(sent !== undefined && { sent }) })
  }
  return mode
}
