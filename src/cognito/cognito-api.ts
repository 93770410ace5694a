import { partitionOf } from '../config/partitions.ts'
import { parseObject } from './read-json.ts'

/** The two services, as their hosts name them, with how requests name their operations. */
const targets = {
  'cognito-idp': 'AWSCognitoIdentityProviderService',
  'cognito-identity': 'AWSCognitoIdentityService',
} as const

type CognitoService = keyof typeof targets

export type CognitoReply =
  | { kind: 'answered'; body: Readonly<Record<string, unknown>> }
  /** `name` decides, and is undefined where what answered was not Cognito. */
  | { kind: 'refused'; name: string | undefined; message: string }

/** Where a service answers in AWS. */
export function cognitoEndpoint(service: CognitoService, region: string): string {
  return `https://${service}.${region}.${partitionOf(region).dnsSuffix}/`
}

/** Of an operation that takes no signature. */
export function cognitoRequest(service: CognitoService, operation: string, input: object) {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `${targets[service]}.${operation}`,
      'cache-control': 'no-store',
    },
    body: JSON.stringify(input),
  } satisfies RequestInit
}

/** Some operations answer with nothing, as RevokeToken does. */
export async function readCognitoReply(response: Response): Promise<CognitoReply> {
  // Undefined where it broke off.
  const text = await response.text().catch(() => undefined)
  const body = text === undefined ? undefined : parseObject(text || '{}')
  if (response.ok && body) return { kind: 'answered', body }
  const type = response.headers.get('x-amzn-errortype') ?? body?.['__type']
  const message = body?.['message'] ?? body?.['Message']
  return {
    kind: 'refused',
    name: typeof type === 'string' ? shortName(type) : undefined,
    message: typeof message === 'string' ? message : '',
  }
}

/** AWS may put a namespace before a name, and an address behind it. */
function shortName(type: string): string {
  return (type.split(/[,:]/)[0] ?? '').replace(/^.*#/, '')
}
