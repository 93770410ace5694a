import type { permissionsWords as english } from '../en/permissions.ts'

export const permissionsWords: typeof english = {
  title: 'Berechtigungen',
  intro:
    'Darf diese Identität das? Die Antwort ist die, nach der S3 und Cognito handeln, mit der Anweisung, die entschied, und ihrer Stelle.',
  who: 'Wer',
  identities: 'Identitäten',
  roles: 'Rollen',
  guest: 'Gast',
  action: 'Aktion',
  resource: 'Ressource',
  context: 'Bedingungsschlüssel, einer je Zeile (s3:prefix=users/…)',
  tags: 'Andere Principal-Tags, eines je Zeile (tenant=acme)',
  ask: 'Fragen',
  nobody: 'Die Vorlage hat keine Rolle.',
  decision: {
    allowed: 'Erlaubt',
    explicitDeny: 'Verweigert: eine Anweisung verbietet es',
    implicitDeny: 'Verweigert: keine Anweisung erlaubt es',
  },
  policy: {
    identity: 'Eine Richtlinie der Rolle hat entschieden.',
    resource: 'Die Richtlinie des Buckets hat entschieden.',
    session: 'Die Grenze der Sitzung hat entschieden.',
    none: '',
  },
  asWhom: (arn: string) => `Gefragt nach ${arn}`,
  notIssued: 'Sie hat jetzt keine Zugangsdaten: Das ist die Rolle, die sie bekäme, ohne Tags.',
  hasTags: (tags: string) => `Principal-Tags: ${tags}`,
  place: (file: string, line: number, path: string) => `${file}, Zeile ${line}: ${path}`,
  answer: 'Antwort',
  rolesTitle: 'Rollen der Vorlage',
  permits: 'Was sie darf',
  trust: 'Wer sie annehmen darf',
}
