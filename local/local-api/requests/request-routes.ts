import { LocalApiError } from '../local-api-error.ts'
import type { Routes } from '../handler.ts'
import type { RequestLog } from './request-log.ts'

export function requestRoutes(requests: RequestLog): Routes {
  return {
    '/_local/requests': {
      GET: (_request, { searchParams }) =>
        Response.json(
          requests.list({
            service: searchParams.get('service') ?? undefined,
            operation: searchParams.get('operation') ?? undefined,
            limit: readLimit(searchParams.get('limit')),
          }),
        ),
      DELETE: () => {
        requests.clear()
        return new Response(null, { status: 204 })
      },
    },
    '/_local/requests/{id}': {
      GET: (_request, _url, id) => {
        const found = requests.find(id)
        if (!found) throw new LocalApiError(404, 'This request is not in the log any more.')
        return Response.json(found)
      },
    },
  }
}

function readLimit(text: string | null): number | undefined {
  if (text === null) return undefined
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new LocalApiError(400, 'limit has to be a whole number from 1 to 9999.')
}
