import type { passkeysWords as en } from '../en/passkeys.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

const asked = (answer: string) => `StartWebAuthnRegistration antwortete: ${answer}.`

export const passkeysWords: Translation<typeof en> = {
  none: {
    summary: 'Die App bietet bei der Anmeldung keine Passkeys an.',
    evidence: 'Die Konfiguration nennt WEB_AUTHN nicht unter firstFactors.',
  },
  off: (evidence) => ({
    summary: 'Der User Pool nimmt keine Passkeys, und die App bietet bei der Anmeldung keine an.',
    evidence,
  }),
  asked,
  askedFor: (host) => asked(`das, womit ein Browser einen Passkey für ${host} anlegt`),
  configured: (host) => `Laut Konfiguration (relyingParty) gelten sie für ${host}.`,
  noneConfigured: 'Die Konfiguration sagt nicht, für welchen Host sie gelten (relyingParty).',
  ok: (host, evidence) => ({
    summary: `Der User Pool nimmt Passkeys von ${host}, und dort ist diese App.`,
    evidence,
  }),
  otherHost: (relyingParty, host, evidence) => ({
    summary: `Passkeys des User Pools gelten für Seiten von ${relyingParty}, und diese App ist unter ${host}.`,
    evidence: `${evidence} Nur dort und auf Hosts darunter legt ein Browser sie an und zeigt sie vor.`,
    remedy: {
      text: `Stellen Sie die Relying party ID auf ${host} oder auf eine Domain darüber. Wer Passkeys für ${relyingParty} hat, kann sie dann nicht mehr benutzen.`,
      console: consolePaths.passkey,
    },
  }),
  insecure: (origin, evidence) => ({
    summary: `Unter ${origin} legt kein Browser einen Passkey an oder zeigt ihn vor.`,
    evidence: `${evidence} Passkeys gibt es auf Seiten über https und auf http://localhost.`,
    remedy: { text: 'Stellen Sie die App über https bereit.', console: consolePaths.passkey },
  }),
  notEnabled: (evidence) => ({
    summary: 'Die App bietet bei der Anmeldung Passkeys an, und der User Pool nimmt sie nicht.',
    evidence,
    remedy: {
      text: 'Erlauben Sie dort Passkeys (WEB_AUTHN), oder nehmen Sie WEB_AUTHN in der Konfiguration aus firstFactors.',
      console: consolePaths.firstFactors,
    },
  }),
  noRelyingParty: (evidence) => ({
    summary: 'Der User Pool nimmt Passkeys und kennt keinen Host, für den sie gelten.',
    evidence,
    remedy: {
      text: 'Stellen Sie als Relying party ID den Host ein, der diese App bereitstellt, oder geben Sie dem Pool eine Domain.',
      console: consolePaths.passkey,
    },
  }),
  untold: (evidence) => ({
    summary: 'Ob der User Pool für diese App Passkeys nimmt, ließ sich nicht feststellen.',
    evidence,
    remedy: {
      text: 'Melden Sie sich bei einem Konto mit einem Passwort des User Pools an, und prüfen Sie noch einmal; oder sehen Sie nach, ob Passkeys erlaubt sind, und vergleichen Sie die Relying party ID mit dem Host dieser App.',
      console: consolePaths.passkey,
    },
  }),
}
