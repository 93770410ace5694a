import type { corsWords as en } from '../en/cors.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

const rule = (origin: string) =>
  `[{"AllowedOrigins": ["${origin}"], "AllowedMethods": ["GET", "HEAD", "PUT", "POST", "DELETE"], "AllowedHeaders": ["*"], "ExposeHeaders": ["ETag"], "MaxAgeSeconds": 3000}]`

const remedy = (origin: string) => ({
  text: `Fügen Sie eine Regel für diesen Origin hinzu, ohne Schrägstrich am Ende: ${rule(origin)}`,
  console: consolePaths.cors,
})

export const corsWords: Translation<typeof en> = {
  ok: (origin, evidence) => ({
    summary: `Der Bucket lässt Seiten von ${origin} lesen, schreiben und den ETag lesen.`,
    evidence,
  }),
  preflights: (methods) =>
    `Gefragt, wie ein Browser vor ${methods.join(', ')} fragt, erlaubte S3 jedes davon.`,
  noRule: (origin, evidence) => ({
    summary: `Der Bucket hat keine CORS-Regel für ${origin}, also dürfen Seiten von dort ihn nicht benutzen.`,
    evidence,
    remedy: remedy(origin),
  }),
  someMethods: (origin, methods, evidence) => ({
    summary: `Die CORS-Regel des Buckets für ${origin} erlaubt ${methods.join(', ')} nicht mit den Headern, die die App sendet.`,
    evidence,
    remedy: remedy(origin),
  }),
  refused: (results) =>
    `Gefragt, wie ein Browser vor jedem fragt, antwortete S3: ${results.join('; ')}.`,
  oneRefused: (method, status, message) =>
    `${method}: ${status}${message === '' ? '' : ` „${message}“`}`,
  noEtag: (origin, evidence) => ({
    summary:
      'Die CORS-Regel des Buckets gibt ETag nicht frei: Hochladen in Teilen scheitert, und ein Profil kann nicht sicher gespeichert werden.',
    evidence,
    remedy: remedy(origin),
  }),
  exposed: (headers) => `Freigegeben sind: ${headers === '' ? 'keine Header' : headers}.`,
  pageRead: (methods) =>
    `Diese Seite konnte die Antworten des Buckets auf ${methods.join(' und ')} lesen; es waren Ablehnungen, da nichts signiert war.`,
  etagRead:
    'Sie konnte den ETag eines kleinen Objekts lesen, das geschrieben und wieder entfernt wurde.',
  etagHidden:
    'Sie konnte den ETag eines kleinen Objekts nicht lesen, das geschrieben und wieder entfernt wurde.',
  etagUntold: (origin, evidence) => ({
    summary: `Der Bucket lässt Seiten von ${origin} lesen und schreiben. Ob sie den ETag lesen dürfen, zeigt sich, wenn jemand angemeldet ist.`,
    evidence,
    remedy: {
      text: 'Melden Sie sich an und sehen Sie noch einmal nach, oder starten Sie „npm run doctor“.',
      console: consolePaths.cors,
    },
  }),
  unreadable: (origin, methods, evidence) => ({
    summary: `Diese Seite darf den Bucket nicht benutzen: Sein CORS lässt ${origin} nicht mit ${methods.join(' und ')} fragen.`,
    evidence,
    remedy: {
      ...remedy(origin),
      text: `${remedy(origin).text} Gibt es eine solche Regel, vergleichen Sie Namen und Region des Buckets.`,
    },
  }),
  pageRefused:
    'Unter der Adresse des Buckets kommt eine Antwort, aber der Browser hat sie der Seite vorenthalten. Ein Bucket mit anderem Namen oder in anderer Region sieht von hier ebenso aus; „npm run doctor“ kann beide unterscheiden.',
  somePageRead: (read) =>
    `Antworten auf ${read.join(' und ')} waren zu lesen, also gibt es den Bucket, und er hat eine Regel für diesen Origin.`,
  unreachable: {
    summary: 'Der Bucket war nicht zu erreichen, also konnte sein CORS nicht geprüft werden.',
    evidence: 'Von S3 kam nichts zurück.',
    remedy: {
      text: 'Prüfen Sie die Verbindung, und ob etwas im Browser blockiert. Auf dem lokalen AWS: Läuft es?',
      console: consolePaths.bucket,
    },
  },
}
