import type { accountWords as en } from '../en/account.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

export const accountWords: Translation<typeof en> = {
  signedOut: {
    summary: 'Hier ist niemand angemeldet, also konnte kein Konto geprüft werden.',
    evidence:
      'Dieselbe Antwort, „Incorrect username or password“, steht für ein falsches Passwort und für eine Adresse ohne Konto.',
    remedy: {
      text: 'Sehen Sie nach, ob die Adresse unter den Benutzern ist und ihr Status „Confirmed“ lautet. Wer nicht bestätigt ist, gibt den Code aus der E-Mail ein (die App fragt danach, gleich bei welchem Passwort), oder wird dort bestätigt.',
      console: consolePaths.users,
    },
  },
  ok: (evidence) => ({
    summary: 'Sie sind angemeldet, und Ihr Konto ist bestätigt und hat eine bestätigte Adresse.',
    evidence,
  }),
  byProvider: (evidence) => ({
    summary: 'Ein Anbieter hat Sie angemeldet, der nicht sagt, dass er Ihre Adresse geprüft hat.',
    evidence,
  }),
  addressUntold: (evidence) => ({
    summary:
      'Sie sind angemeldet und bestätigt. Ob Ihre Adresse bestätigt ist, darf die App nicht lesen.',
    evidence,
    remedy: {
      text: 'Lassen Sie den App Client email_verified lesen.',
      console: consolePaths.attributes,
    },
  }),
  asked: (answer) => `GetUser antwortete: ${answer}.`,
  withAttributes: (username) => `die Attribute von ${username}`,
  tokenSays: (issuer, client) =>
    `Ihr ID-Token hat ${issuer} für den App Client ${client} ausgestellt.`,
  otherPool: (evidence, configured) => ({
    summary: 'Sie sind an einem anderen User Pool angemeldet als an dem der Konfiguration.',
    evidence: `${evidence} In der Konfiguration steht ${configured}.`,
    remedy: {
      text: 'Der App Client gehört zu einem anderen User Pool. Tragen Sie die IDs eines User Pools und eines App Clients ein, die zusammengehören, und melden Sie sich ab und wieder an.',
      console: consolePaths.appClient,
    },
  }),
  otherClient: (evidence, configured) => ({
    summary: 'Sie sind über einen anderen App Client angemeldet als den der Konfiguration.',
    evidence: `${evidence} In der Konfiguration steht ${configured}.`,
    remedy: { text: 'Melden Sie sich ab und wieder an.', console: consolePaths.appClient },
  }),
  unverified: (evidence) => ({
    summary:
      'Ihre E-Mail-Adresse ist nicht bestätigt, also lässt sich ein vergessenes Passwort nicht mit ihr zurücksetzen.',
    evidence,
    remedy: {
      text: 'Lassen Sie den Pool Adressen selbst prüfen (Attribute verification), oder kennzeichnen Sie diese als bestätigt.',
      console: consolePaths.users,
    },
  }),
  unconfirmed: (evidence) => ({
    summary: 'Das Konto ist nicht bestätigt.',
    evidence,
    remedy: {
      text: 'Geben Sie den Code aus der E-Mail ein, nach dem die App bei der Anmeldung fragt, oder bestätigen Sie das Konto dort.',
      console: consolePaths.users,
    },
  }),
  ended: (evidence) => ({
    summary:
      'Ihre Sitzung gilt nicht mehr: Sie wurden abgemeldet, oder das Konto ist gelöscht oder deaktiviert.',
    evidence,
    remedy: {
      text: 'Melden Sie sich ab und wieder an. Wird das abgelehnt, sehen Sie nach, ob es das Konto gibt und ob es aktiviert ist.',
      console: consolePaths.users,
    },
  }),
  lacksScope: (evidence) => ({
    summary: 'Ihre Sitzung darf Ihr eigenes Konto nicht lesen oder ändern.',
    evidence,
    remedy: {
      text: 'Wählen Sie unter den OpenID Connect scopes aws.cognito.signin.user.admin, und melden Sie sich neu an.',
      console: consolePaths.loginPages,
    },
  }),
  unreadable: (evidence) => ({
    summary: 'Ihr Konto konnte nicht geprüft werden.',
    evidence,
    remedy: { text: 'Versuchen Sie es in einer Minute noch einmal.', console: consolePaths.users },
  }),
}
