import {
  commonPageErrors,
  labels,
  methodNotAllowed,
  notFound,
  type ErrorPageLabels,
  type PageErrorWords,
} from '../../authorization-server/wording/page-errors.en.ts'
import type { PageErrorCode } from '../errors.ts'

/** Of the error page, in one language. */
export interface PageErrorTexts {
  errors: Readonly<Record<PageErrorCode, PageErrorWords>>
  labels: ErrorPageLabels
}

// Cognito's own sentence comes first, so that who searches for it finds the same advice.
const requested = 'An error was encountered with the requested page.'

export const pageErrors: PageErrorTexts = {
  errors: {
    ...commonPageErrors,
    client_not_found: {
      title: 'There is no such app client',
      cause: 'The client_id of the request is not one of this user pool.',
      fix: 'Use the userPoolClientId that /config.json names. It changes when the data folder is deleted.',
    },
    invalid_request: {
      title: 'The request is incomplete',
      cause: `${requested} A parameter is missing, or comes more than once.`,
      fix: 'Send the parameter once. The app client library does so when it is configured.',
    },
    login_pages_unavailable: {
      title: 'Login pages unavailable',
      cause: 'Login pages unavailable. Please contact an administrator.',
      fix: 'Managed login shows its pages only for app clients with a style: add an AWS::Cognito::ManagedLoginBranding for the client to infra/template.yaml.',
    },
    logout_uri_mismatch: {
      title: 'The sign-out request is incomplete',
      cause: "Required String parameter 'redirect_uri' is not present",
      fix: 'Send client_id and a logout_uri that is one of the LogoutURLs of the app client, character by character; or redirect_uri and response_type to sign in again.',
    },
    method_not_allowed: {
      ...methodNotAllowed,
      fix: 'Open pages by following links. /oauth2/authorize and /logout are navigated to, never fetched.',
    },
    not_found: {
      ...notFound,
      cause: 'Managed login has no such page.',
    },
    redirect_mismatch: {
      title: 'The redirect URI is not registered',
      cause: `${requested} The redirect_uri of the request (redirect_mismatch) is none of the app client's callback URLs. They are compared character by character: scheme, host, port, path, a slash at the end and case all count.`,
      fix: 'Add the URI to CallbackURLs of the app client in infra/template.yaml, or have the app send one of the registered ones.',
    },
    unauthorized_client: {
      title: 'The app client may not use OAuth',
      cause: 'Client is not enabled for OAuth2.0 flows.',
      fix: 'Set AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows and AllowedOAuthScopes of the app client in infra/template.yaml.',
    },
    unexpected_answer: {
      title: 'This sign-in cannot be finished here',
      cause:
        'It was started in another browser, it has been finished already, or it took longer than a quarter of an hour.',
      fix: 'Go back to the app and sign in again. Cookies have to be allowed for this address.',
    },
    unknown_identity_provider: {
      title: 'There is no such identity provider',
      cause:
        'The request names a provider that this app client does not support. Names count by case.',
      fix: 'Use COGNITO, or one of the providers that the app client supports; to add one, add the provider to the user pool and to SupportedIdentityProviders of the app client in infra/template.yaml.',
    },
  },
  labels,
}
