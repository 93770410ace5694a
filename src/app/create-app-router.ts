import { createBrowserRouter, matchRoutes } from 'react-router-dom'
import type { DataRouter, RouteObject } from 'react-router-dom'
import { readSession, subscribeSession } from '../auth/session/session.ts'
import { paths } from '../navigation/paths.ts'
import { createRoutes } from './routes.tsx'
import { whenOnline } from './when-online.ts'

/**
 * The router, with the page that the address names already loaded: the first render then equals
 * the built HTML and hydrates without a gap.
 *
 * @see https://reactrouter.com/how-to/data-loading#lazy-loading
 */
export async function createAppRouter(): Promise<DataRouter> {
  const routes = createRoutes()
  const matched = matchRoutes(routes, window.location) ?? []
  await Promise.all(matched.map(({ route }) => loadPage(route)))
  nameEntry()
  // Tells the router that the page stands already: else it scrolls it to its top as it hydrates, under the
  // hands of whoever has scrolled or is about to click.
  const router = createBrowserRouter(routes, { hydrationData: {} })
  leaveWhenSessionEnds(router)
  return router
}

/**
 * By its name the router finds again how far an entry of the history was scrolled. Those that a full
 * load made are all called "default" otherwise, and each would open where the last one was left.
 */
function nameEntry(): void {
  const state = window.history.state as { key?: string } | null
  if (state?.key === undefined) {
    window.history.replaceState({ ...state, key: crypto.randomUUID() }, '')
  }
}

async function loadPage(route: RouteObject): Promise<void> {
  // A guarded page waits for its guard: its code is no use to those who are led elsewhere.
  const { lazy, middleware } = route
  if (typeof lazy !== 'function' || middleware) return
  try {
    Object.assign(route, await whenOnline(lazy), { lazy: undefined })
  } catch {
    // The router asks once more, and shows the error page if it fails again.
  }
}

/** Signed out in another tab, or by AWS: a guarded page must not go on showing what it shows. */
function leaveWhenSessionEnds(router: DataRouter): void {
  let wasSignedIn = readSession() === 'signed-in'
  let hasEnded = false

  function leave() {
    const { initialized, location, matches, navigation } = router.state
    // While something is under way it decides itself where to go, as signing out does.
    if (!hasEnded || !initialized || navigation.state !== 'idle') return
    hasEnded = false
    if (!matches.some(({ route }) => 'middleware' in route && route.middleware)) return
    const returnTo = location.pathname + location.search
    void router.navigate(paths.signIn({ returnTo, notice: 'session-ended' }), { replace: true })
  }

  subscribeSession(() => {
    const isSignedIn = readSession() === 'signed-in'
    hasEnded = !isSignedIn && (hasEnded || wasSignedIn)
    wasSignedIn = isSignedIn
    leave()
  })
  router.subscribe(leave)
}
