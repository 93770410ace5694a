import type { callbackWords as en } from '../en/callback.ts'
import type { Translation } from '../translation.ts'

export const callbackWords: Translation<typeof en> = {
  title: 'Sie werden angemeldet',
  heading: 'Sie werden angemeldet',
  text: 'Sie sind zurück. Einen Moment, die Anmeldung wird abgeschlossen.',
  failedTitle: 'Sie sind nicht angemeldet',
  again: (provider) =>
    provider === '' ? 'Noch einmal versuchen' : `Noch einmal mit ${provider} versuchen`,
  finish: 'Anmeldung abschließen',
  otherWay: 'Anderen Weg wählen',
  start: 'Zur Anmeldung',
}
