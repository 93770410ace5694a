import type { PageErrorTexts } from './page-errors.en.ts'

const startAgain = 'Torna all’app e ricomincia da capo.'
const cookies = 'Per questo indirizzo i cookie devono essere consentiti.'

export const pageErrors: PageErrorTexts = {
  errors: {
    client_not_found: {
      title: 'Questo client dell’app non esiste',
      cause: 'Il client_id della richiesta non appartiene a questo pool di utenti.',
      fix: 'Usa lo userPoolClientId indicato in /config.json. Cambia quando la cartella dei dati viene eliminata.',
    },
    expired_page: {
      title: 'Si è verificato un errore',
      cause: 'Questa pagina è stata aperta troppo tempo fa o in un altro browser.',
      fix: `${startAgain} ${cookies}`,
    },
    foreign_post: {
      title: 'Si è verificato un errore',
      cause: 'Un altro sito web ha cercato di inviare questo modulo.',
      fix: `${startAgain} Non è stato modificato nulla.`,
    },
    invalid_request: {
      title: 'La richiesta è incompleta',
      cause: 'Un parametro manca o compare più di una volta.',
      fix: 'Invia ogni parametro una sola volta. La libreria del client dell’app lo fa quando è configurata correttamente.',
    },
    login_pages_unavailable: {
      title: 'Le pagine di accesso non sono disponibili',
      cause: 'Contatta un amministratore.',
      fix: 'Le pagine di accesso vengono mostrate solo per i client dell’app che hanno uno stile: aggiungi un AWS::Cognito::ManagedLoginBranding per il client in infra/template.yaml.',
    },
    logout_uri_mismatch: {
      title: 'La richiesta di disconnessione è incompleta',
      cause: 'Manca un logout_uri registrato, oppure mancano redirect_uri e response_type.',
      fix: 'Invia client_id e un logout_uri identico, carattere per carattere, a una delle LogoutURLs del client dell’app; oppure redirect_uri e response_type per accedere di nuovo.',
    },
    method_not_allowed: {
      title: 'Questo indirizzo è per un altro tipo di richiesta',
      cause: 'Questo indirizzo non risponde al metodo HTTP della richiesta.',
      fix: 'Apri le pagine seguendo i link. A /oauth2/authorize e /logout si arriva navigando, non con fetch.',
    },
    not_found: {
      title: 'A questo indirizzo non c’è nulla',
      cause: 'Questa pagina non esiste.',
      fix: startAgain,
    },
    redirect_mismatch: {
      title: 'L’URI di reindirizzamento non è registrato',
      cause:
        'Il redirect_uri della richiesta (redirect_mismatch) non è tra gli URL di callback del client dell’app. Il confronto avviene carattere per carattere: contano schema, host, porta, percorso, barra finale e maiuscole.',
      fix: 'Aggiungi l’URI alle CallbackURLs del client dell’app in infra/template.yaml, oppure fai inviare all’app uno di quelli registrati.',
    },
    server_error: {
      title: 'Si è verificato un errore',
      cause: 'Si è verificato un errore nell’AWS locale.',
      fix: 'Il suo terminale indica quale.',
    },
    unauthorized_client: {
      title: 'Il client dell’app non può usare OAuth',
      cause: 'Per il client dell’app non è attivo alcun flusso OAuth 2.0.',
      fix: 'Imposta AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows e AllowedOAuthScopes del client dell’app in infra/template.yaml.',
    },
    unexpected_answer: {
      title: 'Questo accesso non può essere completato qui',
      cause:
        'È stato iniziato in un altro browser, è già stato completato o ha richiesto più di un quarto d’ora.',
      fix: `Torna all’app e accedi di nuovo. ${cookies}`,
    },
    unknown_identity_provider: {
      title: 'Questo provider di identità non esiste',
      cause:
        'La richiesta indica un provider che questo client dell’app non supporta. Maiuscole e minuscole contano.',
      fix: 'Usa COGNITO o uno dei provider supportati dal client dell’app. Per aggiungerne uno, aggiungilo al pool di utenti e a SupportedIdentityProviders del client dell’app in infra/template.yaml.',
    },
  },
  labels: {
    parameter: 'Parametro',
    sent: 'Inviato',
    registered: 'Registrato',
    fix: 'Cosa fare',
    differs: (expected) => `Il carattere evidenziato dovrebbe essere «${expected}».`,
    endsEarly: (rest) => `Finisce dove quello registrato continua con «${rest}».`,
    goesOn: 'Continua dove quello registrato finisce.',
  },
}
