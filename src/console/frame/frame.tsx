import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { Outlet, useLocation } from 'react-router-dom'
import { Announcer } from '../../ui/announcer.tsx'
import { NavLink } from '../../ui/link.tsx'
import type { ConsoleClient } from '../client/console-client.ts'
import { ClientProvider } from '../client/use-client.tsx'
import { consolePages } from '../pages.ts'
import { frameWords as words } from '#console-words/frame'
import { Foot } from './foot.tsx'
import { Unlock } from './unlock.tsx'

/** What every page of the console stands in. */
export function Frame({ client }: { client: ConsoleClient }) {
  const lock = useSyncExternalStore(client.subscribe, client.lock)
  useFocusOnHeading()
  return (
    <ClientProvider value={client}>
      <Announcer>
        <a className="skip-link" href="#content" onClick={skipToContent}>
          {words.skip}
        </a>
        <header className="site-header">
          <div className="site-header-inner">
            <span className="brand">
              <img className="logo" src="managed-login/icon.svg" alt="" width="32" height="32" />
              {words.product}
            </span>
          </div>
        </header>
        <div className="console">
          {!lock && (
            <nav className="console-nav" aria-label={words.nav}>
              {consolePages.map(
                ({ path, label }) =>
                  label !== undefined && (
                    <NavLink key={path} className="nav-link" to={path} end={path === '/'}>
                      {label}
                    </NavLink>
                  ),
              )}
            </nav>
          )}
          <main id="content" tabIndex={-1}>
            {lock ? <Unlock lock={lock} /> : <Outlet />}
          </main>
        </div>
        <Foot isLocked={lock !== undefined} />
      </Announcer>
    </ClientProvider>
  )
}

/** A new page starts at its heading; the one that was opened first leaves focus to the browser. */
function useFocusOnHeading() {
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useLayoutEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true })
    document.documentElement.scrollTop = 0
  }, [pathname])
}

/** By script, since to the router the link would be a navigation. */
function skipToContent(event: React.MouseEvent) {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
