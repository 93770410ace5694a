import type { configurationWords as en } from '../en/configuration.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

const remedy = {
  text: 'Berichtigen Sie die Werte in .env.local (oder amplify_outputs.json), und starten oder bauen Sie neu: Von dort wird /config.json geschrieben.',
  console: consolePaths.userPool,
}

const missing = {
  identityPoolId: 'kein Identity Pool, also bekommt niemand Zugangsdaten von AWS',
  bucket:
    'kein Bucket, also hat das Profil kein Bild, und Name und Firma werden im User Pool aufbewahrt',
  domain:
    'keine Domain, also gibt es kein Managed Login und keine Anmeldung mit Google und anderen',
} as const

export const configurationWords: Translation<typeof en> = {
  whole: (isLocal) =>
    isLocal
      ? 'Die Konfiguration ist vollständig. Es ist die des lokalen AWS auf diesem Computer.'
      : 'Die Konfiguration ist vollständig.',
  inPart: (parts, isLocal) =>
    `Die Konfiguration${isLocal ? ' des lokalen AWS' : ''} kommt ohne einige Teile aus: ${parts.map((part) => missing[part]).join('; ')}.`,
  evidence: (values) =>
    `/config.json hat ${values.map(([key, value]) => `${key} ${value}`).join(', ')}.`,
  wrong: (problems, where) => ({
    summary: 'Die Konfiguration kann so nicht benutzt werden.',
    evidence: problems.join(' '),
    remedy: { ...remedy, ...(where !== undefined && { console: where }) },
  }),
  otherRegion: (problems) => ({
    summary: 'Die Konfiguration nennt mehr als eine Region.',
    evidence: problems.join(' '),
    remedy: {
      text: 'Nehmen Sie jede ID aus einer einzigen Region, und nennen Sie diese Region. Amplify liest sie aus den IDs, alles andere hier aus der Region. Berichtigen Sie .env.local (oder amplify_outputs.json), und starten oder bauen Sie neu.',
      console: consolePaths.region,
    },
  }),
}
