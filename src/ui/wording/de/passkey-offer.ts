import type { passkeyOfferWords as en } from '../en/passkey-offer.ts'
import type { Translation } from '../translation.ts'

export const passkeyOfferWords: Translation<typeof en> = {
  title: 'Nächstes Mal schneller anmelden',
  intro:
    'Mit einem Passkey melden Sie sich auf diesem Gerät mit Fingerabdruck, Gesicht oder PIN an.',
  add: 'Passkey erstellen',
  skip: 'Jetzt nicht',
  later: 'Wir fragen einmal. Passkeys finden Sie jederzeit in Ihrem Konto, unter Sicherheit.',
  fact: {
    heading: 'Was ein Passkey ist',
    text: 'Ein Schlüssel, der auf Ihrem Gerät oder in Ihrem Passwortmanager bleibt. Niemand kann ihn erraten, und keine nachgemachte Seite bekommt ihn von Ihnen. Ihr Passwort gilt weiter.',
  },
}
