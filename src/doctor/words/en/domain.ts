import { consolePaths } from './console.ts'

const asked = (domain: string, answer: string) =>
  `${domain}/oauth2/token, asked with a code that there never was, answered ${answer}.`

export const domainWords = {
  asked,
  none: {
    summary: 'There is no managed login: the app signs people in on its own pages alone.',
    evidence: 'The configuration has no domain.',
  },
  ok: (domain: string, evidence: string) => ({
    summary: `Managed login answers at ${domain}.`,
    evidence,
  }),
  otherPool: (domain: string, evidence: string) => ({
    summary: `${domain} is the domain of another user pool.`,
    evidence: `${evidence} The user pool itself knows the app client.`,
    remedy: {
      text: 'Configure the domain of the user pool that the app client belongs to.',
      console: consolePaths.domain,
    },
  }),
  foreign: (domain: string, evidence: string) => ({
    summary: `${domain} answers, but it is not managed login that does.`,
    evidence,
    remedy: {
      text: 'Configure the domain to the letter, without https:// and without a path. One of your own has to point to Cognito’s CloudFront alias; that may take an hour after it was made.',
      console: consolePaths.domain,
    },
  }),
  unreachable: (domain: string) => ({
    summary: `Nothing answers at ${domain}.`,
    evidence: `A request to it ended without an answer, and the user pool’s own address answers.`,
    remedy: {
      text: 'Compare the domain to the letter, or make one (a prefix, or a domain of your own). A blocker in the browser may stand in the way too.',
      console: consolePaths.domain,
    },
  }),
  unreadable: (domain: string) => ({
    summary: `${domain} answers; whether it is your managed login could not be told by this page.`,
    evidence: 'The page may not read the answer of its token endpoint. Run “npm run doctor”.',
    remedy: { text: 'Compare the domain to the letter.', console: consolePaths.domain },
  }),
  pagesUnread: (domain: string, evidence: string) => ({
    summary: `Managed login answers at ${domain}. Whether it shows its pages for this app client a page may not read.`,
    evidence: `${evidence} “npm run doctor” reads every answer.`,
    remedy: {
      text: 'Choose “Managed login” on the sign-in page and see, or look whether there is a style for the app client.',
      console: consolePaths.managedLogin,
    },
  }),
  pagesUntold: (domain: string, evidence: string, status: number) => ({
    summary: `Managed login answers at ${domain}. Whether it shows its pages could not be told.`,
    evidence: `${evidence} ${domain}/login answered ${status === 0 ? 'nothing at all' : status}.`,
    remedy: { text: 'Try again in a minute.', console: consolePaths.managedLogin },
  }),
  noStyle: (domain: string, evidence: string) => ({
    summary: 'Managed login refuses to show its pages for this app client.',
    evidence: `${evidence} ${domain}/login answered 403: “Login pages unavailable”.`,
    remedy: {
      text: 'Create a style for the app client: without one the newer managed login shows nothing.',
      console: consolePaths.managedLogin,
    },
  }),
  refused: (domain: string, evidence: string) => ({
    summary: 'Something in front of managed login refuses to show its pages here.',
    evidence: `${evidence} ${domain}/login answered 403, in words that are not Cognito’s.`,
    remedy: {
      text: 'See whether a firewall (AWS WAF) refuses browsers, too, or this terminal alone.',
      console: consolePaths.firewall,
    },
  }),
}
