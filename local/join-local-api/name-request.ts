import type { NameRequest, ServiceName } from '../local-api/requests/request-name.ts'
import type { CognitoRoute } from '../route-cognito.ts'

interface Naming {
  findRoute: (request: Request) => CognitoRoute
  /** Of an operation of S3; undefined for what is none. */
  s3OperationOf: (request: Request) => string | undefined
}

const serviceOf: Readonly<Record<NonNullable<CognitoRoute['name']>, ServiceName>> = {
  userPools: 'cognito-idp',
  identityPools: 'cognito-identity',
  sts: 'sts',
  kms: 'kms',
  ses: 'ses',
  localApi: 'local-api',
  socialProviders: 'social-providers',
  managedLogin: 'managed-login',
}

/** What requests of both ports are called, in their log and by faults. */
export function createNameRequest({ findRoute, s3OperationOf }: Naming): NameRequest {
  return (request, port) => {
    const { method } = request
    if (port === 's3') return { service: 's3', operation: s3OperationOf(request) ?? method }
    const { name, pathname = '' } = findRoute(request)
    if (!name) return undefined
    const [, target] = (request.headers.get('x-amz-target') ?? '').split('.')
    const isTargeted = target !== undefined && pathname === '/'
    return { service: serviceOf[name], operation: isTargeted ? target : `${method} ${pathname}` }
  }
}
