import type { callbackUrlWords as en } from '../en/callback-url.ts'
import type { Translation } from '../../../ui/wording/translation.ts'
import { consolePaths } from './console.ts'

const fields = { callback: 'Allowed callback URLs', signOut: 'Allowed sign-out URLs' } as const

const toTheLetter = (kind: keyof typeof fields, url: string) => ({
  text: `Unter den ${fields[kind]} muss genau dies stehen, mit seinem Port und mit oder ohne Schrägstrich am Ende: ${url}`,
  console: consolePaths.loginPages,
})

export const callbackUrlWords: Translation<typeof en> = {
  ok: (callback, signOut) => ({
    summary: `Managed Login kehrt zu ${callback} zurück, und nach dem Abmelden zu ${signOut}.`,
    evidence: 'Die Domain wurde nach beiden gefragt und war einverstanden.',
  }),
  listed: (callback, signOut) => ({
    summary: `${callback} und ${signOut} sind unter den URLs, die die Konfiguration aufzählt.`,
    evidence:
      'Zeichen für Zeichen mit redirectSignIn und redirectSignOut verglichen. Die Antwort der Domain selbst kann eine Seite nicht lesen; „npm run doctor“ kann es.',
  }),
  refused: (kind, url, evidence) => ({
    summary: `Managed Login kehrt nicht zu ${url} zurück: Der App Client hat diese URL nicht.`,
    evidence,
    remedy: toTheLetter(kind, url),
  }),
  notListed: (kind, url, evidence) => ({
    summary: `${url} ist nicht unter den URLs, die die Konfiguration aufzählt.`,
    evidence: `${evidence} Die App schickt nur mit aufgezählten URLs ihres eigenen Origins fort.`,
    remedy: {
      ...toTheLetter(kind, url),
      text: `${toTheLetter(kind, url).text} Dann muss auch die Konfiguration sie aufzählen.`,
    },
  }),
  compare: (callback, signOut) => ({
    summary: 'Ob Managed Login zu dieser App zurückkehrt, ließ sich hier nicht feststellen.',
    evidence:
      'Die Konfiguration zählt keine URLs auf, und eine Seite kann die Antwort der Domain nicht lesen; „npm run doctor“ kann es.',
    remedy: {
      text: `Vergleichen Sie Zeichen für Zeichen. Allowed callback URLs muss ${callback} enthalten, und Allowed sign-out URLs ${signOut}.`,
      console: consolePaths.loginPages,
    },
  }),
  sent: (path, url, answer) => `${path} mit ${url} führte zu: ${answer}.`,
  status: (status) => `eine Seite mit dem Status ${status}`,
  nothing: 'keine Antwort',
  differs: (nearest, position, sent, registered) =>
    `Die ähnlichste, die aufgezählt ist, ${nearest}, weicht beim Zeichen ${position} ab: ${
      registered === '' ? 'dort endet sie' : `dort steht „${registered}“`
    }, und ${sent === '' ? 'hier endet sie' : `hier steht „${sent}“`}.`,
  noneListed: 'Die Konfiguration zählt keine auf.',
  oauthOff: (evidence) => ({
    summary: 'Managed Login ist für den App Client nicht eingeschaltet.',
    evidence,
    remedy: {
      text: 'Wählen Sie mindestens einen Identity Provider und den Grant „Authorization code grant“. In CloudFormation muss AllowedOAuthFlowsUserPoolClient true sein, sonst zählt alles andere nicht.',
      console: consolePaths.loginPages,
    },
  }),
  flowOff: (evidence) => ({
    summary: 'Der App Client erlaubt den Authorization Code Grant nicht, den die App benutzt.',
    evidence,
    remedy: {
      text: 'Fügen Sie zu den OAuth grant types „Authorization code grant“ hinzu.',
      console: consolePaths.loginPages,
    },
  }),
  scopes: (scopes, evidence) => ({
    summary: 'Der App Client erlaubt nicht alle Scopes, die die App verlangt.',
    evidence,
    remedy: {
      text: `Wählen Sie unter den OpenID Connect scopes jeden von diesen: ${scopes.join(', ')}.`,
      console: consolePaths.loginPages,
    },
  }),
  untold: (evidence) => ({
    summary: 'Ob Managed Login zu dieser App zurückkehrt, ließ sich nicht feststellen.',
    evidence,
    remedy: {
      text: 'Vergleichen Sie die URLs Zeichen für Zeichen, und sehen Sie nach, ob ein Identity Provider, der Code Grant und die Scopes gewählt sind.',
      console: consolePaths.loginPages,
    },
  }),
}
