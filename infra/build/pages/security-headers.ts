import { partitionOf } from '../../../src/config/partitions.ts'
import { parseUrl } from '../../../local/core/encoding/parse-url.ts'

/** What of `/config.json` decides whom a page may talk to. */
export interface CspEndpoints {
  region: string
  identityPoolId?: string | undefined
  domain?: string | undefined
  bucket?: string | undefined
  socialProviders?: readonly string[] | undefined
  local?: {
    userPoolEndpoint: string
    identityPoolEndpoint: string
    domainUrl: string
    s3Endpoint: string
    consoleUrl: string
  }
}

/**
 * Headers of everything that is served. `SiteHeaders` of the template says the same to CloudFront,
 * and a test compares the two.
 *
 * @param config Of the app that is served; without one it may talk to its own origin alone.
 */
export function securityHeaders(config: CspEndpoints | undefined): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(config),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'no-referrer',
    // Over HTTP, as in the preview, browsers take no notice: RFC 6797, section 8.1.
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
  }
}

/**
 * No directive names a scheme, a wildcard or anything "unsafe". `blob:` is for the picture of a
 * profile, which comes from S3 by script; `default` is the policy of src/app/allow-xml-parsing.ts.
 */
function contentSecurityPolicy(config: CspEndpoints | undefined): string {
  const directives = {
    'default-src': "'self'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' blob:",
    'connect-src': ["'self'", ...(config ? endpointsOf(config) : [])].join(' '),
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'default',
  }
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

function endpointsOf(config: CspEndpoints): string[] {
  const urls = config.local ? Object.values(config.local) : awsUrls(config)
  // What is no URL is refused by the app as it reads its configuration.
  const sources = urls.filter((url) => parseUrl(url) !== undefined).map(sourceOf)
  return [...new Set(sources)]
}

/** Where Google's `picture` leads; other providers of the template give none. */
const googlePictures = 'https://lh3.googleusercontent.com'

function awsUrls(config: CspEndpoints): string[] {
  const { region, identityPoolId, domain, bucket, socialProviders } = config
  const { dnsSuffix: suffix } = partitionOf(region)
  const urls = [`https://cognito-idp.${region}.${suffix}`]
  if (identityPoolId !== undefined) urls.push(`https://cognito-identity.${region}.${suffix}`)
  if (domain !== undefined) urls.push(`https://${domain.split('/', 1)[0] ?? ''}`)
  if (bucket !== undefined) urls.push(...bucketUrls(bucket, `s3.${region}.${suffix}`))
  if (socialProviders?.includes('Google')) urls.push(googlePictures)
  return urls
}

/** A name with dots does not fit S3's certificate, so Amplify puts it into the path. */
function bucketUrls(bucket: string, host: string): string[] {
  return bucket.includes('.')
    ? ['', '/'].map((end) => `https://${host}/${encodeURIComponent(bucket)}${end}`)
    : [`https://${bucket}.${host}`]
}

function sourceOf(text: string): string {
  const url = new URL(text)
  // A source's path counts; those of the local endpoints are no more than a slash and a token.
  return url.protocol === 'https:' && url.pathname !== '/' ? url.origin + url.pathname : url.origin
}
