import { consolePaths } from './console.ts'

const rule = (origin: string) =>
  `[{"AllowedOrigins": ["${origin}"], "AllowedMethods": ["GET", "HEAD", "PUT", "POST", "DELETE"], "AllowedHeaders": ["*"], "ExposeHeaders": ["ETag"], "MaxAgeSeconds": 3000}]`

const remedy = (origin: string) => ({
  text: `Add a rule for this origin, without a slash at its end: ${rule(origin)}`,
  console: consolePaths.cors,
})

export const corsWords = {
  ok: (origin: string, evidence: string) => ({
    summary: `The bucket lets pages of ${origin} read and write, and read the ETag.`,
    evidence,
  }),
  preflights: (methods: readonly string[]) =>
    `Asked as a browser asks before ${methods.join(', ')}, S3 allowed each.`,
  noRule: (origin: string, evidence: string) => ({
    summary: `The bucket has no CORS rule for ${origin}, so pages from there may not use it.`,
    evidence,
    remedy: remedy(origin),
  }),
  someMethods: (origin: string, methods: readonly string[], evidence: string) => ({
    summary: `The bucket’s CORS rule for ${origin} does not allow ${methods.join(', ')} with the headers that the app sends.`,
    evidence,
    remedy: remedy(origin),
  }),
  refused: (results: readonly string[]) =>
    `Asked as a browser asks before each, S3 answered ${results.join('; ')}.`,
  oneRefused: (method: string, status: number, message: string) =>
    `${method}: ${status}${message === '' ? '' : ` “${message}”`}`,
  noEtag: (origin: string, evidence: string) => ({
    summary:
      'The bucket’s CORS rule does not expose ETag: uploads in parts fail, and a profile cannot be saved safely.',
    evidence,
    remedy: remedy(origin),
  }),
  exposed: (headers: string) => `Exposed are: ${headers === '' ? 'no headers' : headers}.`,
  pageRead: (methods: readonly string[]) =>
    `This page could read the bucket’s answers to ${methods.join(' and ')}, which were refusals, as nothing was signed.`,
  etagRead: 'It could read the ETag of a small object that was written, and removed again.',
  etagHidden: 'It could not read the ETag of a small object that was written, and removed again.',
  etagUntold: (origin: string, evidence: string) => ({
    summary: `The bucket lets pages of ${origin} read and write. Whether they may read the ETag shows when somebody is signed in.`,
    evidence,
    remedy: {
      text: 'Sign in and look again, or run “npm run doctor”.',
      console: consolePaths.cors,
    },
  }),
  unreadable: (origin: string, methods: readonly string[], evidence: string) => ({
    summary: `This page may not use the bucket: its CORS does not let ${origin} ask with ${methods.join(' and ')}.`,
    evidence,
    remedy: {
      ...remedy(origin),
      text: `${remedy(origin).text} If there is such a rule, compare the name of the bucket and its region.`,
    },
  }),
  pageRefused:
    'The bucket’s address answers, but the browser kept the answer from the page. A bucket of another name or region looks the same from here; “npm run doctor” tells them apart.',
  somePageRead: (read: readonly string[]) =>
    `Answers to ${read.join(' and ')} could be read, so the bucket is there and has a rule for this origin.`,
  unreachable: {
    summary: 'The bucket could not be reached, so its CORS could not be looked at.',
    evidence: 'Nothing came back from S3.',
    remedy: {
      text: 'Check the connection, and a blocker in the browser. On the local AWS: is it running?',
      console: consolePaths.bucket,
    },
  },
}
