import { consolePaths } from './console.ts'

export const bucketWords = {
  none: {
    summary:
      'There is no bucket: the profile has no picture, and the rest is kept in the user pool.',
    evidence: 'The configuration has no bucket.',
  },
  asked: (status: number, region: string | undefined) =>
    `Asked without a signature, it answered ${status}${region === undefined ? '' : `, and that it is in ${region}`}.`,
  ok: (bucket: string, evidence: string) => ({
    summary: `The bucket ${bucket} is there.`,
    evidence,
  }),
  missing: (bucket: string) => ({
    summary: `There is no bucket ${bucket}.`,
    evidence: 'S3 answered 404 when it was asked for it.',
    remedy: {
      text: 'Copy the name of the bucket again, to the letter, or create it.',
      console: consolePaths.bucket,
    },
  }),
  isPublic: (bucket: string, evidence: string) => ({
    summary: `Anybody in the world may list the bucket ${bucket}.`,
    evidence,
    remedy: {
      text: 'Turn on “Block all public access”. Signed-in people go on using the bucket.',
      console: consolePaths.bucketPermissions,
    },
  }),
  untold: (bucket: string, evidence: string) => ({
    summary: `Whether the bucket ${bucket} is there could not be told.`,
    evidence,
    remedy: { text: 'Compare its name and region to the letter.', console: consolePaths.bucket },
  }),
  unread:
    'S3 answers for every name, there or not, and lets a page read it only if the bucket’s CORS does. “npm run doctor” reads every answer.',
  nothing: 'Nothing came back from S3.',
}
