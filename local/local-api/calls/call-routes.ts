import { LocalApiError } from '../local-api-error.ts'
import type { Routes } from '../handler.ts'
import { readJson } from '../read-json.ts'

type CalledService = 'cognito-idp' | 'cognito-identity'

/** @returns what the service answers. */
export type CallAws = (
  service: CalledService,
  operation: string,
  /** JSON. */
  body: string,
) => Promise<Response>

/**
 * Operations of Cognito as the administrator: users, groups, devices, identities are asked for by
 * what AWS has for it, and there is no second way to change them.
 */
export function callRoutes(callAws: CallAws): Routes {
  return {
    '/_local/calls/{id}': {
      POST: async (request, { searchParams }, operation) => {
        const unknown = [...searchParams.keys()].find((name) => name !== 'service')
        if (unknown !== undefined) throw new LocalApiError(400, `A call takes no ${unknown}.`)
        const service = searchParams.get('service') ?? 'cognito-idp'
        if (service !== 'cognito-idp' && service !== 'cognito-identity') {
          throw new LocalApiError(400, 'service has to be cognito-idp or cognito-identity.')
        }
        if (!/^[A-Za-z]{1,100}$/.test(operation)) {
          throw new LocalApiError(404, 'This is the name of no operation.')
        }
        const input = await readJson(request)
        const answer = await callAws(service, operation, JSON.stringify(input))
        const { status } = answer
        const body = await answer.text()
        return new Response(body === '' ? '{}' : body, {
          status,
          headers: { 'content-type': 'application/json' },
        })
      },
    },
  }
}
