import { addressesOf } from './addresses.ts'
import { request } from './request.ts'
import type { DoctorPorts } from '../ports.ts'

export type CognitoAnswer =
  | { kind: 'answered'; body: Readonly<Record<string, unknown>>; date: string | undefined }
  /** `name` decides; `message` only tells apart what AWS has one name for. */
  | { kind: 'refused'; name: string; message: string; date: string | undefined }
  | { kind: 'unreachable' }

const targets = {
  'user-pools': 'AWSCognitoIdentityProviderService',
  'identity-pools': 'AWSCognitoIdentityService',
} as const

/** An operation that needs no AWS credentials, asked once and never again. */
export async function askCognito(
  ports: DoctorPorts,
  service: keyof typeof targets,
  operation: string,
  input: object,
): Promise<CognitoAnswer> {
  const { userPoolApi, identityPoolApi } = addressesOf(ports.config)
  const response = await request(ports, service === 'user-pools' ? userPoolApi : identityPoolApi, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `${targets[service]}.${operation}`,
      'cache-control': 'no-store',
    },
    body: JSON.stringify(input),
  })
  if (!response) return { kind: 'unreachable' }
  const body = await readJson(response)
  // AWS exposes it to pages.
  const date = response.headers.get('date') ?? undefined
  if (response.ok && body) return { kind: 'answered', body, date }
  const type = response.headers.get('x-amzn-errortype') ?? body?.['__type']
  const message = body?.['message'] ?? body?.['Message']
  return {
    kind: 'refused',
    name: typeof type === 'string' ? shortName(type) : `HTTP ${response.status}`,
    message: typeof message === 'string' ? message : '',
    date,
  }
}

/** AWS may put a namespace before a name, and an address behind it. */
function shortName(type: string): string {
  return (type.split(/[,:]/)[0] ?? '').replace(/^.*#/, '')
}

export async function readJson(response: Response): Promise<Record<string, unknown> | undefined> {
  try {
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
