import type { notFoundWords as en } from '../en/not-found.ts'
import type { Translation } from '../translation.ts'

export const notFoundWords: Translation<typeof en> = {
  title: 'Seite nicht gefunden',
  heading: 'Unter dieser Adresse ist nichts',
  text: 'Vielleicht ist sie falsch geschrieben, oder die Seite ist umgezogen.',
  home: 'Zur Startseite',
}
