import type { Service } from './core/ports/service.ts'
import { awsJsonRefusal } from './http/aws-json.ts'
import { AwsJsonError } from './http/aws-json-error.ts'
import { isQueryRequest } from './http/aws-query.ts'
import { pathBelow } from './http/base-path.ts'
import { findSenderFault } from './http/sender.ts'

export interface CognitoServices {
  userPools: Service
  identityPools: Service
  sts: Service
  localApi: RoutedService
  socialProviders: PartOfPort
  managedLogin: PartOfPort
}

/** A service that has paths of its own. */
interface PartOfPort {
  handles: (pathname: string) => boolean
  fetch: RoutedService
}

/** @param pathname of the request, below the base path. */
type RoutedService = (request: Request, pathname: string) => Promise<Response>

/** Which service of the Cognito port a request is for; all of them are below the base path. */
export function routeCognito(services: CognitoServices, basePath: string): Service {
  const { userPools, identityPools, sts, localApi, socialProviders, managedLogin } = services
  return (request) => {
    const { pathname: whole } = new URL(request.url)
    const pathname = pathBelow(basePath, whole)
    if (pathname === undefined) return Promise.resolve(notFound(whole))
    const fault = findSenderFault(request)
    if (fault !== undefined) return Promise.resolve(badRequest(request, fault))
    if (pathname === '/') {
      const target = request.headers.get('x-amz-target') ?? ''
      if (target.startsWith('AWSCognitoIdentityService.')) return identityPools(request)
      if (target === '' && isQueryRequest(request)) return sts(request)
      // A browser asking for `/` sends no target; a preflight neither, and both APIs answer it alike.
      return request.method === 'GET' ? Promise.resolve(welcome()) : userPools(request)
    }
    if (pathname.startsWith('/_local')) return localApi(request, pathname)
    if (pathname.startsWith('/cognito-identity.amazonaws.com/')) return identityPools(request)
    if (socialProviders.handles(pathname)) return socialProviders.fetch(request, pathname)
    if (/^\/[^/]+\/\.well-known\//.test(pathname)) return userPools(request)
    if (managedLogin.handles(pathname)) return managedLogin.fetch(request, pathname)
    return Promise.resolve(notFound(pathname))
  }
}

function welcome(): Response {
  return text(200, 'The local AWS: Amazon Cognito answers here to POST, S3 on the next port.')
}

/** As the two APIs refuse what they cannot read, or in words. */
function badRequest(request: Request, fault: string): Response {
  return request.headers.has('x-amz-target')
    ? awsJsonRefusal(new AwsJsonError('InvalidParameterException', 400, fault))
    : text(400, fault)
}

function notFound(pathname: string): Response {
  return text(404, `The local AWS has nothing at ${pathname}.`)
}

function text(status: number, words: string): Response {
  return new Response(`${words}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    },
  })
}
