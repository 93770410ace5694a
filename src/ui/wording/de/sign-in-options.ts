import type { signInOptionsWords as en } from '../en/sign-in-options.ts'
import type { Translation } from '../translation.ts'

export const signInOptionsWords: Translation<typeof en> = {
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
    'Ihr Passwort sieht nur der Anmeldedienst, nie diese App. So empfiehlt es für Apps im Browser',
  rfc: 'RFC 10017',
  linking: 'Hat der Anbieter die Adresse bestätigt, kommen Sie in das Konto, das sie schon hat.',
}
