import type { SecondFactor, secondFactorsWords as en } from '../en/second-factors.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

const names = {
  SOFTWARE_TOKEN_MFA: 'eine Authenticator-App',
  SMS_MFA: 'ein Code per SMS',
  EMAIL_OTP: 'ein Code per E-Mail',
} as const

const accusative = { ...names, SMS_MFA: 'einen Code per SMS', EMAIL_OTP: 'einen Code per E-Mail' }

const listed = (factors: readonly SecondFactor[], words: Record<SecondFactor, string> = names) =>
  factors.map((name) => words[name]).join(', ')

const senders =
  'E-Mails als zweiter Schritt brauchen eine Identität in Amazon SES, SMS eine Rolle für Amazon SNS; an alle senden beide erst außerhalb ihrer Sandbox.'

export const secondFactorsWords: Translation<typeof en> = {
  names,
  none: {
    summary: 'Die App bietet keinen zweiten Schritt der Anmeldung an.',
    evidence: 'Die Konfiguration nennt keine secondFactors.',
  },
  byProvider: {
    summary: 'Sie kommen über einen Anbieter; nur er fragt Sie nach einem zweiten Schritt.',
    evidence: 'Ihr ID-Token nennt ihn unter identities.',
  },
  signedOut: (factors) => ({
    summary: `Ob der User Pool als zweiten Schritt ${listed(factors, accusative)} hat, ließ sich nicht feststellen.`,
    evidence: 'Wer nicht angemeldet ist, erfährt es von Cognito nicht.',
    remedy: {
      text: `Melden Sie sich an, und prüfen Sie noch einmal, oder vergleichen Sie die Liste dort mit secondFactors in der Konfiguration. ${senders}`,
      console: consolePaths.mfa,
    },
  }),
  asked: (on, preferred) =>
    on.length === 0
      ? 'GetUser antwortete, dass Sie keinen zweiten Schritt haben.'
      : `GetUser antwortete, Ihr zweiter Schritt sei ${listed(on)}${preferred && on.length > 1 ? `, zuerst ${names[preferred]}` : ''}.`,
  askedForApp: (answer) => `AssociateSoftwareToken antwortete: ${answer}.`,
  ok: (factors, evidence) => ({
    summary: `Als zweiten Schritt hat der User Pool ${listed(factors, accusative)}.`,
    evidence,
  }),
  noApp: (evidence) => ({
    summary: 'Die App bietet Authenticator-Apps an, und der User Pool hat sie nicht.',
    evidence,
    remedy: {
      text: 'Wählen Sie dort „Authenticator apps“, oder nehmen Sie SOFTWARE_TOKEN_MFA in der Konfiguration aus secondFactors.',
      console: consolePaths.mfa,
    },
  }),
  appUntold: (evidence) => ({
    summary: 'Ob der User Pool Authenticator-Apps hat, ließ sich nicht feststellen.',
    evidence,
    remedy: {
      text: 'Versuchen Sie es in einer Minute noch einmal, oder sehen Sie nach, ob dort „Authenticator apps“ gewählt ist.',
      console: consolePaths.mfa,
    },
  }),
  noWayBack: (factor, evidence) => ({
    summary: `Ihr zweiter Schritt ist ${names[factor]}, und ein vergessenes Passwort ließe sich nicht zurücksetzen: Dorthin, wohin der zweite Schritt geht, sendet Cognito dafür keinen Code.`,
    evidence: `${evidence} Eine andere bestätigte Adresse hat Ihr Konto nicht.`,
    remedy: {
      text: `Bestätigen Sie ${factor === 'EMAIL_OTP' ? 'eine Telefonnummer' : 'Ihre E-Mail-Adresse'}, oder lassen Sie zuerst nach einer Authenticator-App fragen. Stellen Sie Konten im User Pool mit etwas wieder her, das kein zweiter Schritt ist.`,
      console: consolePaths.recovery,
    },
  }),
  senderUntold: (factors, evidence) => ({
    summary: `Ob ${listed(factors)} als zweiter Schritt ankäme, ließ sich nicht feststellen: Das zeigt sich erst, wenn einer gesendet wird, und hier wird keiner gesendet.`,
    evidence,
    remedy: {
      text: `Schalten Sie ihn für Ihr eigenes Konto ein, oder vergleichen Sie die Liste dort mit secondFactors in der Konfiguration. ${senders}`,
      console: consolePaths.senders,
    },
  }),
}
