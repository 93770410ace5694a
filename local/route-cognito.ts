import type { Service } from './core/ports/service.ts'
import { awsJsonRefusal } from './http/aws-json.ts'
import { AwsJsonError } from './http/aws-json-error.ts'
import { isQueryRequest } from './http/aws-query/aws-query.ts'
import { pathBelow } from './http/base-path.ts'
import { findSenderFault } from './http/sender.ts'

export interface CognitoServices {
  userPools: Service
  identityPools: Service
  sts: Service
  kms: Service
  ses: RoutedService
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

/** Where a request of the Cognito port goes; nowhere that is anything without a `name`. */
export interface CognitoRoute {
  name: keyof CognitoServices | undefined
  /** Below the base path; undefined outside of it. */
  pathname: string | undefined
}

type Parts = Pick<CognitoServices, 'socialProviders' | 'managedLogin'>

/** Which service of the Cognito port a request is for; all of them are below the base path. */
export function createFindRoute(
  { socialProviders, managedLogin }: { [Name in keyof Parts]: Pick<Parts[Name], 'handles'> },
  basePath: string,
): (request: Request) => CognitoRoute {
  return (request) => {
    const pathname = pathBelow(basePath, new URL(request.url).pathname)
    const to = (name: CognitoRoute['name']): CognitoRoute => ({ name, pathname })
    if (pathname === undefined) return to(undefined)
    if (pathname === '/') {
      const target = request.headers.get('x-amz-target') ?? ''
      if (target.startsWith('AWSCognitoIdentityService.')) return to('identityPools')
      if (target.startsWith('TrentService.')) return to('kms')
      if (target === '' && isQueryRequest(request)) return to('sts')
      // A browser asking for `/` sends no target; a preflight neither, and both APIs answer it alike.
      return to(request.method === 'GET' ? undefined : 'userPools')
    }
    if (pathname.startsWith('/_local')) return to('localApi')
    if (pathname.startsWith('/v2/email/')) return to('ses')
    if (pathname.startsWith('/cognito-identity.amazonaws.com/')) return to('identityPools')
    if (socialProviders.handles(pathname)) return to('socialProviders')
    if (/^\/[^/]+\/\.well-known\//.test(pathname)) return to('userPools')
    return to(managedLogin.handles(pathname) ? 'managedLogin' : undefined)
  }
}

export function routeCognito(
  services: CognitoServices,
  findRoute: (request: Request) => CognitoRoute,
): Service {
  return (request) => {
    const { name, pathname } = findRoute(request)
    if (pathname === undefined) return Promise.resolve(notFound(new URL(request.url).pathname))
    const fault = findSenderFault(request)
    if (fault !== undefined) return Promise.resolve(badRequest(request, fault))
    switch (name) {
      case undefined:
        return Promise.resolve(pathname === '/' ? welcome() : notFound(pathname))
      case 'localApi':
      case 'ses':
        return services[name](request, pathname)
      case 'socialProviders':
      case 'managedLogin':
        return services[name].fetch(request, pathname)
      default:
        return services[name](request)
    }
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
