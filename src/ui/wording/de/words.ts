import { brandName } from '../../brand.ts'
import type { words as en } from '../en/words.ts'
import type { Translation } from '../translation.ts'

export const words: Translation<typeof en> = {
  /** As BCP 47 has it. */
  language: 'de',
  languages: 'Sprache',
  product: brandName,
  skipToContent: 'Zum Inhalt springen',
  errorTitlePrefix: 'Fehler: ',

  nav: {
    label: 'Hauptmenü',
    signIn: 'Anmelden',
    signUp: 'Konto erstellen',
    profile: 'Profil',
    account: 'Konto',
    signOut: 'Abmelden',
    local: 'Lokales AWS',
    localTitle: 'Alles bleibt auf diesem Computer. Öffnet den Posteingang.',
    inbox: 'Lokales AWS: Posteingang',
    signedOut: 'Sie sind abgemeldet.',
  },

  form: {
    problemHeading: 'Es gibt ein Problem',
    findOut: 'Ursache finden',
    details: 'Einzelheiten',
    technicalName: 'Technischer Name:',
    forOperators: 'Für den Betreiber dieser App:',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    show: 'Anzeigen',
    hide: 'Verbergen',
    showPassword: 'Passwort anzeigen',
    hidePassword: 'Passwort verbergen',
    passwordShown: 'Ihr Passwort ist zu sehen',
    passwordHidden: 'Ihr Passwort ist verborgen',
    rules: 'Ihr Passwort braucht',
    ruleMet: 'erfüllt',
    ruleNotMet: 'noch nicht erfüllt',
    working: 'In Arbeit',
  },

  error: {
    title: 'Etwas ist schiefgegangen',
    text: 'Ein unerwarteter Fehler. Was Sie gespeichert haben, ist nicht verloren.',
    offline:
      'Ein Teil der App wurde nicht geladen. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    again: 'Noch einmal versuchen',
    home: 'Zur Startseite',
  },

  loading: 'Wird geladen',
  busy: 'AWS antwortet langsam. Neuer Versuch …',
}
