import type { loginsWords as en } from '../en/account-logins.ts'
import type { Translation } from '../translation.ts'

export const loginsWords: Translation<typeof en> = {
  title: 'Verknüpfte Anmeldungen',
  intro: 'Die Wege, die zu diesem Konto führen.',
  yours: 'Ihre Anmeldungen',
  password: 'E-Mail-Adresse und Passwort',
  passwordText: 'Die eigene des Kontos.',
  passwordProvider: (provider) =>
    `Sie sind zuerst mit ${provider} gekommen. Cognito gibt einem solchen Konto kein Passwort; wer sich mit einem registriert, beginnt ein zweites Konto.`,
  set: 'Festgelegt',
  none: 'Keines',
  managePassword: 'Passwort verwalten',
  linked: 'Verknüpft',
  thisOne: 'Diese Sitzung',
  id: 'Ihre Kennung dort:',
  since: 'Verknüpft',
  atProvider: (provider) => `Bei ${provider} öffnen`,
  noneLinked: 'Noch führt keine andere Anmeldung hierher.',

  another: 'Weitere verknüpfen',
  anotherText: (email) =>
    `Ein Konto bei einem Anbieter, das die Adresse ${email} hat und sie dort bestätigt hat, führt hierher, sobald Sie sich damit anmelden – wenn diese App zum Verknüpfen eingerichtet ist. Sonst beginnt ein zweites, leeres Konto, das Sie löschen können.`,
  how: (provider) =>
    `Sie werden hier abgemeldet, wählen auf der Anmeldeseite ${provider} und kommen auf diese Seite zurück.`,
  link: (provider) => `${provider} verknüpfen`,
  never: (provider) =>
    `${provider} sagt nicht, ob eine Adresse bestätigt ist; darum wird es nie verknüpft. Wer sich damit anmeldet, hat ein eigenes Konto.`,
  notForProvider: (provider) =>
    `Sie sind zuerst mit ${provider} gekommen, und Cognito verknüpft mit einem solchen Konto nichts weiter.`,
  needsAddress:
    'Dazu braucht es eine E-Mail-Adresse, die hier bestätigt ist: Bestätigen Sie Ihre zuerst unter den persönlichen Angaben.',

  unlink: 'Verknüpfung lösen',
  unlinkText:
    'Bei Cognito löst niemand eine Verknüpfung selbst: Das kann nur, wer diese App betreibt, auf Ihren Wunsch (AdminDisableProviderForUser).',
  unlinkMeanwhile:
    'Bis dahin können Sie dieser App beim Anbieter den Zugang nehmen: Er fragt Sie dann neu, bevor er hierher führt.',
  unlinkOnly: (provider) =>
    `${provider} ist Ihr einziger Weg hinein; ihn zu lösen, sperrte Sie aus. Löschen können Sie das Konto.`,
}
