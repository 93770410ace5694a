import { useEffect } from 'react'
import { RouterProvider } from 'react-router-dom'
import type { DataRouter } from 'react-router-dom'
import { useHydrated } from '../navigation/use-query.ts'
import { EnvironmentProvider } from '../ui/environment.tsx'
import type { Environment } from '../ui/environment.tsx'
import { InboxProvider } from '../ui/inbox.tsx'
import type { Inbox } from '../ui/inbox.tsx'

interface Props {
  router: DataRouter
  environment: Environment
  inbox: Inbox | undefined
}

export function App({ router, environment, inbox }: Props) {
  const isHydrated = useHydrated()
  useEffect(() => {
    // `public/early.js` has held back what was submitted before the page could handle it.
    if (isHydrated) window.dispatchEvent(new Event('hydrated'))
  }, [isHydrated])
  return (
    <EnvironmentProvider value={environment}>
      <InboxProvider value={inbox}>
        <RouterProvider router={router} />
      </InboxProvider>
    </EnvironmentProvider>
  )
}
