import type { PageErrorTexts } from './page-errors.en.ts'

const startAgain = 'Gehen Sie zurück zur App und beginnen Sie von vorn.'
const cookies = 'Für diese Adresse müssen Cookies erlaubt sein.'

export const pageErrors: PageErrorTexts = {
  errors: {
    client_not_found: {
      title: 'Diesen App-Client gibt es nicht',
      cause: 'Die client_id der Anfrage gehört nicht zu diesem Benutzerpool.',
      fix: 'Verwenden Sie die userPoolClientId aus /config.json. Sie ändert sich, wenn der Datenordner gelöscht wird.',
    },
    expired_page: {
      title: 'Etwas ist schiefgegangen',
      cause: 'Diese Seite wurde vor zu langer Zeit oder in einem anderen Browser geöffnet.',
      fix: `${startAgain} ${cookies}`,
    },
    foreign_post: {
      title: 'Etwas ist schiefgegangen',
      cause: 'Eine andere Website hat versucht, dieses Formular abzusenden.',
      fix: `${startAgain} Es wurde nichts geändert.`,
    },
    invalid_request: {
      title: 'Die Anfrage ist unvollständig',
      cause: 'Ein Parameter fehlt oder kommt mehrmals vor.',
      fix: 'Senden Sie jeden Parameter genau einmal. Die Bibliothek des App-Clients tut das, wenn sie richtig konfiguriert ist.',
    },
    login_pages_unavailable: {
      title: 'Die Anmeldeseiten sind nicht verfügbar',
      cause: 'Wenden Sie sich bitte an den Administrator.',
      fix: 'Managed Login zeigt seine Seiten nur für App-Clients, die einen Stil haben: Ergänzen Sie infra/template.yaml um ein AWS::Cognito::ManagedLoginBranding für den Client.',
    },
    logout_uri_mismatch: {
      title: 'Die Anfrage zur Abmeldung ist unvollständig',
      cause:
        'Weder eine registrierte logout_uri noch redirect_uri und response_type wurden gesendet.',
      fix: 'Senden Sie client_id und eine logout_uri, die Zeichen für Zeichen einer der LogoutURLs des App-Clients gleicht, oder redirect_uri und response_type, um sich neu anzumelden.',
    },
    method_not_allowed: {
      title: 'Diese Adresse ist für andere Anfragen da',
      cause: 'Mit dieser HTTP-Methode antwortet die Adresse nicht.',
      fix: 'Öffnen Sie Seiten über Links. /oauth2/authorize und /logout ruft man im Browser auf, nicht mit fetch.',
    },
    not_found: {
      title: 'Unter dieser Adresse gibt es nichts',
      cause: 'Managed Login hat keine solche Seite.',
      fix: startAgain,
    },
    redirect_mismatch: {
      title: 'Die Redirect-URI ist nicht registriert',
      cause:
        'Die redirect_uri der Anfrage (redirect_mismatch) ist keine der Callback-URLs des App-Clients. Verglichen wird Zeichen für Zeichen: Schema, Host, Port, Pfad, ein Schrägstrich am Ende und Groß- und Kleinschreibung zählen.',
      fix: 'Ergänzen Sie die URI in den CallbackURLs des App-Clients in infra/template.yaml, oder lassen Sie die App eine der registrierten senden.',
    },
    server_error: {
      title: 'Etwas ist schiefgegangen',
      cause: 'Im lokalen AWS ist ein Fehler aufgetreten.',
      fix: 'Sein Terminal sagt, welcher.',
    },
    unauthorized_client: {
      title: 'Der App-Client darf OAuth nicht verwenden',
      cause: 'Für den App-Client sind keine OAuth-2.0-Abläufe eingeschaltet.',
      fix: 'Setzen Sie AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows und AllowedOAuthScopes des App-Clients in infra/template.yaml.',
    },
    unexpected_answer: {
      title: 'Diese Anmeldung lässt sich hier nicht abschließen',
      cause:
        'Sie wurde in einem anderen Browser begonnen, ist bereits abgeschlossen oder hat länger als eine Viertelstunde gedauert.',
      fix: `Gehen Sie zurück zur App und melden Sie sich noch einmal an. ${cookies}`,
    },
    unknown_identity_provider: {
      title: 'Diesen Identitätsanbieter gibt es nicht',
      cause:
        'Die Anfrage nennt einen Anbieter, den dieser App-Client nicht unterstützt. Groß- und Kleinschreibung zählt.',
      fix: 'Verwenden Sie COGNITO oder einen der Anbieter, die der App-Client unterstützt. Einen weiteren ergänzen Sie im Benutzerpool und unter SupportedIdentityProviders des App-Clients in infra/template.yaml.',
    },
  },
  labels: {
    parameter: 'Parameter',
    sent: 'Gesendet',
    registered: 'Registriert',
    fix: 'Was Sie tun können',
    differs: (expected) => `Statt des markierten Zeichens müsste hier „${expected}“ stehen.`,
    endsEarly: (rest) => `Sie endet, wo die registrierte mit „${rest}“ weitergeht.`,
    goesOn: 'Sie geht weiter, wo die registrierte endet.',
  },
}
