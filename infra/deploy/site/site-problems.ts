import { nameOf } from '../aws/api-problems.ts'
import { DeployProblem } from '../problem.ts'
import type { Site } from './site-of.ts'

const goOn = 'then run the same command again: it goes on where this stopped.'

/** What AWS refuses while a site is published → what to say. The rest has words of its own. */
const words: Readonly<Record<string, (site: Site, right: string) => [string, string]>> = {
  AccessDenied: (_site, right) => [
    `These credentials may not publish the app: it takes ${right}.`,
    'Ask whoever keeps the account for that right, or use other credentials with --profile NAME, ' +
      `${goOn} infra/README.md lists what a deployment needs.`,
  ],
  NoSuchBucket: ({ bucket }) => [
    `The site’s bucket ${bucket} is gone: somebody deleted it behind CloudFormation’s back.`,
    'Have the stack let go of it with "npm run deploy -- --no-hosting", then make a new one with --hosting.',
  ],
  NoSuchDistribution: ({ distributionId }) => [
    `The site’s CloudFront distribution ${distributionId} is gone: somebody deleted it behind CloudFormation’s back.`,
    'Have the stack let go of it with "npm run deploy -- --no-hosting", then make a new one with --hosting.',
  ],
  // It was in the listing just before.
  NoSuchKey: () => sameTime,
  PreconditionFailed: () => sameTime,
  ConditionalRequestConflict: () => sameTime,
  TooManyInvalidationsInProgress: () => [
    'CloudFront is still at work on too many other invalidations of the account.',
    'The app is uploaded. Run the same command again later, to have CloudFront drop its old copies.',
  ],
}

const sameTime: [string, string] = [
  'Somebody else is publishing to the same site at the same time.',
  'When they are done, run the same command again if it is your build that is to stand there.',
]

/**
 * Runs a step of a publication.
 *
 * @param right what the step takes, with the resource.
 * @throws DeployProblem where the error means something else here than in general.
 */
export async function step<Result>(
  site: Site,
  right: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const name = nameOf(error)
    if (!(error instanceof Error) || !Object.hasOwn(words, name)) throw error
    const [what, remedy] = words[name]!(site, right)
    throw new DeployProblem(`${what}\nAWS says: ${error.message}`, remedy)
  }
}
