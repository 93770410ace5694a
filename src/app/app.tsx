import { useEffect } from 'react'
import { RouterProvider } from 'react-router-dom'
import type { DataRouter } from 'react-router-dom'
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
  useEffect(() => {
    // `public/early.js` has held back what was submitted before the page could handle it.
    window.dispatchEvent(new Event('hydrated'))
  }, [])
  return (
    <EnvironmentProvider value={environment}>
      <InboxProvider value={inbox}>
        <RouterProvider router={router} />
      </InboxProvider>
    </EnvironmentProvider>
  )
}
