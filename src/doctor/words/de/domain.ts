import type { domainWords as en } from '../en/domain.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

export const domainWords: Translation<typeof en> = {
  asked: (domain, answer) =>
    `${domain}/oauth2/token, mit einem Code gefragt, den es nie gab, antwortete: ${answer}.`,
  none: {
    summary: 'Es gibt kein Managed Login: Die App meldet nur auf ihren eigenen Seiten an.',
    evidence: 'Die Konfiguration hat keine Domain.',
  },
  ok: (domain, evidence) => ({
    summary: `Managed Login antwortet auf ${domain}.`,
    evidence,
  }),
  otherPool: (domain, evidence) => ({
    summary: `${domain} ist die Domain eines anderen User Pools.`,
    evidence: `${evidence} Der User Pool selbst kennt den App Client.`,
    remedy: {
      text: 'Tragen Sie die Domain des User Pools ein, zu dem der App Client gehört.',
      console: consolePaths.domain,
    },
  }),
  foreign: (domain, evidence) => ({
    summary: `${domain} antwortet, aber es ist nicht Managed Login.`,
    evidence,
    remedy: {
      text: 'Tragen Sie die Domain Zeichen für Zeichen ein, ohne https:// und ohne Pfad. Eine eigene muss auf den CloudFront-Alias von Cognito zeigen; das kann nach dem Anlegen eine Stunde dauern.',
      console: consolePaths.domain,
    },
  }),
  unreachable: (domain) => ({
    summary: `Unter ${domain} antwortet nichts.`,
    evidence:
      'Eine Anfrage dorthin endete ohne Antwort, und die eigene Adresse des User Pools antwortet.',
    remedy: {
      text: 'Vergleichen Sie die Domain Zeichen für Zeichen, oder legen Sie eine an (ein Präfix oder eine eigene Domain). Auch ein Blocker im Browser kann im Weg sein.',
      console: consolePaths.domain,
    },
  }),
  unreadable: (domain) => ({
    summary: `${domain} antwortet; ob es Ihr Managed Login ist, konnte diese Seite nicht feststellen.`,
    evidence:
      'Die Seite darf die Antwort des Token-Endpunkts nicht lesen. Starten Sie „npm run doctor“.',
    remedy: {
      text: 'Vergleichen Sie die Domain Zeichen für Zeichen.',
      console: consolePaths.domain,
    },
  }),
  pagesUnread: (domain, evidence) => ({
    summary: `Managed Login antwortet auf ${domain}. Ob es für diesen App Client seine Seiten zeigt, darf eine Seite nicht lesen.`,
    evidence: `${evidence} „npm run doctor“ liest jede Antwort.`,
    remedy: {
      text: 'Wählen Sie auf der Anmeldeseite „Managed Login“ und sehen Sie nach, oder ob es einen Style für den App Client gibt.',
      console: consolePaths.managedLogin,
    },
  }),
  pagesUntold: (domain, evidence, status) => ({
    summary: `Managed Login antwortet auf ${domain}. Ob es seine Seiten zeigt, ließ sich nicht feststellen.`,
    evidence: `${evidence} ${domain}/login antwortete ${status === 0 ? 'gar nicht' : `mit ${status}`}.`,
    remedy: {
      text: 'Versuchen Sie es in einer Minute noch einmal.',
      console: consolePaths.managedLogin,
    },
  }),
  noStyle: (domain, evidence) => ({
    summary: 'Managed Login weigert sich, seine Seiten für diesen App Client zu zeigen.',
    evidence: `${evidence} ${domain}/login antwortete 403: „Login pages unavailable“.`,
    remedy: {
      text: 'Legen Sie einen Style für den App Client an: Ohne ihn zeigt das neuere Managed Login nichts.',
      console: consolePaths.managedLogin,
    },
  }),
  refused: (domain, evidence) => ({
    summary: 'Etwas vor Managed Login weigert sich, dessen Seiten hier zu zeigen.',
    evidence: `${evidence} ${domain}/login antwortete 403, in Worten, die nicht von Cognito sind.`,
    remedy: {
      text: 'Sehen Sie nach, ob eine Firewall (AWS WAF) auch Browser ablehnt oder nur dieses Terminal.',
      console: consolePaths.firewall,
    },
  }),
}
