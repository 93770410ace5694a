import type { AppConfig } from '../../../src/config/app-config.ts'
import type { DoctorPorts } from '../../../src/doctor/ports.ts'

/** An answer, or what makes one of the request's own JSON. */
type Answer = Response | ((input: Record<string, unknown>) => Response)

export interface Asked {
  /** `InitiateAuth` for the Cognito APIs, else method and address without its query. */
  question: string
  init: RequestInit
  /** The request's own JSON, where it is one. */
  input: Record<string, unknown>
}

export const awsConfig: AppConfig = {
  region: 'eu-central-1',
  userPoolId: 'eu-central-1_AbCdEfGhI',
  userPoolClientId: '3n4b5urk1ft4fl3mg5e62d9ado',
  identityPoolId: 'eu-central-1:7c4f0e1c-2a5b-4e1d-9a0c-0d9b6f1c2e3a',
  domain: 'starter.auth.eu-central-1.amazoncognito.com',
  bucket: 'starter-profiles',
  socialProviders: [],
  redirectSignIn: [],
  redirectSignOut: [],
}

/**
 * Where AWS answers what the local AWS never does. What has no answer here is not reachable.
 *
 * @returns the ports, and what was asked.
 */
export function portsAnswering(
  answers: Readonly<Record<string, Answer>>,
  { config, ...more }: Partial<Omit<DoctorPorts, 'config'>> & { config?: Partial<AppConfig> } = {},
): DoctorPorts & { asked: Asked[] } {
  const asked: Asked[] = []
  return {
    asked,
    config: { ...awsConfig, ...config },
    origin: 'https://app.example.com',
    fetch: (url, init = {}) => {
      const question = questionOf(url, init)
      const input = inputOf(init)
      asked.push({ question, init, input })
      const answer = answers[question]
      if (answer === undefined) return Promise.reject(new TypeError('fetch failed'))
      return Promise.resolve(typeof answer === 'function' ? answer(input) : answer.clone())
    },
    now: () => Date.parse('2026-05-04T12:00:00Z'),
    readsEveryAnswer: true,
    session: () => Promise.resolve(undefined),
    ...more,
  }
}

/** As AWS refuses on its JSON protocols. */
export function refusal(type: string, message?: string): Response {
  return Response.json({ __type: type, message }, { status: 400 })
}

function inputOf({ body }: RequestInit): Record<string, unknown> {
  if (typeof body !== 'string' || !body.startsWith('{')) return {}
  return JSON.parse(body) as Record<string, unknown>
}

function questionOf(url: string, init: RequestInit): string {
  const target = new Headers(init.headers).get('x-amz-target')
  const { origin, pathname } = new URL(url)
  return target?.split('.')[1] ?? `${init.method ?? 'GET'} ${origin}${pathname}`
}
