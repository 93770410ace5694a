import type { clockWords as english } from '../en/clock.ts'
import type { Translation } from '../../../ui/wording/translation.ts'

export const clockWords: Translation<typeof english> = {
  title: 'Uhr',
  intro:
    'Das lokale AWS geht nach einer eigenen Uhr: Nach ihr enden Codes, Token, Sitzungen, Zugangsdaten, vorläufige Passwörter und Sperren. Die Uhr dieses Rechners bleibt, wie sie ist.',
  now: 'Die Zeit im lokalen AWS',
  inTime: 'Wie auf diesem Rechner.',
  ahead: (by: string) => `Diesem Rechner voraus: ${by}.`,
  behind: (by: string) => `Hinter diesem Rechner: ${by}.`,
  moved: 'Die Uhr ist gestellt.',
  reached: (what: string) => `Die Uhr steht am Ende von: ${what}.`,
  ends: {
    code: 'Code',
    session: 'begonnene Anmeldung',
    'access-token': 'Access-Token',
    'refresh-token': 'Refresh-Token',
    credentials: 'temporäre Zugangsdaten',
    'temporary-password': 'vorläufiges Passwort',
  },
  toNext: 'Bis zum nächsten Ende',
  toNextHint:
    'Bis zu der Sekunde, in der Code, begonnene Anmeldung, Token, temporäre Zugangsdaten oder vorläufiges Passwort als Nächstes abläuft.',
  toNextButton: 'Zum nächsten Ablauf gehen',
  forward: 'Vorwärts',
  by: 'Oder um',
  byHint: 'Eine negative Zahl führt zurück.',
  unit: 'Einheit',
  unitNames: { minutes: 'Minuten', hours: 'Stunden', days: 'Tage' },
  units: {
    days: (count: number) => (count === 1 ? 'ein Tag' : `${count} Tage`),
    hours: (count: number) => (count === 1 ? 'eine Stunde' : `${count} Stunden`),
    minutes: (count: number) => (count === 1 ? 'eine Minute' : `${count} Minuten`),
    seconds: (count: number) => (count === 1 ? 'eine Sekunde' : `${count} Sekunden`),
  },
  go: 'Uhr stellen',
  back: 'Zurück zur Zeit dieses Rechners',
  backHint:
    'Was inzwischen entstand, kommt dann aus der Zukunft: Token werden abgelehnt, bis ihre Zeit gekommen ist.',
  backButton: 'Zurückstellen',
}
