import type { threatProtectionWords as en } from '../en/threat-protection.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

export const threatProtectionWords: Translation<typeof en> = {
  signedOut: {
    summary: 'Ob Anmeldungen auf Risiken geprüft werden, sagt der Userpool nur Angemeldeten.',
    evidence: 'Hier ist niemand angemeldet.',
  },
  asked: (answer) =>
    `UpdateAuthEventFeedback zu einem Ereignis, das es nicht gibt, ergab ${answer}.`,
  off: (evidence) => ({
    summary:
      'Anmeldungen werden nicht auf Risiken geprüft: Der Userpool hat keinen Schutz vor Bedrohungen.',
    evidence,
  }),
  ok: (evidence) => ({
    summary:
      'Der Schutz vor Bedrohungen ist eingeschaltet und kann nach einem zweiten Schritt fragen.',
    evidence: `${evidence} Laut Konfiguration ist ein zweiter Schritt freiwillig.`,
  }),
  untold: (evidence) => ({
    summary: 'Ob Anmeldungen auf Risiken geprüft werden, ließ sich nicht feststellen.',
    evidence,
    remedy: {
      text: 'Versuchen Sie es in einer Minute noch einmal, oder sehen Sie dort nach.',
      console: consolePaths.threatProtection,
    },
  }),
  mfaUntold: (evidence) => ({
    summary:
      'Der Schutz vor Bedrohungen ist eingeschaltet; ob er nach einem zweiten Schritt fragen kann, ließ sich nicht feststellen.',
    evidence: `${evidence} Die Konfiguration sagt nicht, wonach der Pool als zweitem Schritt fragt.`,
    remedy: {
      text: 'Ein zweiter Schritt muss dort freiwillig sein: Ist er aus, kann niemand danach gefragt werden.',
      console: consolePaths.mfa,
    },
  }),
  mfaNotOptional: (mfa, evidence) => ({
    summary:
      mfa === 'OFF'
        ? 'Der Schutz vor Bedrohungen ist eingeschaltet und kann nach keinem zweiten Schritt fragen: Der Userpool hat keinen.'
        : 'Der Schutz vor Bedrohungen ist eingeschaltet und hat nach keinem zweiten Schritt mehr zu fragen: Alle werden ohnehin gefragt.',
    evidence: `${evidence} Laut Konfiguration steht der zweite Schritt auf ${mfa}.`,
    remedy: {
      text: 'Machen Sie ihn dort freiwillig, oder lassen Sie riskante Anmeldungen verhindern.',
      console: consolePaths.mfa,
    },
  }),
  noDeviceData: (evidence) => ({
    summary:
      'Der Schutz vor Bedrohungen ist eingeschaltet und erfährt von der App nichts über Geräte: Er geht nur nach Adresse und Browser.',
    evidence: `${evidence} Diese Seite hat das Skript von AWS nicht geladen, das sammelt, was er braucht.`,
    remedy: {
      text: 'Laden Sie amazon-cognito-advanced-security-data.min.js vor der App, und erlauben Sie es in der Content-Security-Policy: docs/adaptive-authentication.md sagt, wie. Amplify sendet dann, was es sammelt.',
      console: consolePaths.threatProtection,
    },
  }),
}
