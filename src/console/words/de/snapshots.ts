import type { snapshotsWords as english } from '../en/snapshots.ts'

export const snapshotsWords: typeof english = {
  title: 'Sicherungen',
  intro:
    'Eine Sicherung hat alles, was das lokale AWS behält: Personen, Sitzungen, Nachrichten, Objekte, Pools, Kennungen und Schlüssel. Wer eine wiederherstellt, bekommt all das zurück und verliert, was danach kam.',
  name: 'Name',
  save: 'Sicherung anlegen',
  saved: (name: string) => `${name} ist gesichert.`,
  none: 'Es gibt noch keine Sicherung.',
  facts: (people: number, objects: number) =>
    `${people === 1 ? '1 Person' : `${people} Personen`} · ${objects === 1 ? '1 Objekt' : `${objects} Objekte`}`,
  restore: 'Wiederherstellen',
  restoreAsk: (name: string) =>
    `${name} wiederherstellen? Was jetzt da ist, bleibt nicht. Legen Sie vorher eine Sicherung an, wenn Sie es behalten möchten.`,
  restored: (name: string) => `${name} ist wiederhergestellt.`,
  remove: 'Löschen',
  removeAsk: (name: string) => `${name} löschen? Nichts bringt die Sicherung zurück.`,
  removed: (name: string) => `${name} ist gelöscht.`,
  download: 'Exportieren',
  yes: { restore: 'Ja, wiederherstellen', remove: 'Ja, löschen' },
  no: 'So lassen',
  of: (name: string) => `Sicherung ${name}`,
  importTitle: 'Datei importieren',
  importHint:
    'Eine, die hier exportiert wurde oder mit npm run local -- --export. Sie wird zu einer Sicherung; wiederhergestellt wird nichts.',
  file: 'Datei',
  import: 'Importieren',
  imported: (name: string) => `${name} ist importiert.`,
  secrets:
    'Eine exportierte Datei enthält Schlüssel und Prüfwerte von Passwörtern: Geben Sie sie nur denen, die sich als diese Personen anmelden dürfen. Die Passwörter selbst lassen sich nicht exportieren, da sie niemand behält. Darum wird aus einem Stand keine Seed-Datei: Eine Seed-Datei hat ihre eigenen Passwörter.',
  resetTitle: 'Zurücksetzen, ohne etwas zu verlieren',
  resetHint:
    'Legt unter diesem Namen eine Sicherung an und vergisst dann Personen, Sitzungen, Nachrichten und Objekte.',
  resetName: 'Sicherung des jetzigen Stands',
  reset: 'Sichern, dann zurücksetzen',
  resetDone: (name: string) => `Alles ist vergessen. ${name} bringt es zurück.`,
}
