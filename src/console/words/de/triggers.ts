import type { triggersWords as english } from '../en/triggers.ts'
import type { Translation } from '../../../ui/wording/translation.ts'

export const triggersWords: Translation<typeof english> = {
  title: 'Trigger',
  intro:
    'Lambda-Funktionen, die von User-Pools aufgerufen werden: welche es gibt, was jede bekam und was sie antwortete. Die letzten hundert Aufrufe sind hier. Passwörter, Codes und Token sind maskiert.',
  configured: 'Was die Pools haben',
  noneConfigured:
    'Kein Pool hat einen Trigger. Wie einer dazukommt, steht in der Vorlage und in docs/triggers.md.',
  events: 'Womit sie aufgerufen wurden',
  noEvents: 'Noch wurde keiner aufgerufen.',
  duration: (ms: number) => `nach ${ms} ms`,
  answered: 'Beantwortet',
  failed: (why: string) => `Gescheitert: ${why}`,
  running: 'Läuft noch',
  nothing: 'Gab nichts zurück',
  open: 'Ereignis und Antwort',
  event: 'Ereignis',
  answer: 'Antwort',
}
