import { consolePaths } from './console.ts'

export const regionWords = {
  names: {
    userPoolId: 'the user pool ID',
    identityPoolId: 'the identity pool ID',
    domain: 'the domain',
    bucket: 'the bucket',
  },
  ok: (region: string, evidence: string) => ({
    summary: `Everything is in ${region}.`,
    evidence,
  }),
  notInAmplify: (region: string, suffix: string) => ({
    summary: `The library that the app is built on, aws-amplify, knows no hosts of ${region}.`,
    evidence: `AWS’s services there are at ….${region}.${suffix}; aws-amplify 6.22.1 asks ….${region}.amazonaws.com, where nothing is.`,
    remedy: {
      text: 'Use a region of another partition of AWS, or a version of aws-amplify that knows this one.',
      console: consolePaths.region,
    },
  }),
  noUserPools: (region: string) => ({
    summary: `AWS has no user pools in ${region}, nor anywhere in China.`,
    evidence: 'Of Cognito it has identity pools there alone, so that nobody can sign in.',
    remedy: {
      text: 'Use a region of another partition of AWS.',
      console: consolePaths.region,
    },
  }),
  bucketUntold: (region: string, evidence: string) => ({
    summary: `All that says where it is, is in ${region}. The bucket did not say.`,
    evidence,
    remedy: {
      text: 'Look whether the bucket is in this region, or run “npm run doctor”, which reads every answer.',
      console: consolePaths.bucket,
    },
  }),
  wrong: (region: string, others: readonly string[], evidence: string) => ({
    summary: `The configured region is ${region}, but not of ${others.join(' and ')}.`,
    evidence,
    remedy: {
      text: 'Take every resource from one region, or correct the region, in .env.local (or amplify_outputs.json), and start or build again.',
      console: consolePaths.region,
    },
  }),
  /** What each part says about where it is. */
  seen: (name: string, region: string) => `${name} says ${region}`,
  untold: (name: string) => `${name} does not say`,
  evidence: (seen: readonly string[]) => `${upper(seen.join(', '))}.`,
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
