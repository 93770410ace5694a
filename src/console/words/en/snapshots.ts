/** What the page of snapshots says. */
export const snapshotsWords = {
  title: 'Snapshots',
  intro:
    'A snapshot has everything that the local AWS keeps: people, sessions, messages, objects, pools, ids and keys. Restoring one brings all of that back, and takes away what came since.',
  name: 'Name',
  save: 'Save a snapshot',
  saved: (name: string) => `${name} is saved.`,
  none: 'There are no snapshots yet.',
  facts: (people: number, objects: number) =>
    `${people === 1 ? '1 person' : `${people} people`} · ${objects === 1 ? '1 object' : `${objects} objects`}`,
  restore: 'Restore',
  restoreAsk: (name: string) =>
    `Restore ${name}? What is there now is not kept. Save a snapshot first if you want it back.`,
  restored: (name: string) => `${name} is restored.`,
  remove: 'Delete',
  removeAsk: (name: string) => `Delete ${name}? Nothing brings it back.`,
  removed: (name: string) => `${name} is deleted.`,
  download: 'Export',
  yes: { restore: 'Yes, restore it', remove: 'Yes, delete it' },
  no: 'Keep it as it is',
  of: (name: string) => `Snapshot ${name}`,
  importTitle: 'Import a file',
  importHint:
    'One that was exported here, or by npm run local -- --export. It becomes a snapshot; nothing is restored.',
  file: 'File',
  import: 'Import',
  imported: (name: string) => `${name} is imported.`,
  secrets:
    'An exported file holds keys and password verifiers: give it to those alone who may sign in as these people. Passwords themselves cannot be exported, as nothing keeps them, so no seed file is made of a state: a seed file has its own passwords in it.',
  resetTitle: 'Reset, and lose nothing',
  resetHint:
    'Saves a snapshot under this name, then forgets people, sessions, messages and objects.',
  resetName: 'Snapshot of what there is',
  reset: 'Save, then reset',
  resetDone: (name: string) => `All of it is forgotten. ${name} brings it back.`,
}
