import type { magicLinkWords as en } from '../en/magic-link.ts'
import type { Translation } from '../translation.ts'

export const magicLinkWords: Translation<typeof en> = {
  title: 'Mit Link anmelden',
  sent: (email) =>
    email === ''
      ? 'Öffnen Sie den Link aus der E-Mail, oder fordern Sie einen neuen an.'
      : `Wenn es zu ${email} ein Konto gibt, ist ein Link dorthin unterwegs.`,
  sentHint: 'Er gilt 15 Minuten und ein Mal. Sie können ihn in jedem Browser öffnen.',
  inbox: 'Posteingang des lokalen AWS öffnen',
  opened: 'Sie haben einen Link zur Anmeldung geöffnet. Ein Klick auf den Knopf braucht ihn auf.',
  submit: 'Anmelden',
  another: 'Neuen Link anfordern oder anders anmelden',
  faults: {
    wrong: {
      message: 'Dieser Link ist nicht gültig.',
      next: 'Ein neuerer hat ihn ersetzt, oder er ist nicht von uns. Fordern Sie einen neuen an.',
    },
    used: {
      message: 'Dieser Link wurde schon benutzt.',
      next: 'Jeder gilt ein Mal. Fordern Sie einen neuen an.',
    },
    expired: {
      message: 'Dieser Link ist abgelaufen.',
      next: 'Jeder gilt 15 Minuten. Fordern Sie einen neuen an.',
    },
    cut: {
      message: 'Dieser Link ist nicht vollständig.',
      next: 'Öffnen Sie ihn noch einmal aus der E-Mail, bis zum letzten Zeichen.',
    },
  },
  fact: {
    heading: 'Was in dem Link steht',
    text: 'Ein Geheimnis, das für diese eine E-Mail gemacht wurde. Die Seite hat es schon aus der Adresse genommen, und Cognito gibt es einer Funktion, die nur seine Prüfsumme kennt.',
  },
}
