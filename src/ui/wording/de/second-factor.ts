import type { secondFactorWords as en } from '../en/second-factor.ts'
import type { Translation } from '../translation.ts'

export const secondFactorWords: Translation<typeof en> = {
  title: 'Bestätigen Sie, dass Sie es sind',
  fromApp: 'Geben Sie den Code ein, den Ihre Authenticator-App zeigt.',
  sent: 'Geben Sie den Code ein, den wir Ihnen gesendet haben.',
  sentTo: (destination) => `Geben Sie den Code ein, den wir an ${destination} gesendet haben.`,
  submit: 'Weiter',
  again: 'Noch einmal anmelden',
  otherWay: 'Anders bestätigen',
  otherWayText: 'Dafür melden Sie sich noch einmal an und wählen dann.',
  remember: {
    label: 'Dieses Gerät merken',
    hint: 'Hier genügt von da an Ihr Passwort. Nicht für Geräte, die andere benutzen.',
  },
  factors: { TOTP: 'Authenticator-App', SMS: 'SMS', EMAIL: 'E-Mail' },
  choose: {
    title: 'Wählen, wie Sie bestätigen',
    intro: 'Dieses Konto hat einen zweiten Schritt nach dem Passwort.',
  },
  setUpApp: {
    title: 'Authenticator-App einrichten',
    intro:
      'Dieses Konto braucht einen zweiten Schritt. Scannen Sie den Code mit einer Authenticator-App, und geben Sie den Code ein, den sie zeigt.',
    qrCode: 'QR-Code für Ihre Authenticator-App',
    open: 'In einer App auf diesem Gerät öffnen',
    key: 'Oder tippen Sie diesen Schlüssel ein:',
    submit: 'Bestätigen und anmelden',
  },
  setUpEmail: {
    title: 'E-Mail-Adresse hinzufügen',
    intro: 'Dieses Konto braucht einen zweiten Schritt. An diese Adresse geht ein Code.',
    submit: 'Code senden',
  },
  inPlaceOfPassword: {
    title: 'Code eingeben',
    sent: (email, destination) =>
      `Wenn es ein Konto für ${email} gibt, ist ein Code unterwegs${destination === undefined ? '' : ` an ${destination}`}. Er gilt wenige Minuten und nur einmal.`,
    submit: 'Anmelden',
    otherWay: 'Auf anderem Weg anmelden',
    fact: {
      heading: 'Ohne Passwort',
      text: 'Wer lesen kann, was an Sie geht, kann sich als Sie anmelden: Geben Sie Postfach und Telefon nicht aus der Hand. Von uns fragt niemand nach einem Code.',
    },
  },
  fact: {
    heading: 'Wozu ein zweiter Schritt',
    text: 'Ein Passwort lässt sich erraten, mitlesen oder weitergeben. Ein Code, an den nur Sie kommen, lässt das Konto auch dann Ihres sein.',
  },
}
