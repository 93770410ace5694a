import type { RouteObject } from 'react-router-dom'

interface Page {
  path: string
  /** Loads the route's module with the first visit. */
  lazy: NonNullable<RouteObject['lazy']>
  /** Signed-out people may begin here: the build renders it to HTML, and hosts have a file for it. */
  isRendered?: true
  /** Those who are signed out are led to the sign-in page, and back. */
  isGuarded?: true
}

/**
 * Every page, one line each: routes, guards, what the build renders (`src/prerender.tsx`) and what a
 * host serves (`infra/hosting/pages.cjs`, written by `npm run triggers`) follow from here.
 */
export const pages: readonly Page[] = [
  { path: '/', isRendered: true, lazy: () => import('../routes/home/home.tsx') },
  { path: '/sign-in', isRendered: true, lazy: () => import('../routes/auth/sign-in/sign-in.tsx') },
  { path: '/sign-up', isRendered: true, lazy: () => import('../routes/auth/sign-up.tsx') },
  { path: '/confirm', isRendered: true, lazy: () => import('../routes/auth/confirm.tsx') },
  {
    path: '/forgot-password',
    isRendered: true,
    lazy: () => import('../routes/auth/password/forgot-password.tsx'),
  },
  { path: '/new-password', lazy: () => import('../routes/auth/password/own-password.tsx') },
  {
    path: '/passkey-offer',
    isGuarded: true,
    lazy: () => import('../routes/auth/sign-in/passkey-offer.tsx'),
  },
  { path: '/sign-in/:way', lazy: () => import('../routes/auth/sign-in/sign-in-way.tsx') },
  {
    path: '/second-factor/:step?',
    lazy: () => import('../routes/auth/second-factor/second-factor.tsx'),
  },
  { path: '/callback', lazy: () => import('../routes/auth/callback.tsx') },
  { path: '/sign-out', lazy: () => import('../routes/auth/sign-out.ts') },
  { path: '/profile', isGuarded: true, lazy: () => import('../routes/profile/profile.tsx') },
  { path: '/account/*', isGuarded: true, lazy: () => import('../routes/account/account.tsx') },
  { path: '/session', isGuarded: true, lazy: () => import('../routes/session/session.tsx') },
  { path: '/flow', lazy: () => import('../routes/flow/flow.tsx') },
  { path: '/diagnostics', lazy: () => import('./config-for-diagnostics.ts') },
  { path: '*', lazy: () => import('../routes/not-found/not-found.tsx') },
]
