import type { flowSteps as en } from '../en/flow-steps.ts'
import type { Translation } from '../translation.ts'

export const flowSteps: Translation<typeof en> = {
  steps: {
    'openid-configuration': [
      'Nach dem Aussteller fragen',
      'Der Pool sagt, welchen Aussteller seine Tokens nennen.',
    ],
    'jwks.json': [
      'Die öffentlichen Schlüssel holen',
      'Mit ihnen kann jeder beweisen, dass der Pool ein Token unterschrieben hat.',
    ],
    SignUp: ['Um ein Konto bitten', 'Legt jemanden an, der erst eine Adresse bestätigen muss.'],
    ConfirmSignUp: [
      'Die Adresse bestätigen',
      'Der Code beweist, dass die Adresse denen gehört, die sie eingegeben haben.',
    ],
    ResendConfirmationCode: ['Um noch einen Code bitten', 'Der erste kam vielleicht nicht an.'],
    'InitiateAuth:USER_SRP_AUTH': [
      'Beginnen, das Passwort zu beweisen',
      'Schickt einen öffentlichen Wert von SRP. Der Pool antwortet mit seinem eigenen und einem Salz: das Passwort bleibt hier.',
    ],
    'InitiateAuth:USER_PASSWORD_AUTH': [
      'Das Passwort schicken',
      'Der Pool vergleicht es. Mit SRP bliebe es hier.',
    ],
    'InitiateAuth:USER_AUTH': [
      'Fragen, wie man sich anmelden kann',
      'Der Pool bietet an, was eingerichtet ist.',
    ],
    'InitiateAuth:CUSTOM_AUTH': [
      'Eine eigene Anmeldung beginnen',
      'Die Trigger des Pools bestimmen, was gefragt wird.',
    ],
    'InitiateAuth:REFRESH_TOKEN_AUTH': [
      'Das Refresh-Token gegen neue tauschen',
      'Solange es gilt, muss sich niemand neu anmelden.',
    ],
    GetTokensFromRefreshToken: [
      'Das Refresh-Token gegen neue tauschen',
      'Da der Pool sie wechselt, gibt er auch ein neues Refresh-Token.',
    ],
    'RespondToAuthChallenge:PASSWORD_VERIFIER': [
      'Das Passwort beweisen',
      'Eine Signatur, die nur machen kann, wer das Passwort kennt. Die Antwort sind Tokens oder ein zweiter Schritt.',
    ],
    'RespondToAuthChallenge:DEVICE_SRP_AUTH': [
      'Beginnen, das Gerät zu beweisen',
      'Der Pool merkt sich dieses Gerät und verlangt einen eigenen Beweis.',
    ],
    'RespondToAuthChallenge:DEVICE_PASSWORD_VERIFIER': [
      'Das Gerät beweisen',
      'Ein gemerktes Gerät steht für den zweiten Schritt.',
    ],
    'RespondToAuthChallenge:WEB_AUTHN': [
      'Einen Passkey beweisen',
      'Der Authenticator hat unterschrieben, was der Pool ihm vorlegte.',
    ],
    'RespondToAuthChallenge:SELECT_CHALLENGE': [
      'Wählen, wie man sich anmeldet',
      'Eines von dem, was der Pool anbietet.',
    ],
    'RespondToAuthChallenge:NEW_PASSWORD_REQUIRED': [
      'Ein eigenes Passwort wählen',
      'Es ersetzt das vorläufige.',
    ],
    RespondToAuthChallenge: [
      'Dem Pool antworten',
      'Mit einem Code, einer Wahl oder was er sonst verlangt.',
    ],
    ConfirmDevice: [
      'Das Gerät merken lassen',
      'Der Pool behält einen Prüfwert, wie bei einem Passwort.',
    ],
    ForgotPassword: [
      'Um einen Code für ein neues Passwort bitten',
      'Er geht an eine Adresse, die bestätigt ist.',
    ],
    ConfirmForgotPassword: ['Ein neues Passwort setzen', 'Der Code steht für das vergessene.'],
    RevokeToken: ['Das Refresh-Token widerrufen', 'Alle Tokens dieser Anmeldung enden im Pool.'],
    GlobalSignOut: ['Überall abmelden', 'Alle Tokens dieser Person enden.'],
    'oauth2/authorize': [
      'Zu Managed Login gehen',
      'Mit einer Aufgabe (PKCE), die nur dieser Tab lösen kann, und einem Zustand, der zurückkommt.',
    ],
    signup: [
      'Zur Seite für neue Konten bei Managed Login gehen',
      'Sie nimmt dieselbe Anfrage wie die Anmeldung.',
    ],
    callback: [
      'Mit einem Code zurückkommen',
      'Managed Login schickt den Browser zurück. Der Code allein ist nichts wert.',
    ],
    'oauth2/token:authorization_code': [
      'Den Code gegen Tokens tauschen',
      'Mit der Lösung der Aufgabe: ein gestohlener Code würde abgelehnt.',
    ],
    'oauth2/token:refresh_token': [
      'Das Refresh-Token gegen neue tauschen',
      'Niemand muss sich neu anmelden.',
    ],
    'oauth2/revoke': [
      'Das Refresh-Token widerrufen',
      'Alle Tokens dieser Anmeldung enden im Pool.',
    ],
    logout: [
      'Die Sitzung bei Managed Login beenden',
      'Sonst würde die nächste Anmeldung dort nichts fragen.',
    ],
    GetId: [
      'Nach der Identität fragen',
      'Der Identity Pool kennt Menschen unter einer eigenen Kennung.',
    ],
    GetCredentialsForIdentity: [
      'Eine Rolle leihen',
      'Der Identity Pool prüft das ID-Token und gibt Schlüssel für eine Stunde.',
    ],
    GetUser: ['Das Konto lesen', 'Attribute und Faktoren, gegen das Access-Token.'],
    UpdateUserAttributes: [
      'Attribute ändern',
      'Eine neue Adresse zählt, sobald ihr Code eingegeben ist.',
    ],
    ChangePassword: ['Das Passwort ändern', 'Mit dem alten als Beweis.'],
    GetObject: [
      'Eine Datei lesen',
      'Unterschrieben mit den geliehenen Schlüsseln; die Rolle entscheidet.',
    ],
    PutObject: [
      'Eine Datei schreiben',
      'Unterschrieben mit den geliehenen Schlüsseln; die Rolle entscheidet.',
    ],
    HeadObject: ['Eine Datei ansehen', 'Ob sie da ist, und was sie ist.'],
    DeleteObject: [
      'Eine Datei löschen',
      'Unterschrieben mit den geliehenen Schlüsseln; die Rolle entscheidet.',
    ],
    ListObjectsV2: [
      'Dateien auflisten',
      'Unterschrieben mit den geliehenen Schlüsseln; die Rolle entscheidet.',
    ],
    CreateMultipartUpload: [
      'Eine Datei in Teilen beginnen',
      'Große Dateien gehen Stück für Stück.',
    ],
    UploadPart: ['Einen Teil schreiben', 'Von einer Datei, die Stück für Stück kommt.'],
    ListParts: ['Teile auflisten', 'Was von einer Datei da ist, die Stück für Stück kommt.'],
    CompleteMultipartUpload: [
      'Eine Datei in Teilen abschließen',
      'Aus den Teilen wird eine Datei.',
    ],
    AbortMultipartUpload: ['Eine Datei in Teilen aufgeben', 'Ihre Teile werden gelöscht.'],

    AssociateSoftwareToken: [
      'Eine Authenticator-App einrichten',
      'Der Pool macht das Geheimnis, das App und Pool teilen werden.',
    ],
    VerifySoftwareToken: [
      'Die Authenticator-App bestätigen',
      'Ein Code beweist, dass sie das Geheimnis hat.',
    ],
    SetUserMFAPreference: [
      'Den zweiten Schritt wählen',
      'Wonach hinter dem Passwort gefragt wird.',
    ],
    GetUserAuthFactors: ['Nach den Faktoren fragen', 'Womit sich dieser Mensch anmelden kann.'],
    StartWebAuthnRegistration: [
      'Einen Passkey beginnen',
      'Der Pool gibt etwas, das zu unterschreiben ist.',
    ],
    CompleteWebAuthnRegistration: [
      'Einen Passkey behalten',
      'Der Pool hebt seinen öffentlichen Schlüssel auf.',
    ],
    ListWebAuthnCredentials: [
      'Passkeys auflisten',
      'Mit Namen; kein Schlüssel verlässt sein Gerät.',
    ],
    DeleteWebAuthnCredential: ['Einen Passkey löschen', 'Er meldet niemanden mehr an.'],
    ListDevices: ['Gemerkte Geräte auflisten', 'Sie stehen für den zweiten Schritt.'],
    UpdateDeviceStatus: ['Das Gerät merken', 'Oder nicht mehr merken.'],
    ForgetDevice: ['Ein Gerät vergessen', 'Es wird wieder nach dem zweiten Schritt gefragt.'],
    GetUserAttributeVerificationCode: [
      'Um einen Code für eine Adresse bitten',
      'Er geht an diese Adresse.',
    ],
    VerifyUserAttribute: ['Eine Adresse bestätigen', 'Der Code beweist, dass es die eigene ist.'],
    DeleteUserAttributes: ['Attribute löschen', 'Von da an sind sie leer.'],
    ListUserSessions: ['Sitzungen auflisten', 'Wo dieser Mensch angemeldet ist.'],
    RevokeUserSession: ['Eine Sitzung beenden', 'Ihre Tokens lassen sich nicht mehr erneuern.'],
    DeleteUser: ['Das Konto löschen', 'Der Pool kennt diesen Menschen nicht mehr.'],

    login: [
      'Die Anmeldeseite von Managed Login',
      'Das Passwort wird dort eingegeben, und die App hat es nie.',
    ],
    'oauth2/idpresponse': [
      'Vom Anbieter zurückkommen',
      'Managed Login nimmt den Code des Anbieters an, mit einem eigenen State.',
    ],
    'browser>provider:authorize': [
      'Den Anbieter fragen, wer das ist',
      'Der Browser ist beim Anbieter, der eine eigene Anmeldung verlangt.',
    ],
    'domain>provider:token': [
      'Managed Login tauscht den Code des Anbieters ein',
      'Von Server zu Server, mit dem Geheimnis, das kein Browser hat.',
    ],
    'domain>provider:jwks': [
      'Managed Login holt die Schlüssel des Anbieters',
      'Sie beweisen dessen ID-Token.',
    ],
    'domain>provider:userinfo': [
      'Managed Login fragt nach dem Profil',
      'Mit dem Access-Token des Anbieters; aus der Antwort werden Attribute.',
    ],
    'domain>provider:me': [
      'Managed Login fragt nach dem Profil',
      'Mit dem Access-Token des Anbieters; aus der Antwort werden Attribute.',
    ],
    'domain>provider:.well-known/openid-configuration': [
      'Managed Login fragt, wo der Anbieter antwortet',
      'Dessen Discovery-Dokument nennt die Endpunkte.',
    ],
  },
  other: ['Aufruf', 'Ein Vorgang des Dienstes.'],
}
