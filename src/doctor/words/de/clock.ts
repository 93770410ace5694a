import type { clockWords as en } from '../en/clock.ts'
import type { Translation } from '../../../ui/wording/translation.ts'

const remedy = {
  text: 'Lassen Sie die Uhr dieses Computers von selbst stellen (von einem Zeitserver), prüfen Sie auch die Zeitzone, und melden Sie sich neu an.',
  console: 'Einstellungen Ihres Computers › Datum und Uhrzeit › Uhrzeit automatisch festlegen',
}

export const clockWords: Translation<typeof en> = {
  ok: (evidence) => ({ summary: 'Die Uhr dieses Computers geht richtig.', evidence }),
  wrong: (skewMs, evidence) => ({
    summary: `Die Uhr dieses Computers geht ${duration(skewMs)} ${skewMs > 0 ? 'vor' : 'nach'}.`,
    evidence: `${evidence} S3 lehnt Anfragen ab, deren Zeit um mehr als 15 Minuten abweicht (RequestTimeTooSkewed), und Tokens sehen zu früh oder zu spät abgelaufen aus.`,
    remedy,
  }),
  compared: (source, skewMs) =>
    Math.abs(skewMs) < 2000
      ? `Sie stimmt überein mit: ${source}.`
      : `Verglichen damit geht sie ${duration(skewMs)} ${skewMs > 0 ? 'vor' : 'nach'}: ${source}.`,
  sources: {
    cognito: 'das Date in der Antwort von Cognito',
    own: 'das Date in der Antwort des eigenen Servers der App',
    token: 'die Zeit, zu der das ID-Token ausgestellt wurde',
  },
  untold: {
    summary: 'Es gab nichts, womit die Uhr dieses Computers zu vergleichen war.',
    evidence:
      'Weder Cognito noch der eigene Server der App antwortete mit einem Date, das hier zu lesen ist, und niemand ist angemeldet.',
    remedy: {
      ...remedy,
      text: 'Vergleichen Sie sie auf die Minute mit einer Uhr, der Sie trauen.',
    },
  },
}

function duration(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000)
  if (seconds < 120) return count(seconds, 'second')
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return count(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day')
}

function count(number: number, unit: string): string {
  return new Intl.NumberFormat('de', { style: 'unit', unit, unitDisplay: 'long' }).format(number)
}
