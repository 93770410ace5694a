import type { RouteObject } from 'react-router-dom'
import { PageLoading } from '../ui/page-loading.tsx'
import { requireSession } from './require-session.ts'
import { RootError } from './root-error.tsx'
import { RootLayout } from './root-layout.tsx'

/**
 * A route, its address, and the module that holds it. Modules come with their first visit; the
 * built HTML names the file of its own page, so that the browser fetches it without being asked.
 */
export const pages = [
  { path: '/', file: 'src/routes/home/home.tsx', lazy: () => import('../routes/home/home.tsx') },
  {
    path: '/sign-up',
    file: 'src/routes/auth/sign-up.tsx',
    lazy: () => import('../routes/auth/sign-up.tsx'),
  },
  {
    path: '/confirm',
    file: 'src/routes/auth/confirm.tsx',
    lazy: () => import('../routes/auth/confirm.tsx'),
  },
  {
    path: '/sign-in',
    file: 'src/routes/auth/sign-in.tsx',
    lazy: () => import('../routes/auth/sign-in.tsx'),
  },
  {
    path: '/forgot-password',
    file: 'src/routes/auth/forgot-password.tsx',
    lazy: () => import('../routes/auth/forgot-password.tsx'),
  },
]

/** A new table each time: routers write what they have loaded into it. */
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
            ...pages.map(({ path, lazy }) => ({ path, lazy })),
            { path: '/callback', lazy: () => import('../routes/auth/callback.tsx') },
            { path: '/sign-out', lazy: () => import('../routes/auth/sign-out.ts') },
            {
              path: '/profile',
              middleware: [requireSession],
              lazy: () => import('../routes/profile/profile.tsx'),
            },
            { path: '*', lazy: () => import('../routes/not-found/not-found.tsx') },
          ],
        },
      ],
    },
  ]
}
