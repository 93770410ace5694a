import type { objectsWords as english } from '../en/objects.ts'

export const objectsWords: typeof english = {
  title: 'Objekte',
  intro:
    'Was in den Buckets liegt, wie der Administrator es sieht. Wer sich anmeldet, sieht, was die eigene Rolle erlaubt.',
  none: 'Hier ist nichts.',
  noBuckets: 'Die Vorlage hat keinen Bucket.',
  where: 'Wo das ist',
  download: 'Herunterladen',
  more: 'Metadaten',
  remove: 'Löschen',
  removeAsk: (key: string) => `${key} löschen? In einem Bucket mit Versionen bleiben die älteren.`,
  yes: 'Ja, löschen',
  no: 'Behalten',
  removed: (key: string) => `${key} ist gelöscht.`,
  of: (key: string) => `Objekt ${key}`,
  next: 'Mehr anzeigen',
  head: {
    contentType: 'Content-Type',
    cacheControl: 'Cache-Control',
    contentDisposition: 'Content-Disposition',
    lastModified: 'Last-Modified',
    etag: 'ETag',
    versionId: 'Versionskennung',
  },
}
