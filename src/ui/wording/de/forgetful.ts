import type { forgetfulWords as en } from '../en/forgetful.ts'
import type { Translation } from '../translation.ts'

export const forgetfulWords: Translation<typeof en> = {
  sent: 'Konten eines älteren Systems werden übernommen. Solange das läuft, sendet dieses Formular Ihr Passwort verschlüsselt an Cognito.',
  all: 'Dieser Browser behält für diese Website nichts: Der Speicher ist gesperrt oder voll. Sie können sich anmelden und bleiben es, bis Sie diese Seite neu laden oder verlassen; auf dem Weg über eine andere Seite geht es nicht.',
  device:
    'Dieser Browser behält für diese Website nichts auf dem Gerät: Der Speicher ist gesperrt oder voll. Das Schließen des letzten Tabs meldet Sie ab, was Sie hier auch wählen.',
  why: 'Diesen Browser prüfen',
}
