import type { slips as en } from '../en/slips.ts'
import type { Translation } from '../translation.ts'

export const slips: Translation<typeof en> = {
  'email-missing': { message: 'Geben Sie Ihre E-Mail-Adresse ein.' },
  'email-malformed': { message: 'Geben Sie eine E-Mail-Adresse der Form name@example.com ein.' },
  'password-missing': { message: 'Geben Sie Ihr Passwort ein.' },
  'password-short': {
    message: 'Dieses Passwort ist zu kurz.',
    next: 'Wählen Sie eines, das jede Regel unter dem Feld erfüllt.',
  },
  'code-missing': { message: 'Geben Sie den Code ein.' },
  unreachable: {
    message: 'Der Server ist nicht zu erreichen.',
    next: 'Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal. Ihre Eingaben bleiben hier.',
  },
}
