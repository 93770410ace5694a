import type { accountWords as en } from '../en/account.ts'
import type { Translation } from '../translation.ts'
import { slips } from './slips.ts'

export const accountWords: Translation<typeof en> = {
  slips,

  rules: {
    length: (count) => `mindestens ${String(count)} Zeichen`,
    lowercase: 'einen Kleinbuchstaben',
    uppercase: 'einen Großbuchstaben',
    number: 'eine Ziffer',
    symbol: 'ein Sonderzeichen, etwa ! ? oder #',
  },

  signIn: {
    title: 'Anmelden',
    keep: 'Auf diesem Gerät angemeldet bleiben',
    keepHint:
      'Sonst meldet Sie das Schließen des letzten Tabs ab. Nicht für ein Gerät, das auch andere benutzen.',
    submit: 'Anmelden',
    forgot: 'Passwort vergessen?',
    passwordless: {
      WEB_AUTHN: 'Mit Passkey',
      EMAIL_OTP: 'Mit Code per E-Mail',
      SMS_OTP: 'Mit Code per SMS',
      MAGIC_LINK: 'Mit Link per E-Mail',
    },
    noAccount: 'Neu hier?',
    createAccount: 'Konto erstellen',
    alreadyHeading: 'Sie sind angemeldet',
    alreadyAs: (email) => `Sie sind als ${email} angemeldet.`,
    alreadyUnnamed: 'Sie sind in diesem Browser bereits angemeldet.',
    continue: 'Weiter',
    switch: 'Anderes Konto verwenden',
    notices: {
      confirmed: 'Ihr Konto ist bestätigt. Melden Sie sich an, um fortzufahren.',
      'password-changed': 'Ihr Passwort ist geändert. Melden Sie sich mit dem neuen an.',
      'session-ended':
        'Ihre Sitzung ist zu Ende. Melden Sie sich wieder an, um fortzufahren, wo Sie waren.',
      'sign-in-again':
        'Die Anmeldung wurde unterbrochen oder hat zu lange gedauert. Bitte melden Sie sich noch einmal an.',
      'signed-out': 'Sie sind abgemeldet. Melden Sie sich mit dem anderen Konto an.',
    },
  },

  signUp: {
    title: 'Konto erstellen',
    emailHint: 'Wir schreiben dorthin, um sicher zu sein, dass sie Ihnen gehört.',
    submit: 'Konto erstellen',
    haveAccount: 'Sie haben schon ein Konto?',
    signIn: 'Anmelden',
  },

  facts: {
    signIn: {
      heading: 'Das Formular sendet kein Passwort',
      text: 'Es beweist, dass Sie Ihres kennen: Browser und Cognito rechnen je ihre Hälfte des Secure-Remote-Password-Protokolls.',
    },
    signUp: {
      heading: 'Wie es weitergeht',
      text: 'Cognito hält das Konto unbestätigt, bis Sie den Code eingeben, den es Ihnen sendet, oder den Link öffnen. Dann gehört Ihr Profil Ihnen allein. Wenn Sie schon mit einem Anbieter wie Google gekommen sind, bleiben Sie dabei: Ein Passwort ergibt ein eigenes Konto.',
    },
  },
}
