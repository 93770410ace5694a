import type { storageWords as en } from '../en/storage.ts'
import type { Translation } from '../../../ui/wording/translation.ts'

const names = { session: 'Sitzungsspeicher', local: 'lokale Speicher' } as const

export const storageWords: Translation<typeof en> = {
  none: {
    summary: 'Hier gibt es keinen Web Storage zu fragen: Das ist kein Browser.',
    evidence: 'Öffnen Sie /diagnostics im Browser, um ihn zu prüfen.',
  },
  ok: {
    summary: 'Dieser Browser behält, was die App ablegt.',
    evidence:
      'Ein Wert wurde im Sitzungsspeicher und im lokalen Speicher abgelegt, gelesen und entfernt.',
  },
  full: (place, name) => ({
    summary: `Der ${names[place]} dieses Browsers ist voll, also kann niemand angemeldet bleiben.`,
    evidence: `Ein paar Zeichen abzulegen endete mit ${name}.`,
    remedy: {
      text: 'Löschen Sie die Daten, die dieser Browser für diese Website aufbewahrt, und laden Sie neu. In einem privaten Fenster ist vielleicht gar kein Platz: Öffnen Sie die App in einem normalen.',
      console: 'Einstellungen Ihres Browsers › Datenschutz › Websitedaten',
    },
  }),
  blocked: (place, name) => ({
    summary: `Dieser Browser lässt die App den ${names[place]}${place === 'local' ? 'n' : ''} nicht benutzen, also kann niemand angemeldet bleiben.`,
    evidence: `Ihn zu benutzen endete mit ${name}.`,
    remedy: {
      text: 'Erlauben Sie dieser Website, Daten zu speichern (das ist zusammen mit Cookies blockiert), und laden Sie neu.',
      console: 'Einstellungen Ihres Browsers › Datenschutz › Cookies und Websitedaten',
    },
  }),
  forgetful: (place) => ({
    summary: `Der ${names[place]} dieses Browsers vergisst sofort, was er bekommt.`,
    evidence: 'Ein Wert wurde ohne Fehler abgelegt und war beim Lesen nicht da.',
    remedy: {
      text: 'Vielleicht steht eine Erweiterung an seiner Stelle. Versuchen Sie es ohne Erweiterungen oder in einem anderen Browser.',
      console: 'Einstellungen Ihres Browsers › Erweiterungen',
    },
  }),
}
