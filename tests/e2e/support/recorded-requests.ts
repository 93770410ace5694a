import type { BrowserContext, Request } from '@playwright/test'
import type { OwnAws } from './own-aws.ts'

const services = ['User pool', 'Identity pool', 'Domain', 'S3'] as const
type Service = (typeof services)[number]

export interface RecordedRequests {
  /** @returns what AWS was asked since the last time: one cell of text for each of its services. */
  take: () => string[]
}

/** Everything that the browser asks AWS, by the names that AWS gives it. Preflights are not asked of a quota. */
export function recordRequests(context: BrowserContext, aws: OwnAws): RecordedRequests {
  let asked: { service: Service; operation: string }[] = []
  context.on('request', (request) => {
    const found = classify(request, aws)
    if (found) asked.push(found)
  })
  return {
    take() {
      const taken = asked
      asked = []
      return services.map((service) =>
        cellOf(taken.filter((each) => each.service === service).map(({ operation }) => operation)),
      )
    },
  }
}

function classify(request: Request, { url, config }: OwnAws) {
  const { origin, pathname, searchParams } = new URL(request.url())
  const method = request.method()
  if (origin === new URL(config.local?.s3Endpoint ?? '').origin) {
    const isList = method === 'GET' && searchParams.has('list-type')
    return {
      service: 'S3',
      operation: isList ? 'ListObjectsV2' : (objectCalls[method] ?? method),
    } as const
  }
  if (origin !== url) return undefined
  const [api, operation] = request.headers()['x-amz-target']?.split('.') ?? []
  if (operation !== undefined) {
    const isPool = api === 'AWSCognitoIdentityProviderService'
    return { service: isPool ? 'User pool' : 'Identity pool', operation } as const
  }
  // The local inbox, the local providers and what their pages look like are no part of Cognito.
  if (/^\/(_local|social)\/|\.(css|svg|ico)$/.test(pathname)) return undefined
  return { service: 'Domain', operation: `${method} ${pathname}` } as const
}

const objectCalls: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
}

function cellOf(operations: readonly string[]): string {
  const counted = [...new Set(operations)].map((operation) => {
    const times = operations.filter((other) => other === operation).length
    return times === 1 ? operation : `${times} × ${operation}`
  })
  return counted.join(', ') || 'none'
}
