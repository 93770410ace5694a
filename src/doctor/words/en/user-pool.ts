import { consolePaths } from './console.ts'

export const userPoolWords = {
  ok: (id: string, url: string, keys: number) => ({
    summary: `The user pool ${id} is there.`,
    evidence: `${url} has ${keys} keys.`,
  }),
  missing: (id: string, region: string, url: string, status: number) => ({
    summary: `There is no user pool ${id} in ${region}.`,
    evidence: `${url} answered ${status}.`,
    remedy: {
      text: 'Copy the user pool ID again, to the letter, and make sure that the region is the one it was made in.',
      console: consolePaths.userPool,
    },
  }),
  odd: (id: string, url: string, status: number) => ({
    summary: `Whether the user pool ${id} is there could not be told.`,
    evidence: `${url} answered ${status}, without keys.`,
    remedy: { text: 'Try again in a minute.', console: consolePaths.userPool },
  }),
  unreadable: (id: string, region: string, url: string) => ({
    summary: `Whether the user pool ${id} is there could not be told by this page.`,
    evidence: `${url} answers, but not so that a page may read it, as it does for a pool that is there. Run “npm run doctor”, which reads every answer.`,
    remedy: {
      text: `Compare the user pool ID and the region (${region}) with the console, to the letter.`,
      console: consolePaths.userPool,
    },
  }),
  unreachable: (url: string) => ({
    summary: 'The user pool could not be reached.',
    evidence: `Nothing came back from ${url}.`,
    remedy: {
      text: 'Check the connection, a proxy or blocker on the way, and that there is such a region. On the local AWS: is it running?',
      console: consolePaths.region,
    },
  }),
}
