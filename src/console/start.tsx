import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createHashRouter, RouterProvider } from 'react-router-dom'
import { createConsoleClient } from './client/console-client.ts'
import { createKeptToken } from './client/kept-token.ts'
import { consoleRoutes } from './routes.tsx'
import './console.css'

/** Pages are in the fragment: below `/_local` paths are calls, and all of it may stand below a base path. */
export function start(): void {
  const container = document.getElementById('root')
  if (!container) throw new Error('The page has lost its root element.')
  const client = createConsoleClient(new URL('_local/', document.baseURI), createKeptToken())
  const router = createHashRouter(consoleRoutes(client))
  createRoot(container).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  )
}
