import { consolePaths } from './console.ts'

export const roleWords = {
  none: {
    summary: 'There is no role to look at: there are no credentials, or nothing to use them for.',
    evidence: 'The configuration lacks an identity pool or a bucket.',
  },
  signedOut: {
    summary: 'What the role allows shows when somebody is signed in.',
    evidence: 'Its credentials are given to people who are signed in, and to nobody else.',
    remedy: {
      text: 'Sign in and look again, or run “npm run doctor” with your address.',
      console: consolePaths.role,
    },
  },
  actions: {
    put: 's3:PutObject',
    get: 's3:GetObject',
    remove: 's3:DeleteObject',
    list: 's3:ListBucket',
  },
  ok: (prefix: string, evidence: string) => ({
    summary: 'Your credentials are good for your own objects, and for nothing beyond.',
    evidence: `Below ${prefix} a small object was written, read, listed and removed. ${evidence}`,
  }),
  refusedOthers:
    'The same with somebody else’s prefix, and a list of the whole bucket, were refused.',
  /** Where it may be written and not removed. */
  left: (key: string) => ` ${key} stays in the bucket.`,
  denied: (actions: readonly string[], prefix: string, left: string, provider: string) => ({
    summary: `The role does not let you use your own objects: ${actions.join(', ')} ${actions.length === 1 ? 'was' : 'were'} refused.`,
    evidence: `S3 answered AccessDenied to requests for ${prefix}, signed with your temporary credentials.${left}`,
    remedy: {
      text: `Allow s3:GetObject, s3:PutObject and s3:DeleteObject on users/\${${provider}:sub}/* of the bucket, and s3:ListBucket on the bucket itself where s3:prefix is that prefix. A policy of the bucket may refuse too.`,
      console: consolePaths.role,
    },
  }),
  tooMuch: (actions: readonly string[], prefix: string, left: string, provider: string) => ({
    summary: `The role lets everybody who is signed in at what is not theirs: ${actions.join(', ')}.`,
    evidence: `S3 went along with requests beyond your own prefix (${prefix}), signed with your temporary credentials.${left}`,
    remedy: {
      text: `Take the wildcard out of the role’s policy: it may name users/\${${provider}:sub}/* alone, and s3:ListBucket only with the condition on s3:prefix.`,
      console: consolePaths.role,
    },
  }),
  onForeign: (action: string) => `${action} on another person’s prefix`,
  wholeList: 's3:ListBucket on the whole bucket',
  untold: (action: string, name: string) => ({
    summary: 'What the role allows could not be told.',
    evidence: `${action} ended in ${name}, which says nothing about rights.`,
    remedy: {
      text: 'Look at the findings about the bucket, its CORS and the clock first.',
      console: consolePaths.role,
    },
  }),
}
