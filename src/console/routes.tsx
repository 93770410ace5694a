import { replace, type RouteObject } from 'react-router-dom'
import type { ConsoleClient } from './client/console-client.ts'
import { Frame } from './frame/frame.tsx'
import { NotFound } from './frame/not-found.tsx'
import { PageError } from './frame/page-error.tsx'
import { consolePages } from './pages.ts'

export function consoleRoutes(client: ConsoleClient): RouteObject[] {
  return [
    {
      element: <Frame client={client} />,
      HydrateFallback: () => null,
      children: [
        {
          ErrorBoundary: PageError,
          children: [
            ...consolePages.map(({ path, route }) => ({ path, ...route(client) })),
            {
              path: '*',
              loader: ({ params }) => takeToken(client, params['*']),
              Component: NotFound,
            },
          ],
        },
      ],
    },
  ]
}

/** The link of this run is `/_local#token=…`: the token is kept, and leaves the address at once. */
function takeToken(client: ConsoleClient, path = ''): Response | null {
  const token = new URLSearchParams(path).get('token')
  if (!token) return null
  client.unlock(token)
  return replace('/')
}
