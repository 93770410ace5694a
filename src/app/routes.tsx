import type { RouteObject } from 'react-router-dom'
import { PageLoading } from '../ui/page-loading.tsx'
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
          children: [
            { path: '/', lazy: () => import('../routes/home/home.tsx') },
            { path: '/sign-up', lazy: () => import('../routes/auth/sign-up.tsx') },
            { path: '/confirm', lazy: () => import('../routes/auth/confirm.tsx') },
            { path: '/sign-in', lazy: () => import('../routes/auth/sign-in.tsx') },
            { path: '/forgot-password', lazy: () => import('../routes/auth/forgot-password.tsx') },
            { path: '/callback', lazy: () => import('../routes/auth/callback.tsx') },
            { path: '/sign-out', lazy: () => import('../routes/auth/sign-out.ts') },
            {
              path: '/profile',
              middleware: [requireSession],
              lazy: () => import('../routes/profile/profile.tsx'),
            },
            { path: '/diagnostics', lazy: () => import('./config-for-diagnostics.ts') },
            { path: '*', lazy: () => import('../routes/not-found/not-found.tsx') },
          ],
        },
      ],
    },
  ]
}
