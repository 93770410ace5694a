import { DeployProblem } from '../problem.ts'

interface Words {
  names: readonly string[]
  what: string
  remedy: string
}

const renew =
  'Get new credentials (aws sso login, or your company’s way), then run the same command again.'

/**
 * Error name → what to say. One error has several names, by protocol (Query, JSON, S3) or by who
 * found it (the SDK, Node).
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/CommonErrors.html
 */
const catalogue: readonly Words[] = [
  {
    names: ['CredentialsProviderError', 'TokenProviderError'],
    what: 'There are no AWS credentials any more.',
    remedy: renew,
  },
  {
    names: ['ExpiredToken', 'ExpiredTokenException'],
    what: 'The AWS credentials have expired.',
    remedy: renew,
  },
  {
    names: [
      'UnrecognizedClientException',
      'UnrecognizedClient',
      'InvalidClientTokenId',
      'InvalidAccessKeyId',
      'MissingAuthenticationToken',
      'NotAuthorized',
    ],
    what: 'AWS does not know these credentials.',
    remedy:
      'The access key is wrong, deleted or inactive, its session token is missing, or the region is not enabled for the account. ' +
      'Check the environment and ~/.aws/credentials, and "aws sts get-caller-identity".',
  },
  {
    names: ['SignatureDoesNotMatch', 'InvalidSignatureException', 'IncompleteSignature'],
    what: 'AWS does not accept the signature of these credentials.',
    remedy:
      'The secret access key is wrong, or this machine’s clock is: copy the key again, and compare the time.',
  },
  {
    names: ['RequestExpired', 'RequestTimeTooSkewed'],
    what: 'This machine’s clock is wrong, so AWS refuses what it signs.',
    remedy: 'Set the clock, then run the same command again.',
  },
  {
    names: [
      'AccessDenied',
      'AccessDeniedException',
      'UnauthorizedOperation',
      'NotAuthorizedException',
    ],
    what: 'These credentials may not do that.',
    remedy:
      'Ask whoever keeps the account for the right that is named, or use other credentials with --profile NAME. ' +
      'infra/README.md lists what a deployment needs.',
  },
  {
    names: [
      'Throttling',
      'ThrottlingException',
      'ThrottledException',
      'TooManyRequestsException',
      'RequestLimitExceeded',
      // S3's.
      'SlowDown',
    ],
    what: 'AWS answers that there are too many requests.',
    remedy:
      'Others in the account are deploying too. Wait a minute, then run the same command again.',
  },
  {
    names: ['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ECONNREFUSED'],
    what: 'AWS cannot be reached from here.',
    remedy:
      'Look at the network and the VPN, and that the region is spelled right; AWS’s library for Node goes ' +
      'through no proxy. Then run the same command again.',
  },
  {
    names: ['TimeoutError', 'ETIMEDOUT', 'ECONNRESET', 'EPIPE'],
    what: 'The connection to AWS broke off.',
    remedy: 'Run the same command again.',
  },
  {
    names: ['InternalFailure', 'InternalError', 'ServiceUnavailable', 'InternalServerError'],
    what: 'AWS had a fault of its own.',
    remedy:
      'Run the same command again in some minutes; https://health.aws.amazon.com says if it is known.',
  },
  {
    names: ['InsufficientCapabilitiesException'],
    what: 'The template makes IAM resources of a kind that this command did not acknowledge.',
    remedy: 'A role with a name of its own, or a macro, was added to it: take that out again.',
  },
  {
    names: ['LimitExceededException', 'LimitExceeded'],
    what: 'A quota of the account is used up.',
    remedy:
      'Delete what is no longer needed, or ask for more: https://console.aws.amazon.com/servicequotas',
  },
  {
    names: ['OptInRequired', 'SubscriptionRequiredException'],
    what: 'The account is not ready for this service or region.',
    remedy: 'Finish its registration, or enable the region, in the AWS console under Account.',
  },
  {
    names: ['AlreadyExistsException', 'TokenAlreadyExistsException'],
    what: 'Somebody else started the same thing at the same time.',
    remedy: 'Run the same command again: it follows what is under way.',
  },
  {
    names: ['ChangeSetNotFoundException', 'InvalidChangeSetStatusException'],
    what: 'The change set is gone, or is out of date: the stack was changed meanwhile.',
    remedy: 'Run the same command again, to see what is left to change.',
  },
  {
    names: ['NoSuchBucket'],
    what: 'There is no such bucket.',
    remedy: 'Give a bucket of the same region with --template-bucket.',
  },
  {
    names: ['ValidationError'],
    what: 'CloudFormation refused the request.',
    remedy:
      'Mend what it names, in infra/template.yaml or in the parameters, then run the same command again.',
  },
]

const wordsByName = new Map(
  catalogue.flatMap((words) => words.names.map((name) => [name, words] as const)),
)

/** @returns undefined for a fault that nobody foresaw. */
export function problemOfApi(error: unknown): DeployProblem | undefined {
  const words = wordsByName.get(nameOf(error))
  if (words === undefined) return undefined
  const said = error instanceof Error ? firstLine(error.message) : ''
  return new DeployProblem(`${words.what}${said && `\nAWS says: ${said}`}`, words.remedy)
}

const passing = new Set(
  ['Throttling', 'ENOTFOUND', 'TimeoutError', 'InternalFailure'].flatMap(
    (name) => wordsByName.get(name)?.names ?? [],
  ),
)

/** It may well work when asked again. */
export function isPassing(error: unknown): boolean {
  return passing.has(nameOf(error))
}

/** Node's errors are told apart by their code, AWS's by their name. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string' && wordsByName.has(error.code)) {
    return error.code
  }
  return error.name
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.trim() ?? ''
}
