import type { homeWords as en } from '../en/home.ts'
import type { Translation } from '../translation.ts'

export const homeWords: Translation<typeof en> = {
  heading: 'Eine Anmeldung, die Ihre werden kann',
  intro:
    'Konten, Sitzungen und private Dateien auf Amazon Cognito und S3, vollständig und getestet. Alles läuft auf Ihrem eigenen Computer, und unverändert auf AWS.',
  create: 'Konto erstellen',
  signIn: 'Anmelden',
  profile: 'Ihr Profil öffnen',
  pictureTitle: 'Wie ein Bild in Ihr Profil kommt',
  picture: {
    browser: 'Browser',
    browserNote: 'meldet an, ohne Ihr Passwort zu senden',
    userPool: 'User Pool',
    userPoolNote: 'beweist, wer Sie sind',
    identityPool: 'Identity Pool',
    identityPoolNote: 'leiht für eine Stunde Zugangsdaten von AWS',
    storage: 'S3',
    storageNote: 'bewahrt Ihre Dateien, für Sie allein',
  },
  waysHeading: 'Zwei Wege hinein',
  redirect: {
    heading: 'Mit Weiterleitung',
    text: 'Sie melden sich auf der eigenen Domain des User Pools an, oder über sie bei Google und anderen, und kommen mit einem Code zurück. Die App sieht nie ein Passwort: der bessere Weg.',
    stations: ['App', 'Anmeldeseite', 'Anbieter'],
  },
  direct: {
    heading: 'In der App',
    text: 'Ein Formular der App beweist dem User Pool Ihr Passwort, ohne es zu senden. Alles geschieht an einem Ort, in Ihrer eigenen Gestaltung.',
    stations: ['App', 'User Pool'],
  },
  ada: 'Weiter als Ada (Google)',
  adaNote: 'Auf dem lokalen AWS: noch ein Klick, auf der Seite des lokalen Google.',
  deleted: 'Ihr Konto ist gelöscht.',
  signedOut: 'Sie sind abgemeldet.',
  unreached:
    'Die Anmeldeseite war nicht zu erreichen. Ihre eigene Sitzung endet von selbst, eine Stunde nachdem Sie sich dort angemeldet haben.',
  points: [
    {
      heading: 'Ein Konto in einer Minute',
      text: 'Registrieren Sie sich mit Adresse und Passwort, bestätigen Sie mit einem Code, und Sie sind da. Jeder Fehler auf dem Weg sagt, was geschehen ist und was zu tun ist.',
    },
    {
      heading: 'Ein Profil, das Ihnen allein gehört',
      text: 'Name, Links und ein Bild, unter einem Präfix in S3, das nur Ihre eigenen vorläufigen Zugangsdaten öffnen.',
    },
    {
      heading: 'Dasselbe auf AWS',
      text: 'Eine Vorlage für CloudFormation beschreibt alles. Das lokale AWS lädt sie, und AWS richtet sie ein: Was Sie ausprobieren, bekommen Sie.',
    },
  ],
  outro: 'Open Source, Apache 2.0. Alles, was hier zu sehen ist, liegt im Repository.',
  diagnostics: 'Diagnose',
}
