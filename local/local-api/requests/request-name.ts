/** What a request asks for, in AWS's names where it has one. */
export interface RequestName {
  service: ServiceName
  /** E.g. `SignUp` or `PutObject`; `GET /oauth2/authorize` where there is no operation. */
  operation: string
}

export const serviceNames = [
  'cognito-idp',
  'cognito-identity',
  'sts',
  'kms',
  'ses',
  's3',
  'managed-login',
  'social-providers',
  'local-api',
] as const

export type ServiceName = (typeof serviceNames)[number]

/** @returns undefined for a request that nothing of the local AWS is asked by. */
export type NameRequest = (request: Request, port: 'cognito' | 's3') => RequestName | undefined
