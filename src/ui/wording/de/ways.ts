import type { waysWords as en } from '../en/ways.ts'
import type { Translation } from '../translation.ts'

export const waysWords: Translation<typeof en> = {
  continueWith: (provider) => `Weiter mit ${provider}`,
  or: 'oder',
  orForm: 'oder mit Passwort',
  managed: {
    'sign-in': 'Die eigene Anmeldeseite benutzen',
    'sign-up': 'Die eigene Registrierungsseite benutzen',
  },
  only: 'Weiter mit E-Mail und Passwort',
  more: 'Warum das sicherer ist',
  moreText:
    'Dort tippen Sie Ihr Passwort auf der Seite des Anmeldedienstes, nie in dieser App. Was eine App nie sieht, kann auch kein Fehler in ihr preisgeben: So empfiehlt es für Apps im Browser',
  rfc: 'RFC 10017',
  linking:
    'Gibt es ein Konto mit derselben Adresse, und hat der Anbieter sie bestätigt, kommen Sie in dieses Konto.',
}
