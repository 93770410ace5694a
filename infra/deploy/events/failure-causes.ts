import { handlerErrorCode, plainReason } from './plain-reason.ts'
import { DeployProblem, type FailureCause } from '../problem.ts'
import { siteCauses } from '../site/site-failure-causes.ts'

/** An event of a stack, or of a change set's validation. */
export interface FailedEvent {
  LogicalResourceId?: string | undefined
  ResourceType?: string | undefined
  ResourceStatusReason?: string | undefined
}

const again = 'then run the same command again'

/** Type of the resource and words of the reason → what to do. The first that fits is taken. */
const causes: readonly FailureCause[] = [
  {
    says: /is not authorized to perform|AccessDenied|access denied|UnauthorizedOperation|not authorized to call/i,
    remedy:
      'The credentials lack the right that is named. Ask whoever keeps the account for it, or use other ' +
      `credentials with --profile NAME, ${again}. infra/README.md lists what a deployment needs.`,
  },
  {
    type: 'AWS::Cognito::UserPoolDomain',
    says: /already associated|already exists|AlreadyExists/i,
    remedy:
      'Somebody else has this domain prefix in the region. Choose another one: ' +
      'npm run deploy -- --parameter DomainPrefix=<a name of your own>',
  },
  {
    type: 'AWS::Cognito::UserPoolDomain',
    says: /invalid|reserved|character/i,
    remedy:
      'Cognito does not take this domain prefix. Use a-z, 0-9 and inner hyphens, without "aws", "amazon" or "cognito": ' +
      'npm run deploy -- --parameter DomainPrefix=<another>',
  },
  {
    type: 'AWS::S3::Bucket',
    says: /already exists|AlreadyExists|already own|AlreadyOwned/i,
    remedy:
      'Bucket names are unique in the world. Give BucketName another value in infra/template.yaml, there and where ' +
      `the site’s Content-Security-Policy names it, ${again}.`,
  },
  {
    type: 'AWS::S3::Bucket',
    says: /not empty|BucketNotEmpty/i,
    remedy:
      'Empty it first, old versions included: AWS console > S3 > the bucket > Empty. Then ' +
      'run the same command again.',
  },
  {
    says: /deletion protection/i,
    remedy:
      'The user pool is protected, and people may be in it. To delete them all: ' +
      'npm run deploy -- destroy --turn-off-protection',
  },
  {
    says: /domain configured that should be deleted first/i,
    remedy: 'Delete the domain in the AWS console > Cognito > the pool > Domain, ' + again + '.',
  },
  {
    says: /schema attributes? cannot be (modified|deleted|removed)|Invalid AttributeDataType|cannot be changed|immutable/i,
    remedy:
      'What a user pool was made with stays: attributes can be added, not changed or removed, and how people ' +
      `sign in is fixed. Put that part of infra/template.yaml back as it was, ${again}.`,
  },
  {
    type: 'AWS::Cognito::UserPoolClient',
    says: /provider .+ does not exist/i,
    remedy:
      'The app client names a provider that the pool does not have. Give both the id and the secret of that ' +
      `provider, and let the client wait for it (DependsOn in infra/template.yaml), ${again}.`,
  },
  {
    type: 'AWS::Cognito::UserPoolClient',
    says: /redirect|callback|logout|\bur[il]s?\b|https?/i,
    remedy:
      'A URL of CallbackUrls or LogoutUrls is not one that Cognito takes: https, or http on localhost only, ' +
      'no #fragment, no spaces. Give all of them: ' +
      'npm run deploy -- --parameter CallbackUrls=https://app.example.com/callback,http://localhost:5173/callback',
  },
  {
    type: 'AWS::Cognito::UserPoolIdentityProvider',
    says: /well-known|contact|issuer|jwks|endpoint/i,
    remedy:
      'Cognito could not read the provider’s /.well-known/openid-configuration. Open OidcIssuer with that path ' +
      `in a browser: it must answer, over https, without a slash at the issuer’s end. Mend it, ${again}.`,
  },
  {
    type: 'AWS::Cognito::UserPoolIdentityProvider',
    says: /private_key|key_id|team_id|client_id|client_secret|provider ?details|missing/i,
    remedy:
      'A value of this provider is missing or of the wrong form; Apple’s key is the text of the .p8 file without ' +
      `its first and last line. Give all of the provider’s parameters, ${again}.`,
  },
  {
    says: /LimitExceeded|limit exceeded|exceeded .*(limit|quota)|quota|maximum number|TooMany(Buckets|Roles)/i,
    remedy:
      'A quota of the account is used up. Delete what is no longer needed, or ask for more at ' +
      `https://console.aws.amazon.com/servicequotas, ${again}.`,
  },
  {
    says: /Throttl|Rate exceeded|TooManyRequests/i,
    remedy: 'AWS had too many requests of this account at once. Wait some minutes, ' + again + '.',
  },
  {
    says: /ExpiredToken|security token .* (expired|invalid)/i,
    remedy:
      'The credentials ran out while AWS was at work. Get new ones that last longer, ' +
      again +
      '.',
  },
  {
    says: /AlreadyExists|already exists/i,
    remedy:
      'Something of this name is there already, and is not this stack’s. Delete or rename it, or choose another ' +
      `--stack-name, ${again}.`,
  },
  {
    says: /NotStabilized|InternalFailure|ServiceInternalError|NetworkFailure|internal (error|failure)|ServiceUnavailable|timed? ?out/i,
    remedy: 'AWS had a fault of its own. Wait some minutes, ' + again + '.',
  },
]

const unknownRemedy =
  'Mend what it names, in infra/template.yaml or in the parameters, then run the same command again.'

/** The first cause in AWS's words, and the remedy in ours. */
export function explainFailure(event: FailedEvent): DeployProblem {
  const { LogicalResourceId = '', ResourceType = '', ResourceStatusReason: reason = '' } = event
  const cause = [...siteCauses, ...causes].find(
    ({ type, says }) => (type === undefined || type === ResourceType) && says.test(reason),
  )
  const said = plainReason(reason) || 'AWS gave no reason.'
  const code = handlerErrorCode(reason)
  return new DeployProblem(
    `${LogicalResourceId} (${ResourceType}): ${said}${code === undefined ? '' : ` [${code}]`}`,
    cause?.remedy ?? unknownRemedy,
  )
}
