import { consolePaths } from './console.ts'

const fields = { callback: 'Allowed callback URLs', signOut: 'Allowed sign-out URLs' } as const
type Kind = keyof typeof fields

const toTheLetter = (kind: Kind, url: string) => ({
  text: `Have exactly this among the ${fields[kind]}, with its port and its last slash or the lack of it: ${url}`,
  console: consolePaths.loginPages,
})

export const callbackUrlWords = {
  ok: (callback: string, signOut: string) => ({
    summary: `Managed login returns to ${callback} and, after signing out, to ${signOut}.`,
    evidence: 'The domain was asked for both, and went along.',
  }),
  listed: (callback: string, signOut: string) => ({
    summary: `${callback} and ${signOut} are among the URLs that the configuration lists.`,
    evidence:
      'Compared to the letter with redirectSignIn and redirectSignOut. A page cannot read the domain’s own answer; “npm run doctor” can.',
  }),
  refused: (kind: Kind, url: string, evidence: string) => ({
    summary: `Managed login does not return to ${url}: the app client does not have this URL.`,
    evidence,
    remedy: toTheLetter(kind, url),
  }),
  notListed: (kind: Kind, url: string, evidence: string) => ({
    summary: `${url} is not among the URLs that the configuration lists.`,
    evidence: `${evidence} The app sends people away with listed URLs of its own origin only.`,
    remedy: {
      ...toTheLetter(kind, url),
      text: `${toTheLetter(kind, url).text} Then have the configuration list it, too.`,
    },
  }),
  compare: (callback: string, signOut: string) => ({
    summary: 'Whether managed login returns to this app could not be told here.',
    evidence:
      'The configuration lists no URLs, and a page cannot read the domain’s answer; “npm run doctor” can.',
    remedy: {
      text: `Compare to the letter. Allowed callback URLs has to have ${callback}, and Allowed sign-out URLs ${signOut}.`,
      console: consolePaths.loginPages,
    },
  }),
  sent: (path: string, url: string, answer: string) => `${path} with ${url} led to ${answer}.`,
  status: (status: number) => `a page with the status ${status}`,
  nothing: 'no answer',
  differs: (nearest: string, position: number, sent: string, registered: string) =>
    `The nearest that is listed, ${nearest}, differs at character ${position}: ${
      registered === '' ? 'there it ends' : `there it has “${registered}”`
    }, and ${sent === '' ? 'here it ends' : `here it is “${sent}”`}.`,
  noneListed: 'The configuration lists none.',
  oauthOff: (evidence: string) => ({
    summary: 'Managed login is not switched on for the app client.',
    evidence,
    remedy: {
      text: 'Choose at least one identity provider and the grant type “Authorization code grant”. In CloudFormation AllowedOAuthFlowsUserPoolClient has to be true, or the rest counts for nothing.',
      console: consolePaths.loginPages,
    },
  }),
  flowOff: (evidence: string) => ({
    summary: 'The app client does not allow the authorization code grant, which the app uses.',
    evidence,
    remedy: {
      text: 'Add “Authorization code grant” to the OAuth grant types.',
      console: consolePaths.loginPages,
    },
  }),
  scopes: (scopes: readonly string[], evidence: string) => ({
    summary: 'The app client does not allow all scopes that the app asks for.',
    evidence,
    remedy: {
      text: `Tick every one of these among the OpenID Connect scopes: ${scopes.join(', ')}.`,
      console: consolePaths.loginPages,
    },
  }),
  untold: (evidence: string) => ({
    summary: 'Whether managed login returns to this app could not be told.',
    evidence,
    remedy: {
      text: 'Compare the URLs to the letter, and see that an identity provider, the code grant and the scopes are chosen.',
      console: consolePaths.loginPages,
    },
  }),
}
