import type { roleWords as en } from '../en/role.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

export const roleWords: Translation<typeof en> = {
  none: {
    summary:
      'Es gibt keine Rolle zu prüfen: Es gibt keine Zugangsdaten, oder nichts, wofür sie wären.',
    evidence: 'Der Konfiguration fehlt ein Identity Pool oder ein Bucket.',
  },
  signedOut: {
    summary: 'Was die Rolle erlaubt, zeigt sich, wenn jemand angemeldet ist.',
    evidence: 'Ihre Zugangsdaten bekommen angemeldete Personen und sonst niemand.',
    remedy: {
      text: 'Melden Sie sich an und sehen Sie noch einmal nach, oder starten Sie „npm run doctor“ mit Ihrer Adresse.',
      console: consolePaths.role,
    },
  },
  actions: {
    put: 's3:PutObject',
    get: 's3:GetObject',
    remove: 's3:DeleteObject',
    list: 's3:ListBucket',
  },
  ok: (prefix, evidence) => ({
    summary: 'Ihre Zugangsdaten taugen für Ihre eigenen Objekte, und für nichts darüber hinaus.',
    evidence: `Unter ${prefix} wurde ein kleines Objekt geschrieben, gelesen, aufgelistet und entfernt. ${evidence}`,
  }),
  refusedOthers:
    'Dasselbe mit dem Präfix einer anderen Person, und eine Liste des ganzen Buckets, wurden abgelehnt.',
  left: (key) => ` ${key} bleibt im Bucket.`,
  denied: (actions, prefix, left, provider) => ({
    summary: `Die Rolle lässt Sie Ihre eigenen Objekte nicht benutzen. Abgelehnt: ${actions.join(', ')}.`,
    evidence: `S3 antwortete AccessDenied auf Anfragen nach ${prefix}, signiert mit Ihren vorläufigen Zugangsdaten.${left}`,
    remedy: {
      text: `Erlauben Sie s3:GetObject, s3:PutObject und s3:DeleteObject auf users/\${${provider}:sub}/* des Buckets, und s3:ListBucket auf dem Bucket selbst, wo s3:prefix dieses Präfix ist. Auch eine Policy des Buckets kann ablehnen.`,
      console: consolePaths.role,
    },
  }),
  tooMuch: (actions, prefix, left, provider) => ({
    summary: `Die Rolle lässt alle Angemeldeten an das, was ihnen nicht gehört: ${actions.join(', ')}.`,
    evidence: `S3 war mit Anfragen außerhalb Ihres eigenen Präfixes (${prefix}) einverstanden, signiert mit Ihren vorläufigen Zugangsdaten.${left}`,
    remedy: {
      text: `Nehmen Sie den Platzhalter aus der Policy der Rolle: Sie darf allein users/\${${provider}:sub}/* nennen, und s3:ListBucket nur mit der Bedingung für s3:prefix.`,
      console: consolePaths.role,
    },
  }),
  onForeign: (action) => `${action} auf dem Präfix einer anderen Person`,
  wholeList: 's3:ListBucket auf dem ganzen Bucket',
  untold: (action, name) => ({
    summary: 'Was die Rolle erlaubt, ließ sich nicht feststellen.',
    evidence: `${action} endete mit ${name}; das sagt nichts über Rechte.`,
    remedy: {
      text: 'Sehen Sie sich erst die Befunde zum Bucket, seinem CORS und der Uhr an.',
      console: consolePaths.role,
    },
  }),
}
