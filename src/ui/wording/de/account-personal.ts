import type { personalWords as en } from '../en/account-personal.ts'
import type { Translation } from '../translation.ts'

export const personalWords: Translation<typeof en> = {
  title: 'Persönliche Angaben',
  intro: 'Was Ihr Konto von Ihnen enthält. Niemand sonst, der diese App benutzt, sieht es.',

  contacts: 'Wie man Sie erreicht',
  verified: 'Bestätigt',
  unverified: 'Nicht bestätigt',
  waiting: 'Wartet auf den Code',
  none: 'Keine',
  waitingText: (value) => `${value} gilt, sobald der Code eingegeben ist.`,
  enterCode: 'Code eingeben',

  details: 'Über Sie',
  save: 'Speichern',
  nothing: 'Der User Pool dieser App bewahrt sonst nichts auf, was Sie ändern könnten.',
  fromProvider: (provider) =>
    `Sie melden sich mit ${provider} an. Name und E-Mail-Adresse werden bei jeder Anmeldung von dort übernommen; darum ändern Sie beides dort.`,

  fixed: 'Nicht von Ihnen zu ändern',
  fixedIntro: 'Das legt der User Pool dieser App einmal fest, oder wer sie betreibt.',
  sub: 'Benutzer-ID (sub)',

  fields: {
    name: 'Name',
    given_name: 'Vorname',
    family_name: 'Nachname',
    middle_name: 'Zweiter Vorname',
    nickname: 'Spitzname',
    preferred_username: 'Bevorzugter Benutzername',
    profile: 'Profilseite',
    picture: 'Bild (Adresse)',
    website: 'Webseite',
    gender: 'Geschlecht',
    birthdate: 'Geburtsdatum',
    zoneinfo: 'Zeitzone',
    locale: 'Sprache und Region',
    address: 'Postanschrift',
    email: 'E-Mail-Adresse',
    phone_number: 'Telefonnummer',
    'custom:company': 'Firma',
  },
  yes: 'Ja',
  no: 'Nein',
  unset: 'Keine Angabe',

  atMost: (count) => `Höchstens ${count} Zeichen.`,
  between: (least, most) => `${least} bis ${most} Zeichen.`,
  wholeNumber: 'Eine ganze Zahl.',
  numberFrom: (least) => `Eine ganze Zahl ab ${least}.`,
  numberTo: (most) => `Eine ganze Zahl bis ${most}.`,
  numberBetween: (least, most) => `Eine ganze Zahl von ${least} bis ${most}.`,

  missing: (label) => `${label} darf nicht leer sein.`,
  tooLong: (label, most) => `${label} hat mehr als ${most} Zeichen.`,
  tooShort: (label, least) => `${label} hat weniger als ${least} Zeichen.`,
  notNumber: (label) => `${label} ist keine Zahl, die hier erlaubt ist.`,
  notDate: (label) => `${label} ist kein Datum.`,
  refused: {
    value: (label) => `Der User Pool nimmt das nicht an: ${label}.`,
    notKept: (label) => `Der User Pool dieser App bewahrt das nicht auf: ${label}.`,
    notWritable: (label) => `Diese App darf das nicht ändern: ${label}.`,
  },

  contact: {
    email: {
      title: 'E-Mail-Adresse',
      text: 'Mit ihr melden Sie sich an, und dorthin gehen Codes, wenn Sie Ihr Passwort vergessen haben.',
      new: 'Neue E-Mail-Adresse',
      change: 'E-Mail-Adresse ändern',
      malformed: 'Geben Sie eine E-Mail-Adresse wie name@example.com ein.',
      missing: 'Geben Sie eine E-Mail-Adresse ein.',
    },
    phone_number: {
      title: 'Telefonnummer',
      text: 'Für Codes per SMS, falls diese App welche sendet.',
      new: 'Neue Telefonnummer',
      change: 'Telefonnummer ändern',
      malformed: 'Geben Sie die Nummer mit + und Landesvorwahl ein, etwa +49 30 901820.',
      missing: 'Geben Sie eine Telefonnummer ein.',
      hint: 'Mit + und Landesvorwahl, etwa +49 30 901820.',
    },
  },
  add: 'Hinzufügen',
  change: 'Ändern',
  current: (value) => `Jetzt: ${value}`,
  verify: 'Code zum Bestätigen senden',
  verifyText: 'Geben Sie den Code ein, den wir dorthin senden, damit sie als Ihre gilt.',
  remove: 'Entfernen',
  removeText: 'Codes erreichen Sie dort dann nicht mehr.',
  removeSecond:
    'Codes dorthin sind Ihr zweiter Schritt. Schalten Sie den zuerst aus, unter Sicherheit.',
  untilThen: 'Die bisherige bleibt, wie sie ist, bis der Code der neuen eingegeben ist.',
  send: 'Code senden',
  codeTitle: 'Code eingeben',
  sentTo: (destination) => `Wir haben einen Code an ${destination} gesendet.`,
  stays: (value) => `Bis er eingegeben ist, gilt weiter ${value}.`,
  isLive: 'Sie ist gespeichert. Als Ihre gilt sie, sobald der Code eingegeben ist.',
  confirm: 'Bestätigen',
  resent: (destination) =>
    `Ein neuer Code ist unterwegs an ${destination}. Der vorige gilt nicht mehr.`,
  other: 'Dabei belassen',
  providerEmail: (provider) =>
    `Sie melden sich mit ${provider} an, und Ihre Adresse wird bei jeder Anmeldung von dort übernommen. Ändern Sie sie dort.`,
  noCode: 'Diese App sendet keine SMS; eine Nummer wird aufbewahrt, bestätigt werden muss sie nie.',
  fixedContact: 'Diese App darf sie nicht ändern. Fragen Sie, wer sie betreibt.',
}
