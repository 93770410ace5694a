import type { flowWords as en } from '../en/flow.ts'
import type { Translation } from '../translation.ts'

export const flowWords: Translation<typeof en> = {
  title: 'Was gerade geschah',
  intro:
    'Jeder Aufruf dieser App bei AWS, während er geschieht: wer um was gebeten wurde und was zurückkam. Passwörter, Codes, Tokens und Schlüssel werden verdeckt, bevor irgendetwas aufgehoben wird, und alles bleibt in diesem Browser.',
  isOn: 'Dieser Browser zeichnet auf.',
  isOff: 'Es wird nicht aufgezeichnet.',
  switchOn: 'Aufzeichnen',
  switchOff: 'Nicht mehr aufzeichnen',
  none: 'Noch ist nichts aufgezeichnet. Melden Sie sich an, speichern Sie Ihr Profil oder erneuern Sie Ihre Sitzung, und kommen Sie zurück; auch ein anderer Tab zählt.',
  noMatch: 'Nichts davon passt.',
  clear: 'Leeren',
  filter: 'Filter',
  filterHint: 'Ein Vorgang, ein Schritt oder ein Stück einer Antwort.',
  onlyFailed: 'Nur, was scheiterte',
  exportJson: 'Als JSON sichern',
  exportMermaid: 'Als Mermaid sichern',
  exportSvg: 'Als SVG sichern',
  import: 'Eine Aufzeichnung öffnen',
  imported: (name) => `Aus ${name}.`,
  backToOwn: 'Zurück zur eigenen',
  notRecording: 'Das ist keine Aufzeichnung dieser Seite.',
  session: 'In die Tokens hineinsehen',

  participants: {
    browser: 'Browser',
    'user-pool': 'User Pool',
    domain: 'Managed Login',
    provider: 'Anbieter',
    'identity-pool': 'Identity Pool',
    s3: 'S3',
  },
  journeys: {
    'sign-up': 'Ein Konto anlegen',
    'sign-in': 'In der App anmelden',
    redirect: 'Über Managed Login anmelden',
    reset: 'Ein neues Passwort',
    refresh: 'Tokens erneuern',
    'sign-out': 'Abmelden',
    files: 'Dateien',
    account: 'Konto',
  },
  journeySummary: (count, ms) => `${count === 1 ? 'Ein Schritt' : `${count} Schritte`}, ${ms} ms`,
  beside: 'Nebeneinanderstellen',
  besideOf: (name, at) => `Nebeneinanderstellen: ${name}, ${at}`,
  to: (name) => `Browser an ${name}: `,
  leaves: 'verlässt die Seite',
  returns: 'kommt zurück',
  noAnswer: 'keine Antwort',

  what: 'Wozu das gut ist',
  docs: (operation) => `${operation} in der Dokumentation von AWS`,
  request: 'Anfrage',
  response: 'Antwort',
  headers: 'Kopfzeilen',
  body: 'Inhalt',
  noBody: 'Ohne Inhalt.',
  tokens: 'Was die Tokens sagen',
  tokenOf: (name) => `Token in ${name}`,
  remedy: 'Was dagegen hilft',
  findOut: 'Den Doktor nach dem Grund suchen lassen',
  curl: 'Als curl kopieren',
  curlCopied: 'Kopiert. Was verdeckt ist, muss eingesetzt werden.',
  copyFailed: 'Ihr Browser lässt hier nichts kopieren.',

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
    ListObjectsV2: ['Dateien auflisten', 'Des eigenen Präfixes; die Rolle erlaubt kein anderes.'],
  },
  otherStep: ['Aufruf', 'Ein Vorgang des Dienstes.'],
}
