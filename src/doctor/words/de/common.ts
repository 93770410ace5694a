import type { doctorWords as en } from '../en/common.ts'
import type { Translation } from '../../../ui/wording/translation.ts'

const titles = {
  configuration: 'Konfiguration',
  region: 'Region',
  storage: 'Speicher dieses Browsers',
  clock: 'Uhr',
  'user-pool': 'User Pool',
  'app-client': 'App Client',
  'sign-up': 'Ein Konto erstellen',
  account: 'Ihr Konto',
  'first-factors': 'Anmelden mit einem Code',
  passkeys: 'Passkeys',
  'second-factors': 'Zweiter Schritt der Anmeldung',
  'threat-protection': 'Schutz vor Bedrohungen',
  domain: 'Managed Login',
  'callback-url': 'Callback-URLs und URLs nach der Abmeldung',
  'identity-pool': 'Identity Pool',
  role: 'Was eine angemeldete Person darf',
  bucket: 'Bucket',
  cors: 'Bucket, von einer Seite gefragt (CORS)',
}

export const doctorWords: Translation<typeof en> = {
  titles,

  failed: (name) => ({
    summary: 'Diese Prüfung konnte nicht abgeschlossen werden.',
    evidence: `Sie endete mit einem eigenen Fehler: ${name}.`,
  }),

  waitsFor: (check) => ({
    summary: `Nicht gefragt: Beheben Sie erst „${titles[check]}“.`,
    evidence: 'Dieser Befund steht dem hier im Weg.',
  }),

  refused: (name, message) =>
    message === '' ? name : `${name}: „${message.trim().replace(/\.$/, '')}“`,
  nothing: 'gar nichts',
}
