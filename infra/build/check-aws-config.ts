import { areProviderNames, providersExample } from './social-provider-names.ts'

/** What was given, as text; absent where nothing was. */
export interface AwsConfigValues {
  region?: string
  userPoolId?: string
  userPoolClientId?: string
  identityPoolId?: string
  domain?: string
  bucket?: string
  socialProviders?: string
}

export interface ConfigProblem {
  key: string
  message: string
  /** Where in the AWS console the right value is found. */
  where: string
}

type Member = keyof AwsConfigValues

const members: readonly {
  member: Member
  isRequired: boolean
  shape: Pick<RegExp, 'test'>
  example: string
  where: string
}[] = [
  {
    member: 'region',
    isRequired: true,
    shape: /^[a-z]{2}(-[a-z]+)+-\d$/,
    example: 'us-east-1',
    where: 'the region selector at the top right of the AWS console',
  },
  {
    member: 'userPoolId',
    isRequired: true,
    shape: /^[\w-]+_[0-9a-zA-Z]+$/,
    example: 'us-east-1_AbCdEfGhI',
    where: 'Cognito > User pools > your pool > Overview > User pool ID',
  },
  {
    member: 'userPoolClientId',
    isRequired: true,
    shape: /^[0-9a-z]{20,128}$/,
    example: '1h57kf5cpq17m0eml12EXAMPLE in lower case',
    where: 'Cognito > User pools > your pool > App clients > Client ID',
  },
  {
    member: 'identityPoolId',
    isRequired: false,
    shape: /^[\w-]+:[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/,
    example: 'us-east-1:12345678-90ab-cdef-1234-567890abcdef',
    where: 'Cognito > Identity pools > your pool > Identity pool ID',
  },
  {
    member: 'domain',
    isRequired: false,
    shape: /^(?!https?:)[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/,
    example: 'my-app.auth.us-east-1.amazoncognito.com, without https://',
    where: 'Cognito > User pools > your pool > Branding > Domain',
  },
  {
    member: 'bucket',
    isRequired: false,
    shape: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    example: 'my-app-profiles',
    where: 'S3 > General purpose buckets > Name',
  },
  {
    member: 'socialProviders',
    isRequired: false,
    shape: { test: areProviderNames },
    example: providersExample,
    where: 'Cognito > User pools > your pool > Social and external providers',
  },
]

/** @returns every fault at once, so that a person mends the file in one go. */
export function checkAwsConfig(
  values: AwsConfigValues,
  keyOf: (member: Member) => string,
): ConfigProblem[] {
  const problems = members.flatMap(({ member, isRequired, shape, example, where }) => {
    const value = values[member]
    const key = keyOf(member)
    if (value === undefined) {
      return isRequired ? [{ key, where, message: `${key} is missing.` }] : []
    }
    if (shape.test(value)) return []
    return [{ key, where, message: `${key} is "${value}", but should look like ${example}.` }]
  })
  return problems.length > 0 ? problems : [...regionProblems(values, keyOf), ...gaps(values, keyOf)]
}

function regionProblems(values: AwsConfigValues, keyOf: (member: Member) => string) {
  const places = [
    { member: 'userPoolId', region: values.userPoolId?.split('_')[0] },
    { member: 'identityPoolId', region: values.identityPoolId?.split(':')[0] },
  ] as const
  return places
    .filter(({ region }) => region !== undefined && region !== values.region)
    .map(({ member, region = '' }) => ({
      key: keyOf(member),
      message: `${keyOf(member)} is in ${region}, but ${keyOf('region')} is ${values.region ?? ''}.`,
      where: whereIs(member),
    }))
}

function gaps(values: AwsConfigValues, keyOf: (member: Member) => string): ConfigProblem[] {
  if (values.bucket === undefined || values.identityPoolId !== undefined) return []
  return [
    {
      key: keyOf('identityPoolId'),
      message: `${keyOf('identityPoolId')} is missing: without it nobody gets credentials for the bucket.`,
      where: whereIs('identityPoolId'),
    },
  ]
}

function whereIs(member: Member): string {
  return members.find((entry) => entry.member === member)?.where ?? ''
}
