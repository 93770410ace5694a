import type { ownPasswordWords as en } from '../en/own-password.ts'
import type { Translation } from '../translation.ts'

export const ownPasswordWords: Translation<typeof en> = {
  title: 'Eigenes Passwort wählen',
  newPassword: 'Neues Passwort',
  intro: (email) => `Sie haben sich als ${email} mit einem vorläufigen Passwort angemeldet.`,
  submit: 'Speichern und anmelden',
  again: 'Noch einmal anmelden',
  missing: (label) => `Bitte ausfüllen: ${label}.`,
  attributes: {
    address: 'Anschrift',
    birthdate: 'Geburtsdatum',
    email: 'E-Mail-Adresse',
    family_name: 'Nachname',
    gender: 'Geschlecht',
    given_name: 'Vorname',
    locale: 'Sprache und Region',
    middle_name: 'Weiterer Vorname',
    name: 'Voller Name',
    nickname: 'Spitzname',
    phone_number: 'Telefonnummer',
    picture: 'Adresse eines Bildes',
    preferred_username: 'Bevorzugter Benutzername',
    profile: 'Adresse Ihres Profils',
    website: 'Webseite',
    zoneinfo: 'Zeitzone',
  },
  fact: {
    heading: 'Warum jetzt',
    text: 'Wer dieses Konto angelegt hat, kennt das vorläufige Passwort. Ihr eigenes kennen nur Sie: Cognito behält davon nur, womit es sich prüfen lässt.',
  },
}
