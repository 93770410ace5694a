import type { ConsoleClient } from './client/console-client.ts'
import { clockPage } from './clock/clock-page.tsx'
import { faultsPage } from './faults/faults-page.tsx'
import { inboxPage } from './inbox/inbox-page.tsx'
import type { PageRoute } from './page-route.ts'
import { objectsPage } from './objects/objects-page.tsx'
import { permissionsPage } from './permissions/permissions-page.tsx'
import { requestPage } from './requests/request-page.tsx'
import { requestsPage } from './requests/requests-page.tsx'
import { triggersPage } from './triggers/triggers-page.tsx'
import { userPage } from './users/user-page.tsx'
import { usersPage } from './users/users-page.tsx'
import { snapshotsPage } from './snapshots/snapshots-page.tsx'
import { frameWords as words } from '#console-words/frame'

interface ConsolePage {
  /** Its place in the fragment. */
  path: string
  /** In the navigation; a page that another leads to has none. */
  label?: string
  route: (client: ConsoleClient) => PageRoute
}

/** Every page of the console, as the navigation has them (docs/local-api.md, “Add a page to the console”). */
export const consolePages: readonly ConsolePage[] = [
  { path: '/', label: words.pages.inbox, route: inboxPage },
  { path: '/users', label: words.pages.users, route: usersPage },
  { path: '/users/:pool/:username', route: userPage },
  { path: '/requests', label: words.pages.requests, route: requestsPage },
  { path: '/requests/:id', route: requestPage },
  { path: '/clock', label: words.pages.clock, route: clockPage },
  { path: '/faults', label: words.pages.faults, route: faultsPage },
  { path: '/triggers', label: words.pages.triggers, route: triggersPage },
  { path: '/objects', label: words.pages.objects, route: objectsPage },
  { path: '/permissions', label: words.pages.permissions, route: permissionsPage },
  { path: '/snapshots', label: words.pages.snapshots, route: snapshotsPage },
]
