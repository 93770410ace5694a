import type { CodeFactor, firstFactorsWords as en } from '../en/first-factors.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

const names = { EMAIL_OTP: 'einen Code per E-Mail', SMS_OTP: 'einen Code per SMS' } as const

const listed = (codes: readonly CodeFactor[]) => codes.map((code) => names[code]).join(', ')
const offered = (challenges: readonly string[]) =>
  challenges.length === 0 ? 'nichts' : challenges.join(', ')

const why = {
  signedOut:
    'Für jemanden, den es nicht gibt, nennt Cognito einiges, was der Pool nimmt, und nicht immer alles.',
  byProvider: 'Sie kommen über einen Anbieter, und Ihnen wird davon nichts angeboten.',
  secondFactor: 'Ihr Konto hat einen zweiten Schritt und beginnt deshalb nur mit dem Passwort.',
  noAddress:
    'Angeboten wird es einem Konto, das ein Passwort und die bestätigte Adresse dafür hat; Ihres hat nicht beides.',
  refused: 'Was Ihrem eigenen Konto angeboten wird, ließ sich nicht erfragen.',
} as const

export const firstFactorsWords: Translation<typeof en> = {
  names,
  why,
  none: {
    summary: 'Die App bietet an Stelle des Passworts keine Einmalcodes an.',
    evidence: 'Die Konfiguration nennt unter firstFactors weder EMAIL_OTP noch SMS_OTP.',
  },
  offeredToNobody: (challenges) =>
    `Jemandem, den es nicht gibt, bot InitiateAuth USER_AUTH an: ${offered(challenges)}.`,
  offeredToYou: (challenges) =>
    `Ihnen bot es an: ${offered(challenges)}, und Sie haben die Adresse dafür.`,
  ok: (codes, evidence) => ({
    summary: `An Stelle des Passworts nimmt der User Pool ${listed(codes)}.`,
    evidence,
  }),
  notEnabled: (codes, evidence) => ({
    summary: `Die App bietet an Stelle des Passworts ${listed(codes)} an, und der User Pool nimmt das nicht.`,
    evidence,
    remedy: {
      text: `Erlauben Sie dort ${codes.join(', ')}, oder nehmen Sie es in der Konfiguration aus firstFactors. SMS brauchen zuerst eine Rolle für Amazon SNS; E-Mails gehen auch ohne Amazon SES, fünfzig am Tag.`,
      console: consolePaths.firstFactors,
    },
  }),
  untold: (codes, evidence) => ({
    summary: `Ob der User Pool an Stelle des Passworts ${listed(codes)} nimmt, ließ sich nicht feststellen.`,
    evidence,
    remedy: {
      text: 'Melden Sie sich mit einem Passwort an, bei einem Konto mit bestätigter Adresse und ohne zweiten Schritt, und prüfen Sie noch einmal; oder vergleichen Sie die Liste dort mit firstFactors in der Konfiguration.',
      console: consolePaths.firstFactors,
    },
  }),
}
