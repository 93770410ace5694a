import { Amplify } from 'aws-amplify'
import { loadAuth } from '../load-auth.ts'

/** What it takes to keep objects of one's own, in the words of `/config.json`. */
export type ProfilePlace = 'identityPoolId' | 'bucket'

/** Which of the two the configuration lacks: without both a profile is what the user pool keeps. */
export async function findMissingPlaces(): Promise<readonly ProfilePlace[]> {
  await loadAuth()
  const { Auth, Storage } = Amplify.getConfig()
  const places = { identityPoolId: Auth?.Cognito.identityPoolId, bucket: Storage?.S3.bucket }
  return (['identityPoolId', 'bucket'] as const).filter((place) => places[place] === undefined)
}
