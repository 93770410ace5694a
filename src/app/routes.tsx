import type { RouteObject } from 'react-router-dom'
import { PageLoading } from '../ui/page-loading.tsx'
import { pages } from './pages.ts'
import { requireSession } from './require-session.ts'
import { RootError } from './root-error.tsx'
import { RootLayout } from './root-layout.tsx'

/**
 * A new table each time: routers write what they have loaded into it. Modules come with their first
 * visit; the built HTML names the file of its own page, so that the browser fetches it without being
 * asked.
 */
export function createRoutes(): RouteObject[] {
  return [
    {
      id: 'root',
      path: '/',
      Component: RootLayout,
      ErrorBoundary: RootError,
      HydrateFallback: PageLoading,
      children: [
        {
          id: 'page',
          ErrorBoundary: RootError,
          children: pages.map(({ path, lazy, isGuarded }) => ({
            path,
            lazy,
            ...(isGuarded && { middleware: [requireSession] }),
          })),
        },
      ],
    },
  ]
}
