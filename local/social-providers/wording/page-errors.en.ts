import {
  commonPageErrors,
  methodNotAllowed,
  notFound,
  type PageErrorWords,
} from '../../authorization-server/wording/page-errors.en.ts'
import type { PageErrorCode } from '../errors.ts'

/** What an error page says: the cause in plain words, and what a developer does about it. */
export const pageErrorWords: Readonly<Record<PageErrorCode, PageErrorWords>> = {
  ...commonPageErrors,
  invalid_request: {
    title: 'The request cannot be answered',
    cause: 'A parameter is missing, comes more than once, or has a value that is not allowed here.',
    fix: 'Send the parameter once, as the provider documents it. Apple takes a request for name or email with response_mode=form_post only.',
  },
  method_not_allowed: {
    ...methodNotAllowed,
    fix: 'Open pages by following links. /authorize is navigated to, never fetched.',
  },
  not_found: {
    ...notFound,
    cause: 'This provider has no such page.',
  },
  redirect_uri_mismatch: {
    title: 'The redirect URI is not registered',
    cause:
      'The redirect_uri of the request is not the one that is registered here. They are compared character by character.',
    fix: 'Send the registered one. At the real provider, register the same path of your own domain.',
  },
  unknown_client: {
    title: 'This app is not registered here',
    cause:
      'The client_id of the request is not the stand-in’s. A client ID of one’s own belongs to the real provider, and this is the local one.',
    fix: 'Leave the provider’s parameters of infra/template.yaml empty to use the stand-in, and give your own when you deploy.',
  },
}
