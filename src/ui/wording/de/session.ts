import type { sessionWords as en } from '../en/session.ts'
import type { Translation } from '../translation.ts'

export const sessionWords: Translation<typeof en> = {
  title: 'Ihre Sitzung von innen',
  intro:
    'Was Amazon Cognito diesem Browser gegeben hat: drei Tokens, und Zugangsdaten auf Zeit für Ihre Dateien. Sie wirken wie Schlüssel, deshalb stehen sie verdeckt da.',

  flow: 'Sehen, wie sie hierher kamen, Schritt für Schritt',
  tokens: 'Drei Tokens',
  token: {
    id: { name: 'ID-Token', text: 'Sagt, wer Sie sind.' },
    access: { name: 'Access-Token', text: 'Sagt, was in Ihrem Namen getan werden darf.' },
    refresh: {
      name: 'Refresh-Token',
      text: 'Wird gegen die beiden anderen getauscht, wenn sie ablaufen.',
    },
  },
  goesTo: 'Geht an',
  goals: {
    id: 'den Identity Pool, der Zugangsdaten dafür gibt, und an alle, die wissen müssen, wer Sie sind. Keine API sollte es als Erlaubnis nehmen.',
    access:
      'den User Pool, für alles an Ihrem Konto, und an Ihre eigene API als „Authorization: Bearer …“.',
    refresh: 'den User Pool allein. Niemand sonst darf es haben: es überlebt die beiden anderen.',
  },
  none: 'Es gibt keines.',
  show: (name) => `${name} zeigen`,
  hide: (name) => `${name} verdecken`,
  copy: (name) => `${name} kopieren`,
  copied: 'Kopiert. Bis es abläuft, wirkt es wie ein Schlüssel.',
  encrypted:
    'Es ist für den User Pool allein verschlüsselt (RSA-OAEP, AES-GCM). Niemand sonst kann lesen, was darin steht oder wann es endet; wie lange es gilt, sagt der App-Client.',
  claims: (name) => `Angaben im ${name}`,
  claim: 'Angabe',
  value: 'Wert',
  meaning: 'Bedeutung',

  expires: (left) => `Läuft ab in ${left}.`,
  expired: 'Abgelaufen.',
  expireNow: 'Jetzt ablaufen lassen',
  expireNowOf: (name) => `Jetzt ablaufen lassen: ${name}`,
  clockAhead: (by) => `Die Uhr des lokalen AWS geht diesem Browser um ${by} vor.`,
  clockBehind: (by) => `Die Uhr des lokalen AWS geht diesem Browser um ${by} nach.`,
  clockText: 'Was bis dahin endet, ist dort zu Ende, für alle.',
  putRight: 'Die Uhr wieder richtig stellen',
  proof: {
    checking: 'Die Signatur wird geprüft …',
    proved: (key) =>
      `Die Signatur ist hier bewiesen, mit dem öffentlichen Schlüssel ${key} des Pools: seit er unterschrieben hat, ist nichts geändert worden.`,
    refuted:
      'Die Signatur ist widerlegt: der Schlüssel des Pools hat diesen Text nicht unterschrieben.',
    'other-issuer':
      'Nicht vom User Pool dieser App; dessen Schlüssel beweisen also nichts. Fragen Sie nur Aussteller, denen Sie trauen.',
    'no-such-key': 'Der Pool veröffentlicht keinen solchen Schlüssel (mehr).',
    'not-signed': 'Nicht so unterschrieben, wie Cognito Tokens unterschreibt (RS256).',
    unreachable:
      'Die Schlüssel des Pools waren nicht zu bekommen; die Signatur ist weder bewiesen noch widerlegt.',
  },

  renew: 'Jetzt erneuern',
  renewText:
    'Tauscht das Refresh-Token gegen neue Tokens, wie es Amplify von selbst tut, wenn sie ablaufen.',
  renewed: 'Neue Tokens. Das hat sich geändert:',
  unchanged: 'Nichts.',
  rotated: 'Auch das Refresh-Token: dieser Pool gibt mit jeder Erneuerung ein neues.',
  kept: 'Das Refresh-Token bleibt dasselbe.',
  before: 'Vorher',
  after: 'Jetzt',
  changesOf: (name) => `Änderungen im ${name}`,
  revoke: 'Refresh-Token widerrufen',
  revokeText:
    'Beendet diese Sitzung im User Pool. Ihr Access-Token wirkt dort sofort nicht mehr; wer nur Signaturen prüft, nimmt es bis zu seinem Ablauf. Abmelden tut dasselbe und vergisst die Tokens.',
  revoked:
    'Widerrufen. Dieser Browser weiß es noch nicht: die nächste Erneuerung wird abgelehnt, und Sie werden gebeten, sich anzumelden.',

  read: 'Ein anderes Token lesen',
  readText: 'Was Sie einfügen, verlässt diese Seite nicht.',
  pasted: 'Token',
  notToken: 'Das ist kein Token: eines hat drei Teile, mit Punkten dazwischen.',
  readAction: 'Lesen',
  pastedName: 'eingefügtes Token',

  credentials: 'Zugangsdaten auf Zeit',
  credentialsText:
    'Der Identity Pool nimmt das ID-Token und leiht Ihnen eine Rolle: Schlüssel, die Anfragen an S3 unterschreiben, für höchstens eine Stunde. Hier bleiben sie allein im Arbeitsspeicher.',
  noCredentials: 'Die Konfiguration der App nennt keinen Identity Pool, also gibt es keine.',
  identity: 'Identität',
  identityText: 'Ihre Dateien liegen unter users/ und dieser Kennung.',
  role: 'Rolle',
  roleOfEverybody: 'Die aller, die angemeldet sind',
  accessKey: 'Kennung des Schlüssels',
  secretKey: 'Geheimer Schlüssel',
  sessionToken: 'Sitzungs-Token',
  expiry: 'Ablauf',

  rights: 'Was sie dürfen',
  rightsText:
    'Jedes wird mit einer echten Anfrage versucht. Was geschrieben wird, scheitert aus einem anderen Grund, und was gelöscht wird, ist nicht da; so ändert sich nichts. Abgelehntes nennt die Konsole des Browsers Fehler; hier ist es die Antwort.',
  try: 'Alle acht versuchen',
  tried: 'Alle acht wurden versucht.',
  operation: 'Vorgang',
  own: 'Bei den eigenen Dateien',
  others: 'Bei denen anderer',
  actions: { get: 'Lesen', put: 'Schreiben', list: 'Auflisten', delete: 'Löschen' },
  allowed: 'Erlaubt',
  denied: 'Abgelehnt',
  decision: 'Was entschieden hat',
  answers: 'Was S3 sagt',
  silence:
    'S3 sagt nie, welche Anweisung etwas erlaubt hat: es ist eine Ihrer Rolle, in IAM. Die Rollen der Vorlage, auch die der Gruppen, stehen in infra/template.yaml.',

  meanings: {
    acr: 'Wie gut die Anmeldung bewiesen wurde',
    at_hash: 'Prüfsumme des Access-Tokens, das mitkam; sie bindet die beiden aneinander',
    aud: 'Für wen es ist: den App-Client',
    auth_time: 'Wann Sie bewiesen haben, wer Sie sind',
    company: 'Für wen Sie arbeiten; eine Funktion des Pools hat es hinzugefügt',
    client_id: 'Der App-Client, dem es gegeben wurde',
    device_key: 'Das Gerät, mit dem Sie sich angemeldet haben',
    event_id: 'Die Anmeldung, von der es stammt, für die Protokolle',
    exp: 'Wann es endet',
    iat: 'Wann es gemacht wurde',
    identities: 'Die anderen Konten, mit denen Sie sich anmelden, etwa Google',
    iss: 'Wer es gemacht hat: der User Pool. Unter dieser Adresse stehen seine Schlüssel',
    jti: 'Dieses Token und kein anderes',
    nonce: 'Was dieser Browser mitgeschickt hat, damit das Token seine eigene Anfrage beantwortet',
    origin_jti: 'Das Refresh-Token der Anmeldung; damit werden all ihre Tokens widerrufen',
    scope: 'Was damit verlangt werden darf',
    sub: 'Sie, für immer: das Einzige, das niemand sonst bekommt und das sich nie ändert',
    token_use: 'Welches der Tokens es ist',
    username: 'Ihr Name im User Pool',
    version: 'Die Form des Tokens',
    'cognito:groups': 'Die Gruppen, in denen Sie sind',
    'cognito:preferred_role': 'Die Rolle, die Ihnen der Identity Pool leiht',
    'cognito:roles': 'Die Rollen Ihrer Gruppen',
    'cognito:username': 'Ihr Name im User Pool',
    email: 'Ihre E-Mail-Adresse',
    email_verified: 'Ob Sie bewiesen haben, dass sie Ihre ist',
    phone_number: 'Ihre Telefonnummer',
    phone_number_verified: 'Ob Sie bewiesen haben, dass sie Ihre ist',
    name: 'Ihr Name',
    given_name: 'Ihr Vorname',
    family_name: 'Ihr Nachname',
    locale: 'Ihre Sprache',
    picture: 'Adresse Ihres Bildes',
    zoneinfo: 'Ihre Zeitzone',
  },
  customMeaning: 'Ein Attribut, das dieser Pool hinzugefügt hat',
  otherMeaning: 'Ein Attribut von Ihnen, oder etwas, das der Trigger des Pools hinzugefügt hat',
}
