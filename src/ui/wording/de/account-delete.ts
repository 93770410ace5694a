import type { deleteWords as en } from '../en/account-delete.ts'
import type { Translation } from '../translation.ts'

export const deleteWords: Translation<typeof en> = {
  title: 'Konto löschen',
  intro: 'Nichts bringt es zurück: Sie nicht, und auch nicht, wer diese App betreibt.',
  begun:
    'Das Löschen ist unterbrochen worden. Was hier steht, ist noch da; löschen Sie es, um fertig zu werden.',
  goes: 'Was verschwindet',
  user: 'Ihr Konto',
  userText: (email) =>
    `Die Anmeldung als ${email} mit Passwort, zweiten Schritten, Passkeys, gemerkten Geräten und Sitzungen, und alle persönlichen Angaben.`,
  files: 'Ihre Dateien',
  fileCount: (count) => (count === 0 ? 'Keine' : count === 1 ? '1 Datei' : `${count} Dateien`),
  filesText: (size) =>
    `Profil und Bild, zusammen ${size}, werden zuerst gelöscht. Der Bucket dieser App bewahrt alte Fassungen vielleicht noch einige Tage auf, wo niemand auf sie stößt.`,
  noFiles: 'Sie haben hier keine Dateien, oder sie sind schon gelöscht.',
  noPlace: 'Diese App hat keinen Platz für Dateien.',
  unlisted: 'Unbekannt',
  unlistedText: 'Sie lassen sich gerade nicht ansehen.',
  stays: 'Was bleibt',
  staysText:
    'Der Identity Pool behält eine zufällige Nummer, die für Sie stand. Ohne Ihr Konto führt sie zu niemandem.',
  provider: (provider) =>
    `Ihr Konto bei ${provider} bleibt, wie es ist. Melden Sie sich hier wieder damit an, beginnt ein neues, leeres Konto; was ${provider} mit dieser App teilt, beenden Sie dort.`,
  confirm: 'Endgültig löschen',
  understood: 'Ich weiß, dass nichts es zurückbringt',
  understoodHint: 'Dateien und Konto sind sofort weg, auf allen Geräten.',
  missing: 'Setzen Sie das Häkchen, damit klar ist, dass Sie es wollen.',
  submit: 'Mein Konto löschen',
  filesKept: 'Ihre Dateien ließen sich nicht löschen; Ihr Konto ist darum noch da.',
  filesKeptNext:
    'Manche sind vielleicht schon weg. Versuchen Sie es noch einmal: Es geht weiter, wo es unterbrochen wurde.',
  without: 'Konto ohne die Dateien löschen',
  withoutText:
    'Wenn es immer wieder scheitert, können Sie die Dateien zurücklassen. Dann kommt nur noch an sie, wer diese App betreibt.',
}
