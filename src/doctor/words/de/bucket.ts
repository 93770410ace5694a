import type { bucketWords as en } from '../en/bucket.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

export const bucketWords: Translation<typeof en> = {
  none: {
    summary:
      'Es gibt keinen Bucket: Das Profil hat kein Bild, und alles andere wird im User Pool aufbewahrt.',
    evidence: 'Die Konfiguration hat keinen Bucket.',
  },
  asked: (status, region) =>
    `Ohne Signatur gefragt, antwortete er ${status}${region === undefined ? '' : ` und dass er in ${region} liegt`}.`,
  ok: (bucket, evidence) => ({
    summary: `Den Bucket ${bucket} gibt es.`,
    evidence,
  }),
  missing: (bucket) => ({
    summary: `Einen Bucket ${bucket} gibt es nicht.`,
    evidence: 'S3 antwortete 404, als es nach ihm gefragt wurde.',
    remedy: {
      text: 'Kopieren Sie den Namen des Buckets noch einmal, Zeichen für Zeichen, oder legen Sie ihn an.',
      console: consolePaths.bucket,
    },
  }),
  isPublic: (bucket, evidence) => ({
    summary: `Jeder auf der Welt darf den Inhalt des Buckets ${bucket} auflisten.`,
    evidence,
    remedy: {
      text: 'Schalten Sie „Block all public access“ ein. Angemeldete Personen benutzen den Bucket weiter.',
      console: consolePaths.bucketPermissions,
    },
  }),
  untold: (bucket, evidence) => ({
    summary: `Ob es den Bucket ${bucket} gibt, ließ sich nicht feststellen.`,
    evidence,
    remedy: {
      text: 'Vergleichen Sie seinen Namen und seine Region Zeichen für Zeichen.',
      console: consolePaths.bucket,
    },
  }),
  unread:
    'S3 antwortet für jeden Namen, ob es ihn gibt oder nicht, und eine Seite darf die Antwort nur lesen, wenn das CORS des Buckets es erlaubt. „npm run doctor“ liest jede Antwort.',
  nothing: 'Von S3 kam nichts zurück.',
}
