import type { frameWords as english } from '../en/frame.ts'
import type { Translation } from '../../../ui/wording/translation.ts'

export const frameWords: Translation<typeof english> = {
  product: 'Lokales AWS',
  nav: 'Konsole',
  skip: 'Zum Inhalt springen',
  languages: 'Sprachen',
  pages: {
    inbox: 'Posteingang',
    users: 'Benutzer',
    requests: 'Anfragen',
    clock: 'Uhr',
    faults: 'Fehler',
    triggers: 'Trigger',
    objects: 'Objekte',
    permissions: 'Berechtigungen',
    snapshots: 'Sicherungen',
  },
  feed: {
    opening: 'Verbindung wird aufgebaut …',
    live: 'Live',
    lost: 'Keine Verbindung. Läuft das lokale AWS? Neuer Versuch …',
  },
  unlock: {
    title: 'Wessen Posteingang ist das?',
    why: 'Andere Seiten in diesem Browser könnten nach dem fragen, was hier steht. Deshalb öffnet sich die Konsole mit dem Token dieses Laufs: über „Lokales AWS“ oben in der App oder über den Link im Terminal. Danach bleibt sie in diesem Browser offen.',
    token: 'Oder Token einfügen',
    open: 'Öffnen',
    wrong: 'Das ist nicht das Token dieses Laufs. Jeder Start erzeugt ein neues.',
  },
  notFound: { title: 'Diese Seite gibt es nicht', home: 'Zum Posteingang' },
  broken: {
    title: 'Das hat nicht geklappt',
    hint: 'Läuft das lokale AWS? Mehr steht in seinem Terminal.',
    again: 'Noch einmal versuchen',
  },
  reset: {
    ask: 'Alles zurücksetzen',
    what: 'Vergessen werden Personen, Sitzungen, Nachrichten, Objekte, Anfragen, Fehler und die Verschiebung der Uhr. Kennungen und Schlüssel bleiben.',
    yes: 'Alles vergessen',
    no: 'Behalten',
    done: 'Alles ist vergessen.',
  },
}
