import { consolePaths } from './console.ts'

const remedy = {
  text: 'Correct the values in .env.local (or amplify_outputs.json), and start or build again: /config.json is written from there.',
  console: consolePaths.userPool,
}

const missing = {
  identityPoolId: 'no identity pool, so nobody gets AWS credentials',
  bucket:
    'no bucket, so the profile has no picture, and its name and company are kept in the user pool',
  domain: 'no domain, so there is no managed login and no sign-in with Google and the like',
} as const

export const configurationWords = {
  whole: (isLocal: boolean) =>
    isLocal
      ? 'The configuration is complete. It is that of the local AWS on this computer.'
      : 'The configuration is complete.',
  inPart: (parts: readonly (keyof typeof missing)[], isLocal: boolean) =>
    `The configuration works without some parts${isLocal ? ' of the local AWS' : ''}: ${parts.map((part) => missing[part]).join('; ')}.`,
  evidence: (values: readonly (readonly [key: string, value: string])[]) =>
    `/config.json has ${values.map(([key, value]) => `${key} ${value}`).join(', ')}.`,
  wrong: (problems: readonly string[], where: string | undefined) => ({
    summary: 'The configuration cannot be used as it is.',
    evidence: problems.join(' '),
    remedy: { ...remedy, ...(where !== undefined && { console: where }) },
  }),
  otherRegion: (problems: readonly string[]) => ({
    summary: 'The configuration names more than one region.',
    evidence: problems.join(' '),
    remedy: {
      text: 'Take every ID from one region, and name that region. Amplify reads it from the IDs, and everything else here from the region. Correct .env.local (or amplify_outputs.json), and start or build again.',
      console: consolePaths.region,
    },
  }),
}
